import { html, type TemplateResult } from 'lit';
import type { Shown } from '#contract/vacancy.ts';
import { shownText } from '#figures/format.ts';
import type { Figure } from '../state/figure.ts';
import type { Wording } from '../text/wording.ts';

/** A value as text: a number, `<5`, confidential, not observed. */
export function shownWords(value: Shown, write: (value: number) => string, { say }: Wording): string {
  return shownText(value, write, say);
}

/** A value with its mark, so that what is no number is told apart by more than words. */
export function shown(value: Shown, write: (value: number) => string, wording: Wording): TemplateResult {
  const words = shownWords(value, write, wording);
  if (value === null)
    return html`<span class="mark"><span class="swatch not-observed" aria-hidden="true"></span>${words}</span>`;
  if (value === 'confidential')
    return html`<span class="mark"><span class="swatch confidential" aria-hidden="true"></span>${words}</span>`;
  if (value === '<5') return html`<span title=${wording.say.belowFiveLong}>${words}</span>`;
  return html`<span class="number">${words}</span>`;
}

/**
 * A value about floor area. Where premises were observed but no floor area is known it is unknown, which is not
 * the same as not observed.
 */
export function shownArea(
  value: Shown,
  figure: Figure | undefined,
  write: (value: number) => string,
  wording: Wording,
): TemplateResult {
  if (value !== null || figure === undefined || figure.observed === null) return shown(value, write, wording);
  return html`<span class="mark"><span class="swatch unknown" aria-hidden="true">?</span>${wording.say.unknown}</span>`;
}

/**
 * A rate. Of "fewer than 5" it cannot be computed: that is said in words, because `<5` in the place of a rate
 * would read as less than five per cent.
 */
export function shownRate(value: Shown, write: (value: number) => string, wording: Wording): TemplateResult {
  if (value !== '<5') return shown(value, write, wording);
  return html`<span class="mark">
    <span class="swatch vacancy-below-five" aria-hidden="true"></span>${wording.say.belowFiveLong}
  </span>`;
}
