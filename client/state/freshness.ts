import { getMunicipalities } from '../api/municipality.ts';
import { Watched } from './store.ts';

/** Milliseconds between two looks at the server while the page is in sight: an import happens a few times a day. */
const LOOK_EVERY = 180_000;

/** The same while the server cannot be reached. */
const LOOK_AGAIN_EVERY = 15_000;

/**
 * Whether the data on the screen are still the server's latest. It asks when the page comes back in sight and every
 * few minutes; what it finds is offered to the reader, who decides when to refresh: old and new are never mixed.
 */
export class Freshness extends Watched {
  #known: () => number | undefined;
  #outdated = false;
  #reached = true;

  /** @param known the revision that the screen was made of; undefined until there is one */
  constructor(known: () => number | undefined) {
    super();
    this.#known = known;
  }

  /** The server has newer data than the screen shows. */
  get outdated(): boolean {
    return this.#outdated;
  }

  /** The server answered when it was last looked at. */
  get reached(): boolean {
    return this.#reached;
  }

  /** Begins to look now and then. */
  start(): void {
    setInterval(() => this.#lookIfSeen(), LOOK_EVERY);
    setInterval(() => {
      if (!this.#reached) this.#lookIfSeen();
    }, LOOK_AGAIN_EVERY);
    document.addEventListener('visibilitychange', () => this.#lookIfSeen());
    addEventListener('online', () => void this.look());
  }

  /** An answer came from another revision than the screen. */
  foundNewer(): void {
    if (this.#outdated) return;
    this.#outdated = true;
    this.changed();
  }

  /** The screen is being made anew, of what the server has now. */
  renewed(): void {
    this.#outdated = false;
    this.changed();
  }

  /** Asks the server which revision it has. */
  async look(): Promise<void> {
    const known = this.#known();
    if (known === undefined) return;
    const reached = await getMunicipalities().then(
      ({ revision }) => {
        // The screen may have been made anew since it was asked.
        if (revision !== known && this.#known() === known) this.foundNewer();
        return true;
      },
      () => false,
    );
    if (reached === this.#reached) return;
    this.#reached = reached;
    this.changed();
  }

  #lookIfSeen(): void {
    if (!document.hidden && !this.#outdated) void this.look();
  }
}
