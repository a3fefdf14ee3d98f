import { html, nothing, type TemplateResult } from 'lit';
import { edition } from '../api/edition.ts';
import { screenLink } from '../state/screen-link.ts';
import { copyAddress } from './copy-address.ts';
import { icon } from './icon.ts';
import { ReadingElement } from './scenario-reading-element.ts';

/** Sharing what is read by its address. A link that shares a draft says so: whoever gets it can read the draft. */
class ScenarioShare extends ReadingElement {
  #told = '';

  protected override render() {
    const { say } = this;
    const shared = this.screen.place.page === 'shared';
    return html`<button type="button" class="button" popovertarget="scenario-share">${icon('share')}<span class="label">${say.share}</span></button>
      <div id="scenario-share" popover class="share" role="dialog" aria-labelledby="scenario-share-title" @toggle=${() => this.#tell('')}>
        <div class="heading-row">
          <h2 id="scenario-share-title">${say.share}</h2>
          <button
            type="button"
            class="button plain"
            popovertarget="scenario-share"
            popovertargetaction="hide"
            aria-label=${say.close}
            title=${say.close}
          >
            ${icon('close')}
          </button>
        </div>
        <p class="note">${shared ? say.shareShared : say.shareLead}</p>
        <label class="field"
          ><span>${say.shareAddress}</span>
          <input class="address" readonly .value=${location.href} @focus=${(event: Event) => (event.target as HTMLInputElement).select()} />
        </label>
        <div class="actions">
          <button type="button" class="button" @click=${() => this.#copy()}>${icon('copy')}${say.shareCopy}</button>
          ${
            'share' in navigator
              ? html`<button type="button" class="button" @click=${() => this.#send()}>${icon('share')}${say.shareSend}</button>`
              : nothing
          }
        </div>
        <p class="note" role="status">${this.#told}</p>
        ${this.#builder()}
      </div>`;
  }

  /** To the builder of maps on websites, where a server has one. A draft is for who has its link: it goes on no website. */
  #builder(): TemplateResult | typeof nothing {
    const { scenario } = this.reading;
    const { page } = this.screen.place;
    if (edition !== null || !scenario || scenario.version === 0) return nothing;
    const version = page === 'version' ? String(scenario.version) : undefined;
    return html`<p>
      <a href=${screenLink(this.screen, '/embed', { scenario: scenario.id, version })}>${this.say.toWebsite}</a>
    </p>`;
  }

  async #copy(): Promise<void> {
    const { say } = this;
    this.#tell((await copyAddress(this, location.href)) ? say.shareCopied : say.shareNotCopied);
  }

  async #send(): Promise<void> {
    const title = this.reading.scenario?.title ?? '';
    // Rejected when the reader thinks better of it, which is no fault.
    await navigator.share({ title, text: title, url: location.href }).catch(() => undefined);
  }

  #tell(words: string): void {
    this.#told = words;
    this.requestUpdate();
  }
}

customElements.define('kk-scenario-share', ScenarioShare);
