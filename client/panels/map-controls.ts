import { html, nothing, type TemplateResult } from 'lit';
import { ExploreElement } from './explore-element.ts';
import { type IconName, icon } from './icon.ts';

/** Zoom at which "my place" opens: a few streets around. */
const MY_PLACE_ZOOM = 16;

/** Buttons on the map; every one says what it does and is large enough for a thumb. */
class MapControls extends ExploreElement {
  #lost = false;

  protected override render() {
    const { say } = this.wording;
    const { commands, municipality } = this.explore;
    return html`<div class="map-buttons" role="group" aria-label=${say.map}>
        ${this.#button('plus', say.zoomIn, () => commands.give({ kind: 'zoom', by: 1 }))}
        ${this.#button('minus', say.zoomOut, () => commands.give({ kind: 'zoom', by: -1 }))}
        ${this.#button('whole', say.wholeMap, () => {
          if (municipality) commands.give({ kind: 'fly', bounds: municipality.bbox });
        })}
        ${this.#button('place', say.myPlace, () => this.#myPlace())}
      </div>
      ${this.#lost ? html`<p class="map-message" role="alert">${say.placeUnknown}</p>` : nothing}`;
  }

  #button(name: IconName, words: string, press: () => void): TemplateResult {
    return html`<button type="button" class="button" aria-label=${words} title=${words} @click=${press}>
      ${icon(name)}
    </button>`;
  }

  /** Only on request, and the place goes nowhere but to the map. */
  #myPlace(): void {
    const told = (lost: boolean) => {
      this.#lost = lost;
      this.requestUpdate();
    };
    navigator.geolocation.getCurrentPosition(
      ({ coords }) => {
        told(false);
        const centre = [coords.longitude, coords.latitude] as const;
        this.explore.commands.give({ kind: 'fly-to', centre, zoom: MY_PLACE_ZOOM });
      },
      () => told(true),
    );
  }
}

customElements.define('kk-map-controls', MapControls);
