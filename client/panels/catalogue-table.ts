import { html, nothing, type TemplateResult } from 'lit';
import type { Dataset } from '#contract/dataset.ts';
import { catalogueAddress, rejectedRowsAddress, roundAddress } from '../api/import.ts';
import { sourceWord } from '../text/data-terms.ts';
import { icon } from './icon.ts';
import { ImportElement } from './import-element.ts';
import { scenarioLoaded } from './scenario-loaded.ts';

/** Datasets that the table shows before it is asked for all. */
const SHOWN = 20;

/** What is loaded of a municipality: whose it is, of which date, and how much of it came in. On a narrow screen rows are cards. */
class CatalogueTable extends ImportElement {
  #all = false;

  protected override render() {
    const { say, desk, screen } = this;
    return html`<h2 id="catalogue" tabindex="-1">${say.catalogue}</h2>
      ${scenarioLoaded(desk.catalogue.datasets, screen, say.catalogueFailed, datasets =>
        datasets.length === 0 ? this.#none() : this.#table(datasets),
      )}
      ${desk.catalogue.municipality ? nothing : this.#none()}
      <p><a class="data-link" href=${catalogueAddress()} type="application/ld+json">${say.jsonLd}</a></p>`;
  }

  #none(): TemplateResult {
    const { say, desk } = this;
    return html`<h3>${say.noneTitle}</h3>
      <p class="reading-text">${desk.tools ? say.nonePlanner : say.noneVisitor}</p>`;
  }

  #table(datasets: readonly Dataset[]): TemplateResult {
    const { say, screen } = this;
    const shown = this.#all ? datasets : datasets.slice(0, SHOWN);
    const columns = [
      say.columnWhat,
      say.columnOwner,
      say.columnReferenceDate,
      say.columnLoaded,
      say.columnRead,
      say.columnTaken,
      say.columnRejected,
    ];
    const count = screen.write.count(datasets.length);
    // Roles in so many words: laid out as cards it is a table all the same.
    return html`<table class="data-catalogue" role="table" aria-labelledby="catalogue">
        <thead role="rowgroup">
          <tr role="row">
            ${columns.map(
              (words, index) =>
                html`<th role="columnheader" scope="col" class=${index > 3 ? 'number' : ''}>${words}</th>`,
            )}
          </tr>
        </thead>
        <tbody role="rowgroup">
          ${shown.map(dataset => this.#row(dataset, columns))}
        </tbody>
      </table>
      ${
        shown.length === datasets.length
          ? nothing
          : html`<p class="note">${say.shown(screen.write.count(SHOWN), count)}</p>
              <button type="button" class="button" @click=${() => this.#showAll()}>${say.all(count)}</button>`
      }`;
  }

  #row(dataset: Dataset, columns: readonly string[]): TemplateResult {
    const { say, screen } = this;
    const { write, language } = screen;
    const { title, source, owner, licence, referenceDate, read, loaded } = dataset;
    const word = sourceWord(source, language);
    const cells: readonly [TemplateResult | string, string][] = [
      [html`${owner}<small>${say.licence(licence)}</small>`, ''],
      [referenceDate ? write.date(referenceDate) : say.noReferenceDate, ''],
      [this.#landed(dataset), ''],
      [write.count(read), 'number'],
      [write.count(loaded), 'number'],
      [this.#rejected(dataset), 'number'],
    ];
    return html`<tr role="row">
      <th role="rowheader" scope="row">
        ${title}${word === title ? nothing : html`<small>${word}</small>`} ${this.#round(dataset)}
      </th>
      ${cells.map(
        ([content, kind], index) =>
          html`<td role="cell" class=${kind} data-label=${columns[index + 1]!}><span>${content}</span></td>`,
      )}
    </tr>`;
  }

  /** When, in which revision, and for a planner by whom. */
  #landed({ importedAt, revision }: Dataset): TemplateResult {
    const { say, screen, desk } = this;
    const { write } = screen;
    const made = desk.catalogue.revisions.value?.find(({ number }) => number === revision);
    return html`${write.date(importedAt.slice(0, 10))}
      <small>${say.inRevision(String(revision))}${made ? ` ${say.by(made.madeBy)}` : ''}</small>`;
  }

  #rejected({ id, title, read, loaded, rejected }: Dataset): TemplateResult {
    const { say, screen, desk } = this;
    const { write } = screen;
    const leftOut = read - loaded - rejected;
    const count = write.count(rejected);
    return html`${count}${leftOut > 0 ? html`<small>${say.leftOut(write.count(leftOut))}</small>` : nothing}
    ${
      rejected > 0 && desk.tools
        ? html`<a class="data-link" href=${rejectedRowsAddress(id)} aria-label=${say.rejectedRowsOf(count, title)} download
            >${icon('download')}${say.rejectedDownload}</a
          >`
        : nothing
    }`;
  }

  /** A list can be had back in its own layout. */
  #round({ id, source, title }: Dataset): TemplateResult | typeof nothing {
    const { say, desk } = this;
    if (source !== 'vacancy-list' || !desk.tools) return nothing;
    return html`<a class="data-link" href=${roundAddress(id)} aria-label=${say.roundFileOf(title)} download
      >${icon('download')}${say.roundFile}</a
    >`;
  }

  #showAll(): void {
    this.#all = true;
    this.requestUpdate();
  }
}

customElements.define('kk-catalogue-table', CatalogueTable);
