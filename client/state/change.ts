import type { Series } from '#contract/series.ts';
import type { Shown } from '#contract/vacancy.ts';
import {
  CHANGE_KINDS,
  type Change,
  type ChangeKind,
  changesBetween,
  changingOf,
  countChanges,
} from '#figures/change.ts';
import { coverageKey } from '#figures/comparison.ts';
import { placesOf } from '#figures/place.ts';
import { ABSENT, type Stock } from '#figures/stock.ts';
import { FUNCTION_CODES, type FunctionCode } from '#vocabulary/function.ts';
import type { Explore } from './explore.ts';
import { figureIn } from './figure.ts';
import type { PremisesFrame } from './premises-frame.ts';
import { stockFor } from './stock.ts';
import { scopeOf } from './trend.ts';

/** Why the chosen date is not compared with the one asked for. */
export type NotComparedReason = 'not-earlier' | 'method-break';

/** One premises that became something else between the two dates. */
export interface PremisesChange {
  id: string;
  /** Name and address. */
  label: string;
  kind: ChangeKind;
  /** As on the later date; as it was where it is gone. */
  function: FunctionCode;
  /** Function on the earlier date, where it is another. */
  was: FunctionCode | undefined;
  /** Degrees (CRS84). */
  position: [number, number];
}

/** How many premises of a place became what. */
export type ChangeCounts = Record<ChangeKind, number>;

/** What a planner gets: every premises that changed, and counts of the municipality and each area by id. */
export interface PremisesChanges {
  list: readonly (PremisesChange & { areas: readonly string[] })[];
  counts: ReadonlyMap<string, ChangeCounts>;
}

/** What everyone gets: the published number of vacant premises on both dates. */
export interface VacantChange {
  before: Shown;
  after: Shown;
  /** Null where either is no number. */
  net: number | null;
}

/** The reference date that the chosen one is compared with, or why it is not. Undefined: nothing is compared. */
export function comparedDate(
  explore: Explore,
): { since: string } | { reason: NotComparedReason } | undefined {
  const { series, referenceDate, view } = explore;
  const { since } = view.value;
  const known = series?.referenceDates.some(({ date }) => date === since);
  if (!series || !referenceDate || since === null || !known) return undefined;
  if (since >= referenceDate) return { reason: 'not-earlier' };
  return sameMethod(series, since, referenceDate) ? { since } : { reason: 'method-break' };
}

/** Whether no method changed from one reference date to another. */
export function sameMethod({ referenceDates }: Series, from: string, to: string): boolean {
  const between = referenceDates.filter(({ date }) => date >= from && date <= to);
  return new Set(between.map(({ methodVersion }) => methodVersion)).size <= 1;
}

/** Whether the two rounds looked at the same. */
export function sameCoverage(explore: Explore, from: string, to: string): boolean {
  const keys = [from, to].map(on => {
    const found = explore.series?.referenceDates.find(({ date }) => date === on);
    return found && coverageKey(found, scopeOf(explore));
  });
  return keys[0] === keys[1];
}

/** Vacant premises of a place on two dates, by the figures that anybody sees. */
export function vacantChange(explore: Explore, place: string, since: string): VacantChange {
  const [cube, scope] = [explore.wholeCube.value, explore.view.value.function];
  const at = (on: string | undefined) =>
    (cube && on ? figureIn(cube, place, scope, on)?.vacant : undefined) ?? null;
  const [before, after] = [at(since), at(explore.referenceDate)];
  const net = typeof before === 'number' && typeof after === 'number' ? after - before : null;
  return { before, after, net };
}

const PER_DEGREE = 1e7;

/** Function of a premises on a date; undefined when it was not there. */
function functionAt(stock: Stock, premises: number, date: number): FunctionCode | undefined {
  const index = stock.functions[premises * stock.dates + date]!;
  return index === ABSENT ? undefined : FUNCTION_CODES[index];
}

function described(frame: PremisesFrame, stock: Stock, change: Change, dates: readonly [number, number]) {
  const { premises, kind } = change;
  const [was, is] = dates.map(date => functionAt(stock, premises, date));
  const { lon, lat } = frame.columns;
  return {
    id: frame.header.ids[premises]!,
    label: frame.header.labels[premises] ?? '',
    kind,
    function: is ?? was ?? ('unknown' as const),
    was: is === undefined || was === is ? undefined : was,
    position: [lon![premises]! / PER_DEGREE, lat![premises]! / PER_DEGREE] as [number, number],
  };
}

/**
 * What became of the premises between two dates of a frame, those of one function only where one is asked for:
 * on either date, so that a shop that became a home is in both.
 */
export function premisesChanges(
  frame: PremisesFrame,
  [from, to]: readonly [string, string],
  scope: FunctionCode | 'all',
): PremisesChanges | undefined {
  const { referenceDates } = frame.header;
  const dates = [referenceDates.indexOf(from), referenceDates.indexOf(to)] as const;
  const stock = stockFor(frame);
  const found = changesBetween(changingOf(frame, stock), ...dates);
  if ('reason' in found) return undefined;
  const asked = found.changes.filter(
    ({ premises }) => scope === 'all' || dates.some(date => functionAt(stock, premises, date) === scope),
  );
  const places = placesOf(frame);
  const areaEnd = places.first.side;
  const counts = countChanges(asked, places);
  const list = asked.map(change => {
    const { premises } = change;
    const of = places.placeOf.subarray(places.begin[premises], places.begin[premises + 1]);
    const areas = Array.from(of)
      .filter(place => place < areaEnd)
      .map(place => places.keys[place]!);
    return { ...described(frame, stock, change, dates), areas };
  });
  const ofPlace = (place: number) =>
    Object.fromEntries(
      CHANGE_KINDS.map((kind, row) => [kind, counts[place * CHANGE_KINDS.length + row]!]),
    ) as ChangeCounts;
  return { list, counts: new Map(places.keys.slice(0, areaEnd).map((key, place) => [key, ofPlace(place)])) };
}
