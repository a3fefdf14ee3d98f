import type { Tags } from './feature.ts';

/** What is known of a file before anything is made of it. */
export interface Census {
  /** West, south, east, north in degrees, where the file states its own extent. */
  bbox: readonly [number, number, number, number] | undefined;
  /** ISO time until which changes are in it, where the file states that. */
  replicated: string | undefined;
  /** ISO time of the newest object, where objects carry times. */
  newest: string | undefined;
  /** Objects that must be accounted for, by reference, with their tags. */
  objects: Map<string, Tags>;
}

/** Takes objects one by one while a file is walked. */
export class CensusTaker {
  readonly objects = new Map<string, Tags>();
  readonly #counts: (tags: Tags) => boolean;
  #newest = 0;

  /** @param counts whether an object with these tags must be accounted for */
  constructor(counts: (tags: Tags) => boolean) {
    this.#counts = counts;
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
