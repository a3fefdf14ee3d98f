import { html, nothing, type TemplateResult } from 'lit';
import type { PublishedMeasure, PublishedScenario } from '#contract/published-scenario.ts';
import { measureName, measureSentence, summarySentences } from '#planning/telling.ts';
import { scenarioMapWords } from '../text/scenario-reading-map.ts';
import { icon } from './icon.ts';
import './scenario-assumptions.ts';
import './scenario-indicators.ts';
import './scenario-map-panel.ts';
import { qrCode } from './scenario-qr.ts';
import { ReadingElement } from './scenario-reading-element.ts';

type Step =
  | { kind: 'title' | 'map' | 'indicators' | 'assumptions' | 'end' }
  | { kind: 'measure'; measure: PublishedMeasure };

/** Steps of a scenario's tour: title, difference, every measure, figures, assumptions, end. */
function stepsOf({ measures }: PublishedScenario): Step[] {
  return [
    { kind: 'title' },
    { kind: 'map' },
    ...measures.map((measure): Step => ({ kind: 'measure', measure })),
    { kind: 'indicators' },
    { kind: 'assumptions' },
    { kind: 'end' },
  ];
}

/**
 * A scenario told in steps on the wall of a meeting room. The step stands in the address, so that a telephone that reads
 * the code sees the same step.
 */
class ScenarioTour extends ReadingElement {
  #shown = 0;

  override connectedCallback(): void {
    super.connectedCallback();
    addEventListener('keydown', this.#pressed);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    removeEventListener('keydown', this.#pressed);
  }

  protected override render() {
    const { scenario } = this.reading;
    if (scenario === undefined) return nothing;
    const { say } = this;
    const { write } = this.screen;
    const steps = stepsOf(scenario);
    const step = steps[this.#at - 1]!;
    return html`${step.kind === 'title' ? nothing : html`<h1 class="hidden">${scenario.title}</h1>`}
    <div class="tour" data-kind=${step.kind}>
      <div class="tour-words">
        <p class="tour-step" role="status">${say.tourStep(write.count(this.#at), write.count(steps.length))}</p>
        ${this.#words(step, scenario)}
      </div>
      ${
        // One map for the whole tour, out of sight where a step has none: it is not made anew at every step.
        html`<div class="tour-map" ?hidden=${!withMap(step)}>
          <kk-scenario-map-panel .screen=${this.screen} .reading=${this.reading} .bare=${true}></kk-scenario-map-panel>
        </div>`
      }
      <div class="tour-foot">
        <div class="tour-buttons">
          <button type="button" class="button" ?disabled=${this.#at === 1} @click=${() => this.#go(-1)}>
            ${icon('earlier')}${say.tourPrevious}
          </button>
          <button type="button" class="button primary" ?disabled=${this.#at === steps.length} @click=${() => this.#go(1)}>
            ${say.tourNext}${icon('later')}
          </button>
          <button type="button" class="button" @click=${() => this.#end()}>${icon('close')}${say.tourEnd}</button>
        </div>
        <p class="note tour-help">${say.tourHelp}</p>
        <figure class="tour-follow">
          ${qrCode(location.href, say.tourQr)}
          <figcaption>${say.tourFollow}</figcaption>
        </figure>
      </div>
    </div>`;
  }

  /** The step's heading gets the focus, so that it is read out; the map goes where the step is about. */
  protected override updated(): void {
    if (this.#shown === this.#at || this.reading.scenario === undefined) return;
    const first = this.#shown === 0;
    this.#shown = this.#at;
    const step = stepsOf(this.reading.scenario)[this.#at - 1]!;
    const number = step.kind === 'measure' ? step.measure.number : null;
    this.reading.choice.set({ measure: number, side: null, reading: 'difference' });
    if (withMap(step)) this.reading.choice.set({ flown: { measure: number } });
    if (!first) this.querySelector<HTMLElement>('.tour-words h2, .tour-words h1')?.focus();
    scrollTo(0, 0);
  }

  /** Step from 1, kept within the steps that there are. */
  get #at(): number {
    const { scenario } = this.reading;
    const most = scenario ? stepsOf(scenario).length : 1;
    return Math.min(this.screen.view.value.tour ?? 1, most);
  }

  #words(step: Step, scenario: PublishedScenario): TemplateResult {
    const { say } = this;
    const { language } = this.screen;
    const heading = (words: string) => html`<h2 tabindex="-1">${words}</h2>`;
    if (step.kind === 'title')
      return html`<h1 tabindex="-1">${scenario.title}</h1>
        <p class="tour-lead">${scenario.summary}</p>
        ${summarySentences(scenario, language).map(sentence => html`<p>${sentence}</p>`)}`;
    if (step.kind === 'map') {
      const words = scenarioMapWords[language];
      return html`${heading(words.title)}<p>${words.lead(scenario.years.at(-1)!)}</p>`;
    }
    if (step.kind === 'measure')
      return html`${heading(`${step.measure.number}. ${measureName(step.measure, language)}`)}
        <p>${measureSentence(step.measure, language)}</p>
        ${step.measure.geometry === null ? html`<p class="note">${say.measureHidden}</p>` : nothing}`;
    const parts = { screen: this.screen, reading: this.reading };
    if (step.kind === 'indicators')
      return html`<kk-scenario-indicators tabindex="-1" .screen=${parts.screen} .reading=${parts.reading}></kk-scenario-indicators>`;
    if (step.kind === 'assumptions')
      return html`<kk-scenario-assumptions .screen=${parts.screen} .reading=${parts.reading}></kk-scenario-assumptions>`;
    return html`${heading(say.tourLast)}<p class="tour-lead">${say.tourLastLead}</p>`;
  }

  #go(by: 1 | -1): void {
    const { scenario, screen } = this.reading;
    if (scenario === undefined) return;
    const tour = Math.min(Math.max(this.#at + by, 1), stepsOf(scenario).length);
    screen.view.set({ tour });
  }

  #end(): void {
    this.reading.choice.set({ measure: null, flown: { measure: null } });
    this.screen.view.set({ tour: null });
  }

  /** Arrows belong to what is in focus where that is a field or the map; everywhere else they are steps. */
  #pressed = (event: KeyboardEvent): void => {
    const target = event.target as HTMLElement;
    if (event.defaultPrevented || event.altKey || event.ctrlKey || event.metaKey) return;
    if (document.querySelector(':popover-open')) return;
    if (target.closest('input, select, textarea, [role=slider], canvas')) {
      if (event.key !== 'Escape') return;
    }
    if (event.key === 'ArrowRight' || event.key === 'PageDown') this.#go(1);
    else if (event.key === 'ArrowLeft' || event.key === 'PageUp') this.#go(-1);
    else if (event.key === 'Escape') this.#end();
    else return;
    event.preventDefault();
  };
}

const withMap = ({ kind }: Step): boolean => kind === 'map' || kind === 'measure';

customElements.define('kk-scenario-tour', ScenarioTour);
