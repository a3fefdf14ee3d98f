import { html, nothing, svg, type TemplateResult } from 'lit';
import type { ScenarioIndicator, ScenarioRange } from '#contract/scenario.ts';
import type { ResultFigure } from '#contract/scenario-result.ts';
import { numberText, shownRangeText, unitWords } from '#planning/telling.ts';
import { SCENARIO_FIGURES, type ScenarioUnit, scenarioFigure } from '#vocabulary/scenario-figure.ts';
import { differenceText } from '../state/scenario-reading-difference.ts';
import { judge } from '../state/scenario-reading-judgement.ts';
import { scenarioWords } from '../text/scenario-reading.ts';
import { icon } from './icon.ts';
import { ScenarioEditElement } from './scenario-edit-element.ts';
import { sentenceCase } from './scenario-edit-sentence.ts';

/** Width of the rows with dots and whiskers, in the units of their drawing. */
const WIDTH = 300;
const MARGIN = 8;

/** What the scenario gives, at once: doing nothing, the proposal and the difference, per year. */
class ScenarioEditFigures extends ScenarioEditElement {
  #all = false;

  protected override render() {
    const { say, edit } = this;
    const { indicators } = edit.document;
    return html`<h2>${say.figures}</h2>
      ${this.#years()}
      ${indicators.length === 0 ? html`<p class="note">${say.noIndicators}</p>` : nothing}
      <ul class="edit-figures">
        ${indicators.map(indicator => this.#indicator(indicator))}
      </ul>
      <details class="edit-all" @toggle=${this.#toggled}>
        <summary>${say.allFigures}</summary>
        ${this.#all ? this.#table() : nothing}
      </details>`;
  }

  get #year(): number {
    const { years } = this.edit.result;
    return Math.min(this.edit.screen.value.year ?? years.length - 1, years.length - 1);
  }

  #years(): TemplateResult {
    const { say, edit } = this;
    const { years } = edit.result;
    const year = this.#year;
    const go = (to: number) => edit.screen.set({ year: to });
    const step = (by: 1 | -1, words: string) => {
      const to = year + by;
      const off = to < 0 || to >= years.length;
      return html`<button type="button" class="button plain" aria-label=${words} title=${words} aria-disabled=${off ? 'true' : 'false'} @click=${() => !off && go(to)}>
        ${icon(by < 0 ? 'earlier' : 'later')}
      </button>`;
    };
    return html`<div class="edit-years">
      ${step(-1, say.yearBefore)}
      <label class="field"
        ><span class="hidden">${say.year}</span>
        <select @change=${(event: Event) => go((event.target as HTMLSelectElement).selectedIndex)}>
          ${years.map(
            (one, index) =>
              html`<option .selected=${index === year}>
                ${one}${index === 0 ? ` (${say.now})` : index === years.length - 1 ? ` (${say.lastYear})` : ''}
              </option>`,
          )}
        </select></label
      >
      ${step(1, say.yearAfter)}
    </div>`;
  }

  #indicator({ figure, norm }: ScenarioIndicator): TemplateResult {
    const { say } = this;
    const { language } = this.screen;
    const term = scenarioFigure(figure);
    const result = this.edit.result.figures.find(({ id }) => id === figure);
    const name = sentenceCase(term[language]);
    if (!result) return html`<li><h3>${name}</h3><p class="note">${say.noFigure}</p></li>`;
    const [baseline, proposal, difference] = this.#at(result);
    const text = (range: ScenarioRange) => shownRangeText(range, term.unit, language);
    const value =
      norm && shownRangeText({ low: norm.value, mid: norm.value, high: norm.value }, term.unit, language);
    return html`<li>
      <h3>${name}</h3>
      <p class="edit-difference">
        ${differenceText(difference, term.unit, language)} <span class="verdict">${scenarioWords[language].judgement[judge(difference, term.good)]}</span>
      </p>
      ${whiskers([baseline, proposal], norm?.value ?? null)}
      <dl class="edit-facts">
        <div class="is-baseline"><dt>${say.doingNothing}</dt><dd>${text(baseline)}</dd></div>
        <div class="is-proposal"><dt>${say.proposal}</dt><dd>${text(proposal)}</dd></div>
        ${norm ? html`<div><dt>${say.norm}</dt><dd>${value}</dd></div>` : nothing}
      </dl>
    </li>`;
  }

  #at({ id, baseline, proposal, difference }: ResultFigure): [ScenarioRange, ScenarioRange, ScenarioRange] {
    const year = this.#year;
    const { unit } = scenarioFigure(id);
    const [before, after] = [baseline[year]!, proposal[year]!];
    return [before, after, shownDifference(before, after, { difference: difference[year]!, unit })];
  }

  #toggled(event: Event): void {
    this.#all = (event.target as HTMLDetailsElement).open;
    this.requestUpdate();
  }

  #table(): TemplateResult {
    const { say } = this;
    const { language } = this.screen;
    const known = SCENARIO_FIGURES.flatMap(term => {
      const result = this.edit.result.figures.find(({ id }) => id === term.id);
      return result ? [{ term, result }] : [];
    });
    return html`<div class="edit-table" tabindex="0" role="region" aria-label=${say.allFigures}>
      <table>
        <thead>
          <tr>
            <th scope="col" class="number">${say.doingNothing}</th>
            <th scope="col" class="number">${say.proposal}</th>
            <th scope="col" class="number">${say.difference}</th>
          </tr>
        </thead>
        ${known.map(
          ({ term, result }) => html`<tbody>
            <tr class="edit-figure-name">
              <th scope="rowgroup" colspan="3" title=${term.definition[language]}>
                ${sentenceCase(term[language])} <small>(${this.#unit(term.unit)})</small>
              </th>
            </tr>
            <tr>
              ${this.#at(result).map(range => html`<td class="number">${this.#numbers(range, term.unit)}</td>`)}
            </tr>
          </tbody>`,
        )}
      </table>
    </div>`;
  }

  /** Unit of the three columns; two percentages differ by percentage points. */
  #unit(unit: ScenarioUnit): string {
    const words = unitWords(unit, this.screen.language);
    return unit === 'per-cent' ? `${words}; ${this.say.differenceInPoints}` : words;
  }

  /** The expected value, and below it low to high where the range says more. */
  #numbers({ low, mid, high }: ScenarioRange, unit: ScenarioUnit): TemplateResult {
    const { language } = this.screen;
    const [least, middle, most] = [low, mid, high].map(value => numberText(value, unit, language));
    if (least === most) return html`${middle}`;
    return html`${middle}<small>${least} ${scenarioWords[language].to} ${most}</small>`;
  }
}

