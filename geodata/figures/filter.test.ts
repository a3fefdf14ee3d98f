import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DURATION_CODES } from '#vocabulary/duration.ts';
import { FUNCTION_CODES, functionIndex } from '#vocabulary/function.ts';
import { STATUS_CODES, STATUSES, statusIndex } from '#vocabulary/status.ts';
import { type Filter, type Filtered, filteredTallies, judge, NO_FILTER, tallyAt } from './filter.ts';
import { NOT_OBSERVED } from './mark.ts';
import { MEASURES } from './measure.ts';
import { membershipColumns } from './place.ts';
import { ABSENT, emptyStock, NO_AREA } from './stock.ts';
import { tallyOf } from './tally.ts';

/** A premises on one date. */
interface Slot {
  status: number;
  func: number;
  area: number;
  stated: number;
  duration: number;
}
interface Town {
  premises: { year: number; places: number[]; slots: Slot[] }[];
  covered: number[];
}

const PLACES = ['town', 'a', 'b', 'c'];
const VACANT = statusIndex('vacant');

function filteredOf({ premises, covered }: Town): Filtered {
  const stock = emptyStock(premises.length, covered.length);
  stock.covered.set(covered);
  premises.forEach(({ slots }, index) => {
    slots.forEach((slot, date) => {
      const at = index * covered.length + date;
      stock.states[at] = slot.func === ABSENT ? 0 : slot.status;
      stock.functions[at] = slot.func;
      stock.floorAreas[at] = slot.area;
      stock.vacantAreas[at] = slot.stated;
      stock.durations[at] = slot.func !== ABSENT && slot.status === VACANT ? slot.duration : 0;
    });
  });
  const memberships = premises.flatMap(({ places }, index) =>
    [0, ...places].map(place => [index, place] as const),
  );
  const places = {
    keys: PLACES,
    first: { area: 1, side: 4, cell: 4 },
    ...membershipColumns(premises.length, memberships),
  };
  return { stock, buildYears: Int16Array.from(premises, ({ year }) => year), places };
}

const DATES = 3;
const area = fc.oneof({ arbitrary: fc.integer({ min: 1, max: 9 }), weight: 4 }, fc.constant(NO_AREA));
const slot: fc.Arbitrary<Slot> = fc.record({
  status: fc.nat(STATUS_CODES.length - 1),
  func: fc.oneof({ arbitrary: fc.nat(3), weight: 5 }, fc.constant(ABSENT)),
  area,
  stated: fc.oneof(fc.constant(NO_AREA), fc.nat(9)),
  duration: fc.integer({ min: 1, max: DURATION_CODES.length }),
});
const town: fc.Arbitrary<Town> = fc.record({
  premises: fc.array(
    fc.record({
      year: fc.oneof({ arbitrary: fc.integer({ min: 1990, max: 1995 }), weight: 4 }, fc.constant(-1)),
      places: fc.subarray([1, 2, 3]),
      slots: fc.array(slot, { minLength: DATES, maxLength: DATES }),
    }),
    { maxLength: 25 },
  ),
  covered: fc.array(fc.nat(1), { minLength: DATES, maxLength: DATES }),
});
const bits = (length: number) => fc.nat((1 << length) - 1);
const bounds = (value: fc.Arbitrary<number>) =>
  fc.record({ least: fc.option(value), most: fc.option(value) });
const filter: fc.Arbitrary<Filter> = fc.record({
  functions: bits(FUNCTION_CODES.length),
  statuses: fc.option(bits(STATUS_CODES.length)),
  durations: fc.option(bits(DURATION_CODES.length)),
  floorArea: bounds(fc.integer({ min: 1, max: 9 })),
  buildYear: bounds(fc.integer({ min: 1990, max: 1995 })),
  place: fc.option(fc.nat(3)),
});

