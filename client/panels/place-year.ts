import { html, type nothing, type TemplateResult } from 'lit';
import type { NoYearReason } from '#figures/comparison.ts';
import type { Explore } from '../state/explore.ts';
import { yearChange } from '../state/trend.ts';

/** Less than this many percentage points is called equal: it would be written as 0,0. */
const EQUAL = 0.05;

const REASONS = {
  'no-date': 'yearNoDate',
  method: 'yearMethod',
  coverage: 'yearCoverage',
  'no-number': 'yearNoNumber',
} as const satisfies Record<NoYearReason, string>;

/** The chosen figure against a year earlier, in words; or a sentence why the two are not compared. */
export function placeYear(explore: Explore, place: string): TemplateResult | typeof nothing {
  const { say, write } = explore.wording;
  const change = yearChange(explore, place);
  if ('reason' in change) return html`<p class="note year">${say[REASONS[change.reason]]}</p>`;
  const { points, since } = change;
  const about = !explore.exact;
  const size = about ? write.count(Math.abs(points)) : write.tenth(Math.abs(points));
  const latest = explore.referenceDate === explore.series?.referenceDates.at(-1)?.date;
  const than = latest ? say.yearAgo : say.yearBefore(write.month(since));
  const equal = Math.abs(points) < (about ? 0.5 : EQUAL);
  const words = equal ? say.yearEqual(about) : (points > 0 ? say.yearHigher : say.yearLower)(size, about);
  return html`<p class="year">${words} ${than}</p>`;
}
