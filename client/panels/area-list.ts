import { html, nothing, type TemplateResult } from 'lit';
import { AREA_KIND_TERMS, type AreaKind } from '#vocabulary/area-kind.ts';
import { type AreaFigure, rankedAreas } from '../state/ranking.ts';
import type { View } from '../state/view.ts';
import type { Language } from '../text/language.ts';
import { ExploreElement } from './explore-element.ts';
import { whenLoaded } from './loaded.ts';
import { shownArea, shownRate, shownWords } from './shown.ts';

/** Word for a kind of area. */
export function kindWord(kind: AreaKind, language: Language): string {
  return AREA_KIND_TERMS.find(({ code }) => code === kind)?.[language] ?? kind;
}

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
          : html`<ol class="areas" aria-labelledby="areas">
              ${rankedAreas(explore).map((row, index) => this.#row(row, index))}
            </ol>`,
      )}
    `;
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
    return html`<p class="note">
      ${say.observedOn(series.name[language], write.date(referenceDate))}${
        unknown ? html`<br />${say.measureNoArea}` : nothing
      }
    </p>`;
  }

  #row({ area, figure, rate }: AreaFigure, index: number): TemplateResult {
    const { language } = this.wording;
    const selected = this.explore.selectedArea?.id === area.id;
    return html`<li>
      <button type="button" class="row" aria-current=${selected ? 'true' : 'false'} @click=${() => this.#choose(area.id)}>
        <span class="rank">${typeof rate === 'number' ? index + 1 : ''}</span>
        <span class="name">${area.name}<small>${kindWord(area.kind, language)}${this.#counts(figure)}</small></span>
        <span class="value">${this.#value(rate, figure)}</span>
      </button>
    </li>`;
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
