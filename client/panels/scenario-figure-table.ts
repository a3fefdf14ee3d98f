import { html, nothing, type TemplateResult } from 'lit';
import { shownRangeText, valueText } from '#planning/telling.ts';
import { differenceText } from '../state/scenario-reading-difference.ts';
import type { FigureReading } from '../state/scenario-reading-indicator.ts';
import type { Language } from '../text/language.ts';
import type { ScenarioWords } from '../text/scenario-reading-dutch.ts';

/** Figures in one year as a table: the same as the drawings, and as exact. */
export function figureTable(
  readings: readonly FigureReading[],
  caption: string,
  language: Language,
  say: ScenarioWords,
): TemplateResult {
  return html`<div class="scenario-table" tabindex="0" role="region" aria-label=${caption}>
    <table>
      <caption>
        ${caption}
      </caption>
      <thead>
        <tr>
          <th scope="col">${say.indicator}</th>
          <th scope="col" class="number">${say.now}</th>
          <th scope="col" class="number">${say.doingNothing}</th>
          <th scope="col" class="number">${say.proposal}</th>
          <th scope="col">${say.difference}</th>
        </tr>
      </thead>
      <tbody>
        ${readings.map(reading => row(reading, language, say))}
      </tbody>
    </table>
  </div>`;
}

function row(reading: FigureReading, language: Language, say: ScenarioWords): TemplateResult {
  const { term, now, baseline, proposal, difference, judgement, gross, norm } = reading;
  const { unit } = term;
  return html`<tr>
    <th scope="row">${term[language]}</th>
    <td class="number">${valueText(now.mid, unit, language)}</td>
    <td class="number">${shownRangeText(baseline, unit, language)}</td>
    <td class="number">${shownRangeText(proposal, unit, language)}</td>
    <td>
      ${judgement === 'unknown' ? nothing : html`${differenceText(difference, unit, language)}: `}<strong
        >${say.judgement[judgement]}</strong
      >
      ${gross ? html`<br />${say.gross}: ${differenceText(gross, unit, language)}` : nothing}
      ${norm ? html`<br />${say.ownNorm}: ${valueText(norm.value, unit, language)}` : nothing}
    </td>
  </tr>`;
}
