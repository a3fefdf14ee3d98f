import { html, nothing, type TemplateResult } from 'lit';
import type { MapLayerName } from '../state/map-status.ts';
import { ExploreElement } from './explore-element.ts';
import { failure } from './loaded.ts';

/** What the screen says by itself: no connection, newer data, a session that ended, a layer that did not load. */
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
    const { explore } = this;
    const { offline } = explore;
    const { outdated } = explore.freshness;
    const { failed, slow } = explore.mapStatus.value;
    return html`
      <div role="alert">
        ${offline ? this.#notice(say.offlineTitle, say.offlineWorks, say.lookAgain, () => explore.retryFailed()) : nothing}
        ${outdated ? this.#notice(say.newData, say.newDataLead, say.refresh, () => location.reload()) : nothing}
        ${explore.session.value.ended ? html`<p class="map-message">${say.sessionEnded}</p>` : nothing}
      </div>
      ${slow.length > 0 && failed.length === 0 && !offline ? html`<p class="map-message" role="status">${say.layerSlow(slow.map(name => say.layers[name]).join(', '))}</p>` : nothing}
      ${failed.length > 0 && !offline && !outdated ? this.#layers(failed) : nothing}
      <p class="hidden" role="status">${this.#chosen()}</p>
    `;
  }

  #notice(title: string, lead: string, action: string, act: () => void): TemplateResult {
    return html`<div class="map-message notice">
      <p><strong>${title}</strong> ${lead}</p>
      <button type="button" class="button" @click=${act}>${action}</button>
    </div>`;
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
