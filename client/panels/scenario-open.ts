import { html, nothing, type TemplateResult } from 'lit';
import type { PublishedScenario } from '#contract/published-scenario.ts';
import { measureModel } from '#planning/measures.ts';
import { measureName, parameterText } from '#planning/telling.ts';
import { scenarioLoaded } from './scenario-loaded.ts';
import { ReadingElement } from './scenario-reading-element.ts';

type Open = PublishedScenario['openAssumptions'][number];

/** The assumptions that a reader may turn. What each setting gives is loaded when they are opened. */
class ScenarioOpen extends ReadingElement {
  protected override render() {
    const { scenario, settings } = this.reading;
    if (scenario === undefined || scenario.openAssumptions.length === 0) return nothing;
    const { say } = this;
    if (scenario.version === 0)
      return html`<h2 id="open">${say.open}</h2>
        <p class="reading-text">${say.openShared}</p>`;
    return html`<h2 id="open">${say.open}</h2>
      <p class="reading-text">${say.openLead}</p>
      ${
        settings.loaded.state === 'idle'
          ? html`<button type="button" class="button" @click=${() => this.reading.wantSettings()}>${say.openStart}</button>`
          : scenarioLoaded(
              settings,
              this.screen,
              say.openFailed,
              () => html`${scenario.openAssumptions.map((open, index) => this.#control(scenario, open, index))}
                ${this.#back()}`,
            )
      }`;
  }

  #control({ measures }: PublishedScenario, open: Open, index: number): TemplateResult | typeof nothing {
    const { language } = this.screen;
    const measure = measures.find(({ id }) => id === open.measure);
    const term = measure && measureModel(measure.kind)?.parameters.find(({ id }) => id === open.parameter);
    const given = measure?.parameters.find(({ id }) => id === open.parameter);
    if (measure === undefined || term === undefined || given === undefined) return nothing;
    const turned = this.reading.turned[index];
    const words = (mid: number) => parameterText({ ...given, low: mid, mid, high: mid }, term, language);
    return html`<fieldset class="turn">
      <legend>
        <span class="badge-number">${measure.number}</span> ${measureName(measure, language)}:
        <strong>${term.words[language]}</strong>
      </legend>
      <p class="note">${term.meaning[language]}</p>
      <div class="segments">
        ${open.settings.map(
          (setting, at) => html`<label class="segment">
            <input
              type="radio"
              name=${`turn-${index}`}
              .checked=${at === turned}
              @change=${() => this.reading.turn(index, at)}
            />
            <span>${words(setting)}${at === open.proposed ? html` <small>(${this.say.proposed})</small>` : nothing}</span>
          </label>`,
        )}
      </div>
    </fieldset>`;
  }

  #back(): TemplateResult | typeof nothing {
    if (!this.reading.isTurned) return nothing;
    return html`<button type="button" class="button" @click=${() => this.screen.view.set({ turn: null })}>
      ${this.say.asProposed}
    </button>`;
  }
}

customElements.define('kk-scenario-open', ScenarioOpen);
