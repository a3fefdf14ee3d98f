import { STATUSES } from '#vocabulary/status.ts';
import { dayOf } from './calendar.ts';
import type { Places } from './place.ts';
import { ABSENT, type Stock } from './stock.ts';
import { columnOf, type StockFrame, type StockHeader } from './stock-frame.ts';

/**
 * What can have become of a premises between two reference dates; the first that holds counts, so that every
 * premises is in one kind at most:
 * - `disappeared`: it was there and is not any more, and nothing came in its place;
 * - `converted`: it has another function, or other premises came in its place (a split, a merger);
 * - `appeared`: it was not there yet; where it came in the place of others, those are `converted`;
 * - `newly-observed`, `no-longer-observed`: somebody looked on one of the dates only, or got no answer;
 * - `newly-vacant`, `filled`: wholly vacant on one of the dates only. What happened in between is not asked.
 */
export const CHANGE_KINDS = [
  'newly-vacant',
  'filled',
  'converted',
  'newly-observed',
  'no-longer-observed',
  'appeared',
  'disappeared',
] as const;

/** Kind of a change. */
export type ChangeKind = (typeof CHANGE_KINDS)[number];

/** What became of one premises. Vacant premises of the later date less those of the earlier one are the sum of these. */
export interface Change {
  /** Index of the premises. */
  premises: number;
  kind: ChangeKind;
  /** Whether it counted as vacant on the earlier and on the later date. */
  wasVacant: boolean;
  isVacant: boolean;
}

/** Why two dates cannot be compared. */
export type NoChangeReason = 'same-date' | 'method-break';

/** The changes in order of premises, or the reason why there are none to give. */
export type Changes = { changes: Change[] } | { reason: NoChangeReason };

/** What changes are read from. */
export interface Changing {
  stock: Stock;
  /** Per reference date; figures of different versions are not compared. */
  methodVersions: readonly string[];
  /** Reference dates as day numbers. */
  days: readonly number[];
  /** Which premises came after which, on which day (number). */
  successors: readonly { premises: number; successor: number; day: number }[];
}

/** What changes are read from, of a frame of premises. */
export function changingOf(
  frame: StockFrame<StockHeader & { methodVersions: readonly string[] }>,
  stock: Stock,
): Changing {
  const { referenceDates, methodVersions } = frame.header;
  const [to, day] = [columnOf(frame, 'successorTo'), columnOf(frame, 'successorDay')];
  const successors = Array.from(columnOf(frame, 'successorFrom'), (premises, row) => {
    return { premises, successor: to[row]!, day: day[row]! };
  });
  return { stock, methodVersions, days: referenceDates.map(dayOf), successors };
}

interface Moment {
  func: number;
  observed: boolean;
  vacant: boolean;
}

function momentOf(stock: Stock, premises: number, date: number): Moment {
  const slot = premises * stock.dates + date;
  const func = stock.functions[slot]!;
  const { observed, vacant } = STATUSES[stock.states[slot]!]!;
  return { func, observed: func !== ABSENT && observed, vacant: func !== ABSENT && vacant };
}

function kindOf(before: Moment, after: Moment, replaced: boolean): ChangeKind | undefined {
  if (before.func === ABSENT) return after.func === ABSENT ? undefined : 'appeared';
  if (replaced) return 'converted';
  if (after.func === ABSENT) return 'disappeared';
  if (before.func !== after.func) return 'converted';
  if (before.observed !== after.observed) return after.observed ? 'newly-observed' : 'no-longer-observed';
  if (before.vacant !== after.vacant) return after.vacant ? 'newly-vacant' : 'filled';
  return undefined;
}

/**
 * What changed between two reference dates of a series. The order in which they are given does not matter.
 * Never across a change of method, also when the older method came back: the reason is given instead.
 * @param one index of a reference date
 * @param other index of another
 */
export function changesBetween(changing: Changing, one: number, other: number): Changes {
  const { stock, methodVersions, days } = changing;
  const [from, to] = [Math.min(one, other), Math.max(one, other)];
  if (from === to) return { reason: 'same-date' };
  const methods = new Set(methodVersions.slice(from, to + 1));
  if (methods.size > 1) return { reason: 'method-break' };
  const replaced = new Set(
    changing.successors
      .filter(({ day }) => day > days[from]! && day <= days[to]!)
      .map(({ premises }) => premises),
  );
  const changes: Change[] = [];
  for (let premises = 0; premises < stock.premises; premises++) {
    const [before, after] = [momentOf(stock, premises, from), momentOf(stock, premises, to)];
    const kind = kindOf(before, after, replaced.has(premises));
    if (kind) changes.push({ premises, kind, wasVacant: before.vacant, isVacant: after.vacant });
  }
  return { changes };
}

/** Changes by kind of every place: CHANGE_KINDS per place, in the order of `places.keys`. */
export function countChanges(changes: readonly Change[], places: Places): Int32Array {
  const counts = new Int32Array(places.keys.length * CHANGE_KINDS.length);
  for (const { premises, kind } of changes) {
    const row = CHANGE_KINDS.indexOf(kind);
    for (const place of places.placeOf.subarray(places.begin[premises], places.begin[premises + 1]))
      counts[place * CHANGE_KINDS.length + row]! += 1;
  }
  return counts;
}
