import { html, nothing, type TemplateResult } from 'lit';
import { ReadingElement } from './scenario-reading-element.ts';

/** What the page says by itself: no connection, a newer version, newer data, an assumption that was turned. */
class ScenarioNotices extends ReadingElement {
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
    const { news, isTurned, hidesVacancy } = this.reading;
    const { say } = this;
    const { write, view } = this.screen;
    const { newer } = news;
    return html`<div role="status">
      ${navigator.onLine ? nothing : message(say.offline)}
      ${newer ? message(html`${say.newer(newer.version, write.date(newer.publishedAt.slice(0, 10)))} ${say.newerStays}`, this.#toVersion(newer.version)) : nothing}
      ${news.newerData && !newer ? message(html`${say.newerData} ${say.newerStays}`) : nothing}
      ${
        isTurned
          ? message(
              html`<strong>${say.turnedBanner}</strong> ${hidesVacancy ? say.turnedHidden : nothing}`,
              html`<button type="button" class="button primary" @click=${() => view.set({ turn: null })}>
                ${say.asProposed}
              </button>`,
              'turned',
            )
          : nothing
      }
    </div>`;
  }

  #toVersion(version: number): TemplateResult {
    const id = encodeURIComponent(this.reading.scenario!.id);
    return html`<a class="button" href=${`/scenarios/${id}/versions/${version}${location.search}`}
      >${this.say.newerShow(version)}</a
    >`;
  }
}

function message(
  words: string | TemplateResult,
  action: TemplateResult | typeof nothing = nothing,
  kind = '',
): TemplateResult {
  return html`<div class="scenario-message ${kind}"><p>${words}</p>${action}</div>`;
}

customElements.define('kk-scenario-notices', ScenarioNotices);
