import { html } from 'hono/html';
import { DURATIONS } from '../../geodata/vocabulary/duration.ts';
import type { PlaceView } from '../contract/place-view.ts';
import type { VacancyFigure } from '../contract/vacancy.ts';
import type { PageLanguage } from './words.ts';

function floorArea(figure: VacancyFigure, { say, count, squareMetres, rate }: PageLanguage) {
  const { areaKnown, observed, vacantFloorArea, observedFloorArea, floorAreaRate } = figure;
  if (areaKnown === null || areaKnown === 0)
    return html`<div class="figure-note"><dt>${say.floorRate}</dt><dd>${say.noFloor}</dd></div>`;
  return html`<div>
    <dt>${say.floorRate}</dt>
    <dd class="big">${rate(floorAreaRate)}</dd>
    <dd class="behind">${say.floorOf(squareMetres(vacantFloorArea), squareMetres(observedFloorArea))}; ${say.floorKnown(count(areaKnown), count(observed))}</dd>
  </div>`;
}

/** The figures of a place with what stands behind each; empty where the series did not look. */
export function figuresPart({ figure }: PlaceView, language: PageLanguage) {
  const { say, count, rate } = language;
  if (figure === null) return html``;
  return html`<dl class="figures">
    <div>
      <dt>${say.rate}</dt>
      <dd class="big">${rate(figure.rate)}</dd>
      <dd class="behind">${say.vacantOf(count(figure.vacant), count(figure.observed))}</dd>
    </div>
    ${floorArea(figure, language)}
  </dl>`;
}

/** How long premises stand vacant, as a list; nothing where none does. */
export function durationsPart({ figure }: PlaceView, { code, say, count }: PageLanguage) {
  if (figure === null || figure.vacant === 0 || figure.vacant === null) return html``;
  return html`<section class="durations">
    <h2>${say.durations}</h2>
    <dl class="facts">
      ${DURATIONS.map(term => html`<div><dt>${term[code]}</dt><dd>${count(figure.durations[term.code])}</dd></div>`)}
    </dl>
  </section>`;
}
