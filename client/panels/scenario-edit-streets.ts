import { html } from 'lit';
import { baseStreets, toggled } from '../state/scenario-edit-premises.ts';
import { ScenarioEditElement } from './scenario-edit-element.ts';

/** Street sides to tick, by street. Event `ids`: the ids that are chosen now. */
class ScenarioEditStreets extends ScenarioEditElement {
  static override properties: Record<string, object> = {
    ...ScenarioEditElement.properties,
    ids: { attribute: false },
  };
  declare ids: readonly string[];

  protected override render() {
    const { say } = this;
    const { write } = this.screen;
    const streets = baseStreets(this.edit.base);
    if (streets.length === 0) return html`<p class="note">${say.noStreets}</p>`;
    return html`<div class="edit-scroll" role="group" aria-label=${say.placeKinds['street-sides']} tabindex="0">
      ${streets.map(
        ({ street, sides }) => html`<fieldset class="edit-street">
          <legend>${street}</legend>
          ${sides.map(
            ({ id, side, premises }) => html`<label class="choice">
              <input type="checkbox" .checked=${this.ids.includes(id)} @change=${() => this.#toggle(id)} />
              <span>${say.sides[side]} <small>(${say.premisesCount(write.count(premises))})</small></span>
            </label>`,
          )}
        </fieldset>`,
      )}
    </div>`;
  }

  #toggle(id: string): void {
    this.dispatchEvent(new CustomEvent('ids', { detail: toggled(this.ids, id) }));
  }
}

customElements.define('kk-scenario-edit-streets', ScenarioEditStreets);
