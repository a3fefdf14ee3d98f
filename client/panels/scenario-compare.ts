import { html, nothing, type TemplateResult } from 'lit';
import type { PublishedScenario } from '#contract/published-scenario.ts';
import type { Scenarios } from '#contract/scenario-version.ts';
import { shownRangeText } from '#planning/telling.ts';
import { type ScenarioFigureId, scenarioFigure } from '#vocabulary/scenario-figure.ts';
import { MOST_COMPARED } from '../state/scenario-address.ts';
import { cautionsOf, comparedFigures } from '../state/scenario-reading-compare.ts';
import { differenceText } from '../state/scenario-reading-difference.ts';
import { readFigure } from '../state/scenario-reading-indicator.ts';
import { icon } from './icon.ts';
import { scenarioLoaded } from './scenario-loaded.ts';
import { ReadingElement } from './scenario-reading-element.ts';

/** One or two other scenarios of the municipality beside this one, with doing nothing first, in one table. */
class ScenarioCompare extends ReadingElement {
  protected override render() {
    const { scenario, others, compared } = this.reading;
    if (scenario === undefined || scenario.version === 0) return nothing;
    const { say } = this;
    const beside = compared.flatMap(({ value }) => (value ? [value.scenario] : []));
    return html`<h2 id="compare">${say.compare}</h2>
      <p class="reading-text">${say.compareLead}</p>
      <div class="no-print">
        ${
          others.loaded.state === 'idle'
            ? html`<button type="button" class="button" @click=${() => this.reading.wantOthers()}>${say.compareStart}</button>`
            : scenarioLoaded(others, this.screen, say.compareFailed, list => this.#choice(list, scenario))
        }
      </div>
      ${compared.map(one => (one.value ? nothing : scenarioLoaded(one, this.screen, say.compareOneFailed, () => nothing)))}
      ${beside.length === 0 ? nothing : this.#table([{ ...scenario, figures: [...this.reading.figures] }, ...beside])}`;
  }

  #choice({ scenarios }: Scenarios, { id }: PublishedScenario): TemplateResult {
    const { say } = this;
    const { compare } = this.screen.view.value;
    const left = scenarios.filter(other => other.id !== id);
    if (left.length === 0) return html`<p class="note">${say.compareNone}</p>`;
    const full = compare.length >= MOST_COMPARED;
    return html`<fieldset class="compare-choice">
      <legend class="hidden">${say.compareStart}</legend>
      ${left.map(
        other => html`<label class="choice">
          <input
            type="checkbox"
            .checked=${compare.includes(other.id)}
            ?disabled=${full && !compare.includes(other.id)}
            @change=${() => this.#toggle(other.id)}
          />
          <span>${other.title} <small>(${other.area.name})</small></span>
        </label>`,
      )}
      ${full && left.length > MOST_COMPARED ? html`<p class="note">${say.compareOnly(MOST_COMPARED)}</p>` : nothing}
    </fieldset>`;
  }

  #toggle(id: string): void {
    const { view } = this.screen;
    const { compare } = view.value;
    view.set({
      compare: compare.includes(id)
        ? compare.filter(other => other !== id)
        : [...compare, id].slice(0, MOST_COMPARED),
    });
  }

  #table(scenarios: readonly PublishedScenario[]): TemplateResult {
    const { say } = this;
    const [one, ...others] = scenarios as [PublishedScenario, ...PublishedScenario[]];
    const year = (scenario: PublishedScenario) => scenario.years.at(-1);
    return html`${others.map(other => this.#cautions(one, other))}
      <div class="scenario-table" tabindex="0" role="region" aria-label=${say.compareCaption}>
        <table class="comparison">
          <caption>${say.compareCaption}</caption>
          <thead>
            <tr>
              <th scope="col">${say.indicator}</th>
              <th scope="col">${say.doingNothing} <small>${year(one)}</small></th>
              <th scope="col">${say.thisScenario} <small>${year(one)}</small></th>
              ${others.map(other => this.#head(other))}
            </tr>
          </thead>
          <tbody>
            ${comparedFigures(scenarios).map(id => this.#row(id, scenarios))}
          </tbody>
        </table>
      </div>`;
  }

  #head({ id, title, years }: PublishedScenario): TemplateResult {
    const { say } = this;
    return html`<th scope="col">
      <a href=${`/scenarios/${encodeURIComponent(id)}`}>${title}</a> <small>${years.at(-1)}</small>
      <button
        type="button"
        class="button plain no-print"
        aria-label=${say.compareRemove(title)}
        title=${say.compareRemove(title)}
        @click=${() => this.#toggle(id)}
      >
        ${icon('close')}
      </button>
    </th>`;
  }

  #cautions(one: PublishedScenario, other: PublishedScenario): TemplateResult | typeof nothing {
    const { say } = this;
    const cautions = cautionsOf(one, other);
    if (cautions.length === 0) return nothing;
    return html`<div class="scenario-message caution">
      ${icon('warning')}
      <p>
        <strong>${say.cautionTitle}: ${other.title}.</strong> ${cautions.map(caution => say.cautions[caution]).join(' ')}
      </p>
    </div>`;
  }

  #row(id: ScenarioFigureId, scenarios: readonly PublishedScenario[]): TemplateResult {
    const { say } = this;
    const { language } = this.screen;
    const term = scenarioFigure(id);
    const readings = scenarios.map(({ figures, years }) => {
      const figure = figures.find(each => each.id === id);
      return figure && readFigure(figure, years.length - 1);
    });
    const baseline = readings[0]?.baseline;
    return html`<tr>
      <th scope="row">${term[language]}</th>
      <td>${baseline ? shownRangeText(baseline, term.unit, language) : say.notThere}</td>
      ${readings.map(reading =>
        reading === undefined
          ? html`<td class="note">${say.notThere}</td>`
          : html`<td>
              ${shownRangeText(reading.proposal, term.unit, language)}
              <span class="against">
                ${reading.judgement === 'unknown' ? nothing : `${differenceText(reading.difference, term.unit, language)}: `}<strong
                  >${say.judgement[reading.judgement]}</strong
                >
              </span>
            </td>`,
      )}
    </tr>`;
  }
}

customElements.define('kk-scenario-compare', ScenarioCompare);
