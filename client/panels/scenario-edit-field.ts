import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import type { ScenarioFault } from '#contract/scenario-result.ts';
import { faultSentence } from '#vocabulary/scenario-fault.ts';
import type { ScenarioEdit } from '../state/scenario-edit.ts';
import type { EditCommand } from '../state/scenario-edit-commands.ts';
import type { Language } from '../text/language.ts';
import { scenarioEditWords } from '../text/scenario-edit.ts';
import { icon } from './icon.ts';

/** Id of the element that edits a field of the document: where a fault leads to. */
export const fieldId = (path: string): string => `at-${path.replaceAll('.', '-')}`;

/** Sentences about what is wrong, each with its weight in words. */
export function faultList(faults: readonly ScenarioFault[], id: string, language: Language): TemplateResult {
  const say = scenarioEditWords(language);
  return html`<ul class="faults" id=${id} ?hidden=${faults.length === 0}>
    ${faults.map(
      fault => html`<li class=${fault.severity}>
        ${icon('warning')}<span
          ><span class="hidden">${fault.severity === 'error' ? say.error : say.warning}: </span>${faultSentence(
            fault,
            language,
          )}</span
        >
      </li>`,
    )}
  </ul>`;
}

/** A text of the document: label, field, what it is for, and what is wrong with it. */
export interface TextField {
  edit: ScenarioEdit;
  /** Path in the document. */
  path: string;
  label: string;
  value: string;
  most: number;
  language: Language;
  /** Lines; undefined: one, in an input. */
  rows?: number;
  help?: string;
  command(value: string): EditCommand;
}

/** A field for text; typing in it is one step until it is left. */
export function textField(field: TextField): TemplateResult {
  const { edit, path, label, value, most, rows, help, language } = field;
  const faults = edit.faultsAt(path);
  const id = fieldId(path);
  const typed = (event: Event) => edit.change(field.command((event.target as HTMLInputElement).value), path);
  const described = `${help ? `${id}-help ` : ''}${id}-faults`;
  const invalid = faults.some(({ severity }) => severity === 'error') ? 'true' : 'false';
  const left = () => edit.leaveField();
  const control =
    rows === undefined
      ? html`<input
          id=${id}
          type="text"
          autocomplete="off"
          maxlength=${most}
          .value=${live(value)}
          aria-describedby=${described}
          aria-invalid=${invalid}
          @input=${typed}
          @change=${left}
        />`
      : html`<textarea
          id=${id}
          rows=${rows}
          maxlength=${most}
          .value=${live(value)}
          aria-describedby=${described}
          aria-invalid=${invalid}
          @input=${typed}
          @change=${left}
        ></textarea>`;
  return html`<div class="edit-field">
    <label class="field"><span>${label}</span>${control}</label>
    ${help ? html`<p class="note" id="${id}-help">${help}</p>` : nothing}
    ${faultList(
      faults.filter(fault => fault.field === path),
      `${id}-faults`,
      language,
    )}
  </div>`;
}

/** A choice from a few, as a list that opens. */
export function selectField<T extends string>(parts: {
  id: string;
  label: string;
  value: T | '';
  options: readonly { value: T | ''; words: string; disabled?: boolean }[];
  change(value: T): void;
}): TemplateResult {
  const { id, label, value, options, change } = parts;
  return html`<label class="field">
    <span>${label}</span>
    <select id=${id} @change=${(event: Event) => change((event.target as HTMLSelectElement).value as T)}>
      ${options.map(
        option =>
          html`<option value=${option.value} .selected=${live(option.value === value)} ?disabled=${option.disabled ?? false}>
            ${option.words}
          </option>`,
      )}
    </select>
  </label>`;
}
