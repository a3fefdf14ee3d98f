import { html, nothing, type TemplateResult } from 'lit';
import type { ScenarioNorm } from '#contract/scenario.ts';
import { FUNCTIONS, type FunctionCode } from '#vocabulary/function.ts';
import { setNorm } from '../state/scenario-edit-commands.ts';
import { ScenarioEditElement } from './scenario-edit-element.ts';
import { fieldId, selectField, textField } from './scenario-edit-field.ts';
import { rangeField } from './scenario-edit-range.ts';

const KINDS = ['jobs', 'parking', 'energy'] as const;

/** The municipality's own norms for jobs, parking and energy: without them those figures are not made. */
class ScenarioEditNorms extends ScenarioEditElement {
  protected override render() {
    return html`<p class="note">${this.say.normsLead}</p>
      ${KINDS.map(kind => this.#norm(kind))}`;
  }

  #norm(kind: ScenarioNorm['kind']): TemplateResult {
    const { say, edit } = this;
    const { language } = this.screen;
    const index = edit.document.norms.findIndex(one => one.kind === kind);
    const norm = edit.document.norms[index];
    const path = `norms.${Math.max(0, index)}`;
    return html`<fieldset class="edit-group">
      <legend>${say.normKinds[kind]}</legend>
      ${
        norm === undefined
          ? html`<p class="note">${say.normAbsent}</p>
              <button type="button" class="button" @click=${() => edit.change(setNorm(kind, { kind, values: {}, source: '' }))}>
                ${say.fillIn}<span class="hidden">: ${say.normKinds[kind]}</span>
              </button>`
          : html`${this.#values(norm, path)}
              ${textField({ edit, path: `${path}.source`, label: say.source, value: norm.source, most: 300, language, command: source => setNorm(kind, { ...norm, source }) })}
              <button type="button" class="button" @click=${() => edit.change(setNorm(kind, null))}>
                ${say.leaveOut}<span class="hidden">: ${say.normKinds[kind]}</span>
              </button>`
      }
    </fieldset>`;
  }

  #values(norm: ScenarioNorm, path: string): TemplateResult {
    const { say, edit } = this;
    const { language } = this.screen;
    const { kind, values } = norm;
    const given = FUNCTIONS.filter(({ code }) => values[code] !== undefined);
    const left = FUNCTIONS.filter(({ code }) => values[code] === undefined);
    const set = (code: FunctionCode, value: ScenarioNorm['values'][FunctionCode]) => {
      const { [code]: _, ...others } = values;
      return setNorm(kind, { ...norm, values: value === undefined ? others : { ...values, [code]: value } });
    };
    return html`<div id=${fieldId(`${path}.values`)} tabindex="-1">
      ${given.map(
        ({ code, ...words }) => html`<div class="edit-norm" role="group" aria-label=${words[language]}>
          <h4>${words[language]}</h4>
          ${rangeField({
            edit,
            path: `${path}.values.${code}`,
            value: values[code]!,
            scale: 1,
            language,
            change: (part, number) =>
              edit.change(set(code, { ...values[code]!, [part]: number }), `${path}.${code}.${part}`),
          })}
          <button type="button" class="button" @click=${() => edit.change(set(code, undefined))}>
            ${say.remove}<span class="hidden">: ${words[language]}</span>
          </button>
        </div>`,
      )}
      ${
        left.length === 0
          ? nothing
          : selectField<FunctionCode>({
              id: `norm-add-${kind}`,
              label: say.addFunction,
              value: '',
              options: [
                { value: '', words: say.chooseFunction },
                ...left.map(term => ({ value: term.code, words: term[language] })),
              ],
              change: code => code && edit.change(set(code, { low: 0, mid: 0, high: 0 })),
            })
      }
    </div>`;
  }
}

customElements.define('kk-scenario-edit-norms', ScenarioEditNorms);
