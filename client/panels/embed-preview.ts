import { html, nothing, type TemplateResult } from 'lit';
import { previewAddress } from '../api/embed.ts';
import { EmbedElement } from './embed-element.ts';
import './embed-frame.ts';
import { icon } from './icon.ts';

/** A narrow column, a phone, an ordinary page. */
const WIDTHS = [280, 360, 800] as const;
type Width = (typeof WIDTHS)[number];

/** Milliseconds of rest after a change. */
const REST = 400;

/** Where all three widths fit beside the settings. */
const WIDE = '(min-width: 1320px)';

/** What it will look like, at three widths; one at a time where the screen is narrow. */
class EmbedPreview extends EmbedElement {
  #address: string | null = null;
  #height: number | null = null;
  #attempt = 0;
  #width: Width = 360;
  #state: 'loading' | 'ready' | 'failed' = 'loading';
  #timer: ReturnType<typeof setTimeout> | undefined;
  #wide = matchMedia(WIDE);
  #draw = () => this.requestUpdate();
  #stop: (() => void) | undefined;

  override connectedCallback(): void {
    super.connectedCallback();
    this.#wide.addEventListener('change', this.#draw);
    this.#stop = this.builder.watch(() => this.#follow());
    this.#follow();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#wide.removeEventListener('change', this.#draw);
    this.#stop?.();
    clearTimeout(this.#timer);
  }

  /** Shows the first at once, and a change after a rest. */
  #follow(): void {
    const { document } = this.builder;
    const address = document && previewAddress(document);
    clearTimeout(this.#timer);
    if (address === this.#address) return;
    const show = () => {
      this.#address = address;
      this.#height = document?.height ?? null;
      this.#state = 'loading';
      this.requestUpdate();
    };
    if (this.#address === null || address === null) show();
    else this.#timer = setTimeout(show, REST);
  }

  protected override render() {
    const { say } = this;
    return html`<h2 id="preview" tabindex="-1">${say.preview}</h2>
      <p class="note">${say.previewLead}</p>
      <a class="embed-skip" href="#sites">${say.previewSkip}</a>
      ${this.#wide.matches ? nothing : this.#segments()}
      <p class="note embed-preview-state" role="status">${this.#address ? this.#told() : ''}</p>
      ${this.#state === 'failed' && this.#address ? this.#failed() : nothing}
      ${this.#address ? this.#frames(this.#address) : this.#waits()}`;
  }

  #told(): string {
    const { say } = this;
    return { loading: say.previewLoading, ready: say.previewReady, failed: '' }[this.#state];
  }

  #waits(): TemplateResult | typeof nothing {
    const { say, builder } = this;
    const { show, scenario } = builder.choice.value;
    if (builder.place.unseen) return html`<p class="embed-waits">${say.noSeries}</p>`;
    if (builder.place.unknown) return html`<p class="embed-waits">${say.previewUnknown}</p>`;
    return show === 'scenario' && scenario === null
      ? html`<p class="embed-waits">${say.previewWaits}</p>`
      : nothing;
  }

  #segments(): TemplateResult {
    const { say } = this;
    return html`<fieldset class="segments">
      <legend class="hidden">${say.previewWidth}</legend>
      ${WIDTHS.map(
        width => html`<label class="segment">
          <input type="radio" name="preview-width" .checked=${width === this.#width} @change=${() => this.#show(width)} />
          <span>${String(width)}</span>
        </label>`,
      )}
    </fieldset>`;
  }

  #show(width: Width): void {
    this.#width = width;
    this.requestUpdate();
  }

  #frames(address: string): TemplateResult {
    const { say } = this;
    const shown = this.#wide.matches ? WIDTHS : [this.#width];
    // Wider than some screens: whoever uses a keyboard can scroll sideways too.
    return html`<div class="embed-frames" tabindex="0" role="group" aria-labelledby="preview">
      ${shown.map(
        width => html`<figure class="embed-frame of-${width}">
          <figcaption>${say.pixels(String(width))}</figcaption>
          <kk-embed-frame
            .address=${address}
            .name=${say.previewOf(String(width))}
            .width=${width}
            .height=${this.#height}
            .attempt=${this.#attempt}
            @measured=${(event: CustomEvent<number>) => this.builder.heights.set({ [width]: event.detail })}
            @settled=${(event: CustomEvent<{ embed: boolean }>) => this.#settled(event.detail.embed)}
          ></kk-embed-frame>
        </figure>`,
      )}
    </div>`;
  }

  #settled(embed: boolean): void {
    const state = embed ? 'ready' : 'failed';
    if (state === this.#state) return;
    this.#state = state;
    this.requestUpdate();
  }

  #failed(): TemplateResult {
    const { say } = this;
    const again = () => {
      this.#attempt++;
      this.#state = 'loading';
      this.requestUpdate();
    };
    return html`<div class="failure" role="alert">
      ${icon('warning')}
      <p>${say.previewFailed}</p>
      <button type="button" class="button" @click=${again}>${this.frameWords.retry}</button>
    </div>`;
  }
}

customElements.define('kk-embed-preview', EmbedPreview);
