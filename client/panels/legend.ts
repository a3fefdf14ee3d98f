import { html, nothing, type TemplateResult } from 'lit';
import { type VacancyClass, vacancyClass } from '#figures/vacancy-class.ts';
import { FUNCTIONS } from '#vocabulary/function.ts';
import { STATUSES } from '#vocabulary/status.ts';
import { HEAT_BANDWIDTH } from '../state/heat.ts';
import { cellsInView, inDegrees } from '../state/in-view.ts';
import { measuredRate } from '../state/measured-rate.ts';
import { shownStreetSides } from '../state/street-side.ts';
import { cellSurface, leftOutOfSurface, smoothingOf, surfaceHectares } from '../state/surface.ts';
import { ExploreElement } from './explore-element.ts';
import { classList, tally } from './legend-class.ts';
import { whenLoaded } from './loaded.ts';

/** What the colours and marks on the map mean, with bounds and how many there are of each in view. */
class Legend extends ExploreElement {
  /** On a telephone the legend would cover the map: it starts closed there. */
  #wide = matchMedia('(min-width: 641px)').matches;

  protected override render() {
    const { say } = this.wording;
    return html`<details class="legend" ?open=${this.#wide}>
      <summary>${say.legend}</summary>
      ${this.#content()}
    </details>`;
  }

