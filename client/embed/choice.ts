import type { EmbedFeature } from '#contract/embed-map.ts';
import type { EmbedBounds } from '../map/embed-map.ts';
import type { EmbedPage } from './embed-page.ts';
import type { Host } from './host.ts';
import type { MovingMap } from './moving-map.ts';
import type { TableRows } from './table-rows.ts';

/** What a reader chose: on the map, in the table, by the finder, or by the page around. */
export interface Chosen {
  id: string | null;
  words: string;
  /** What of it the map draws. */
  features: readonly EmbedFeature[];
}

const NOTHING: Chosen = { id: null, words: '', features: [] };

/** Who is told what is chosen. */
export interface ChoiceParts {
  page: EmbedPage;
  rows: TableRows;
  host: Host;
  /** Undefined where there can be no moving map. */
  map: MovingMap | undefined;
}

/** The one place that is chosen, told to the table, to the map, to the reader and to the page around. */
export class Choice {
  readonly #parts: ChoiceParts;
  #chosen = NOTHING;

  constructor(parts: ChoiceParts) {
    this.#parts = parts;
  }

  /** What the reader should read of it; empty when nothing is chosen. */
  get words(): string {
    return this.#chosen.words;
  }

  /** Chooses what was pressed on the map; undefined: beside everything. */
  press(feature: EmbedFeature | undefined): void {
    this.#set(feature === undefined ? NOTHING : this.#chosenBy(feature));
  }

  /**
   * Chooses by id; null: everything again. Brings the moving map where there can be one. An id of nothing here is not
   * heeded: the page around may know more places than this one.
   */
  async show(id: string | null): Promise<void> {
    const { map, rows } = this.#parts;
    if (id === null) {
      this.#set(NOTHING);
      map?.view?.show(undefined);
      return;
    }
    const features = this.#featuresOf(id);
    const words = features[0]?.words ?? rows.wordsOf(id);
    if (words === undefined) return;
    this.#set({ id, words, features });
    const view = await map?.start();
    if (features.length > 0) view?.show(undefined, features);
  }

  /** Goes to a place: on the moving map where there can be one, else to its row in the table. */
  async goTo(name: string, id: string | null, box: EmbedBounds): Promise<void> {
    const { page, map, rows } = this.#parts;
    const row = id ?? rows.idOf(name);
    const features = this.#featuresOf(row);
    this.#set({ id: row, words: features[0]?.words ?? name, features });
    const view = await map?.start();
    view?.show(box);
    if (view === undefined && !rows.goTo(row)) this.#say(page.say.notInTable(name));
  }

  /** Draws what is chosen on a map that has just come. */
  draw(): void {
    this.#parts.map?.view?.choose(this.#chosen.features);
  }

  #chosenBy(feature: EmbedFeature): Chosen {
    const { id, words } = feature;
    return { id, words, features: id === null ? [feature] : this.#featuresOf(id) };
  }

  #featuresOf(id: string | null): readonly EmbedFeature[] {
    if (id === null) return [];
    return this.#parts.page.data?.features.filter(feature => feature.id === id) ?? [];
  }

  #set(chosen: Chosen): void {
    const { rows, host } = this.#parts;
    this.#chosen = chosen;
    rows.mark(chosen.id);
    this.draw();
    this.#say(chosen.words);
    host.tell({ kernkaart: 'shown', id: chosen.id, words: chosen.words });
  }

  #say(words: string): void {
    const { status } = this.#parts.page;
    if (status) status.textContent = words;
  }
}
