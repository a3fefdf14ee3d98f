import { html, nothing, svg, type TemplateResult } from 'lit';
import type { Shown } from '#contract/vacancy.ts';
import { DURATIONS } from '#vocabulary/duration.ts';
import type { Figure } from '../state/figure.ts';
import type { View } from '../state/view.ts';
import type { Wording } from '../text/wording.ts';
import { shown, shownWords } from './shown.ts';

/** The big figure of a place, with what stands behind it; the other measure is written beneath. */
export function figureBlock(figure: Figure, measure: View['measure'], wording: Wording): TemplateResult {
  const blocks = [byCount(figure, wording), byFloorArea(figure, wording)];
  if (measure === 'floor-area') blocks.reverse();
  return html`${blocks}`;
}

function big(rate: Shown, words: string, behind: string, { say, ...rest }: Wording): TemplateResult {
  const wording = { say, ...rest };
  return html`<div class="figure">
    <p class=${typeof rate === 'number' || rate === '<5' ? 'big' : 'big words'}>
      ${rate === '<5' ? say.belowFiveLong : shown(rate, rest.write.percent, wording)}
    </p>
    <p class="behind">${words}<br />${behind}</p>
  </div>`;
}

function byCount(figure: Figure, wording: Wording): TemplateResult {
  const { say, write } = wording;
  const words = (value: Shown) => shownWords(value, write.count, wording);
  return big(
    figure.rate,
    say.rateByCount,
    say.vacantOfObserved(words(figure.vacant), words(figure.observed)),
    wording,
  );
}

function byFloorArea(figure: Figure, wording: Wording): TemplateResult {
  const { say, write } = wording;
  if (figure.areaKnown === 0 || figure.areaKnown === null)
    return html`<p class="note">${say.measureNoArea}</p>`;
  const metres = (value: Shown) => shownWords(value, write.squareMetres, wording);
  const counts = (value: Shown) => shownWords(value, write.count, wording);
  return big(
    figure.floorAreaRate,
    say.rateByArea,
    `${say.vacantAreaOf(metres(figure.vacantArea), metres(figure.observedArea))}; ${say.knownAreaOf(counts(figure.areaKnown), counts(figure.observed))}`,
    wording,
  );
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
    <p class="note">${say.durationsRule}</p>`;
}

/** A bar is drawn for numbers only. */
function bar(value: Shown, most: number): TemplateResult | typeof nothing {
  if (typeof value !== 'number') return nothing;
  return html`<svg class="bar" width="96" height="12" aria-hidden="true">
    ${svg`<rect width=${(96 * value) / most} height="12" />`}
  </svg>`;
}
