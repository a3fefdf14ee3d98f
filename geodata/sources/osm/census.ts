import type { Tags } from './feature.ts';

/** What is known of a file before anything is made of it. */
export interface Census {
  /** West, south, east, north in degrees, where the file states its own extent. */
  bbox: readonly [number, number, number, number] | undefined;
  /** ISO time until which changes are in it, where the file states that. */
  replicated: string | undefined;
  /** ISO time of the newest object, where objects carry times. */
  newest: string | undefined;
  /** Nodes, ways, relations, each by rising id: then GDAL reads the file twice as fast. */
  sorted: boolean;
  /** Objects that must be accounted for, by reference, with their tags. */
  objects: Map<string, Tags>;
}

const KINDS = ['node', 'way', 'relation'] as const;
/** Kinds of object, in the order in which a file has them. */
export type OsmKind = (typeof KINDS)[number];

/** Takes objects one by one while a file is walked. */
export class CensusTaker {
  readonly objects = new Map<string, Tags>();
  readonly #counts: (tags: Tags) => boolean;
  #newest = 0;
  #last: readonly [kind: number, id: number] = [0, 0];
  /** So far. */
  sorted = true;

  /** @param counts whether an object with these tags must be accounted for */
  constructor(counts: (tags: Tags) => boolean) {
    this.#counts = counts;
  }

  /** Every object, with tags or without, in the order of the file. */
  meet(kind: OsmKind, id: number): void {
    const order = KINDS.indexOf(kind);
    const [lastOrder, lastId] = this.#last;
    if (order < lastOrder || id <= (order === lastOrder ? lastId : 0)) this.sorted = false;
    this.#last = [order, id];
  }

  take(reference: string, tags: Tags): void {
    if (this.#counts(tags)) this.objects.set(reference, tags);
  }

  /** @param seconds since 1970 */
  seen(seconds: number): void {
    if (seconds > this.#newest) this.#newest = seconds;
  }

  get newest(): string | undefined {
    return this.#newest > 0 ? isoTime(this.#newest) : undefined;
  }
}

/** Seconds since 1970 as ISO time. */
export function isoTime(seconds: number): string {
  return new Date(seconds * 1000).toISOString();
}
