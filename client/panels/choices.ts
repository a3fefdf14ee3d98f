import { html, nothing, type TemplateResult } from 'lit';
import { READINGS, type Reading } from '../state/view.ts';
import { ExploreElement } from './explore-element.ts';
import { whenLoaded } from './loaded.ts';

const chosen = (event: Event): string => (event.target as HTMLSelectElement).value;

/** What of vacancy is shown: the reading and the series; the timeline has the reference date. */
class Choices extends ExploreElement {
  protected override render() {
    const { say } = this.wording;
    return html`
      ${this.#readings()}
      ${whenLoaded(this.explore.seriesList, this.wording, say.failed.series, ({ series }) =>
        series.length === 0 ? html`<p class="note">${say.noSeries}</p>` : this.#series(),
      )}
    `;
  }

  #readings(): TemplateResult {
    const { say } = this.wording;
    const { reading } = this.explore;
    return html`<fieldset class="readings">
      <legend>${say.vacancyAs}</legend>
      ${READINGS.map(
        name => html`<label class="choice">
          <input
            type="radio"
            name="reading"
            value=${name}
            .checked=${reading === name}
            ?disabled=${name === 'premises' && !this.explore.planner}
            @change=${() => this.#read(name)}
          />
          <span>${say[name]}</span>
        </label>`,
      )}
      ${this.explore.planner ? nothing : html`<p class="note">${say.premisesForPlanners}</p>`}
    </fieldset>`;
  }

  #read(reading: Reading): void {
    this.explore.view.set({ reading });
  }

  #series(): TemplateResult {
    const { say, language } = this.wording;
    const { view, series, seriesList } = this.explore;
    return html`
      <label class="field">
        <span>${say.series}</span>
        <select @change=${(event: Event) => view.set({ series: chosen(event), referenceDate: null })}>
          ${seriesList.value?.series.map(
            ({ id, name }) =>
              html`<option value=${id} .selected=${id === series?.id}>${name[language]}</option>`,
          )}
        </select>
      </label>
    `;
  }
}

customElements.define('kk-choices', Choices);
