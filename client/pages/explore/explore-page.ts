import { html, nothing, type TemplateResult } from 'lit';
import { ExploreElement } from '../../panels/explore-element.ts';
import { icon } from '../../panels/icon.ts';
import { whenLoaded } from '../../panels/loaded.ts';
import '../../panels/area-list.ts';
import '../../panels/area-table.ts';
import '../../panels/attribution.ts';
import '../../panels/choices.ts';
import '../../panels/filters.ts';
import '../../panels/legend.ts';
import '../../panels/map-controls.ts';
import '../../panels/municipality-head.ts';
import '../../panels/notices.ts';
import '../../panels/place.ts';
import '../../panels/report.ts';
import '../../panels/search.ts';
import '../../panels/settings.ts';
import '../../panels/share.ts';
import '../../panels/timeline.ts';
import { screenLines } from '../../state/screen-summary.ts';
import { dataLinkWords } from '../../text/data-link.ts';
import { emptyInstance } from './empty-instance.ts';
import { preparing } from './preparing.ts';

/**
 * The map screen. In the document the areas and figures come before the map; on the screen the style sheet
 * puts the map in the middle (1440), under a bar with a drawer (820) or behind a tab (360).
 */
class ExplorePage extends ExploreElement {
  #drawer = false;

  protected override render() {
    const { municipalities } = this.explore;
    const { say } = this.wording;
    const none = municipalities.value?.municipalities.length === 0;
    if (this.explore.preparing) return preparing(this.explore.preparing, this.wording);
    if (none) return emptyInstance(this.wording, () => municipalities.retry());
    const { tab } = this.explore.view.value;
    return html`<a class="skip" href="#areas">${say.skipToFigures}</a>
      <div class="explore" data-tab=${tab} data-map=${this.explore.mapStatus.value.state} data-drawer=${this.#drawer ? 'open' : 'closed'} @keydown=${this.#pressed}>
        ${this.#header()}
        <main>
          ${this.#side()}
          <section class="info" aria-labelledby="figures"><kk-place .explore=${this.explore}></kk-place></section>
          ${this.#stage()}
          <kk-timeline .explore=${this.explore}></kk-timeline>
        </main>
      </div>`;
  }

  #header(): TemplateResult {
    const { say } = this.wording;
    return html`<header class="head">
      <kk-municipality-head .explore=${this.explore}></kk-municipality-head>
      <kk-search .explore=${this.explore}></kk-search>
      <button
        type="button"
        class="button menu"
        aria-expanded=${this.#drawer ? 'true' : 'false'}
        aria-controls="side"
        @click=${() => this.#toggleDrawer()}
      >
        ${icon(this.#drawer ? 'close' : 'menu')}<span>${this.#drawer ? say.close : say.menu}</span>
      </button>
      ${this.#tabs()}
      <p class="print-only">${screenLines(this.explore).join(' · ')}</p>
    </header>`;
  }

  #tabs(): TemplateResult {
    const { say } = this.wording;
    const { view } = this.explore;
    const tab = (name: 'map' | 'list', words: string) => html`<button
      type="button"
      class="tab"
      aria-pressed=${view.value.tab === name ? 'true' : 'false'}
      @click=${() => view.set({ tab: name })}
    >
      ${icon(name === 'map' ? 'map' : 'table')}${words}
    </button>`;
    return html`<div class="tabs" role="group" aria-label=${say.tabs}>
      ${tab('map', say.tabMap)} ${tab('list', say.tabList)}
    </div>`;
  }

  #side(): TemplateResult {
    const { say } = this.wording;
    const { explore } = this;
    const table = explore.view.value.display === 'table';
    return html`<div class="side" id="side">
      <div class="side-scroll">
      ${whenLoaded(
        explore.municipalities,
        this.wording,
        say.failed.municipalities,
        () => html`
        <kk-choices .explore=${explore}></kk-choices>
        <kk-filters .explore=${explore}></kk-filters>
        <kk-area-list .explore=${explore}></kk-area-list>
      `,
      )}
      ${
        explore.municipalities.loaded.state === 'loading'
          ? nothing
          : html`<div class="foot">
            <kk-settings .explore=${explore}></kk-settings>
            <p class="to-data"><a href=${this.#data()}>${dataLinkWords[this.wording.language].toData}</a></p>
            <kk-report .explore=${explore}></kk-report>
          </div>`
      }
      </div>
      <div class="side-actions">
        <button
          type="button"
          class="button"
          aria-pressed=${table ? 'true' : 'false'}
          @click=${() => explore.view.set({ display: table ? 'map' : 'table', tab: 'map' })}
        >
          ${icon(table ? 'map' : 'table')}${table ? say.showMap : say.showTable}
        </button>
        <kk-share .explore=${explore}></kk-share>
      </div>
    </div>`;
  }

  /** What is loaded of the municipality on the screen, in the same language and theme. */
  #data(): string {
    const { language, theme } = this.explore.view.value;
    const parts = { municipality: this.explore.municipality?.code ?? null, language, theme };
    const given = Object.entries(parts).filter((part): part is [string, never] => part[1] !== null);
    return given.length === 0 ? '/data' : `/data?${new URLSearchParams(given)}`;
  }

  #stage(): TemplateResult {
    const { say } = this.wording;
    const { state } = this.explore.mapStatus.value;
    const undrawable = state === 'failed' || state === 'unsupported';
    const table = this.explore.view.value.display === 'table' || undrawable;
    return html`<div class="stage">
      ${undrawable ? html`<p class="note map-missing" role="status">${say[state === 'failed' ? 'mapFailed' : 'mapUnsupported']}</p>` : nothing}
      ${table ? html`<kk-area-table .explore=${this.explore}></kk-area-table>` : this.#overMap(state === 'loading')}
      <div class="map-box" ?hidden=${table}><kk-map .explore=${this.explore}></kk-map></div>
      <p id="after-map" tabindex="-1" class="hidden"></p>
      <kk-attribution .explore=${this.explore}></kk-attribution>
      <kk-notices class="notices" .explore=${this.explore}></kk-notices>
    </div>`;
  }

  #overMap(loading: boolean): TemplateResult {
    const { say } = this.wording;
    return html`<a class="skip" href="#after-map">${say.skipMap}</a>
      ${loading ? html`<p class="map-loading" role="status">${say.mapLoading}</p>` : nothing}
      <kk-legend .explore=${this.explore}></kk-legend>
      <kk-map-controls .explore=${this.explore}></kk-map-controls>`;
  }

  #toggleDrawer(): void {
    this.#drawer = !this.#drawer;
    this.requestUpdate();
  }

  /** Escape takes away what lies on top: the drawer, then what is chosen. */
  #pressed(event: KeyboardEvent): void {
    if (event.key !== 'Escape' || (event.target as HTMLElement).getAttribute('role') === 'combobox') return;
    if (this.querySelector(':popover-open')) return;
    if (this.#drawer) this.#toggleDrawer();
    else if (this.explore.view.value.selection) this.explore.select(null);
  }
}

customElements.define('kk-explore-page', ExplorePage);
