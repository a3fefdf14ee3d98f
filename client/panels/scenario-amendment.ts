import { html, nothing, type TemplateResult } from 'lit';
import type { PublishedMeasure, PublishedScenario } from '#contract/published-scenario.ts';
import { measureModel } from '#planning/measures.ts';
import { measureName, parameterText, shownRangeText } from '#planning/telling.ts';
import { scenarioFigure } from '#vocabulary/scenario-figure.ts';
import {
  type AmendedMeasures,
  amendedMeasures,
  type MeasureChange,
} from '../state/scenario-reading-amendment.ts';
import { comparedFigures } from '../state/scenario-reading-compare.ts';
import { readFigure } from '../state/scenario-reading-indicator.ts';
import { scenarioLoaded } from './scenario-loaded.ts';
import { ReadingElement } from './scenario-reading-element.ts';

/** What an amendment changes: which measures came, went or are different, and every figure beside the proposal's. */
class ScenarioAmendment extends ReadingElement {
  protected override render() {
    const { scenario, amended } = this.reading;
    if (scenario === undefined || scenario.amendmentOf === null) return nothing;
    const { say } = this;
    return html`<h2 id="amendment">${say.amends}</h2>
      ${scenarioLoaded(amended, this.screen, say.amendsFailed, ({ scenario: original }) => this.#difference(original, scenario))}`;
  }

  #difference(original: PublishedScenario, scenario: PublishedScenario): TemplateResult {
    const measures = amendedMeasures(original.measures, scenario.measures);
    return html`${this.#measures(measures, original)} ${this.#figures(original, scenario)}`;
  }

  #measures({ added, removed, changed }: AmendedMeasures, original: PublishedScenario): TemplateResult {
    const { say } = this;
    const { language } = this.screen;
    const line = (words: string, measure: PublishedMeasure) => html`<li>
      <strong>${words}:</strong> <span class="badge-number">${measure.number}</span>
      ${measureName(measure, language)}, ${measure.where[language]}
    </li>`;
    if (added.length + removed.length + changed.length === 0)
      return html`<p class="reading-text">${say.amendsNothing}</p>`;
    return html`<ul class="plain-list">
      ${removed.map(measure => line(say.amendRemoved, measure))} ${added.map(measure => line(say.amendAdded, measure))}
      ${changed.map(
        ({ measure, changes }) => html`<li>
          <strong>${say.amendChanged}:</strong> <span class="badge-number">${measure.number}</span>
          ${measureName(measure, language)}
          <ul>
            ${changes.map(change => html`<li>${this.#change(change, measure)}</li>`)}
          </ul>
        </li>`,
      )}
      <li class="note">${say.amendment(this.reading.scenario!.amendmentOf!.number, original.title, original.version)}</li>
    </ul>`;
  }

  #change(change: MeasureChange, { kind }: PublishedMeasure): string {
    const { say } = this;
    const { language } = this.screen;
    const simple = {
      place: say.amendPlace,
      takes: say.amendTakes,
      choice: say.amendChoice,
      name: say.amendName,
    };
    if (change.what === 'phase') {
      const years = ({ from, until }: { from: number; until: number }) =>
        from === until ? String(from) : `${from}–${until}`;
      return say.amendPhase(years(change.was), years(change.is));
    }
    if (change.what === 'order') return say.amendOrder(change.was, change.is);
    if (change.what !== 'parameter') return simple[change.what];
    const term = measureModel(kind)?.parameters.find(({ id }) => id === change.id);
    const text = (parameter: typeof change.was) =>
      parameter && term ? parameterText(parameter, term, language) : say.amendNone;
    return say.amendParameter(term?.words[language] ?? change.id, text(change.was), text(change.is));
  }

  #figures(original: PublishedScenario, scenario: PublishedScenario): TemplateResult {
    const { say } = this;
    const { language } = this.screen;
    const cell = ({ figures, years }: PublishedScenario, id: (typeof figures)[number]['id']) => {
      const figure = figures.find(each => each.id === id);
      const { unit } = scenarioFigure(id);
      if (figure === undefined) return html`<td class="note">${say.notThere}</td>`;
      return html`<td class="number">
        ${shownRangeText(readFigure(figure, years.length - 1).proposal, unit, language)}
      </td>`;
    };
    return html`<div class="scenario-table" tabindex="0" role="region" aria-label=${`${say.amends} (${scenario.years.at(-1)})`}>
      <table>
        <caption>${say.amends} (${scenario.years.at(-1)})</caption>
        <thead>
          <tr>
            <th scope="col">${say.indicator}</th>
            <th scope="col" class="number">${say.original}</th>
            <th scope="col" class="number">${say.thisAmendment}</th>
          </tr>
        </thead>
        <tbody>
          ${comparedFigures([original, scenario]).map(
            id => html`<tr>
              <th scope="row">${scenarioFigure(id)[language]}</th>
              ${cell(original, id)} ${cell({ ...scenario, figures: [...this.reading.figures] }, id)}
            </tr>`,
          )}
        </tbody>
      </table>
    </div>`;
  }
}

customElements.define('kk-scenario-amendment', ScenarioAmendment);