/** One figure by the words of the definition, on objects. */
function byHand({ premises, covered }: Town, wanted: Filter, place: number, date: number): number[] {
  const has = (set: number, index: number) => Math.floor(set / 2 ** index) % 2 === 1;
  const fits = (value: number, { least, most }: Filter['floorArea'], unknown: number) =>
    (least === null && most === null) ||
    (value !== unknown && value >= (least ?? 0) && value <= (most ?? 9999));
  const inPlace = (places: number[], index: number) => index === 0 || places.includes(index);
  const seen = premises
    .filter(one => inPlace(one.places, place) && inPlace(one.places, wanted.place ?? 0))
    .filter(({ year }) => fits(year, wanted.buildYear, -1))
    .map(({ slots }) => slots[date]!)
    .filter(one => one.func !== ABSENT && has(wanted.functions, one.func) && STATUSES[one.status]!.observed)
    .filter(one => fits(one.area, wanted.floorArea, NO_AREA));
  if (seen.length === 0) return MEASURES.map(() => NOT_OBSERVED);
  const status = (one: Slot) => STATUS_CODES[one.status]!;
  const counted = seen
    .filter(one => (wanted.statuses === null ? status(one) === 'vacant' : has(wanted.statuses, one.status)))
    .filter(
      one =>
        wanted.durations === null || (status(one) === 'vacant' && has(wanted.durations, one.duration - 1)),
    );
  const part = (one: Slot): number | null => {
    if (one.area === NO_AREA) return null;
    const stated = one.stated === NO_AREA ? null : Math.min(one.stated, one.area);
    if (status(one) === 'vacant') return stated ?? one.area;
    return status(one) === 'partly-vacant' ? stated : 0;
  };
  const known = seen.filter(one => part(one) !== null);
  const partly = wanted.statuses === null && wanted.durations === null;
  const numerator = known
    .filter(one => counted.includes(one) || (partly && status(one) === 'partly-vacant'))
    .map(one => (status(one) === 'vacant' || status(one) === 'partly-vacant' ? part(one)! : one.area));
  const sum = (numbers: number[]) => numbers.reduce((total, number) => total + number, 0);
  const rated = covered[date] === 1;
  const unknown = counted.length > 0 && !numerator.some(number => number > 0);
  const durations = DURATION_CODES.map(
    (_, index) => counted.filter(one => status(one) === 'vacant' && one.duration === index + 1).length,
  );
  return [
    rated ? seen.length : NOT_OBSERVED,
    counted.length,
    rated ? known.length : NOT_OBSERVED,
    rated && known.length > 0 ? sum(known.map(one => one.area)) : NOT_OBSERVED,
    known.length === 0 || unknown ? NOT_OBSERVED : sum(numerator),
    ...durations,
  ];
}

const columnOf = (tally: Int32Array, date: number) => MEASURES.map((_, row) => tally[row * DATES + date]);

describe('a planner’s filter', () => {
  it('equals a loop over objects, for every place and date', () => {
    fc.assert(
      fc.property(town, filter, (one, wanted) => {
        const tallies = filteredTallies(filteredOf(one), wanted);
        for (let place = 0; place < PLACES.length; place++)
          for (let date = 0; date < DATES; date++)
            expect(columnOf(tallyAt(tallies, place, DATES), date)).toEqual(byHand(one, wanted, place, date));
      }),
      { numRuns: 300 },
    );
  });

  it('that asks nothing is the tally of the roll-up', () => {
    fc.assert(
      fc.property(town, fc.nat(1023), (one, functions) => {
        const filtered = filteredOf(one);
        const tallies = filteredTallies(filtered, { ...NO_FILTER, functions });
        const { begin, placeOf } = filtered.places;
        PLACES.forEach((_, place) => {
          const members = one.premises.flatMap((_, index) =>
            placeOf.subarray(begin[index], begin[index + 1]).includes(place) ? [index] : [],
          );
          const { values } = tallyOf(filtered.stock, members, functions);
          expect(Array.from(tallyAt(tallies, place, DATES))).toEqual(Array.from(values));
        });
      }),
    );
  });

  it('on vacancy leaves the denominator alone', () => {
    fc.assert(
      fc.property(
        town,
        bits(STATUS_CODES.length),
        bits(DURATION_CODES.length),
        (one, statuses, durations) => {
          const filtered = filteredOf(one);
          const all = filteredTallies(filtered, NO_FILTER).values;
          const some = filteredTallies(filtered, { ...NO_FILTER, statuses, durations }).values;
          const denominators = [0, 2, 3];
          all.forEach((value, index) => {
            if (denominators.includes(Math.floor(index / DATES) % MEASURES.length))
              expect(some[index]).toBe(value);
          });
        },
      ),
    );
  });

  it('says how many it leaves out because nobody knows how large or old they are', () => {
    const shop = (year: number, floorArea: number) => ({
      year,
      places: [],
      slots: [
        { status: VACANT, func: functionIndex('retail'), area: floorArea, stated: NO_AREA, duration: 4 },
      ],
    });
    const one = {
      premises: [shop(1990, 50), shop(-1, 50), shop(1990, NO_AREA), shop(1800, 50)],
      covered: [1],
    };
    const leftOut = (wanted: Partial<Filter>) => [
      ...judge(filteredOf(one), { ...NO_FILTER, ...wanted }).leftOut,
      ...judge(filteredOf(one), { ...NO_FILTER, ...wanted }).slots,
    ];
    expect(leftOut({})).toEqual([0, 3, 3, 3, 3]);
    expect(leftOut({ buildYear: { least: 1900, most: null } })).toEqual([1, 3, 0, 3, 0]);
    expect(leftOut({ floorArea: { least: null, most: 50 } })).toEqual([1, 3, 3, 0, 3]);
    const housing = 1 << functionIndex('housing');
    expect(leftOut({ functions: housing, floorArea: { least: 1, most: null } })).toEqual([0, 0, 0, 0, 0]);
  });
});
