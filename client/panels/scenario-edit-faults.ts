import { html, type TemplateResult } from 'lit';
import type { ScenarioFault } from '#contract/scenario-result.ts';
import { measureName } from '#planning/telling.ts';
import { faultSentence } from '#vocabulary/scenario-fault.ts';
import { FIELD_SECTIONS, jumpToFault } from '../state/scenario-edit-jump.ts';
import { icon } from './icon.ts';
import { ScenarioEditElement } from './scenario-edit-element.ts';
import { sentenceCase } from './scenario-edit-sentence.ts';

/** What is wrong, and what to think about; each leads to its field. */
class ScenarioEditFaults extends ScenarioEditElement {
  protected override render() {
    const { say } = this;
    const { faults } = this.edit.result;
    const errors = faults.filter(({ severity }) => severity === 'error');
    const warnings = faults.filter(({ severity }) => severity === 'warning');
    return html`<h2>${say.attention}</h2>
      ${faults.length === 0 ? html`<p class="note">${say.noFaults}</p>` : ''}
      ${this.#list(say.errorsTitle(errors.length), errors)} ${this.#list(say.warningsTitle(warnings.length), warnings)}`;
  }

  #list(title: string, faults: readonly ScenarioFault[]): TemplateResult | '' {
    if (faults.length === 0) return '';
    return html`<h3>${title}</h3>
      <ul class="edit-faults">
        ${faults.map(
          fault => html`<li>
            <button type="button" class="row fault-row ${fault.severity}" @click=${() => this.#jump(fault)}>
              ${icon('warning')}
              <span>${faultSentence(fault, this.screen.language)} <small>${this.#about(fault)}</small></span>
            </button>
          </li>`,
        )}
      </ul>`;
  }

  #jump(fault: ScenarioFault): void {
    this.dispatchEvent(new CustomEvent('jump', { bubbles: true }));
    jumpToFault(this.edit, fault);
  }

  /** The measure that it is about, else the section that edits its field. */
  #about({ measure, field }: ScenarioFault): string {
    const { measures } = this.edit.document;
    const index = measures.findIndex(({ id }) => id === measure);
    const found = measures[index];
    const section = FIELD_SECTIONS[field?.split('.')[0] ?? ''];
    if (!found) return section ? this.say.sections[section] : this.say.wholeScenario;
    return `${index + 1}. ${sentenceCase(measureName(found, this.screen.language))}`;
  }
}

customElements.define('kk-scenario-edit-faults', ScenarioEditFaults);
