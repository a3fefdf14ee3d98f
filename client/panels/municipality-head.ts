import { html, nothing, type TemplateResult } from 'lit';
import type { Municipality } from '#contract/municipality.ts';
import { ExploreElement } from './explore-element.ts';

/** The name of the product, and of the municipality that is on the screen. */
class MunicipalityHead extends ExploreElement {
  protected override render() {
    const { say } = this.wording;
    const { municipality, municipalities } = this.explore;
    const known = municipalities.value?.municipalities ?? [];
    return html`<h1>Kernkaart</h1>
      <a class="to-scenarios" href=${this.#scenarios()}>${say.scenarios}</a>
      <div class="where">
        ${known.length > 1 ? this.#choice(known) : html`<p class="municipality">${municipality?.name}</p>`}
        ${municipality?.fictional ? html`<p class="badge" title=${say.fictional}>${say.fictionalShort}</p>` : nothing}
      </div>
      ${municipality?.provisional ? html`<p class="badge">${say.provisional}</p>` : nothing}`;
  }

  /** The list of scenarios of the municipality on the screen, in the same language and theme. */
  #scenarios(): string {
    const { language, theme } = this.explore.view.value;
    const parts = { municipality: this.explore.municipality?.code ?? null, language, theme };
    const given = Object.entries(parts).filter((part): part is [string, never] => part[1] !== null);
    return given.length === 0 ? '/scenarios' : `/scenarios?${new URLSearchParams(given)}`;
  }

  #choice(known: readonly Municipality[]): TemplateResult {
    const { say } = this.wording;
    return html`<select
      class="municipality"
      aria-label=${say.municipality}
      @change=${(event: Event) => this.#show((event.target as HTMLSelectElement).value)}
    >
      ${known.map(
        ({ code, name }) =>
          html`<option value=${code} .selected=${code === this.explore.municipality?.code}>${name}</option>`,
      )}
    </select>`;
  }

  #show(municipality: string): void {
    this.explore.view.set({ municipality, selection: null, series: null, referenceDate: null, camera: null });
  }
}

customElements.define('kk-municipality-head', MunicipalityHead);
