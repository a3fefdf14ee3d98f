import { html, LitElement, nothing } from 'lit';
import type { Explore } from '../state/explore.ts';
import './explore/explore-page.ts';
import './sign-in/sign-in-page.ts';

/** Screens that the client has. */
export type Page = 'explore' | 'sign-in';

/** The root of every page: picks the page, and keeps language and theme of the document right. */
export class App extends LitElement {
  static override properties = { page: { attribute: false } };
  declare page: Page | undefined;
  #explore: Explore | undefined;

  /** Shows a page; called once, at the start. */
  open(explore: Explore, page: Page): void {
    this.#explore = explore;
    this.page = page;
    explore.watch(() => this.#applyToDocument());
    explore.view.watch(() => this.#applyToDocument());
    this.#applyToDocument();
  }

  protected override createRenderRoot(): HTMLElement {
    return this;
  }

  protected override render() {
    if (this.page === 'sign-in') return html`<kk-sign-in-page .explore=${this.#explore}></kk-sign-in-page>`;
    return this.page === 'explore'
      ? html`<kk-explore-page .explore=${this.#explore}></kk-explore-page>`
      : nothing;
  }

  #applyToDocument(): void {
    const explore = this.#explore!;
    const { theme } = explore.view.value;
    const root = document.documentElement;
    root.lang = explore.wording.language;
    if (theme === null) delete root.dataset.theme;
    else root.dataset.theme = theme;
    const place = explore.selectedArea?.name ?? explore.municipality?.name;
    document.title = place ? `${place} · Kernkaart` : 'Kernkaart';
  }
}

customElements.define('kk-app', App);
