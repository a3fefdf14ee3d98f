import { html, nothing, type TemplateResult } from 'lit';
import { countedSentence } from '#planning/counted.ts';
import { shownRangeText, valueText } from '#planning/telling.ts';
import { differenceText } from '../state/scenario-reading-difference.ts';
import { type FigureReading, readIndicators } from '../state/scenario-reading-indicator.ts';
import { figureTable } from './scenario-figure-table.ts';
import { ReadingElement } from './scenario-reading-element.ts';
import { whiskers } from './scenario-whisker.ts';

/** The figures that come first, each as a drawing with its meaning in words; the same as a table one key away. */
class ScenarioIndicators extends ReadingElement {
  #table = false;

  protected override render() {
    const { scenario } = this.reading;
    if (scenario === undefined) return nothing;
    const { say } = this;
    const { language, write } = this.screen;
    const last = scenario.years.length - 1;
    const readings = readIndicators(scenario, this.reading.figures, last);
    const lead = say.figuresLead(scenario.years[0]!, scenario.years[last]!);
    return html`<div class="heading-row">
        <h2 id="figures">${say.figures}</h2>
        <button type="button" class="link no-print" aria-pressed=${this.#table ? 'true' : 'false'} @click=${this.#toggle}>
          ${this.#table ? say.asDrawing : say.asTable}
        </button>
      </div>
      <p class="reading-text">${lead}</p>
      ${
        this.#table
          ? figureTable(readings, `${say.figures} ${scenario.years[last]}`, language, say)
          : html`<ul class="indicators">${readings.map(reading => this.#row(reading))}</ul>`
      }
      <p class="note">
        ${this.#table ? nothing : say.whiskerKey}
        ${say.from(scenario.series.name[language], write.date(scenario.series.referenceDate))}
        ${countedSentence(scenario, language)} ${say.rounded}
      </p>`;
  }

  #toggle = (): void => {
    this.#table = !this.#table;
    this.requestUpdate();
  };

  #row(reading: FigureReading): TemplateResult {
    const { say } = this;
    const { language } = this.screen;
    const { term, now, baseline, proposal, difference, judgement, norm } = reading;
    const value = (words: string, text: string, kind = '') =>
      html`<div class=${kind}><dt>${words}</dt><dd class="number">${text}</dd></div>`;
    return html`<li>
      <div class="indicator-words">
        <h3>${term[language]}</h3>
        <p class="judgement is-${judgement}">
          ${judgement === 'unknown' ? nothing : html`<span class="number">${differenceText(difference, term.unit, language)}</span>`}
          <strong>${say.judgement[judgement]}</strong>
        </p>
        <details>
          <summary>${say.definition}</summary>
          <p>${term.definition[language]} ${this.#goodness(reading)}</p>
          ${reading.gross ? html`<p>${say.gross}: ${differenceText(reading.gross, term.unit, language)}</p>` : nothing}
          ${norm ? html`<p>${say.normText(valueText(norm.value, term.unit, language), norm.source)}</p>` : nothing}
        </details>
      </div>
      ${whiskers(
        {
          title: say.whiskerTitle(term[language]),
          now,
          baseline,
          proposal,
          norm: norm?.value ?? null,
          unit: term.unit,
        },
        language,
        say,
      )}
      <dl>
        ${value(say.now, valueText(now.mid, term.unit, language))}
        ${value(say.doingNothing, shownRangeText(baseline, term.unit, language))}
        ${value(say.proposal, shownRangeText(proposal, term.unit, language), 'of-proposal')}
        ${norm ? value(say.ownNorm, valueText(norm.value, term.unit, language)) : nothing}
      </dl>
    </li>`;
  }

  #goodness({ term }: FigureReading): string {
    if (term.good === 'lower') return this.say.goodLower;
    return term.good === 'higher' ? this.say.goodHigher : this.say.goodNeutral;
  }
}

customElements.define('kk-scenario-indicators', ScenarioIndicators);
