import type { HostMessage } from '#contract/embed-message.ts';
import { embedAddress } from './embed-address.ts';
import { KERN_KAART_STYLE } from './kern-kaart-style.ts';
import { embedMessage, HEIGHTS } from './message.ts';

/** Pixels, until the embed has said how high it is. */
const HEIGHT = 640;

/** Milliseconds after which a frame that says nothing is taken not to. */
const PATIENCE = 3000;

const SANDBOX =
  'allow-scripts allow-same-origin allow-popups allow-popups-to-escape-sandbox allow-top-navigation-by-user-activation';

const ATTRIBUTES = ['src', 'title', 'height', 'loading', 'auto-height'] as const;

/**
 * `<kern-kaart src="https://kaart.gemeente.nl/e/...">`: an embed in a page of somebody else. What stands in the element
 * (a link, say) is seen until the embed has answered, and stays when it does not. It sets no inline style and writes no
 * HTML, so that it works under a strict policy of that page.
 *
 * Events (bubbling, `detail` as in `server/contract/embed-message.ts`): `kern-kaart-ready`, `kern-kaart-height`,
 * `kern-kaart-shown`, `kern-kaart-map`.
 */
export class KernKaart extends HTMLElement {
  static readonly observedAttributes = ATTRIBUTES;
  readonly #root = this.attachShadow({ mode: 'open' });
  readonly #style = new CSSStyleSheet();
  readonly #slot = document.createElement('slot');
  readonly #hear = (event: MessageEvent) => this.#receive(event);
  #frame: HTMLIFrameElement | undefined;
  #address: URL | undefined;
  #isIn = false;
  #isReady = false;
  #silence: ReturnType<typeof setTimeout> | undefined;
  /** What was asked before there was anybody to ask. */
  #waiting: HostMessage[] = [];

  constructor() {
    super();
    this.#style.replaceSync(KERN_KAART_STYLE);
    this.#root.adoptedStyleSheets = [this.#style];
    this.#root.append(this.#slot);
  }

  /** Address of the embed. */
  get src(): string {
    return this.getAttribute('src') ?? '';
  }
  set src(address: string) {
    this.setAttribute('src', address);
  }

  /** Pixels; with `autoHeight` only until the embed has said how high it is. */
  get height(): number {
    const height = Number(this.getAttribute('height') ?? HEIGHT);
    return Math.min(Math.max(height || HEIGHT, HEIGHTS.least), HEIGHTS.most);
  }
  set height(pixels: number) {
    this.setAttribute('height', String(pixels));
  }

  /** `lazy` unless the page says `eager`. */
  get loading(): 'lazy' | 'eager' {
    return this.getAttribute('loading') === 'eager' ? 'eager' : 'lazy';
  }
  set loading(when: 'lazy' | 'eager') {
    this.setAttribute('loading', when);
  }

  /** Whether the element is as high as the embed; `auto-height="off"` keeps `height`. */
  get autoHeight(): boolean {
    return this.getAttribute('auto-height') !== 'off';
  }
  set autoHeight(follows: boolean) {
    if (follows) this.removeAttribute('auto-height');
    else this.setAttribute('auto-height', 'off');
  }

  /** Brings the moving map. */
  start(): void {
    this.#ask({ kernkaart: 'start' });
  }

  /** Shows what has this id; null: everything again. */
  show(id: string | null): void {
    this.#ask({ kernkaart: 'show', id });
  }

  connectedCallback(): void {
    this.#isIn = true;
    this.#adopt();
    addEventListener('message', this.#hear);
    this.#open();
  }

  disconnectedCallback(): void {
    this.#isIn = false;
    removeEventListener('message', this.#hear);
    this.#close();
  }

  attributeChangedCallback(name: string, before: string | null, now: string | null): void {
    // When the element becomes one, every attribute is told before it is taken in.
    if (!this.#isIn || before === now) return;
    if (name === 'title' && this.#frame) this.#frame.title = this.#name;
    else if (name === 'height' || name === 'auto-height') this.#setHeight(this.height);
    else this.#open();
  }

  get #name(): string {
    return this.title || 'Kernkaart';
  }

  #open(): void {
    this.#close();
    this.#address = embedAddress(this.getAttribute('src'), document.baseURI);
    if (this.#address === undefined) return;
    const frame = document.createElement('iframe');
    frame.title = this.#name;
    frame.loading = this.loading;
    frame.referrerPolicy = 'strict-origin-when-cross-origin';
    frame.allow = 'fullscreen';
    frame.setAttribute('sandbox', SANDBOX);
    frame.src = this.#address.href;
    frame.addEventListener('load', () => this.#greet());
    this.#frame = frame;
    this.#setHeight(this.height);
    this.#slot.className = 'waiting';
    this.#root.prepend(frame);
  }

  #close(): void {
    clearTimeout(this.#silence);
    this.#frame?.remove();
    this.#frame = undefined;
    this.#isReady = false;
    this.#slot.hidden = false;
    this.#slot.className = '';
  }

  #greet(): void {
    this.#isReady = false;
    this.#send({ kernkaart: 'hello' });
    clearTimeout(this.#silence);
    // Refused, or without its script: what the page wrote must not lie on it any longer, and must still be there.
    this.#silence = setTimeout(() => {
      this.#slot.className = '';
    }, PATIENCE);
  }

  #ask(message: HostMessage): void {
    if (this.#isReady) this.#send(message);
    else this.#waiting.push(message);
  }

  #send(message: HostMessage): void {
    this.#frame?.contentWindow?.postMessage(message, this.#address!.origin);
  }

  #receive({ source, origin, data }: MessageEvent): void {
    if (!this.#frame || source !== this.#frame.contentWindow || origin !== this.#address?.origin) return;
    const message = embedMessage(data);
    if (message === undefined) return;
    if (!this.#isReady) this.#begin();
    const { kernkaart, ...detail } = message;
    if (message.kernkaart === 'height' && this.autoHeight) this.#setHeight(message.height);
    this.#tell(kernkaart, detail);
  }

  #begin(): void {
    this.#isReady = true;
    clearTimeout(this.#silence);
    this.#slot.hidden = true;
    this.#tell('ready', {});
    for (const message of this.#waiting.splice(0)) this.#send(message);
  }

  #tell(what: string, detail: object): void {
    this.dispatchEvent(new CustomEvent(`kern-kaart-${what}`, { bubbles: true, composed: true, detail }));
  }

  #setHeight(pixels: number): void {
    if (this.#frame) this.#frame.style.height = `${pixels}px`;
  }

  /** What a script wrote on the element before it was one. */
  #adopt(): void {
    for (const name of ['src', 'height', 'loading', 'autoHeight'] as const) {
      if (!Object.hasOwn(this, name)) continue;
      const value = this[name];
      delete (this as Partial<KernKaart>)[name];
      Object.assign(this, { [name]: value });
    }
  }
}
