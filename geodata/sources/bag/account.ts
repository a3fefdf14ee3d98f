import type { BagReasonCode } from '#vocabulary/bag-reason.ts';
import { bagFault } from './fault.ts';
import { BAG_KINDS, type BagKind } from './object.ts';

/** Rows that were refused are kept one by one up to here; beyond it they are counted. */
const LISTED = 20_000;

/** A row for the staging table of what is not loaded. */
export type NotLoaded = [
  kind: string,
  reference: string,
  reason: BagReasonCode,
  detail: string,
  original: string | null,
  objects: number,
];

/** The Netherlands in RD, metres, with its coast: west, south, east, north. */
const NETHERLANDS = [-7_000, 289_000, 300_000, 629_000] as const;

function isInNetherlands(x: number, y: number): boolean {
  const [west, south, east, north] = NETHERLANDS;
  return x >= west && x <= east && y >= south && y <= north;
}

/** Keeps the books of what is read: every object is loaded, refused or left out, and why. */
export class Account {
  readonly read: Record<BagKind, number> = { building: 0, premises: 0, address: 0 };
  readonly #listed: NotLoaded[] = [];
  readonly #counted = new Map<string, { kind: string; reason: BagReasonCode; count: number }>();
  #swapped = 0;

  /** Refuses an object. @param original what stood in the file, for whoever mends it */
  refuse(
    kind: BagKind,
    reference: string,
    reason: BagReasonCode,
    detail = '',
    original: unknown = null,
  ): void {
    if (this.#listed.length >= LISTED) this.count(kind, reason);
    else {
      const text = original === null ? null : JSON.stringify(original);
      this.#listed.push([kind, reference, reason, detail, text, 1]);
    }
  }

  /** Counts an object that is rightly not loaded, or a remark on objects that are. */
  count(kind: string, reason: BagReasonCode): void {
    const key = `${kind} ${reason}`;
    const known = this.#counted.get(key);
    if (known) known.count += 1;
    else this.#counted.set(key, { kind, reason, count: 1 });
  }

  /** Whether an object lies in the Netherlands; else it is refused. RD is made so that there y is always more than x. */
  lies(kind: BagKind, reference: string, { x, y }: { x: number; y: number }): boolean {
    if (isInNetherlands(x, y) && y > x) return true;
    if (isInNetherlands(y, x)) this.#swapped += 1;
    this.refuse(kind, reference, 'outside-netherlands', `${x} ${y}`, null);
    return false;
  }

  /** @throws ImportError `bag-axis-order` when most of what was read lies right once x and y change places */
  checkAxes(): void {
    const read = BAG_KINDS.reduce((sum, kind) => sum + this.read[kind], 0);
    if (this.#swapped > 0 && this.#swapped * 2 > read - this.read.address) throw bagFault('bag-axis-order');
  }

  /** Everything that is not loaded so far, for the staging table. */
  rows(): NotLoaded[] {
    const counted = [...this.#counted.values()].map(
      ({ kind, reason, count }): NotLoaded => [kind, '', reason, '', null, count],
    );
    return [...this.#listed, ...counted];
  }
}
