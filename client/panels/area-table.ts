import { html, nothing, type TemplateResult } from 'lit';
import { csvText } from '#figures/csv.ts';
import { countFilters, NOTHING_FILTERED } from '../state/filter.ts';
import { filterSummary } from '../state/filter-summary.ts';
import {
  sortedRows,
  type Table,
  type TableColumn,
  type TableOrder,
  type TableSubject,
} from '../state/table.ts';
import { tableCells, tableFileName } from '../state/table-file.ts';
import { drawnSubject, tableOf } from '../state/table-rows.ts';
import type { View } from '../state/view.ts';
import { ExploreElement } from './explore-element.ts';
import { icon } from './icon.ts';
import { whenLoaded } from './loaded.ts';
import { saveFile } from './save-file.ts';
import { tableValue } from './table-value.ts';

/** Rows on one page: no browser freezes on them, and a page is read in one go. */
const PAGE = 100;

/** How each table begins: what is worst first; of premises what is empty. */
const FIRST_ORDER: Record<TableSubject, TableOrder> = {
  areas: { column: 'rate', downwards: true },
  cells: { column: 'rate', downwards: true },
  streets: { column: 'rate', downwards: true },
  premises: { column: 'status', downwards: false },
};

/**
 * The table that stands in the place of the map: the areas, or what the reading draws. Same series, date,
 * filters and selection as the map, and the same numbers, because both read the same state.
 */
class AreaTable extends ExploreElement {
  #orders = { ...FIRST_ORDER };
  #page = 0;
  #sortedFrom: unknown[] = [];
  #sorted: never[] = [];

  protected override render() {
    const table = tableOf(this.explore);
    return html`<div class="table-head">${this.#subjects()} ${table ? this.#download(table) : nothing}</div>
      <div class="table-scroll" tabindex="0" role="region" aria-labelledby="table-title">
        ${table ? this.#table(table) : this.#waiting()}
      </div>
      ${table ? this.#pages(table) : nothing}`;
  }

