import { html, type TemplateResult } from 'lit';
import { signOut } from '../api/session.ts';
import type { Theme } from '../state/view.ts';
import { LANGUAGES, type Language } from '../text/language.ts';
import { ExploreElement } from './explore-element.ts';

const NAMES: Record<Language, string> = { nl: 'Nederlands', en: 'English' };

/** Language, appearance, and who looks. Nothing of it is stored: it stands in the address. */
class Settings extends ExploreElement {
  protected override render() {
    return html`${this.#language()} ${this.#theme()} ${this.#session()}`;
  }

  #language(): TemplateResult {
    const { say, language } = this.wording;
    return html`<fieldset class="segments">
      <legend class="hidden">${say.language}</legend>
      ${LANGUAGES.map(
        code => html`<label class="segment" lang=${code}>
          <input
            type="radio"
            name="language"
            .checked=${code === language}
            @change=${() => this.explore.view.set({ language: code })}
          />
          <span>${NAMES[code]}</span>
        </label>`,
      )}
    </fieldset>`;
  }

  #theme(): TemplateResult {
    const { say } = this.wording;
    const { theme } = this.explore.view.value;
    const options: [Theme | null, string][] = [
      [null, say.themeAuto],
      ['light', say.themeLight],
      ['dark', say.themeDark],
    ];
    return html`<label class="field">
      <span>${say.theme}</span>
      <select
        @change=${(event: Event) => {
          const { value } = event.target as HTMLSelectElement;
          this.explore.view.set({ theme: value === 'light' || value === 'dark' ? value : null });
        }}
      >
        ${options.map(
          ([value, words]) =>
            html`<option value=${value ?? ''} .selected=${value === theme}>${words}</option>`,
        )}
      </select>
    </label>`;
  }

  #session(): TemplateResult {
    const { say } = this.wording;
    if (!this.explore.planner) return html`<p class="note">${say.visitor}. ${say.visitorNote}</p>`;
    return html`<div class="heading-row">
      <p class="note">${say.signedIn}.</p>
      <button type="button" class="button" @click=${() => this.#signOut()}>${say.signOut}</button>
    </div>`;
  }

  /**
   * First the page looks as a visitor, so that nothing of a planner's is asked for or under way when the session
   * ends; a server that cannot be reached has not ended it, and the button is back.
   */
  async #signOut(): Promise<void> {
    const { session, view } = this.explore;
    session.set({ role: 'visitor', ended: false });
    const { reading } = view.value;
    view.set({ selection: null, reading: reading === 'premises' ? 'percentage' : reading });
    await signOut().catch(() => session.set({ role: 'planner', ended: false }));
  }
}

customElements.define('kk-settings', Settings);