/**
 * The difference as a reader would subtract it: of the expected numbers as they are shown. Low and high lie around it,
 * and are nought where they are too small to be seen in their unit.
 */
function shownDifference(
  before: ScenarioRange,
  after: ScenarioRange,
  { difference, unit }: { difference: ScenarioRange; unit: ScenarioUnit },
): ScenarioRange {
  const steps = unit === 'per-cent' ? 10 : 1;
  // Nought is added, because a nought below zero would get a minus.
  const shown = (value: number) => Math.round(value * steps) / steps + 0;
  const mid = shown(shown(after.mid) - shown(before.mid));
  return { low: Math.min(mid, shown(difference.low)), mid, high: Math.max(mid, shown(difference.high)) };
}

/** Doing nothing and the proposal on one scale: a line from low to high, a dot at what is expected, the norm as a rule. */
function whiskers(
  [baseline, proposal]: readonly [ScenarioRange, ScenarioRange],
  norm: number | null,
): TemplateResult {
  const values = [baseline.low, baseline.high, proposal.low, proposal.high, ...(norm === null ? [] : [norm])];
  const [least, most] = [Math.min(0, ...values), Math.max(...values)];
  const span = most - least || 1;
  const at = (value: number) => MARGIN + ((value - least) / span) * (WIDTH - 2 * MARGIN);
  const row = ({ low, mid, high }: ScenarioRange, y: number, name: string) => svg`<g class=${name}>
    <line x1=${at(low)} x2=${at(high)} y1=${y} y2=${y} />
    <circle cx=${at(mid)} cy=${y} r="5" />
  </g>`;
  return html`<svg class="whiskers" viewBox="0 0 ${WIDTH} 36" aria-hidden="true" focusable="false">
    <line class="zero" x1=${at(0)} x2=${at(0)} y1="2" y2="34" />
    ${row(baseline, 11, 'is-baseline')} ${row(proposal, 25, 'is-proposal')}
    ${norm === null ? nothing : svg`<line class="norm" x1=${at(norm)} x2=${at(norm)} y1="2" y2="34" />`}
  </svg>`;
}

customElements.define('kk-scenario-edit-figures', ScenarioEditFigures);