  #content(): TemplateResult {
    const { explore, wording } = this;
    const { say } = wording;
    const { reading } = explore;
    if (reading === 'premises')
      return html`${whenLoaded(explore.premisesFrame, wording, say.failed.premises, () => this.#premises())}`;
    if (reading === 'streets')
      return html`${whenLoaded(explore.streetSides, wording, say.failedStreets, () => this.#streets())}`;
    if (reading === 'concentration' && explore.planner)
      return html`${whenLoaded(explore.premisesFrame, wording, say.failed.premises, () => this.#heatOfPremises())}`;
    return html`${whenLoaded(explore.cells, wording, say.failed.cells, () =>
      reading === 'concentration' ? this.#heatOfCells() : this.#percentage(),
    )}`;
  }

  #percentage(): TemplateResult {
    const { zoom } = this.explore.mapStatus.value;
    const size = this.explore.cells.value?.header.size ?? 500;
    return zoom !== null && zoom < smoothingOf(size).squaresFrom ? this.#surface(size) : this.#squares(size);
  }

  get #byMeasure(): string {
    const { say } = this.wording;
    return this.explore.view.value.measure === 'count' ? say.legendByCount : say.legendByArea;
  }

  #surface(size: number): TemplateResult {
    const { say, write } = this.wording;
    const { cellFigures, mapStatus, view } = this.explore;
    const { bandwidth, least } = smoothingOf(size);
    const surface = cellSurface(cellFigures, view.value.measure);
    const { box } = mapStatus.value;
    const hectares = surface && box ? surfaceHectares(surface, least, box) : new Map<VacancyClass, number>();
    const left = leftOutOfSurface(cellFigures, view.value.measure);
    return html`<p class="note">${say.legendSurface}, ${this.#byMeasure}</p>
      ${classList(hectares, this.wording, value => say.legendHectares(write.count(value)))}
      <p class="note">
        ${say.legendSmoothing(write.count(bandwidth), write.count(size))} ${say.legendMask(write.count(least))}
        ${left === 0 ? nothing : left === 1 ? say.legendOneSurfaceLeftOut : say.legendSurfaceLeftOut(write.count(left))}
        ${say.legendZoomForSquares}
      </p>`;
  }

  #squares(size: number): TemplateResult {
    const { say, write } = this.wording;
    const { cellFigures, mapStatus, view } = this.explore;
    const { measure } = view.value;
    const counts = tally(cellsInView(cellFigures, mapStatus.value.box), ({ figure }) =>
      vacancyClass(measuredRate(figure, measure)),
    );
    return html`<p class="note">${say.legendPercentage(write.count(size))}, ${this.#byMeasure}</p>
      ${classList(counts, this.wording, count => (count === 1 ? say.legendOneCell : say.legendCells(write.count(count))))}`;
  }

  #streets(): TemplateResult {
    const { say, write } = this.wording;
    const isInView = inDegrees(this.explore.mapStatus.value.bounds);
    const sides = shownStreetSides(this.explore).filter(({ side }) =>
      side.geometry?.coordinates.some(line => line.some(isInView)),
    );
    const counts = tally(sides, ({ rate }) => vacancyClass(rate));
    return html`<p class="note">${say.legendStreets}, ${this.#byMeasure}</p>
      ${classList(counts, this.wording, count => (count === 1 ? say.legendOneSide : say.legendSides(write.count(count))))}
      <p class="note">${sides.length === 0 ? say.legendNoStreets : say.legendStreetWidth}</p>`;
  }

  #heatOfCells(): TemplateResult {
    const { say, write } = this.wording;
    const { cellFigures } = this.explore;
    const left = cellFigures.filter(
      ({ figure }) => figure.vacant === '<5' || figure.vacant === 'confidential',
    ).length;
    const drawn = cellFigures.some(({ figure }) => typeof figure.vacant === 'number' && figure.vacant > 0);
    return html`${this.#ramp(HEAT_BANDWIDTH.cells)}
      ${drawn ? nothing : html`<p class="note">${say.legendNoHeat}</p>`}
      ${left > 0 ? html`<p class="note">${say.legendLeftOut(write.count(left))}</p>` : nothing}`;
  }

  #heatOfPremises(): TemplateResult {
    const { say, write } = this.wording;
    const isInView = inDegrees(this.explore.mapStatus.value.bounds);
    const count = this.explore.premisesPoints.filter(
      ({ vacant, position }) => vacant && isInView(position),
    ).length;
    return html`${this.#ramp(HEAT_BANDWIDTH.premises)}
      <p class="note">${count === 1 ? say.legendHeatOne : say.legendHeatCount(write.count(count))}</p>`;
  }

  #ramp(bandwidth: number): TemplateResult {
    const { say, write } = this.wording;
    return html`<p class="note">${say.legendConcentration(write.count(bandwidth))}</p>
      <div class="ramp" aria-hidden="true">
        ${[1, 2, 3, 4, 5].map(step => html`<span class="vacancy-${step}"></span>`)}
      </div>
      <p class="ramp-words"><span>${say.legendFew}</span><span>${say.legendMany}</span></p>`;
  }

  #premises(): TemplateResult {
    const { say, language } = this.wording;
    const { bounds, zoom } = this.explore.mapStatus.value;
    const isInView = inDegrees(bounds);
    const seen = this.explore.premisesPoints.filter(({ position }) => isInView(position));
    const counts = tally(seen, ({ status }) => status);
    const functions = tally(seen, ({ function: code }) => code);
    const swatches: Record<string, string> = { vacant: 'hatch', 'partly-vacant': 'hatch-part' };
    return html`<p class="note">${say.legendPremisesInView}</p>
      <ul>
        ${STATUSES.filter(({ code }) => counts.has(code)).map(({ code, observed, ...term }) => {
          const swatch = swatches[code] ?? (observed ? 'in-use' : 'not-observed');
          return this.#entry(swatch, term[language], counts.get(code)!);
        })}
      </ul>
      <ul class="letters">
        ${FUNCTIONS.filter(({ code }) => functions.has(code)).map(
          term =>
            html`<li><span class="letter function-${term.code}" aria-hidden="true">${term.letter}</span>${term[language]}</li>`,
        )}
      </ul>
      ${zoom !== null && zoom < 15 ? html`<p class="note">${say.legendPremisesZoom}</p>` : nothing}`;
  }

  #entry(swatch: string, words: string, count: number): TemplateResult {
    const number = this.wording.write.count(count);
    return html`<li><span class="swatch ${swatch}" aria-hidden="true"></span>${words}<span class="number">${number}</span></li>`;
  }
}

customElements.define('kk-legend', Legend);
