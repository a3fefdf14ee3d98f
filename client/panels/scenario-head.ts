import { html, nothing, type TemplateResult } from 'lit';
import { edition } from '../api/edition.ts';
import { signOut } from '../api/session.ts';
import { LANGUAGES, type Language } from '../text/language.ts';
import { frameWords } from '../text/scenario-frame.ts';
import { icon } from './icon.ts';
import { ScenarioElement } from './scenario-element.ts';

const NAMES: Record<Language, string> = { nl: 'Nederlands', en: 'English' };

/** Whose page it is; null while that is not known. */
export interface HeadMunicipality {
  code: string;
  name: string;
  fictional: boolean;
}

/** Head of every page about scenarios: the way back to the map and the list, whose page it is, what can be done. */
class ScenarioHead extends ScenarioElement {
  static override properties = {
    ...ScenarioElement.properties,
    municipality: { attribute: false },
    actions: { attribute: false },
  };
  declare municipality: HeadMunicipality | null;
  /** Buttons and links of the page, before those of language and theme. */
  declare actions: TemplateResult | typeof nothing;

  constructor() {
    super();
    this.municipality = null;
    this.actions = nothing;
  }

  protected override render() {
    const say = frameWords[this.screen.language];
    return html`<a class="skip" href="#content">${say.skip}</a>
      <header class="scenario-head">
        <div class="scenario-where">
          <a class="brand" href=${this.#to(edition !== null && this.screen.language === 'en' ? '/en' : '/')}>Kernkaart</a>
          ${this.municipality ? html`<span>${this.municipality.name}</span>` : nothing}
          ${this.municipality?.fictional ? html`<span class="badge" title=${say.fictional}>${say.fictionalShort}</span>` : nothing}
        </div>
        <nav class="scenario-ways" aria-label="Kernkaart">
          ${edition === null ? html`<a href=${this.#to('/')}>${say.toMap}</a>` : nothing}
          <a href=${this.#to('/scenarios')} aria-current=${this.screen.place.page === 'list' ? 'page' : nothing}>${say.scenarios}</a>
        </nav>
        <div class="scenario-actions">
          ${this.actions}
          <button type="button" class="button" popovertarget="scenario-settings">${icon('language')}<span class="label">${say.settings}</span></button>
        </div>
        ${this.#settings()}
      </header>`;
  }

  /** An address of ours in the same municipality, language and theme. */
  #to(path: string): string {
    const { language, theme, municipality } = this.screen.view.value;
    const parts = { municipality: this.municipality?.code ?? municipality, language, theme };
    const given = Object.entries(parts).filter((part): part is [string, never] => part[1] !== null);
    return given.length === 0 ? path : `${path}?${new URLSearchParams(given)}`;
  }

  #settings(): TemplateResult {
    const say = frameWords[this.screen.language];
    return html`<div id="scenario-settings" popover class="share" role="dialog" aria-labelledby="scenario-settings-title">
      <div class="heading-row">
        <h2 id="scenario-settings-title">${say.settings}</h2>
        <button type="button" class="button plain" popovertarget="scenario-settings" popovertargetaction="hide" aria-label=${say.close} title=${say.close}>
          ${icon('close')}
        </button>
      </div>
      ${this.#language()} ${this.#theme()} ${this.#session()}
    </div>`;
  }

  #language(): TemplateResult {
    const { language, view } = this.screen;
    return html`<fieldset class="segments">
      <legend class="hidden">${frameWords[language].language}</legend>
      ${LANGUAGES.map(
        code => html`<label class="segment" lang=${code}>
          <input type="radio" name="language" .checked=${code === language} @change=${() => view.set({ language: code })} />
          <span>${NAMES[code]}</span>
        </label>`,
      )}
    </fieldset>`;
  }

  #theme(): TemplateResult {
    const { language, view } = this.screen;
    const say = frameWords[language];
    const options = [
      ['', say.themeAuto],
      ['light', say.themeLight],
      ['dark', say.themeDark],
    ] as const;
    const choose = (event: Event) => {
      const { value } = event.target as HTMLSelectElement;
      view.set({ theme: value === 'light' || value === 'dark' ? value : null });
    };
    return html`<label class="field">
      <span>${say.theme}</span>
      <select @change=${choose}>
        ${options.map(
          ([value, words]) =>
            html`<option value=${value} .selected=${value === (view.value.theme ?? '')}>${words}</option>`,
        )}
      </select>
    </label>`;
  }

  #session(): TemplateResult {
    const { planner, language } = this.screen;
    const say = frameWords[language];
    if (edition !== null) return html``;
    if (!planner) return html`<p class="note">${say.visitor}</p>`;
    return html`<div class="heading-row">
      <p class="note">${say.signedIn}</p>
      <button type="button" class="button" @click=${() => this.#signOut()}>${say.signOut}</button>
    </div>`;
  }

  /** A server that cannot be reached has not ended the session, and the button is back. */
  async #signOut(): Promise<void> {
    const { session } = this.screen;
    session.set({ role: 'visitor', ended: false });
    await signOut().catch(() => session.set({ role: 'planner', ended: false }));
  }
}

customElements.define('kk-scenario-head', ScenarioHead);
