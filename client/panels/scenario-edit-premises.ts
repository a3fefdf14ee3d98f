import { html, nothing, type TemplateResult } from 'lit';
import { FUNCTIONS, type FunctionCode } from '#vocabulary/function.ts';
import { basePremises, foundPremises, toggled } from '../state/scenario-edit-premises.ts';
import { ScenarioEditElement } from './scenario-edit-element.ts';

/** Rows that are drawn; who looks for another one searches. */
const MOST_ROWS = 60;

/** Single premises to tick, found by name, address and function. Event `ids`: the ids that are chosen now. */
class ScenarioEditPremises extends ScenarioEditElement {
  static override properties: Record<string, object> = {
    ...ScenarioEditElement.properties,
    ids: { attribute: false },
    functions: { attribute: false },
  };
  declare ids: readonly string[];
  /** That the measure takes; empty: all are shown. */
  declare functions: readonly FunctionCode[];
  #text = '';
  #vacantOnly = false;
  #everyFunction = false;

  protected override render() {
    const { say } = this;
    const { write } = this.screen;
    const { base } = this.edit;
    const functions = this.#everyFunction ? [] : this.functions;
    const found = foundPremises(base, { text: this.#text, vacantOnly: this.#vacantOnly, functions });
    const rows = found.slice(0, MOST_ROWS);
    const all = found.map(index => base.premises.ids[index]!);
    return html`<label class="field">
        <span>${say.premisesSearch}</span>
        <input type="text" autocomplete="off" maxlength="80" .value=${this.#text} @input=${this.#typed} />
      </label>
      <div class="edit-kinds">
        ${this.#tick(say.vacantOnly, this.#vacantOnly, on => {
          this.#vacantOnly = on;
        })}
        ${
          this.functions.length === 0
            ? nothing
            : this.#tick(say.everyFunction, this.#everyFunction, on => {
                this.#everyFunction = on;
              })
        }
      </div>
      <p class="note" role="status">${say.premisesFound(write.count(found.length), write.count(this.ids.length))}</p>
      <div class="edit-scroll" role="group" aria-label=${say.placeKinds.premises} tabindex="0">
        ${rows.map(index => this.#row(index))}
        ${found.length > rows.length ? html`<p class="note">${say.premisesMore(write.count(found.length - rows.length))}</p>` : nothing}
      </div>
      <div class="actions">
        <button type="button" class="button" ?disabled=${all.length === 0} @click=${() => this.#tell([...new Set([...this.ids, ...all])])}>
          ${say.premisesAll(write.count(all.length))}
        </button>
        <button type="button" class="button" ?disabled=${this.ids.length === 0} @click=${() => this.#tell([])}>
          ${say.premisesNone}
        </button>
      </div>`;
  }

  #row(index: number): TemplateResult {
    const { language, write } = this.screen;
    const one = basePremises(this.edit.base, index);
    const use = FUNCTIONS.find(({ code }) => code === one.function)?.[language] ?? '';
    const area = one.floorArea === null ? this.say.areaUnknown : write.squareMetres(one.floorArea);
    const state = one.duration ? `${one.status[language]}, ${one.duration[language]}` : one.status[language];
    return html`<label class="choice premises-choice">
      <input type="checkbox" .checked=${this.ids.includes(one.id)} @change=${() => this.#tell(toggled(this.ids, one.id))} />
      <span>${one.label} <small>${use} · ${area} · ${state}</small></span>
    </label>`;
  }

  #tick(words: string, on: boolean, set: (on: boolean) => void): TemplateResult {
    return html`<label class="choice">
      <input
        type="checkbox"
        .checked=${on}
        @change=${(event: Event) => {
          set((event.target as HTMLInputElement).checked);
          this.requestUpdate();
        }}
      />
      <span>${words}</span>
    </label>`;
  }

  #typed(event: Event): void {
    this.#text = (event.target as HTMLInputElement).value;
    this.requestUpdate();
  }

  #tell(ids: string[]): void {
    this.dispatchEvent(new CustomEvent('ids', { detail: ids }));
  }
}

customElements.define('kk-scenario-edit-premises', ScenarioEditPremises);
