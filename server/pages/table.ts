import { html } from 'hono/html';
import type { PlaceView } from '../contract/place-view.ts';
import type { VacancyFigure } from '../contract/vacancy.ts';
import { kindName, useName } from './sentence.ts';
import type { PageLanguage } from './words.ts';

/** One row: what it is about in one or two columns, and its figure (null: not observed). */
interface Row {
  /** The same id as on the map; null where the map does not draw it. */
  id: string | null;
  head: string;
  beside: string | null;
  figure: VacancyFigure | null;
}

/** A table of figures: every number with its unit in the head. */
interface Table {
  caption: string;
  head: readonly string[];
  rows: readonly Row[];
}

function cells(figure: VacancyFigure | null, { say, count, rate }: PageLanguage) {
  if (figure === null) return html`<td class="number" colspan="3">${say.notKnown}</td>`;
  return html`<td class="number">${count(figure.observed)}</td><td class="number">${count(figure.vacant)}</td><td class="number">${rate(figure.rate)}</td>`;
}

function tableHtml({ caption, head, rows }: Table, language: PageLanguage) {
  const { say } = language;
  const columns = [say.observed, say.vacant, say.vacancy];
  return html`<div class="table-frame" tabindex="0" role="region" aria-label="${caption}"><table>
    <caption>${caption}</caption>
    <thead><tr>${head.map(name => html`<th scope="col">${name}</th>`)}${columns.map(name => html`<th scope="col" class="number">${name}</th>`)}</tr></thead>
    <tbody>${rows.map(({ id, head: name, beside, figure }) => html`<tr${id === null ? '' : html` data-id="${id}"`}><th scope="row">${name}</th>${beside === null ? '' : html`<td>${beside}</td>`}${cells(figure, language)}</tr>`)}</tbody>
  </table></div>`;
}

/** What was looked at first: what nobody saw would bury it. Within each the order stays. */
const seenFirst = (rows: readonly Row[]): Row[] => [
  ...rows.filter(({ figure }) => figure !== null),
  ...rows.filter(({ figure }) => figure === null),
];

/** Sides of streets or areas on the map: the same figures as the map draws, row by row. */
export function placesTable(view: PlaceView, language: PageLanguage) {
  const { say } = language;
  if (view.area === null || view.sides.length === 0) return areasTable(view, language);
  const rows = view.sides.map(({ side, figure }) => ({
    id: side.id,
    head: side.street,
    beside: side.side === 'odd' ? say.odd : say.even,
    figure,
  }));
  return tableHtml(
    { caption: say.tableSides, head: [say.street, say.side], rows: seenFirst(rows) },
    language,
  );
}

function areasTable(view: PlaceView, language: PageLanguage) {
  const { say } = language;
  const rows = view.areas.map(({ area, figure }) => ({
    id: area.id,
    head: area.name,
    beside: kindName(area.kind, language),
    figure,
  }));
  return tableHtml({ caption: say.tableAreas, head: [say.area, say.kind], rows: seenFirst(rows) }, language);
}

/** The figures of a place by function; the whole of it first. */
export function usesTable(view: PlaceView, language: PageLanguage) {
  const { say } = language;
  const whole =
    view.function === 'all' ? [{ id: null, head: say.allUses, beside: null, figure: view.figure }] : [];
  const rows = view.functions.map(figure => ({
    id: null,
    head: useName(figure.function, language),
    beside: null,
    figure,
  }));
  return tableHtml({ caption: say.tableUses, head: [say.use], rows: [...whole, ...rows] }, language);
}

/** The figures of a place by reference date, the latest first. */
export function datesTable({ history }: PlaceView, language: PageLanguage) {
  const { say, write } = language;
  const rows = history.toReversed().map(figure => ({
    id: null,
    head: write.date(figure.referenceDate),
    beside: null,
    figure: figure.observed === null ? null : figure,
  }));
  return tableHtml({ caption: say.tableDates, head: [say.date], rows }, language);
}
