import { html, nothing, type TemplateResult } from 'lit';
import type { SearchResult } from '#contract/search.ts';
import { getSuggestions } from '../api/search.ts';
import { Resource } from '../state/resource.ts';
import { ExploreElement } from './explore-element.ts';
import { icon } from './icon.ts';

/** Wait this many milliseconds after the last key before asking. */
const PAUSE = 150;
const LEAST = 2;
/** Zoom for a result that is a point. */
const ADDRESS_ZOOM = 17;

/** Search with suggestions: a combobox with a list, as the ARIA authoring practices describe it. */
class Search extends ExploreElement {
  #found = new Resource(async ([q, place]: readonly [string, string], signal) => {
    return (await getSuggestions(q, place, signal)).results;
  });
  #text = '';
  #active = -1;
  #open = false;
  #timer: ReturnType<typeof setTimeout> | undefined;

  override connectedCallback(): void {
    super.connectedCallback();
    this.#found.watch(() => this.requestUpdate());
  }

  protected override render() {
    const { say } = this.wording;
    const open = this.#open && this.#text.trim().length >= LEAST;
    const results = this.#found.value ?? [];
    return html`<div class="search" @focusout=${this.#left}>
      ${icon('search')}
      <input
        type="text"
        role="combobox"
        aria-label=${say.search}
        placeholder=${say.search}
        aria-expanded=${open && results.length > 0 ? 'true' : 'false'}
        aria-controls="suggestions"
        aria-autocomplete="list"
        aria-activedescendant=${open && results[this.#active] ? `suggestion-${this.#active}` : nothing}
        autocomplete="off"
        spellcheck="false"
        maxlength="120"
        .value=${this.#text}
        @input=${this.#typed}
        @keydown=${this.#pressed}
      />
      <ul id="suggestions" role="listbox" aria-label=${say.search} ?hidden=${!open || results.length === 0}>
        ${results.map((result, index) => this.#option(result, index))}
      </ul>
      <p class=${open && this.#words() !== '' && results.length === 0 ? 'search-words' : 'hidden'} role="status">
        ${open ? this.#words() : ''}
      </p>
    </div>`;
  }

  #option(result: SearchResult, index: number): TemplateResult {
    const { say } = this.wording;
    const kinds = { area: say.kindArea, street: say.kindStreet, address: say.kindAddress };
    return html`<li
      id="suggestion-${index}"
      role="option"
      aria-selected=${index === this.#active ? 'true' : 'false'}
      @mousedown=${(event: Event) => event.preventDefault()}
      @click=${() => this.#choose(result)}
    >
      ${result.label}<small>${kinds[result.kind]}</small>
    </li>`;
  }

  /** What a screen reader hears, and what everybody reads when there is nothing. */
  #words(): string {
    const { say, write } = this.wording;
    const { loaded } = this.#found;
    if (loaded.state === 'failed') return say.searchFailed;
    if (loaded.state !== 'ready') return '';
    if (loaded.value.length === 0) return say.searchNothing;
    return loaded.value.length === 1 ? say.searchOne : say.searchCount(write.count(loaded.value.length));
  }

  #typed(event: Event): void {
    this.#text = (event.target as HTMLInputElement).value;
    this.#active = -1;
    this.#open = true;
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.#ask(), PAUSE);
    this.requestUpdate();
  }

  #ask(): void {
    const q = this.#text.trim();
    const place = this.explore.municipality?.code;
    this.#found.show(q.length < LEAST || place === undefined ? null : [q, place]);
  }

  #pressed(event: KeyboardEvent): void {
    const results = this.#found.value ?? [];
    if (event.key === 'Escape') this.#open = false;
    else if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      const step = event.key === 'ArrowDown' ? 1 : -1;
      this.#open = true;
      this.#active = Math.max(-1, Math.min(results.length - 1, this.#active + step));
      event.preventDefault();
    } else if (event.key === 'Enter') {
      const result = results[Math.max(0, this.#active)];
      if (this.#open && result) this.#choose(result);
    } else return;
    this.requestUpdate();
  }

  #choose(result: SearchResult): void {
    this.#text = result.label;
    this.#open = false;
    if (result.kind === 'area') this.explore.select({ kind: 'area', id: result.id });
    if (result.bbox) this.explore.commands.give({ kind: 'fly', bounds: result.bbox });
    else this.explore.commands.give({ kind: 'fly-to', centre: result.centre, zoom: ADDRESS_ZOOM });
    this.requestUpdate();
  }

  #left(event: FocusEvent): void {
    if (this.contains(event.relatedTarget as Node | null)) return;
    this.#open = false;
    this.requestUpdate();
  }
}

customElements.define('kk-search', Search);
