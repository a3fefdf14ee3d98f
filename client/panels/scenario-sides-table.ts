import { html, nothing, type TemplateResult } from 'lit';
import type { PublishedSide } from '#contract/published-scenario.ts';
import { numberText } from '#planning/telling.ts';
import { sidesInOrder } from '../state/scenario-reading-sides.ts';
import { scenarioMapWords } from '../text/scenario-reading-map.ts';
import { ReadingElement } from './scenario-reading-element.ts';

/** The map as a table: every street side with what is vacant now, when nothing is done, and in the proposal. */
class ScenarioSidesTable extends ReadingElement {
  #all = false;

  protected override render() {
    const { scenario, sides } = this.reading;
    const { language, write } = this.screen;
    const say = scenarioMapWords[language];
    if (scenario === undefined) return nothing;
    if (sides.length === 0) return html`<p class="note">${say.tableNone}</p>`;
    const last = scenario.years.at(-1)!;
    const changed = sides.filter(({ change }) => change === 'better' || change === 'worse');
    const all = this.#all || changed.length === 0;
    return html`<div class="scenario-table sides" tabindex="0" role="region" aria-label=${say.tableTitle}>
        <table>
          <caption>${say.tableTitle}</caption>
          <thead>
            <tr>
              <th scope="col">${say.street}</th>
              <th scope="col" class="number">${say.observed}</th>
              <th scope="col" class="number">${say.vacantNow}</th>
              <th scope="col" class="number">${say.vacantNothing(last)}</th>
              <th scope="col" class="number">${say.vacantProposal(last)}</th>
              <th scope="col">${say.change}</th>
            </tr>
          </thead>
          <tbody>
            ${sidesInOrder(all ? sides : changed).map(side => this.#row(side))}
          </tbody>
        </table>
      </div>
      ${
        changed.length === 0 || changed.length === sides.length
          ? nothing
          : html`<button type="button" class="button no-print" aria-pressed=${this.#all ? 'true' : 'false'} @click=${this.#toggle}>
              ${this.#all ? say.tableChanged : say.tableAll(write.count(sides.length))}
            </button>`
      }`;
  }

  #toggle = (): void => {
    this.#all = !this.#all;
    this.requestUpdate();
  };

  #row(side: PublishedSide): TemplateResult {
    const { language } = this.screen;
    const say = scenarioMapWords[language];
    const number = (value: PublishedSide['vacant']) => numberText(value, 'premises', language);
    const chosen = this.reading.choice.value.side === side.id;
    return html`<tr class=${chosen ? 'selected' : ''}>
      <th scope="row">${side.street} <small>${say[side.side]}</small></th>
      <td class="number">${number(side.observed)}</td>
      <td class="number">${number(side.vacant)}</td>
      <td class="number">${number(side.baseline)}</td>
      <td class="number">${number(side.proposal)}</td>
      <td><span class="change ${side.change}">${say.changes[side.change]}</span></td>
    </tr>`;
  }
}

customElements.define('kk-scenario-sides-table', ScenarioSidesTable);
