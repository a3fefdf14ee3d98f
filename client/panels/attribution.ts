import { html } from 'lit';
import { ExploreElement } from './explore-element.ts';

/** Whose data this is, always in sight. Written as text: what a dataset says of itself is never read as HTML. */
class Attribution extends ExploreElement {
  protected override render() {
    const { say } = this.wording;
    const said = (this.explore.datasets.value?.datasets ?? []).map(({ attribution }) => attribution);
    const sources = [...new Set(said)].filter(text => text !== '');
    return html`<p class="attribution">
      ${sources.length > 0 ? html`<span class="hidden">${say.attribution}: </span>${sources.join(' · ')} · ` : ''}MapLibre
    </p>`;
  }
}

customElements.define('kk-attribution', Attribution);
