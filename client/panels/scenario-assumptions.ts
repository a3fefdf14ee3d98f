import { html, nothing, type TemplateResult } from 'lit';
import type { PublishedScenario } from '#contract/published-scenario.ts';
import { measureName, shownRangeText, stayingSentence } from '#planning/telling.ts';
import { FUNCTIONS } from '#vocabulary/function.ts';
import { faultSentence } from '#vocabulary/scenario-fault.ts';
import { ReadingElement } from './scenario-reading-element.ts';

/** What a scenario starts from and what it does not say, in plain words with its sources. */
class ScenarioAssumptions extends ReadingElement {
  protected override render() {
    const { scenario } = this.reading;
    if (scenario === undefined) return nothing;
    const { say } = this;
    return html`<h2 id="assumptions">${say.assumptions}</h2>
      ${this.#nothingDone(scenario)} ${this.#staying(scenario)} ${this.#plans(scenario)} ${this.#norms(scenario)}
      <p class="reading-text">${say.caseLead}</p>
      ${this.#warnings(scenario)}
      <h3>${say.notSaid}</h3>
      ${scenario.notSaid ? html`<p class="reading-text">${scenario.notSaid}</p>` : nothing}
      <p class="reading-text">${say.notSaidModel}</p>`;
  }

  #nothingDone({ baseline, flows, series }: PublishedScenario): TemplateResult {
    const { say } = this;
    const { language } = this.screen;
    if (baseline.mode === 'frozen') return html`<p class="reading-text">${say.frozen}</p>`;
    // Shares times a hundred leave a trail of digits that would be taken for precision.
    const hundred = (share: number) => Math.round(share * 1000) / 10;
    const share = ({ low, mid, high }: { low: number; mid: number; high: number }) =>
      shownRangeText({ low: hundred(low), mid: hundred(mid), high: hundred(high) }, 'per-cent', language);
    return html`<p class="reading-text">${say.flowsLead}</p>
      <div class="scenario-table" tabindex="0" role="region" aria-label=${say.doingNothing}>
        <table>
          <caption>${say.doingNothing} (${series.name[language]})</caption>
          <thead>
            <tr>
              <th scope="col">${say.flowFunction}</th>
              <th scope="col" class="number">${say.flowIn}</th>
              <th scope="col" class="number">${say.flowOut}</th>
            </tr>
          </thead>
          <tbody>
            ${flows.map(
              flow => html`<tr>
                <th scope="row">
                  ${FUNCTIONS.find(({ code }) => code === flow.function)?.[language]}
                  ${flow.pooled ? html`<span class="note">(${say.pooled})</span>` : nothing}
                </th>
                <td class="number">${share(flow.inflow)}</td>
                <td class="number">${share(flow.outflow)}</td>
              </tr>`,
            )}
          </tbody>
        </table>
      </div>
      <p class="reading-text">${baseline.announced ? say.announced : say.notAnnounced}</p>`;
  }

  /** What becomes of users whose premises are taken, with its source. */
  #staying({ baseline }: PublishedScenario): TemplateResult | typeof nothing {
    const words = stayingSentence({ baseline }, this.screen.language);
    const source = baseline.staying?.source;
    if (words === undefined) return nothing;
    return html`<p class="reading-text">${words} ${source ? `${this.say.source}: ${source}.` : nothing}</p>`;
  }

  #plans({ baseline }: PublishedScenario): TemplateResult | typeof nothing {
    const { say } = this;
    const { language } = this.screen;
    if (baseline.hardPlans.length === 0) return nothing;
    return html`<h3>${say.hardPlans}</h3>
      <ul class="plain-list">
        ${baseline.hardPlans.map(({ name, floorArea, year, source, function: code }) => {
          const words = FUNCTIONS.find(each => each.code === code)?.[language];
          const what = `${shownRangeText(floorArea, 'square-metres', language)} ${words}`;
          return html`<li>${say.hardPlan_(name, what, year, source)}</li>`;
        })}
      </ul>`;
  }

  #norms({ norms }: PublishedScenario): TemplateResult | typeof nothing {
    const { say } = this;
    const { language, write } = this.screen;
    if (norms.length === 0) return nothing;
    const number = (value: number) => (Number.isInteger(value) ? write.count(value) : write.tenth(value));
    return html`<h3>${say.norms}</h3>
      <ul class="plain-list">
        ${norms.map(
          ({ kind, values, source }) => html`<li>
            ${say.normKinds[kind] ?? kind}:
            ${Object.entries(values)
              .map(([code, { low, mid, high }]) => {
                const words = FUNCTIONS.find(each => each.code === code)?.[language] ?? code;
                const range = low === high ? '' : ` (${number(low)} ${say.to} ${number(high)})`;
                return `${words} ${number(mid)}${range}`;
              })
              .join('; ')}.
            ${say.source}: ${source}.
          </li>`,
        )}
      </ul>`;
  }

  #warnings({ warnings, measures }: PublishedScenario): TemplateResult | typeof nothing {
    const { language } = this.screen;
    if (warnings.length === 0) return nothing;
    return html`<h3>${this.say.warnings}</h3>
      <ul class="plain-list">
        ${warnings.map(fault => {
          const about = measures.find(({ id }) => id === fault.measure);
          const name = about && `${about.number}. ${measureName(about, language)}: `;
          return html`<li>${name ?? nothing}${faultSentence(fault, language)}</li>`;
        })}
      </ul>`;
  }
}

customElements.define('kk-scenario-assumptions', ScenarioAssumptions);
