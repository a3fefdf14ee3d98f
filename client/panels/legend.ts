import { html, nothing, type TemplateResult } from 'lit';
import { FUNCTIONS } from '#vocabulary/function.ts';
import { HEAT_BANDWIDTH } from '../state/heat.ts';
import {
  CLASS_BOUNDS,
  measuredRate,
  VACANCY_CLASSES,
  type VacancyClass,
  vacancyClass,
} from '../state/vacancy-class.ts';
import { ExploreElement } from './explore-element.ts';
import { whenLoaded } from './loaded.ts';

/** What the colours and marks on the map mean, with bounds and how many there are of each. */
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
    const heatOfPremises = reading === 'concentration' && explore.planner;
    return html`${whenLoaded(explore.cells, wording, say.failed.cells, () =>
      reading === 'concentration' ? this.#concentration(heatOfPremises) : this.#percentage(),
    )}`;
  }

  #percentage(): TemplateResult {
    const { say, write } = this.wording;
    const { measure } = this.explore.view.value;
    const counts = new Map<VacancyClass, number>();
    for (const { figure } of this.explore.cellFigures) {
      const drawn = vacancyClass(measuredRate(figure, measure));
      counts.set(drawn, (counts.get(drawn) ?? 0) + 1);
    }
    const size = this.explore.cells.value?.header.size ?? 500;
    const present = VACANCY_CLASSES.filter(drawn => typeof drawn === 'number' || counts.has(drawn));
    return html`<p class="note">${say.legendPercentage(write.count(size))}</p>
      <ul>
        ${present.map(drawn => this.#entry(`vacancy-${drawn}`, this.#classWords(drawn), counts.get(drawn) ?? 0))}
      </ul>`;
  }

  #entry(swatch: string, words: string, count: number): TemplateResult {
    const { say, write } = this.wording;
    const number = count === 1 ? say.legendOneCell : say.legendCells(write.count(count));
    return html`<li><span class="swatch ${swatch}" aria-hidden="true"></span>${words}<span class="number">${number}</span></li>`;
  }

  #classWords(drawn: VacancyClass): string {
    const { say, write } = this.wording;
    if (drawn === 'none') return say.legendNone;
    if (drawn === 'below-five') return say.belowFiveLong;
    if (drawn === 'confidential') return say.confidential;
    if (drawn === 'not-observed') return say.notKnown;
    const [low, high] = [CLASS_BOUNDS[drawn - 2], CLASS_BOUNDS[drawn - 1]];
    if (low === undefined) return say.legendUpTo(write.count(high ?? 0));
    return high === undefined
      ? say.legendFrom(write.count(low))
      : say.legendBetween(write.count(low), write.count(high));
  }

  #concentration(ofPremises: boolean): TemplateResult {
    const { say, write } = this.wording;
    const bandwidth = HEAT_BANDWIDTH[ofPremises ? 'premises' : 'cells'];
    const cells = ofPremises ? [] : this.explore.cellFigures;
    const left = cells.filter(
      ({ figure }) => figure.vacant === '<5' || figure.vacant === 'confidential',
    ).length;
    const drawn =
      ofPremises || cells.some(({ figure }) => typeof figure.vacant === 'number' && figure.vacant > 0);
    return html`<p class="note">${say.legendConcentration(write.count(bandwidth))}</p>
      <div class="ramp" aria-hidden="true">
        ${[1, 2, 3, 4, 5].map(step => html`<span class="vacancy-${step}"></span>`)}
      </div>
      <p class="ramp-words"><span>${say.legendFew}</span><span>${say.legendMany}</span></p>
      ${drawn ? nothing : html`<p class="note">${say.legendNoHeat}</p>`}
      ${left > 0 ? html`<p class="note">${say.legendLeftOut(write.count(left))}</p>` : nothing}`;
  }

  #premises(): TemplateResult {
    const { say, language } = this.wording;
    const metres = this.explore.mapStatus.value.metresPerPixel;
    return html`<ul>
        <li><span class="swatch hatch" aria-hidden="true"></span>${say.legendVacant}</li>
        <li><span class="swatch hatch-part" aria-hidden="true"></span>${say.legendPartlyVacant}</li>
        <li><span class="swatch in-use" aria-hidden="true"></span>${say.legendInUse}</li>
      </ul>
      <ul class="letters">
        ${FUNCTIONS.map(
          term =>
            html`<li><span class="letter function-${term.code}" aria-hidden="true">${term.letter}</span>${term[language]}</li>`,
        )}
      </ul>
      ${metres !== null && metres > 4 ? html`<p class="note">${say.legendPremisesZoom}</p>` : nothing}`;
  }
}

customElements.define('kk-legend', Legend);
