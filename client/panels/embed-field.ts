import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';

/** One of a few, each with a sentence that says when. */
export interface RadioOption<T extends string> {
  value: T;
  words: string;
  lead?: string;
}

/** A choice from a few that are all in sight. @param cards in boxes beside each other, where each is a step in itself */
export function radioField<T extends string>(parts: {
  name: string;
  legend: string;
  value: T;
  options: readonly RadioOption<T>[];
  hidden?: boolean;
  cards?: boolean;
  change(value: T): void;
}): TemplateResult {
  const { name, legend, value, options, change } = parts;
  return html`<fieldset class=${parts.cards ? 'embed-cards' : 'embed-radios'}>
    <legend class=${parts.hidden ? 'hidden' : ''}>${legend}</legend>
    ${options.map(
      option => html`<label class="choice">
        <input
          type="radio"
          name=${name}
          value=${option.value}
          .checked=${live(option.value === value)}
          aria-labelledby=${`${name}-${option.value}`}
          aria-describedby=${option.lead ? `${name}-${option.value}-lead` : nothing}
          @change=${() => change(option.value)}
        />
        <span>
          <span id=${`${name}-${option.value}`}>${option.words}</span>
          ${option.lead ? html`<small id=${`${name}-${option.value}-lead`}>${option.lead}</small>` : nothing}
        </span>
      </label>`,
    )}
  </fieldset>`;
}

/** One line of a list that opens. */
export interface SelectOption {
  value: string;
  words: string;
}

/** A choice from a list that opens, in groups where there are any. */
export function selectField(parts: {
  id: string;
  label: string;
  value: string;
  options: readonly SelectOption[];
  groups?: readonly { label: string; options: readonly SelectOption[] }[];
  invalid?: boolean;
  describedBy?: string;
  change(value: string): void;
}): TemplateResult {
  const { id, label, value, options, groups = [], change } = parts;
  const line = (option: SelectOption) =>
    html`<option value=${option.value} .selected=${live(option.value === value)}>${option.words}</option>`;
  return html`<label class="field">
    <span>${label}</span>
    <select
      id=${id}
      aria-invalid=${parts.invalid ? 'true' : nothing}
      aria-describedby=${parts.describedBy ?? nothing}
      @change=${(event: Event) => change((event.target as HTMLSelectElement).value)}
    >
      ${options.map(line)}
      ${groups.map(group => html`<optgroup label=${group.label}>${group.options.map(line)}</optgroup>`)}
    </select>
  </label>`;
}

/** Yes or no. */
export function checkField(parts: {
  name: string;
  words: string;
  value: boolean;
  change(value: boolean): void;
}): TemplateResult {
  return html`<label class="choice">
    <input
      type="checkbox"
      name=${parts.name}
      .checked=${live(parts.value)}
      @change=${(event: Event) => parts.change((event.target as HTMLInputElement).checked)}
    />
    <span>${parts.words}</span>
  </label>`;
}
