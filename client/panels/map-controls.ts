import { html, nothing, type TemplateResult } from 'lit';
import { ExploreElement } from './explore-element.ts';
import { type IconName, icon } from './icon.ts';

/** Zoom at which "my place" opens: a few streets around. */
const MY_PLACE_ZOOM = 16;
/** Milliseconds that finding a place may take. */
const PATIENCE = 15_000;

type Search = 'idle' | 'seeking' | 'found' | 'outside' | 'denied' | 'unavailable' | 'timeout';

/** Buttons on the map; every one says what it does and is large enough for a thumb. */
class MapControls extends ExploreElement {
  #search: Search = 'idle';
  #full = () => this.requestUpdate();

  override connectedCallback(): void {
    super.connectedCallback();
    document.addEventListener('fullscreenchange', this.#full);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    document.removeEventListener('fullscreenchange', this.#full);
  }

  protected override render() {
    const { say } = this.wording;
    const { commands, municipality } = this.explore;
    const full = document.fullscreenElement !== null;
    return html`<div class="map-buttons" role="group" aria-label=${say.map}>
        ${this.#button('plus', say.zoomIn, () => commands.give({ kind: 'zoom', by: 1 }))}
        ${this.#button('minus', say.zoomOut, () => commands.give({ kind: 'zoom', by: -1 }))}
        ${this.#button('whole', say.wholeMap, () => {
          if (municipality) commands.give({ kind: 'fly', bounds: municipality.bbox });
        })}
        ${this.#button('place', say.myPlace, () => this.#myPlace())}
        ${
          document.fullscreenEnabled
            ? this.#button(full ? 'shrink' : 'grow', full ? say.leaveFullScreen : say.fullScreen, () =>
                this.#toggleFull(),
              )
            : nothing
        }
        ${this.#button('keys', say.keysHelp, () => this.querySelector('dialog')!.showModal())}
      </div>
      ${this.#said()} ${this.#keys()}`;
  }

  #button(name: IconName, words: string, press: () => void): TemplateResult {
    return html`<button type="button" class="button" aria-label=${words} title=${words} @click=${press}>
      ${icon(name)}
    </button>`;
  }

  /** What came of looking for the reader's place: always in words, and heard as well. */
  #said(): TemplateResult {
    const { say } = this.wording;
    const words: Record<Search, string> = {
      idle: '',
      seeking: say.placeSought,
      found: say.placeFound,
      outside: say.placeOutside,
      denied: say.placeDenied,
      unavailable: say.placeUnavailable,
      timeout: say.placeTimeout,
    };
    const quiet = this.#search === 'idle' || this.#search === 'found';
    return html`<p class=${quiet ? 'hidden' : 'map-message'} role="status">${words[this.#search]}</p>`;
  }

  #keys(): TemplateResult {
    const { say } = this.wording;
    return html`<dialog class="map-keys" aria-labelledby="map-keys-title">
      <form method="dialog">
        <h2 id="map-keys-title">${say.keysTitle}</h2>
        <p>${say.keysLead}</p>
        <dl>${say.keys.map(([key, does]) => html`<dt><kbd>${key}</kbd></dt><dd>${does}</dd>`)}</dl>
        <button class="button">${say.close}</button>
      </form>
    </dialog>`;
  }

  /** The map with what belongs to it: legend, dates, sources. */
  #toggleFull(): void {
    if (document.fullscreenElement) void document.exitFullscreen();
    else void this.closest('.stage')?.requestFullscreen();
  }

  /** Only on request, and the place goes nowhere but to the map. */
  #myPlace(): void {
    this.#tell('seeking');
    navigator.geolocation.getCurrentPosition(
      ({ coords }) => this.#show([coords.longitude, coords.latitude]),
      ({ code }) => this.#tell(code === 1 ? 'denied' : code === 3 ? 'timeout' : 'unavailable'),
      { timeout: PATIENCE, maximumAge: 60_000 },
    );
  }

  #show(centre: readonly [number, number]): void {
    const [west, south, east, north] = this.explore.municipality?.bbox ?? [-180, -90, 180, 90];
    const isInside = centre[0] >= west && centre[0] <= east && centre[1] >= south && centre[1] <= north;
    this.#tell(isInside ? 'found' : 'outside');
    if (isInside) this.explore.commands.give({ kind: 'fly-to', centre, zoom: MY_PLACE_ZOOM });
  }

  #tell(search: Search): void {
    this.#search = search;
    this.requestUpdate();
  }
}

customElements.define('kk-map-controls', MapControls);
