import fc from 'fast-check';
import { expect, test } from 'vitest';
import { FUNCTION_CODES, type FunctionCode, functionIndex } from '#vocabulary/function.ts';
import { STATUS_CODES, type StatusCode, statusIndex } from '#vocabulary/status.ts';
import { NOT_OBSERVED } from './mark.ts';
import { MEASURES } from './measure.ts';
import { emptyStock, NO_AREA, type Stock } from './stock.ts';
import { type Tally, talliesByFunction, tallyOf } from './tally.ts';

interface Told {
  status: StatusCode;
  area?: number;
  vacantArea?: number;
  func?: FunctionCode;
  /** 1 + DURATION_CODES index; 4 (unknown) unless told, for what is vacant. */
  duration?: number;
}

/** A stock of one date. */
function stockOf(told: Told[], covered = 1): Stock {
  const stock = emptyStock(told.length, 1);
  stock.covered[0] = covered;
  told.forEach((premises, slot) => {
    stock.states[slot] = statusIndex(premises.status);
    stock.functions[slot] = functionIndex(premises.func ?? 'retail');
    stock.floorAreas[slot] = premises.area ?? NO_AREA;
    stock.vacantAreas[slot] = premises.vacantArea ?? NO_AREA;
    stock.durations[slot] = premises.status === 'vacant' ? (premises.duration ?? 4) : 0;
  });
  return stock;
}

const everybody = (stock: Stock) => Array.from({ length: stock.premises }, (_, index) => index);
const figures = (tally: Tally) => Object.fromEntries(MEASURES.map((name, row) => [name, tally.values[row]]));
const count = (told: Told[], covered = 1) => {
  const stock = stockOf(told, covered);
  return figures(tallyOf(stock, everybody(stock)));
};
const X = NOT_OBSERVED;

test('counts, floor areas and durations of a street worked by hand', () => {
  // Observed: four (the unknown and the unvisited one are in neither). Vacant by count: the 200 m2 and the 50 m2.
  // Floor area: 100 + 200 + 400 + 50 = 750; vacant: 200 (whole) + 150 (stated part) + 30 (stated) = 380.
  expect(
    count([
      { status: 'in-use', area: 100 },
      { status: 'vacant', area: 200, duration: 3 },
      { status: 'partly-vacant', area: 400, vacantArea: 150 },
      { status: 'vacant', area: 50, vacantArea: 30, duration: 1 },
      { status: 'unknown', area: 1000 },
      { status: 'not-observed', area: 1000 },
    ]),
  ).toEqual({
    observed: 4,
    vacant: 2,
    areaKnown: 4,
    observedArea: 750,
    vacantArea: 380,
    'under-1': 1,
    '1-to-3': 0,
    'over-3': 1,
    unknown: 0,
  });
});

test('unknown floor area is in no floor area figure, and is never 0', () => {
  const mixed = count([
    { status: 'in-use', area: 100 },
    { status: 'vacant', area: 60 },
    { status: 'vacant' },
  ]);
  expect(mixed).toMatchObject({ observed: 3, vacant: 2, areaKnown: 2, observedArea: 160, vacantArea: 60 });
  const none = count([{ status: 'in-use' }, { status: 'vacant' }]);
  expect(none).toMatchObject({ observed: 2, vacant: 1, areaKnown: 0, observedArea: X, vacantArea: X });
  const vacantUnknown = count([{ status: 'in-use', area: 100 }, { status: 'vacant' }]);
  expect(vacantUnknown).toMatchObject({ areaKnown: 1, observedArea: 100, vacantArea: X });
  const nobodyVacant = count([{ status: 'in-use', area: 100 }, { status: 'in-use' }]);
  expect(nobodyVacant).toMatchObject({ areaKnown: 1, observedArea: 100, vacantArea: 0 });
});

