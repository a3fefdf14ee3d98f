import { html, LitElement, nothing } from 'lit';
import { repeat } from 'lit/directives/repeat.js';

/**
 * A page in a frame that changes without a blink: what was there stays until what comes has loaded. It is as high as
 * what is in it, or as `height` says. Fires `settled` when there is something to see, with whether it is the embed, and
 * `measured` with how high its content is.
 */
class EmbedFrame extends LitElement {
  static override properties = {
    address: { attribute: false },
    name: { attribute: false },
    width: { attribute: false },
    height: { attribute: false },
    attempt: { attribute: false },
  };
  /** Of our own origin. */
  declare address: string;
  /** What screen readers say it is. */
  declare name: string;
  declare width: number;
  /** Pixels; null: as high as what is in it. */
  declare height: number | null;
  /** Another number loads the same address again. */
  declare attempt: number;
  #shown: string | null = null;
  #heights = new Map<string, number>();
  #sizes: ResizeObserver | undefined;

  protected override createRenderRoot(): HTMLElement {
    return this;
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#sizes?.disconnect();
  }

  protected override render() {
    const coming = `${this.attempt} ${this.address}`;
    const keys = [...new Set([this.#shown, coming])].filter(key => key !== null);
    return repeat(
      keys,
      key => key,
      key => {
        const waits = key === coming && key !== this.#shown;
        return html`<iframe
          src=${key.slice(key.indexOf(' ') + 1)}
          title=${waits ? nothing : this.name}
          width=${this.width}
          height=${this.height ?? this.#heights.get(key) ?? 480}
          class=${waits ? 'coming' : ''}
          aria-hidden=${waits ? 'true' : nothing}
          tabindex=${waits ? '-1' : nothing}
          @load=${(event: Event) => this.#loaded(key, event.target as HTMLIFrameElement)}
        ></iframe>`;
      },
    );
  }

  #loaded(key: string, frame: HTMLIFrameElement): void {
    // Null where the browser shows a page of its own: the server was not reached.
    const page = frame.contentDocument;
    const embed = page?.body?.classList.contains('embed') ?? false;
    if (key !== `${this.attempt} ${this.address}`) return;
    if (embed) {
      this.#shown = key;
      this.#heights = new Map();
      this.#measure(key, page!);
      this.#follow(key, page!);
      page!.addEventListener('click', openBeside);
      this.requestUpdate();
    }
    this.dispatchEvent(new CustomEvent('settled', { detail: { embed } }));
  }

  /** The table folds open, the moving map comes: the frame grows along, as it does on the page it is meant for. */
  #follow(key: string, page: Document): void {
    this.#sizes?.disconnect();
    this.#sizes = new ResizeObserver(() => this.#measure(key, page));
    this.#sizes.observe(page.body);
  }

  #measure(key: string, page: Document): void {
    const height = heightOf(page);
    if (height === this.#heights.get(key)) return;
    this.#heights.set(key, height);
    this.dispatchEvent(new CustomEvent('measured', { detail: height }));
    this.requestUpdate();
  }
}

/** Pixels of all there is to see. */
function heightOf({ body }: Document): number {
  const { marginTop, marginBottom } = getComputedStyle(body);
  const margins = Number.parseFloat(marginTop) + Number.parseFloat(marginBottom);
  return Math.ceil(body.getBoundingClientRect().height + margins);
}

/** A link that leaves the embed opens beside the builder: what was chosen here stays in sight. */
function openBeside(event: Event): void {
  const link = (event.target as Element | null)?.closest?.('a[href]') as HTMLAnchorElement | null;
  if (!link || link.getAttribute('href')!.startsWith('#')) return;
  link.target = '_blank';
  link.rel = 'noopener';
}

customElements.define('kk-embed-frame', EmbedFrame);
