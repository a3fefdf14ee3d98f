import { html, type TemplateResult } from 'lit';
import type { Shown } from '#contract/vacancy.ts';
import { type AreaFigure, compareShown, rankedAreas } from '../state/ranking.ts';
import { kindWord } from './area-list.ts';
import { ExploreElement } from './explore-element.ts';
import { shown, shownArea, shownRate } from './shown.ts';

/** A column: its heading, the value to sort by, how that is drawn. */
interface Column {
  heading: string;
  value: (row: AreaFigure) => Shown;
  draw: (value: Shown, row: AreaFigure) => TemplateResult;
}

/** The table that stands in the place of the map: same series, date, function and selection, same numbers. */
class AreaTable extends ExploreElement {
  #sorted = 2;
  #downwards = true;

  protected override render() {
    const { say, language, write } = this.wording;
    const { series, referenceDate } = this.explore;
    const columns = this.#columns();
    const seen =
      series && referenceDate ? say.observedOn(series.name[language], write.date(referenceDate)) : '';
    return html`<div class="table-scroll" tabindex="0" role="region" aria-labelledby="table-title">
      <table>
        <caption id="table-title"><strong>${say.tableTitle}</strong> · ${seen}</caption>
        <thead>
          <tr>
            <th scope="col">${say.columnArea}</th>
            ${columns.map((column, index) => this.#heading(column, index))}
          </tr>
        </thead>
        <tbody>
          ${this.#rows(columns).map(row => this.#row(row, columns))}
        </tbody>
      </table>
    </div>`;
  }

  #columns(): Column[] {
    const { wording } = this;
    const { say, write } = wording;
    const { writeRate } = this.explore;
    const count: Column['draw'] = value => shown(value, write.count, wording);
    const rate: Column['draw'] = value => shownRate(value, writeRate, wording);
    const area: Column['draw'] = (value, { figure }) => shownArea(value, figure, write.squareMetres, wording);
    const areaRate: Column['draw'] = (value, { figure }) => shownArea(value, figure, writeRate, wording);
    return [
      { heading: say.columnObserved, value: row => row.figure?.observed ?? null, draw: count },
      { heading: say.columnVacant, value: row => row.figure?.vacant ?? null, draw: count },
      { heading: say.columnRate, value: row => row.figure?.rate ?? null, draw: rate },
      { heading: say.columnFloorArea, value: row => row.figure?.vacantArea ?? null, draw: area },
      { heading: say.columnFloorRate, value: row => row.figure?.floorAreaRate ?? null, draw: areaRate },
    ];
  }

  #heading(column: Column, index: number): TemplateResult {
    const sorted = index === this.#sorted;
    const order = sorted ? (this.#downwards ? 'descending' : 'ascending') : 'none';
    return html`<th scope="col" class="number" aria-sort=${order}>
      <button type="button" class="sort" @click=${() => this.#sort(index)} title=${this.wording.say.sortBy(column.heading)}>
        ${column.heading}<span aria-hidden="true">${sorted ? (this.#downwards ? '▾' : '▴') : ''}</span>
      </button>
    </th>`;
  }

  #sort(index: number): void {
    this.#downwards = index === this.#sorted ? !this.#downwards : true;
    this.#sorted = index;
    this.requestUpdate();
  }

  /** Sorted by the chosen column; values that are no number stay below, whichever way it runs. */
  #rows(columns: Column[]): AreaFigure[] {
    const { value } = columns[this.#sorted]!;
    const direction = this.#downwards ? 1 : -1;
    return rankedAreas(this.explore).sort((a, b) => {
      const [left, right] = [value(a), value(b)];
      const numbers = typeof left === 'number' && typeof right === 'number';
      return compareShown(left, right) * (numbers ? direction : 1);
    });
  }

  #row(row: AreaFigure, columns: Column[]): TemplateResult {
    const { id, name, kind } = row.area;
    const selected = this.explore.selectedArea?.id === id;
    return html`<tr class=${selected ? 'selected' : ''} data-area=${id}>
      <th scope="row">
        <button type="button" class="link" aria-current=${selected ? 'true' : 'false'} @click=${() => this.explore.select({ kind: 'area', id })}>
          ${name}
        </button>
        <small>${kindWord(kind, this.wording.language)}</small>
      </th>
      ${this.#values(row, columns)}
    </tr>`;
  }

  /** Where nobody looked, one cell says so for the whole row. */
  #values(row: AreaFigure, columns: Column[]): TemplateResult | TemplateResult[] {
    const { wording } = this;
    if (row.figure === undefined || row.figure.observed === null)
      return html`<td class="number" colspan=${columns.length}>${shown(null, wording.write.count, wording)}</td>`;
    return columns.map(({ value, draw }) => html`<td class="number">${draw(value(row), row)}</td>`);
  }
}

customElements.define('kk-area-table', AreaTable);
