import { html, nothing, type TemplateResult } from 'lit';
import type { PublishedMeasure } from '#contract/published-scenario.ts';
import { measureModel } from '#planning/measures.ts';
import { measureName, measureSentence, parameterText, shownRangeText } from '#planning/telling.ts';
import { icon } from './icon.ts';
import { ReadingElement } from './scenario-reading-element.ts';

/** The measures as a numbered list that is read from top to bottom, tied to the numbers on the map. */
class ScenarioMeasures extends ReadingElement {
  protected override render() {
    const { scenario } = this.reading;
    const { say } = this;
    const measures = scenario?.measures ?? [];
    return html`<h2 id="measures">${say.measures}</h2>
      <p class="reading-text">${measures.length === 0 ? say.noMeasures : say.measuresLead}</p>
      <ol class="measures">
        ${measures.map(measure => this.#measure(measure))}
      </ol>`;
  }

  #measure(measure: PublishedMeasure): TemplateResult {
    const { language } = this.screen;
    const { number } = measure;
    const on = this.reading.choice.value.measure === number;
    return html`<li id=${`measure-${number}`} class=${on ? 'chosen' : ''}>
      <h3><span class="badge-number">${number}</span> <span class="name">${measureName(measure, language)}</span></h3>
      <p class="reading-text">${measureSentence(measure, language)}</p>
      ${this.#facts(measure)}
      ${this.#show(measure, on)} ${this.#parameters(measure)}
    </li>`;
  }

  #facts({ takenArea, cost }: PublishedMeasure): TemplateResult {
    const { say } = this;
    const { language } = this.screen;
    const fact = (words: string, text: string) =>
      html`<div><dt>${words}</dt><dd class="number">${text}</dd></div>`;
    const known = [takenArea.low, takenArea.mid, takenArea.high].some(part => part !== 0 && part !== null);
    return html`<dl class="facts-row">
      ${known ? fact(say.measureArea, shownRangeText(takenArea, 'square-metres', language)) : nothing}
      ${cost === null ? nothing : fact(say.measureCost, shownRangeText(cost, 'euro', language))}
    </dl>`;
  }

  #show({ number, geometry }: PublishedMeasure, on: boolean): TemplateResult {
    const { say } = this;
    if (geometry === null) return html`<p class="note">${say.measureHidden}</p>`;
    return html`<button
      type="button"
      class="button no-print"
      aria-pressed=${on ? 'true' : 'false'}
      @click=${() => this.#choose(number, on)}
    >
      ${icon('map')}${on ? say.measureLetGo : say.measureShow}<span class="hidden"> (${number})</span>
    </button>`;
  }

  #choose(number: number, on: boolean): void {
    this.reading.chooseMeasure(number);
    if (on) return;
    this.reading.choice.set({ flown: { measure: number } });
    const still = matchMedia('(prefers-reduced-motion: reduce)').matches;
    document.querySelector('#map')?.scrollIntoView({ behavior: still ? 'auto' : 'smooth', block: 'start' });
  }

  #parameters({ kind, parameters, choices }: PublishedMeasure): TemplateResult | typeof nothing {
    const { say } = this;
    const { language } = this.screen;
    const model = measureModel(kind);
    if (parameters.length === 0) return nothing;
    const chosen = (model?.choices ?? []).flatMap(({ id, words, options }) => {
      const option = options.find(each => each.id === choices[id]) ?? options[0];
      return option ? [`${words[language]}: ${option.words[language]}`] : [];
    });
    return html`<details class="parameters">
      <summary>${say.parameters} (${parameters.length})</summary>
      <ul>
        ${chosen.map(words => html`<li>${words}</li>`)}
        ${parameters.map(parameter => {
          const term = model?.parameters.find(({ id }) => id === parameter.id);
          if (term === undefined) return nothing;
          return html`<li>
            <strong>${term.words[language]}</strong>: ${parameterText(parameter, term, language)}
            <span class="note">${term.meaning[language]} ${say.source}: ${parameter.source || '?'}</span>
          </li>`;
        })}
      </ul>
    </details>`;
  }
}

customElements.define('kk-scenario-measures', ScenarioMeasures);
