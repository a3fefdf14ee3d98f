import { html, nothing, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { yearEarlier } from '#figures/comparison.ts';
import { vacancyClass } from '#figures/vacancy-class.ts';
import { AREA_KIND_TERMS, type AreaKind } from '#vocabulary/area-kind.ts';
import { type ApartReason, type AreaFigure, rankingOf } from '../state/ranking.ts';
import { scopeOf, yearChange } from '../state/trend.ts';
import type { View } from '../state/view.ts';
import type { Language } from '../text/language.ts';
import { ExploreElement } from './explore-element.ts';
import { whenLoaded } from './loaded.ts';
import { shownArea, shownRate, shownWords } from './shown.ts';

/** Word for a kind of area. */
export function kindWord(kind: AreaKind, language: Language): string {
  return AREA_KIND_TERMS.find(({ code }) => code === kind)?.[language] ?? kind;
}

const REASONS = {
  unseen: 'apartUnseen',
  hidden: 'apartHidden',
  'no-rate': 'apartNoRate',
  'no-area': 'apartNoArea',
  coverage: 'apartCoverage',
} as const satisfies Record<ApartReason, string>;

/** Rows move with their area when a step ranks them anew, and so does the focus that stands on one. */
const idOf = ({ area }: AreaFigure): string => area.id;

/** Areas ranked by vacancy. It stands before the map, and says the same. */
class AreaList extends ExploreElement {
  protected override render() {
    const { explore, wording } = this;
    const { say } = wording;
    return html`
      <div class="heading-row">
        <h2 id="areas">${say.areas}</h2>
        ${this.#measure()}
      </div>
      ${this.#caption()}
      ${whenLoaded(explore.cube, wording, say.failed.figures, () => nothing)}
      ${whenLoaded(explore.areas, wording, say.failed.areas, ({ areas }) =>
        areas.length === 0
          ? html`<p class="note">${say.areasEmpty}</p>`
          : explore.cube.loaded.state === 'loading' || explore.series === undefined
            ? nothing
            : this.#ranking(),
      )}
    `;
  }

  #ranking(): TemplateResult {
    const { say, write } = this.wording;
    const { ranked, apart } = rankingOf(this.explore);
    if (ranked.length + apart.length === 0) return html`<p class="note">${say.areasOfKindEmpty}</p>`;
    return html`<ol class="areas" aria-labelledby="areas">
        ${repeat(ranked, idOf, (row, index) => this.#row(row, index + 1))}
      </ol>
      ${
        apart.length === 0
          ? nothing
          : html`<h3 class="apart" id="apart">${say.apartCount(write.count(apart.length))}</h3>
            <ul class="areas" aria-labelledby="apart">
              ${repeat(apart, idOf, row => this.#row(row, undefined, row.reason))}
            </ul>`
      }`;
  }

  #measure(): TemplateResult {
    const { say } = this.wording;
    const { measure } = this.explore.view.value;
    const option = (value: View['measure'], words: string) => html`<label class="segment">
      <input
        type="radio"
        name="measure"
        .checked=${measure === value}
        @change=${() => this.explore.view.set({ measure: value })}
      />
      <span>${words}</span>
    </label>`;
    return html`<fieldset class="segments">
      <legend class="hidden">${say.measure}</legend>
      ${option('count', say.byCount)} ${option('floor-area', say.byArea)}
    </fieldset>`;
  }

  /** Series and date of the figures below; and why the floor area says nothing, when it does. */
  #caption(): TemplateResult | typeof nothing {
    const { series, referenceDate, view, municipality } = this.explore;
    const { say, write, language } = this.wording;
    if (series === undefined || referenceDate === undefined || municipality === undefined) return nothing;
    const areaKnown = this.explore.figure(municipality.code)?.areaKnown;
    const unknown = view.value.measure === 'floor-area' && (areaKnown === 0 || areaKnown === null);
    const earlier = yearEarlier(series, referenceDate, scopeOf(this.explore));
    return html`<p class="note">
      ${say.observedOn(series.name[language], write.date(referenceDate))}.
      ${'date' in earlier ? say.areaSince(write.month(earlier.date)) : nothing}
      ${unknown ? say.measureNoArea : nothing}
    </p>`;
  }

  #row({ area, figure, rate }: AreaFigure, rank: number | undefined, reason?: ApartReason): TemplateResult {
    const { say, language } = this.wording;
    const selected = this.explore.selectedArea?.id === area.id;
    const apart = reason === undefined ? nothing : html`<small>${say[REASONS[reason]]}</small>`;
    return html`<li>
      <button type="button" class="row" aria-current=${selected ? 'true' : 'false'} @click=${() => this.#choose(area.id)}>
        <span class="rank">${rank}</span>
        <span class="name">${area.name}<small>${kindWord(area.kind, language)}${this.#counts(figure)}</small>${apart}</span>
        <span class="value">
          ${this.#swatch(rate)}
          ${this.#value(rate, figure)}
        </span>
        ${reason === undefined ? this.#change(area.id) : nothing}
      </button>
    </li>`;
  }

  /** Colour and hatch of the class, as the legend has them. */
  #swatch(rate: AreaFigure['rate']): TemplateResult | typeof nothing {
    if (typeof rate !== 'number') return nothing;
    const drawn = vacancyClass(rate);
    return html`<span class="swatch vacancy-${drawn} hatched-${drawn}" aria-hidden="true"></span>`;
  }

  /** Change over a year; the caption above the list says since when. */
  #change(area: string): TemplateResult | typeof nothing {
    const { say, write } = this.wording;
    const { exact } = this.explore;
    const change = yearChange(this.explore, area);
    if ('reason' in change) return nothing;
    const size = Math.abs(change.points);
    if (size < (exact ? 0.05 : 0.5)) return html`<small class="change">${say.areaEqual}</small>`;
    const points = exact ? write.tenth(size) : write.count(size);
    return html`<small class="change">${(change.points > 0 ? say.areaHigher : say.areaLower)(points)}</small>`;
  }

  #value(rate: AreaFigure['rate'], figure: AreaFigure['figure']): TemplateResult {
    const { view, writeRate } = this.explore;
    if (view.value.measure === 'count') return shownRate(rate, writeRate, this.wording);
    return shownArea(rate, figure, writeRate, this.wording);
  }

  #counts(figure: AreaFigure['figure']): string {
    if (figure === undefined || figure.observed === null) return '';
    const { say, write } = this.wording;
    const [vacant, observed] = [figure.vacant, figure.observed].map(value =>
      shownWords(value, write.count, this.wording),
    );
    return figure.observed === 'confidential' ? '' : ` · ${say.vacantOf(vacant ?? '', observed ?? '')}`;
  }

  #choose(id: string): void {
    const area = this.explore.areas.value?.areas.find(known => known.id === id);
    this.explore.select({ kind: 'area', id });
    if (area) this.explore.commands.give({ kind: 'fly', bounds: area.bbox });
  }
}

customElements.define('kk-area-list', AreaList);
