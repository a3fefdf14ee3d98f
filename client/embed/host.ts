import type { EmbedMessage, HostMessage } from '#contract/embed-message.ts';
import { hostMessage, isAnswered } from './message.ts';

/** What the page around an embed may ask of it. */
export interface HostOrders {
  start(): void;
  show(id: string | null): void;
}

/**
 * Talks with the page around this one. It speaks first, by `hello`; only a page of our own origin or of a site on the
 * list is answered, and only under the origin that it spoke from. Nothing is ever sent to whoever it may concern.
 */
export class Host {
  /** Where answers go; undefined until a page that is answered said `hello`. */
  #origin: string | undefined;
  /** The last of each kind but height, for a page that says `hello` late. */
  readonly #told = new Map<string, EmbedMessage>();
  #height = 0;

  constructor(sites: readonly string[], orders: HostOrders) {
    if (window.parent === window) return;
    addEventListener('message', ({ source, origin, data }) => {
      if (source !== window.parent || !isAnswered(origin, location.origin, sites)) return;
      const message = hostMessage(data);
      if (message?.kernkaart === 'hello') this.#begin(origin);
      else if (message !== undefined && origin === this.#origin) follow(message, orders);
    });
  }

  /** Tells the page around, now or when it has said `hello`. */
  tell(message: EmbedMessage): void {
    this.#told.set(message.kernkaart, message);
    this.#send(message);
  }

  #begin(origin: string): void {
    const isFirst = this.#origin === undefined;
    this.#origin = origin;
    this.#height = 0;
    this.#tellHeight();
    for (const message of this.#told.values()) this.#send(message);
    if (isFirst) new ResizeObserver(() => this.#tellHeight()).observe(document.documentElement);
  }

  #tellHeight(): void {
    // In full screen the map is not in the page, and the page must not jump meanwhile.
    if (document.fullscreenElement) return;
    const height = Math.ceil(document.documentElement.getBoundingClientRect().height);
    if (height === this.#height) return;
    this.#height = height;
    this.#send({ kernkaart: 'height', height });
  }

  #send(message: EmbedMessage): void {
    if (this.#origin !== undefined) window.parent.postMessage(message, this.#origin);
  }
}

function follow(message: HostMessage, orders: HostOrders): void {
  if (message.kernkaart === 'start') orders.start();
  else if (message.kernkaart === 'show') orders.show(message.id);
}
