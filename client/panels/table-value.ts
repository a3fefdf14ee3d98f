import { html, type TemplateResult } from 'lit';
import type { Explore } from '../state/explore.ts';
import type { ColumnFormat, TableValue } from '../state/table.ts';
import { shown, shownRate } from './shown.ts';

/** A value of a table as the lists and figures of the screen write it, with the mark of what is no number. */
export function tableValue(
  value: TableValue,
  format: ColumnFormat,
  explore: Explore,
): TemplateResult | string {
  const { wording, writeRate } = explore;
  const { say, write } = wording;
  if (format === 'text') return String(value);
  if (value === 'unknown')
    return html`<span class="mark"><span class="swatch unknown" aria-hidden="true">?</span>${say.unknown}</span>`;
  if (value === 'not-compared') return html`<span class="mark">${say.notCompared}</span>`;
  const number = value as Parameters<typeof shown>[0];
  if (format === 'rate') return shownRate(number, writeRate, wording);
  if (format === 'points') return shown(number, write.points, wording);
  if (format === 'metres') return shown(number, write.metres, wording);
  if (format === 'year') return shown(number, String, wording);
  return shown(number, format === 'square-metres' ? write.squareMetres : write.count, wording);
}
