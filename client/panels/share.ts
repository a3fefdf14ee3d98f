import { html, nothing, type TemplateResult } from 'lit';
import { placeWords } from '../state/screen-summary.ts';
import { copyAddress } from './copy-address.ts';
import { ExploreElement } from './explore-element.ts';
import { icon } from './icon.ts';

/** Sharing the screen, by its address or on paper. What is told says what the other person will see. */
class Share extends ExploreElement {
  #told = '';

  protected override render() {
    const { say } = this.wording;
    return html`<button type="button" class="button" popovertarget="share">${icon('share')}${say.share}</button>
      <div id="share" popover class="share" role="dialog" aria-labelledby="share-title" @toggle=${() => this.#tell('')}>
        <div class="heading-row">
          <h2 id="share-title">${say.share}</h2>
          <button
            type="button"
            class="button plain"
            popovertarget="share"
            popovertargetaction="hide"
            aria-label=${say.close}
            title=${say.close}
          >
            ${icon('close')}
          </button>
        </div>
        ${this.#body()}
      </div>`;
  }

  #body(): TemplateResult {
    const { say } = this.wording;
    const button = (name: 'copy' | 'share' | 'print', words: string, press: () => void) =>
      html`<button type="button" class="button" @click=${press}>${icon(name)}${words}</button>`;
    return html`<p class="note">
        ${say.shareLead} ${this.explore.planner ? say.shareFromPlanner : say.shareFromVisitor}
      </p>
      <label class="field">
        <span>${placeWords(this.explore)}</span>
        <input
          class="address"
          readonly
          aria-label=${say.shareAddress}
          .value=${location.href}
          @focus=${(event: Event) => (event.target as HTMLInputElement).select()}
        />
      </label>
      <div class="actions">
        ${button('copy', say.shareCopy, () => this.#copy())} ${button('print', say.print, () => this.#print())}
        ${'share' in navigator ? button('share', say.shareSend, () => this.#send()) : nothing}
      </div>
      <p class="note" role="status">${this.#told}</p>
      <p><a href=${this.#builder()}>${say.toWebsite}</a></p>`;
  }

  /** The builder of maps on websites, for the chosen area or the municipality. */
  #builder(): string {
    const { selectedArea, municipality, view } = this.explore;
    const { language, theme } = view.value;
    const parts = {
      ...(selectedArea ? { area: selectedArea.id } : { municipality: municipality?.code }),
      language,
      theme,
    };
    const given = Object.entries(parts).filter((part): part is [string, never] => Boolean(part[1]));
    return given.length === 0 ? '/embed' : `/embed?${new URLSearchParams(given)}`;
  }

  async #copy(): Promise<void> {
    const { say } = this.wording;
    this.#tell((await copyAddress(this, location.href)) ? say.shareCopied : say.shareNotCopied);
  }

  #tell(words: string): void {
    this.#told = words;
    this.requestUpdate();
  }

  #print(): void {
    this.querySelector<HTMLElement>('#share')?.hidePopover();
    const { mapStatus, view, commands } = this.explore;
    // The map prints itself when it has turned to the light theme.
    const map = mapStatus.value.state === 'ready' && view.value.display === 'map';
    if (map) commands.give({ kind: 'print' });
    else print();
  }

  async #send(): Promise<void> {
    const text = this.wording.say.shareText(placeWords(this.explore));
    // Rejected when the reader thinks better of it, which is no fault.
    await navigator.share({ title: text, text, url: location.href }).catch(() => undefined);
  }
}

customElements.define('kk-share', Share);
