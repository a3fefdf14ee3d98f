import { html, nothing, type TemplateResult } from 'lit';
import type { MapLayerName } from '../state/map-status.ts';
import { ExploreElement } from './explore-element.ts';
import { failure } from './loaded.ts';

/** What the screen says by itself: no connection, a session that ended, a layer that did not load. */
class Notices extends ExploreElement {
  #online = () => this.requestUpdate();

  override connectedCallback(): void {
    super.connectedCallback();
    addEventListener('online', this.#online);
    addEventListener('offline', this.#online);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    removeEventListener('online', this.#online);
    removeEventListener('offline', this.#online);
  }

  protected override render() {
    const { say } = this.wording;
    const { failed } = this.explore.mapStatus.value;
    return html`
      ${navigator.onLine ? nothing : html`<p class="map-message" role="alert">${say.offline}</p>`}
      ${this.explore.session.value.ended ? html`<p class="map-message" role="alert">${say.sessionEnded}</p>` : nothing}
      ${failed.length > 0 && navigator.onLine ? this.#layers(failed) : nothing}
      <p class="hidden" role="status">${this.#chosen()}</p>
    `;
  }

  #layers(failed: readonly MapLayerName[]): TemplateResult {
    const { say } = this.wording;
    const names = failed.map(name => say.layers[name]).join(', ');
    return failure(say.layerFailed(names), () => this.explore.commands.give({ kind: 'retry' }), this.wording);
  }

  /** Heard when something is chosen, wherever it was chosen. */
  #chosen(): string {
    const { say } = this.wording;
    const { selectedArea, selectedCell } = this.explore;
    if (selectedArea) return say.chosen(selectedArea.name);
    return selectedCell ? say.chosen(say.cell) : '';
  }
}

customElements.define('kk-notices', Notices);