test('partly vacant without a stated part is known by count only; a stated part is at most the whole', () => {
  expect(count([{ status: 'partly-vacant', area: 400 }])).toMatchObject({ observed: 1, areaKnown: 0 });
  const tooMuch = count([{ status: 'partly-vacant', area: 400, vacantArea: 900 }]);
  expect(tooMuch).toMatchObject({ vacant: 0, observedArea: 400, vacantArea: 400 });
});

test('nobody looked: not one figure of the date is 0', () => {
  const figure = count([
    { status: 'not-observed', area: 10 },
    { status: 'unknown', area: 10 },
  ]);
  expect(Object.values(figure)).toEqual(MEASURES.map(() => X));
});

test('a list without coverage gives counts and no rate', () => {
  const listed = count(
    [
      { status: 'vacant', area: 60 },
      { status: 'vacant', area: 40 },
    ],
    0,
  );
  expect(listed).toMatchObject({ observed: X, vacant: 2, areaKnown: X, observedArea: X, vacantArea: 100 });
});

test('by function: what was observed of each, and all of it', () => {
  const stock = stockOf([
    { status: 'in-use', area: 100 },
    { status: 'vacant', area: 50, func: 'office' },
    { status: 'vacant', area: 70, func: 'office' },
    { status: 'not-observed', func: 'housing' },
  ]);
  const tallies = talliesByFunction(stock, everybody(stock));
  expect([...tallies.keys()].sort()).toEqual(['all', 'office', 'retail']);
  expect(figures(tallies.get('office')!)).toMatchObject({ observed: 2, vacant: 2, observedArea: 120 });
  expect(figures(tallies.get('all')!)).toMatchObject({ observed: 3, vacant: 2, observedArea: 220 });
  // Largest premises, largest vacant one, premises with vacant floor area: for the policy.
  expect([...tallies.get('all')!.units]).toEqual([100, 70, 2]);
  expect([...tallies.get('office')!.units]).toEqual([70, 70, 2]);
  expect(talliesByFunction(stock, [3]).size).toBe(0);
});

test('a function that changes midway is counted as what it was on each date', () => {
  const stock = emptyStock(1, 2);
  stock.covered.fill(1);
  stock.functions.set([functionIndex('office'), functionIndex('housing')]);
  stock.states.set([statusIndex('vacant'), statusIndex('in-use')]);
  stock.durations[0] = 4;
  const tallies = talliesByFunction(stock, [0]);
  expect([...tallies.get('office')!.values.subarray(0, 4)]).toEqual([1, X, 1, X]);
  expect([...tallies.get('housing')!.values.subarray(0, 4)]).toEqual([X, 1, X, 0]);
  expect([...tallies.get('all')!.values.subarray(0, 4)]).toEqual([1, 1, 1, 0]);
});

const premises = fc.record({
  status: fc.constantFrom(...STATUS_CODES),
  area: fc.option(fc.integer({ min: 1, max: 5000 }), { nil: NO_AREA }),
  vacantArea: fc.option(fc.integer({ min: 0, max: 6000 }), { nil: NO_AREA }),
  func: fc.constantFrom(...FUNCTION_CODES),
});

test('by function and together are the same arithmetic, and parts never exceed the whole', () => {
  fc.assert(
    fc.property(fc.array(premises, { maxLength: 30 }), fc.constantFrom(0, 1), (told, covered) => {
      const stock = stockOf(told, covered);
      const tallies = talliesByFunction(stock, everybody(stock));
      for (const [scope, tally] of tallies) {
        const bits = scope === 'all' ? undefined : 1 << functionIndex(scope);
        expect(tallyOf(stock, everybody(stock), bits)).toEqual(tally);
        const figure = figures(tally);
        if (covered === 1) expect(figure.vacant).toBeLessThanOrEqual(figure.observed!);
        if (covered === 1) expect(figure.vacantArea).toBeLessThanOrEqual(Math.max(figure.observedArea!, 0));
        const durations = MEASURES.slice(5).reduce((sum, name) => sum + figure[name]!, 0);
        expect(durations).toBe(figure.vacant);
      }
    }),
  );
});
