import { html, nothing, type TemplateResult } from 'lit';
import type { ImportJob, ImportOutcome } from '#contract/import-job.ts';
import { rejectedRowsAddress } from '../api/import.ts';
import { screenLink } from '../state/screen-link.ts';
import { kindWord, reasonWord } from '../text/data-terms.ts';
import { icon } from './icon.ts';
import { ImportElement } from './import-element.ts';

type Drawn = TemplateResult | typeof nothing;

/** How an import ended: what came in, what did not and why, where it is seen, and how it is undone. */
class ImportOutcomePanel extends ImportElement {
  protected override render() {
    const { job } = this.desk.follow;
    if (!job?.result) return nothing;
    const { result } = job;
    return html`<p class="data-done">${this.#told(job, result)}</p>
      ${this.#counts(result)} ${this.#reasons(result, job.source)}
      <div class="data-acts">
        <a class="button primary" href=${screenLink(this.screen, '/', { municipality: result.municipality })}>${icon('map')}${this.words.toMap}</a>
      </div>
      ${result.revision === null ? nothing : this.#undo(job, result)}`;
  }

  #told({ source }: ImportJob, { revision }: ImportOutcome): string {
    const { words } = this;
    if (revision === null) return words.doneSame;
    const number = String(revision);
    return source === 'restore' ? words.doneRestored(number) : words.doneLead(number);
  }

  #counts({ counts }: ImportOutcome): Drawn {
    const { words, screen } = this;
    const { language, write } = screen;
    const kinds = Object.entries(counts);
    if (kinds.length === 0) return nothing;
    const heads = [words.read, words.loaded, words.rejected, words.leftOut];
    return html`<div class="data-scroll" tabindex="0" role="region" aria-label=${words.doneTitle}>
      <table class="data-table">
        <thead>
          <tr>
            <th scope="col">${words.kind}</th>
            ${heads.map(head => html`<th scope="col" class="number">${head}</th>`)}
          </tr>
        </thead>
        <tbody>
          ${kinds.map(
            ([kind, { read, loaded, rejected, leftOut }]) => html`<tr>
              <th scope="row">${kindWord(kind, language)}</th>
              ${[read, loaded, rejected, leftOut].map(count => html`<td class="number">${write.count(count)}</td>`)}
            </tr>`,
          )}
        </tbody>
      </table>
    </div>`;
  }

  #reasons({ reasons, dataset, counts }: ImportOutcome, source: string): Drawn {
    const { words, screen } = this;
    const { language, write } = screen;
    if (reasons.length === 0) return nothing;
    const rejected = Object.values(counts).some(count => count.rejected > 0);
    return html`<section class="data-part" aria-labelledby="import-reasons">
      <h3 id="import-reasons">${words.reasons}</h3>
      <ul class="data-reasons">
        ${reasons.map(
          ({ kind, reason, count }) => html`<li>
            <span class="number">${write.count(count)}</span>
            <span>${reasonWord(reason, source, language)} <small>${kindWord(kind, language)}</small></span>
          </li>`,
        )}
      </ul>
      ${
        dataset === null
          ? nothing
          : html`${rejected ? html`<p class="note">${words.rejectedLead}</p>` : nothing}
              <p><a class="data-link" href=${rejectedRowsAddress(dataset)} download>${icon('download')}${words.rejectedRows}</a></p>`
      }
    </section>`;
  }

  /** Undoing puts back what stood there right before. */
  #undo(job: ImportJob, { revision, municipality }: ImportOutcome): Drawn {
    const { words, desk, say } = this;
    const { revisions } = desk.catalogue;
    if (revisions.value === undefined || desk.catalogue.municipality?.code !== municipality) return nothing;
    const before = desk.before(job);
    if (before === undefined) {
      const [latest, ...older] = revisions.value;
      const isNow = latest?.number === revision;
      const why = older.length === 0 ? words.undoFirst : words.undoNotKept;
      return html`<p class="note data-part">${isNow ? why : words.undoLater}</p>`;
    }
    const { act } = desk.acting.value;
    return html`<div class="data-part">
      <p class="note" id="undo-lead">${words.undoLead(String(before.number))}</p>
      <div class="data-acts">
        <button
          type="button"
          class="button"
          aria-describedby="undo-lead"
          aria-disabled=${act ? 'true' : nothing}
          @click=${() => void desk.restore(municipality, before.number)}
        >
          ${icon('back')}${act === 'restore' ? say.busy : words.undo}
        </button>
      </div>
    </div>`;
  }
}

customElements.define('kk-import-outcome', ImportOutcomePanel);
