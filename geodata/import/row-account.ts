import type { Reason } from '../vocabulary/reason.ts';
import type { KindCount } from './context.ts';
import type { RejectedRow } from './dataset.ts';

/** What became of the rows of a file, one kind of object: every row that was read is loaded or dropped with a reason. */
export class RowAccount<Code extends string> {
  readonly rows: RejectedRow[] = [];
  readonly #kind: string;
  readonly #read: number;
  readonly #leftOut: ReadonlySet<string>;

  /** @param read rows of the kind in the file */
  constructor(kind: string, read: number, reasons: readonly Reason[]) {
    this.#kind = kind;
    this.#read = read;
    this.#leftOut = new Set(reasons.filter(({ leftOut }) => leftOut).map(({ code }) => code));
  }

  /**
   * Says of a row, once, why it is not loaded.
   * @param original the row as it stood in the file, where somebody could mend it
   */
  drop(reference: string, reason: Code, detail = '', original: unknown = null): void {
    const given = this.#leftOut.has(reason) ? null : original;
    this.rows.push({ kind: this.#kind, reference, reason, detail, original: given });
  }

  /** Of every row that was dropped, in their order. */
  get reasons(): Code[] {
    return this.rows.map(({ reason }) => reason as Code);
  }

  get count(): KindCount {
    const leftOut = this.rows.filter(({ reason }) => this.#leftOut.has(reason)).length;
    const rejected = this.rows.length - leftOut;
    return { read: this.#read, loaded: this.#read - leftOut - rejected, rejected, leftOut };
  }
}

/** The count of a kind of which everything was loaded: what is made of rows, or said of rows that were loaded. */
export const allLoaded = (count: number): KindCount => ({
  read: count,
  loaded: count,
  rejected: 0,
  leftOut: 0,
});
