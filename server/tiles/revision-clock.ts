import { Refusal } from '../http/problem.ts';
import { soonOr } from '../http/soon.ts';
import type { LatestRevision } from '../queries/revision.ts';

/** How long a revision is taken for the current one without asking again; milliseconds. */
const VALID_FOR = 1000;

/** Knows the current revision without asking the database for every tile. */
export class RevisionClock {
  readonly #ask: () => Promise<LatestRevision>;
  readonly #now: () => number;
  #known: LatestRevision | undefined;
  #askedAt = 0;
  #asking: Promise<LatestRevision> | undefined;

  /** @param ask reads the revision from the database @param now milliseconds, for tests */
  constructor(ask: () => Promise<LatestRevision>, now: () => number = () => performance.now()) {
    this.#ask = ask;
    this.#now = now;
  }

  /**
   * The current revision, which is the wanted one. One that is newer than what is known is asked for at
   * once: whoever wants it has just heard of it.
   * @throws Refusal revision-gone when another one is current
   */
  async at(wanted: number): Promise<LatestRevision> {
    const known = this.#known;
    const fresh = known !== undefined && this.#now() - this.#askedAt < VALID_FOR && known.number >= wanted;
    const current = fresh ? known : await this.#readFor(wanted);
    if (current.number !== wanted) throw revisionGone(current.number);
    return current;
  }

  /** What is there now, or what was there last where that is what is wanted and nobody answers soon. */
  #readFor(wanted: number): Promise<LatestRevision> {
    const known = this.#known;
    const reading = this.#read();
    if (known?.number !== wanted) return reading;
    return soonOr(reading, known);
  }

  #read(): Promise<LatestRevision> {
    this.#asking ??= this.#ask()
      .then(known => {
        this.#known = known;
        this.#askedAt = this.#now();
        return known;
      })
      .finally(() => {
        this.#asking = undefined;
      });
    return this.#asking;
  }
}

/** The refusal of a tile of another revision than the current one. */
export function revisionGone(current: number): Refusal {
  return new Refusal('revision-gone', `The current revision is ${current}.`, [
    { field: 'revision', message: 'is not the current one' },
  ]);
}
