import { html, nothing, type TemplateResult } from 'lit';
import type { ScenarioDocument, ScenarioParameter } from '#contract/scenario.ts';
import type { ScenarioBase } from '#contract/scenario-base.ts';
import type { ScenarioResult } from '#contract/scenario-result.ts';
import { measureModel } from '#planning/measures.ts';
import { recompute } from '#planning/recompute.ts';
import { measureName, parameterText, shownRangeText } from '#planning/telling.ts';
import { scenarioFigure } from '#vocabulary/scenario-figure.ts';
import { type DocumentChange, documentChanges } from '../state/scenario-edit-difference.ts';
import { ScenarioEditElement } from './scenario-edit-element.ts';

/** In an amendment: what was changed of the proposal that it amends, and what that does to the figures. */
class ScenarioEditDifference extends ScenarioEditElement {
  #of: { original: ScenarioDocument; base: ScenarioBase; result: ScenarioResult } | undefined;

  protected override render() {
    const { say, edit } = this;
    const { original, amendmentOf } = edit.draft;
    if (original === null || amendmentOf === null) return nothing;
    const changes = documentChanges(original, edit.document);
    return html`<h2>${say.amendmentTitle(amendmentOf.number)}</h2>
      <p class="note">
        ${say.amendmentLead}
        <a href="/scenarios/${amendmentOf.scenario}/versions/${amendmentOf.version}">${amendmentOf.title} (${say.versionNumber(amendmentOf.version)})</a>
      </p>
      ${changes.length === 0 ? html`<p>${say.amendmentSame}</p>` : nothing}
      <ul class="edit-changes">
        ${changes.map(change => html`<li>${this.#told(change)}</li>`)}
      </ul>
      ${changes.length === 0 ? nothing : this.#figures(original)}`;
  }

  #told(change: DocumentChange): string {
    const { say } = this;
    const { language } = this.screen;
    if (change.kind === 'whole') return say.changeWhole(say.wholeFields[change.field]);
    const name = measureName(change.measure, language);
    if (change.kind === 'added') return say.changeAdded(change.number, name);
    if (change.kind === 'removed') return say.changeRemoved(change.number, name);
    if (change.kind === 'moved') return say.changeMoved(name, change.from, change.to);
    if (change.kind === 'field') return say.changeField(change.number, name, say.measureFields[change.field]);
    const term = measureModel(change.measure.kind)?.parameters.find(({ id }) => id === change.parameter);
    const text = (value: ScenarioParameter | null) =>
      value === null || !term ? say.notFilledShort : parameterText(value, term, language);
    return say.changeParameter(
      change.number,
      term?.words[language] ?? change.parameter,
      text(change.before),
      text(change.after),
    );
  }

  /** Figures in the last year: as proposed, and as amended. */
  #figures(original: ScenarioDocument): TemplateResult {
    const { say, edit } = this;
    const { language } = this.screen;
    const before = this.#resultOf(original);
    const rows = edit.document.indicators.flatMap(({ figure }) => {
      const [old, now] = [before, edit.result].map(result =>
        result.figures.find(({ id }) => id === figure)?.proposal.at(-1),
      );
      return old && now ? [{ term: scenarioFigure(figure), old, now }] : [];
    });
    return html`<div class="edit-table" tabindex="0" role="region" aria-label=${say.amendmentFigures}>
      <table>
        <caption>${say.amendmentFigures}</caption>
        <thead>
          <tr><th scope="col">${say.figure}</th><th scope="col" class="number">${say.asProposed}</th><th scope="col" class="number">${say.asAmended}</th></tr>
        </thead>
        <tbody>
          ${rows.map(
            ({ term, old, now }) => html`<tr>
              <th scope="row">${term[language]}</th>
              <td class="number">${shownRangeText(old, term.unit, language)}</td>
              <td class="number">${shownRangeText(now, term.unit, language)}</td>
            </tr>`,
          )}
        </tbody>
      </table>
    </div>`;
  }

  /** Worked out once: the original does not change while this page is open. */
  #resultOf(original: ScenarioDocument): ScenarioResult {
    const { base } = this.edit;
    if (this.#of?.original !== original || this.#of.base !== base)
      this.#of = { original, base, result: recompute(original, base) };
    return this.#of.result;
  }
}

customElements.define('kk-scenario-edit-difference', ScenarioEditDifference);
