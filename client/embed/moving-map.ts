import type { EmbedFeature, EmbedMap } from '#contract/embed-map.ts';
import type { EmbedMapView } from '../map/embed-map.ts';
import { embedMapLocale } from '../text/embed.ts';
import { make } from './element.ts';
import type { EmbedPage } from './embed-page.ts';
import { hasWebGl } from './web-gl.ts';
import { afterPatience, whenQuiet } from './when.ts';

/**
 * How far the moving map is; `still` before it was asked for and after it was sent away, `unsupported` where there can be
 * none.
 */
export type MapState = 'still' | 'loading' | 'ready' | 'failed' | 'unsupported';

/** Whom the moving map tells. */
export interface MapTold {
  /** Another state, with a sentence for the reader. */
  state(state: MapState, words: string): void;
  /** A sentence without another state. */
  say(words: string): void;
  press(feature: EmbedFeature | undefined): void;
}

const SLOW_AFTER = 5000;
const GIVE_UP_AFTER = 60_000;

/** The moving map over the still one, which stays where it is until the other has drawn, and is there again at once. */
export class MovingMap {
  /** The map, once it has drawn. */
  view: EmbedMapView | undefined;
  readonly #page: EmbedPage;
  readonly #frame: HTMLElement;
  readonly #data: EmbedMap;
  readonly #told: MapTold;
  #opening: Promise<EmbedMapView | undefined> | undefined;
  #calledOff = new AbortController();
  /** Whether nothing but another page helps: its scripts or its data are gone. */
  #outdated = false;
  #isRefused = false;

  constructor(page: EmbedPage & { frame: HTMLElement; data: EmbedMap }, told: MapTold) {
    this.#page = page;
    this.#frame = page.frame;
    this.#data = page.data;
    this.#told = told;
  }

  /** Whether this browser can draw it; where not, the reader is told, once. */
  isSupported(): boolean {
    if (hasWebGl()) return true;
    if (!this.#isRefused) this.#told.state('unsupported', this.#page.say.unsupported);
    this.#isRefused = true;
    return false;
  }

  /** Whether it is there or on its way. */
  get isWanted(): boolean {
    return this.#opening !== undefined;
  }

  /** Scrolls to the map, where it is out of view. */
  bringIntoView(): void {
    this.#frame.scrollIntoView({ block: 'nearest' });
  }

  /** Brings the map; resolves when it has drawn, or with undefined when it could not. */
  start(): Promise<EmbedMapView | undefined> {
    if (this.#outdated) location.reload();
    if (this.#outdated || !this.isSupported()) return Promise.resolve(undefined);
    this.#opening ??= this.#open();
    return this.#opening;
  }

  /** Back to the still map. */
  stop(state: MapState = 'still', words = this.#page.say.stopped): void {
    this.#calledOff.abort();
    this.#opening = undefined;
    this.view?.remove();
    this.view = undefined;
    this.#frame.querySelector('.live')?.remove();
    this.#frame.classList.remove('moving');
    this.#told.state(state, words);
  }

  async #open(): Promise<EmbedMapView | undefined> {
    const { say } = this.#page;
    const calledOff = new AbortController();
    this.#calledOff = calledOff;
    this.#told.state('loading', say.loading);
    const stops = [
      afterPatience(() => this.#told.say(say.slow), SLOW_AFTER),
      afterPatience(() => this.stop('failed', say.failed), GIVE_UP_AFTER),
    ];
    try {
      const view = await this.#draw(calledOff.signal);
      if (calledOff.signal.aborted) return undefined;
      this.view = view;
      this.#frame.classList.add('moving');
      this.#told.state('ready', say.ready);
      return view;
    } catch {
      if (!calledOff.signal.aborted) this.stop('failed', say.failed);
      return undefined;
    } finally {
      for (const stop of stops) stop();
    }
  }

  async #draw(signal: AbortSignal): Promise<EmbedMapView> {
    const { openEmbedMap } = await import('../map/embed-map.ts').catch(cause => {
      // A browser may keep that a script did not come; and a newer Kernkaart has other scripts.
      this.#outdated = true;
      throw cause;
    });
    signal.throwIfAborted();
    const { language, say } = this.#page;
    const canvas = make('div', { class: 'live-map' });
    const help = make('p', { id: 'map-help', class: 'hidden' }, say.mapHelp);
    const attribution = make('p', { class: 'attribution' }, this.#data.attribution);
    this.#frame.append(
      make('div', { class: 'live in-light' }, canvas, make('div', { class: 'aim' }), help, attribution),
    );
    return openEmbedMap(canvas, {
      data: this.#data,
      locale: embedMapLocale[language],
      label: say.map,
      helpId: help.id,
      press: feature => this.#told.press(feature),
      gone: () => this.#gone(),
      failed: lost => (lost ? this.stop('failed', say.lost) : this.#told.say(say.partly)),
      signal,
    });
  }

  /** Newer data came in: what is drawn of the older ones goes away, and the page is fetched anew in a quiet moment. */
  #gone(): void {
    if (this.#outdated) return;
    this.#outdated = true;
    const { say } = this.#page;
    const [navigation] = performance.getEntriesByType('navigation') as PerformanceNavigationTiming[];
    // Once: where that did not help, another time will not either, and the reader decides.
    const again = navigation?.type !== 'reload';
    this.stop('failed', again ? say.gone : say.goneAgain);
    if (again) whenQuiet(() => location.reload());
  }
}