  #subjects(): TemplateResult {
    const { say } = this.wording;
    const { view } = this.explore;
    const option = (value: View['rows'], words: string) => html`<label class="segment">
      <input
        type="radio"
        name="rows"
        .checked=${view.value.rows === value}
        @change=${() => this.#show(value)}
      />
      <span>${words}</span>
    </label>`;
    return html`<fieldset class="segments">
      <legend class="hidden">${say.tableOf}</legend>
      ${option('areas', say.tableSubject.areas)} ${option('drawn', say.tableSubject[drawnSubject(this.explore)])}
    </fieldset>`;
  }

  #show(rows: View['rows']): void {
    this.#page = 0;
    this.explore.view.set({ rows });
  }

  #waiting(): TemplateResult {
    const { explore, wording } = this;
    return html`<p class="hidden" id="table-title">${wording.say.showTable}</p>
      ${whenLoaded(explore.premisesFrame, wording, wording.say.failed.premises, () => nothing)}`;
  }

  #order({ subject }: Table<never>): TableOrder {
    return this.#orders[subject];
  }

  /** Sorted once for the same rows and order: a page turn sorts nothing. */
  #rows(table: Table<never>): never[] {
    const key = [table.subject, table.rows, this.#order(table), this.explore.cube.value, this.wording];
    const same = key.every((part, index) => part === this.#sortedFrom[index]);
    if (!same || table.subject === 'areas') {
      this.#sorted = sortedRows(table, this.#order(table), this.wording.language);
      this.#sortedFrom = key;
    }
    return this.#sorted;
  }

  #table(table: Table<never>): TemplateResult {
    const rows = this.#rows(table);
    const from = this.#pageOf(rows.length) * PAGE;
    return html`<table>
      <caption id="table-title">${this.#caption(table)}</caption>
      <thead>
        <tr>${table.columns.map(column => this.#heading(table, column))}</tr>
      </thead>
      <tbody>
        ${rows.slice(from, from + PAGE).map(row => this.#row(table, row))}
      </tbody>
    </table>
    ${rows.length === 0 ? this.#empty() : nothing}`;
  }

  #caption({ subject }: Table<never>): TemplateResult {
    const { say, language, write } = this.wording;
    const { series, referenceDate, view, planner } = this.explore;
    const seen =
      series && referenceDate ? say.observedOn(series.name[language], write.date(referenceDate)) : '';
    const parts = [seen, ...filterSummary(view.value, planner, this.wording)];
    return html`<strong>${say.tableTitles[subject]}</strong> · ${parts.join(' · ')}`;
  }

  #empty(): TemplateResult {
    const { say } = this.wording;
    const { view, planner } = this.explore;
    if (countFilters(view.value, planner) === 0) return html`<p class="note">${say.tableEmpty}</p>`;
    return html`<p class="note">${say.tableEmptyFiltered}</p>
      <button type="button" class="button" @click=${() => view.set(NOTHING_FILTERED)}>${say.filtersClear}</button>`;
  }

  #heading(table: Table<never>, { name, format }: TableColumn<never>): TemplateResult {
    const { say } = this.wording;
    const { column, downwards } = this.#order(table);
    const sorted = name === column;
    const order = sorted ? (downwards ? 'descending' : 'ascending') : 'none';
    const words = say.columns[name];
    return html`<th scope="col" class=${format === 'text' ? '' : 'number'} aria-sort=${order}>
      <button
        type="button"
        class="sort"
        title=${say.sortBy(words)}
        @click=${() => this.#sort(table, { column: name, downwards: sorted ? !downwards : format !== 'text' })}
      >
        ${words}<span aria-hidden="true">${sorted ? (downwards ? '▾' : '▴') : ''}</span>
      </button>
    </th>`;
  }

  #sort({ subject }: Table<never>, order: TableOrder): void {
    this.#orders = { ...this.#orders, [subject]: order };
    this.#page = 0;
    this.requestUpdate();
  }

  #row(table: Table<never>, row: never): TemplateResult {
    const selection = table.selectionOf(row);
    const chosen = this.explore.view.value.selection;
    const selected = chosen?.kind === selection.kind && chosen.id === selection.id;
    const [first, ...others] = table.columns;
    return html`<tr class=${selected ? 'selected' : ''} data-id=${table.idOf(row)}>
      <th scope="row">
        <button
          type="button"
          class="link"
          aria-current=${selected ? 'true' : 'false'}
          @click=${() => this.explore.select(selection)}
        >
          ${first!.value(row)}
        </button>
      </th>
      ${this.#values(others, row)}
    </tr>`;
  }

  /** Where nobody looked, one cell says so for all the numbers of the row. */
  #values(columns: readonly TableColumn<never>[], row: never): TemplateResult[] {
    const texts = columns.filter(({ format }) => format === 'text');
    const numbers = columns.filter(({ format }) => format !== 'text');
    const unseen = numbers.every(column => [null, 'not-compared'].includes(column.value(row) as null));
    const cell = (column: TableColumn<never>) => html`<td
      class=${column.format === 'text' ? '' : 'number'}
      data-column=${column.name}
    >
      ${tableValue(column.value(row), column.format, this.explore)}
    </td>`;
    if (!unseen || numbers.length === 0) return columns.map(cell);
    const nothingSeen = html`<td class="number" colspan=${numbers.length}>
      ${tableValue(null, 'count', this.explore)}
    </td>`;
    return [...texts.map(cell), nothingSeen];
  }

  #pageOf(rows: number): number {
    return Math.min(this.#page, Math.max(0, Math.ceil(rows / PAGE) - 1));
  }

  #pages(table: Table<never>): TemplateResult | typeof nothing {
    const { say, write } = this.wording;
    const count = this.#rows(table).length;
    if (count <= PAGE) return nothing;
    const page = this.#pageOf(count);
    const last = Math.ceil(count / PAGE) - 1;
    const [from, upTo] = [page * PAGE + 1, Math.min(count, (page + 1) * PAGE)].map(write.count);
    const turn = (to: number, words: string, off: boolean) => html`<button
      type="button"
      class="button"
      ?disabled=${off}
      @click=${() => this.#turn(to)}
    >
      ${words}
    </button>`;
    return html`<nav class="table-pages" aria-label=${say.tablePages}>
      ${turn(page - 1, say.tableEarlier, page === 0)}
      <p role="status">${say.tableRows(from!, upTo!, write.count(count))}</p>
      ${turn(page + 1, say.tableLater, page === last)}
    </nav>`;
  }

  #turn(page: number): void {
    this.#page = page;
    this.querySelector('.table-scroll')?.scrollTo(0, 0);
    this.requestUpdate();
  }

  #download(table: Table<never>): TemplateResult {
    return html`<button type="button" class="button" @click=${() => this.#save(table)}>
      ${icon('download')}${this.wording.say.tableDownload}
    </button>`;
  }

  /** Every row, in the order of the screen, made here in the browser. */
  #save(table: Table<never>): void {
    const cells = tableCells(this.explore, table, this.#rows(table), location.href);
    saveFile(tableFileName(this.explore, table), 'text/csv;charset=utf-8', csvText(cells));
  }
}

customElements.define('kk-area-table', AreaTable);
