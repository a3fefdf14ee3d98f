import { html, nothing, svg, type TemplateResult } from 'lit';
import type { PublishedScenario } from '#contract/published-scenario.ts';
import { measureName, shownRangeText } from '#planning/telling.ts';
import { type ScenarioFigureId, scenarioFigure } from '#vocabulary/scenario-figure.ts';
import { readIndicators } from '../state/scenario-reading-indicator.ts';
import { icon } from './icon.ts';
import { figureTable } from './scenario-figure-table.ts';
import { lineChart } from './scenario-line-chart.ts';
import { ReadingElement } from './scenario-reading-element.ts';

/** The phases as steps: a year, what is under way in it, how the figures stand then, and the course of one of them. */
class ScenarioPhases extends ReadingElement {
  #figure: ScenarioFigureId | undefined;
  #table = false;
  #narrow = matchMedia('(max-width: 640px)');

  protected override render() {
    const { scenario } = this.reading;
    if (scenario === undefined) return nothing;
    const { say } = this;
    return html`<h2 id="phases">${say.phases}</h2>
      <p class="reading-text no-print">${say.phasesLead}</p>
      ${this.#stepper(scenario)} ${this.#bars(scenario)} ${this.#underWay(scenario)}
      ${figureTable(
        readIndicators(scenario, this.reading.figures, this.reading.year),
        say.chosenYear(scenario.years[this.reading.year]!),
        this.screen.language,
        say,
      )}
      ${this.#course(scenario)}`;
  }

  #stepper({ years }: PublishedScenario): TemplateResult {
    const { say, reading } = this;
    const { year } = reading;
    const go = (index: number) => reading.choice.set({ year: index });
    return html`<div class="stepper no-print" role="group" aria-label=${say.year}>
      <button type="button" class="button" ?disabled=${year === 0} @click=${() => go(year - 1)}>
        ${icon('earlier')}<span class="hidden">${say.earlier}</span>
      </button>
      <label class="field"
        ><span class="hidden">${say.year}</span>
        <select @change=${(event: Event) => go(Number((event.target as HTMLSelectElement).value))}>
          ${years.map((number, index) => html`<option value=${index} .selected=${index === year}>${number}</option>`)}
        </select>
      </label>
      <button type="button" class="button" ?disabled=${year === years.length - 1} @click=${() => go(year + 1)}>
        <span class="hidden">${say.later}</span>${icon('later')}
      </button>
    </div>`;
  }

  /** A bar per measure over the years. What it says stands in words with each measure. */
  #bars({ measures, years }: PublishedScenario): TemplateResult | typeof nothing {
    if (measures.length === 0) return nothing;
    const narrow = this.#narrow.matches;
    const [left, right, row] = [30, narrow ? 330 : 590, 26];
    const step = (right - left) / years.length;
    const x = (year: number) => left + (year - years[0]!) * step;
    const bottom = 8 + measures.length * row;
    const every = Math.ceil(years.length / (narrow ? 4 : 7));
    return html`<svg class="phases" viewBox="0 0 ${right + 10} ${bottom + 26}" aria-hidden="true">
      <rect class="chosen-year" x=${x(years[this.reading.year]!)} y="0" width=${step} height=${bottom + 4} />
      ${years.map((year, index) =>
        index % every === 0
          ? svg`<text x=${x(year) + step / 2} y=${bottom + 20} text-anchor="middle">${year}</text>`
          : nothing,
      )}
      ${measures.map(({ number, phase }, index) => {
        const y = 6 + index * row;
        const from = Math.max(phase.from, years[0]!);
        const until = Math.min(phase.until, years.at(-1)!);
        const width = Math.max(4, x(until) + step - x(from) - 2);
        return svg`<text class="number" x="10" y=${y + 14} text-anchor="middle">${number}</text>
          <rect class="bar" x=${x(from) + 1} y=${y} width=${width} height=${row - 8} rx="2" />`;
      })}
    </svg>`;
  }

  #underWay({ measures, years, baseline }: PublishedScenario): TemplateResult {
    const { say } = this;
    const { language } = this.screen;
    const year = years[this.reading.year]!;
    const now = measures.filter(({ phase }) => phase.from <= year && year <= phase.until);
    const plans = baseline.hardPlans.filter(plan => plan.year === year);
    const words = this.reading.year === 0 ? say.phaseBase : say.phaseNothing;
    return html`<div aria-live="polite" class="under-way">
      <h3>${year}</h3>
      ${
        now.length + plans.length === 0
          ? html`<p>${words}</p>`
          : html`<ul>
              ${now.map(
                measure =>
                  html`<li><span class="badge-number">${measure.number}</span> <span class="name">${measureName(measure, language)}</span></li>`,
              )}
              ${plans.map(
                plan =>
                  html`<li>${plan.name} (${say.hardPlan}: ${shownRangeText(plan.floorArea, 'square-metres', language)})</li>`,
              )}
            </ul>`
      }
    </div>`;
  }

  #course(scenario: PublishedScenario): TemplateResult | typeof nothing {
    const { say } = this;
    const { language } = this.screen;
    const ids = scenario.indicators.map(({ figure }) => figure);
    const figure = this.reading.figure(this.#figure ?? ids[0] ?? 'vacant');
    if (figure === undefined) return nothing;
    const choose = (event: Event) => {
      this.#figure = (event.target as HTMLSelectElement).value as ScenarioFigureId;
      this.requestUpdate();
    };
    return html`<div class="heading-row">
        <label class="field course-choice"
          ><span>${say.courseOf}</span>
          <select @change=${choose}>
            ${ids.map(id => html`<option value=${id} .selected=${id === figure.id}>${scenarioFigure(id)[language]}</option>`)}
          </select>
        </label>
        <button type="button" class="link no-print" aria-pressed=${this.#table ? 'true' : 'false'} @click=${this.#toggle}>
          ${this.#table ? say.asDrawing : say.asTable}
        </button>
      </div>
      ${
        this.#table
          ? this.#rows(scenario)
          : lineChart(figure, scenario.years, this.reading.year, {
              language,
              say,
              narrow: this.#narrow.matches,
            })
      }`;
  }

  #toggle = (): void => {
    this.#table = !this.#table;
    this.requestUpdate();
  };

  #rows({ years, indicators }: PublishedScenario): TemplateResult {
    const { say } = this;
    const { language } = this.screen;
    const figure = this.reading.figure(this.#figure ?? indicators[0]!.figure)!;
    const { unit, [language]: name } = scenarioFigure(figure.id);
    return html`<div class="scenario-table" tabindex="0" role="region" aria-label=${say.courseTitle(name)}>
      <table>
        <caption>${say.courseTitle(name)}</caption>
        <thead>
          <tr>
            <th scope="col">${say.year}</th>
            <th scope="col" class="number">${say.doingNothing}</th>
            <th scope="col" class="number">${say.proposal}</th>
          </tr>
        </thead>
        <tbody>
          ${years.map(
            (year, index) => html`<tr>
              <th scope="row">${year}</th>
              <td class="number">${shownRangeText(figure.baseline[index]!, unit, language)}</td>
              <td class="number">${shownRangeText(figure.proposal[index]!, unit, language)}</td>
            </tr>`,
          )}
        </tbody>
      </table>
    </div>`;
  }
}

customElements.define('kk-scenario-phases', ScenarioPhases);
