import { html, LitElement, nothing } from 'lit';
import { live } from 'lit/directives/live.js';
import { readNumber, writeNumber } from '../state/scenario-edit-number.ts';
import type { Language } from '../text/language.ts';

/** A number was typed; `detail` is undefined while what stands there is no number. */
export type NumberEvent = CustomEvent<number | undefined>;

/**
 * A field for one number, written the way of the language. What somebody types stands as typed until they leave the
 * field. `scale`: what is shown is the value times this (100 for shares shown as per cent).
 */
class ScenarioNumber extends LitElement {
  static override properties = {
    value: { type: Number },
    scale: { type: Number },
    language: {},
    label: {},
    fieldId: {},
    invalid: { type: Boolean },
    describedBy: {},
  };
  declare value: number | null;
  declare scale: number;
  declare language: Language;
  declare label: string;
  declare fieldId: string;
  declare invalid: boolean;
  declare describedBy: string | null;
  #typed: string | undefined;

  constructor() {
    super();
    this.scale = 1;
    this.value = null;
    this.invalid = false;
    this.describedBy = null;
  }

  protected override createRenderRoot(): HTMLElement {
    return this;
  }

  /** The value changed for another reason than what is typed here (a step back): then that is what stands here. */
  protected override willUpdate(changed: Map<PropertyKey, unknown>): void {
    const read = this.#typed === undefined ? undefined : readNumber(this.#typed, this.language);
    if (changed.has('value') && read !== undefined && this.#valueOf(read) !== this.value)
      this.#typed = undefined;
  }

  protected override render() {
    const unreadable = this.#typed !== undefined && readNumber(this.#typed, this.language) === undefined;
    return html`<label class="field">
      <span>${this.label}</span>
      <input
        id=${this.fieldId}
        type="text"
        inputmode="decimal"
        autocomplete="off"
        maxlength="20"
        .value=${live(this.#typed ?? this.#written())}
        aria-invalid=${unreadable || this.invalid ? 'true' : 'false'}
        aria-describedby=${this.describedBy ?? nothing}
        @input=${this.#input}
        @change=${this.#left}
        @blur=${this.#left}
      />
    </label>`;
  }

  #written(): string {
    if (this.value === null) return '';
    return writeNumber(Number((this.value * this.scale).toPrecision(12)), this.language);
  }

  #valueOf(shown: number): number {
    return Number((shown / this.scale).toPrecision(12));
  }

  #input(event: Event): void {
    this.#typed = (event.target as HTMLInputElement).value;
    const read = readNumber(this.#typed, this.language);
    const detail = read === undefined ? undefined : this.#valueOf(read);
    this.dispatchEvent(new CustomEvent('number', { detail }));
    this.requestUpdate();
  }

  #left(): void {
    this.#typed = undefined;
    this.requestUpdate();
  }
}

customElements.define('kk-scenario-number', ScenarioNumber);
