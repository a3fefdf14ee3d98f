import { html, nothing, svg, type TemplateResult } from 'lit';
import type { Shown } from '#contract/vacancy.ts';
import { DURATIONS } from '#vocabulary/duration.ts';
import type { Figure } from '../state/figure.ts';
import type { View } from '../state/view.ts';
import type { Wording } from '../text/wording.ts';
import { shown, shownWords } from './shown.ts';

/** How a figure is written: exact ones with a decimal, rounded ones whole and called so. */
export interface FigureStyle {
  measure: View['measure'];
  exact: boolean;
  writeRate: (value: number) => string;
}

/**
 * The big figure of a place, with what stands behind it; the other measure is written beneath.
 * @param change how the big figure changed: it stands between the two
 */
export function figureBlock(
  figure: Figure,
  style: FigureStyle,
  change: TemplateResult | typeof nothing,
  wording: Wording,
): TemplateResult {
  const blocks = [byCount(figure, style, wording), byFloorArea(figure, style, wording)];
  if (style.measure === 'floor-area') blocks.reverse();
  return html`${blocks[0]} ${change} ${blocks[1]}`;
}

function big(
  rate: Shown,
  words: string,
  behind: string,
  style: FigureStyle,
  wording: Wording,
): TemplateResult {
  const { say } = wording;
  return html`<div class="figure">
    <p class=${typeof rate === 'number' ? 'big' : 'big words'}>
      ${rate === '<5' ? say.belowFiveLong : shown(rate, style.writeRate, wording)}
    </p>
    <p class="behind">${words}<br />${behind}${style.exact ? nothing : `, ${say.roundedShort}`}</p>
  </div>`;
}

function byCount(figure: Figure, style: FigureStyle, wording: Wording): TemplateResult {
  const { say, write } = wording;
  const words = (value: Shown) => shownWords(value, write.count, wording);
  const behind = say.vacantOfObserved(words(figure.vacant), words(figure.observed));
  return big(figure.rate, say.rateByCount, behind, style, wording);
}

function byFloorArea(figure: Figure, style: FigureStyle, wording: Wording): TemplateResult {
  const { say, write } = wording;
  if (figure.areaKnown === 0 || figure.areaKnown === null)
    return html`<p class="note">${say.measureNoArea}</p>`;
  const metres = (value: Shown) => shownWords(value, write.squareMetres, wording);
  const counts = (value: Shown) => shownWords(value, write.count, wording);
  const area = say.vacantAreaOf(metres(figure.vacantArea), metres(figure.observedArea));
  const known = say.knownAreaOf(counts(figure.areaKnown), counts(figure.observed));
  return big(figure.floorAreaRate, say.rateByArea, `${area}; ${known}`, style, wording);
}

/** Vacant premises by how long, as bars from zero with their numbers beside them. */
export function durationBars(durations: NonNullable<Figure['durations']>, wording: Wording): TemplateResult {
  const { say, write, language } = wording;
  const values = DURATIONS.map(({ code }) => durations[code]);
  const most = Math.max(1, ...values.filter(value => typeof value === 'number'));
  return html`<h3>${say.durations}</h3>
    <dl class="bars">
      ${DURATIONS.map(term => {
        const value = durations[term.code];
        return html`<div>
          <dt>${term[language]}</dt>
          <dd>${bar(value, most)}${shown(value, write.count, wording)}</dd>
        </div>`;
      })}
    </dl>
    <details class="method">
      <summary>${say.durationHow}</summary>
      <p>${say.durationRule}</p>
    </details>`;
}

/** A bar is drawn for numbers only. */
function bar(value: Shown, most: number): TemplateResult | typeof nothing {
  if (typeof value !== 'number') return nothing;
  return html`<svg class="bar" width="96" height="12" aria-hidden="true">
    ${svg`<rect width=${(96 * value) / most} height="12" />`}
  </svg>`;
}
