import fc from 'fast-check';
import { expect, test } from 'vitest';
import { BELOW_FIVE, CONFIDENTIAL, isNumber, NOT_OBSERVED } from '../../geodata/figures/mark.ts';
import { MEASURES, measureIndex } from '../../geodata/figures/measure.ts';
import { emptyStock, NO_AREA } from '../../geodata/figures/stock.ts';
import { type Tally, talliesByFunction } from '../../geodata/figures/tally.ts';
import { type FUNCTION_CODES, type FunctionScope, functionIndex } from '../../geodata/vocabulary/function.ts';
import type { DisclosureProfile } from '../../geodata/vocabulary/series.ts';
import { type STATUS_CODES, statusIndex } from '../../geodata/vocabulary/status.ts';
import { disclose } from './disclosure.ts';
import { shownRate } from './shown.ts';

const C = CONFIDENTIAL;
const X = NOT_OBSERVED;
const HIDDEN = MEASURES.map(() => C);

interface Told {
  observed: number;
  vacant?: number;
  known?: number;
  area?: number;
  vacantArea?: number;
  durations?: number[];
  /** Largest premises, largest vacant one, premises with vacant floor area. */
  units?: [number, number, number];
}

/** A tally of one date. Floor areas are even unless told: nobody dominates. */
function tally(told: Told): Tally {
  const vacant = told.vacant ?? 0;
  const known = told.known ?? told.observed;
  const area = told.area ?? known * 100;
  const vacantArea = told.vacantArea ?? vacant * 100;
  const durations = told.durations ?? [0, 0, 0, vacant];
  return {
    values: Int32Array.from([told.observed, vacant, known, area, vacantArea, ...durations]),
    units: Int32Array.from(told.units ?? [100, vacant === 0 ? 0 : 100, vacant]),
  };
}

function publish(
  places: Partial<Record<FunctionScope, Told>>,
  profile: DisclosureProfile = 'strict',
): Record<string, number[]> {
  const tallies = Object.entries(places).map(([scope, told]) => [scope, tally(told)] as const);
  const published = disclose(new Map(tallies as [FunctionScope, Tally][]), 1, profile);
  return Object.fromEntries(Array.from(published, ([scope, values]) => [scope, [...values]]));
}

/** One function alone, without a total. */
const alone = (told: Told, profile: DisclosureProfile = 'strict', scope: FunctionScope = 'office') =>
  publish({ [scope]: told }, profile)[scope]!;

test('strict: fewer than ten premises are hidden whole, ten are rounded to five', () => {
  expect(alone({ observed: 9, vacant: 6 })).toEqual(HIDDEN);
  expect(alone({ observed: 10, vacant: 6 })).toEqual([10, 5, 10, 1000, 600, 0, 0, 0, 5]);
  expect(alone({ observed: 43, vacant: 8 }).slice(0, 5)).toEqual([45, 10, 45, 4300, 800]);
});

test('strict: one to four vacant is "<5", with floor area and durations hidden; none is none', () => {
  for (const vacant of [1, 2, 3, 4])
    expect(alone({ observed: 40, vacant })).toEqual([40, BELOW_FIVE, 40, 4000, C, C, C, C, C]);
  expect(alone({ observed: 40 })).toEqual([40, 0, 40, 4000, 0, 0, 0, 0, 0]);
});

test('strict: a rate is made of what is published', () => {
  // 8 of 43 is 18.6 %; published is 10 of 45.
  const [observed, vacant] = alone({ observed: 43, vacant: 8 });
  expect(shownRate(vacant!, observed!, false)).toBe(22);
  const [whole, few] = alone({ observed: 43, vacant: 3 });
  expect(shownRate(few!, whole!, false)).toBe('confidential');
});

test('strict: floor areas go to 100 m2, and are hidden when few premises have one', () => {
  const area = (told: Told) => alone(told).slice(2, 5);
  expect(area({ observed: 40, vacant: 6, area: 4249, vacantArea: 651 })).toEqual([40, 4200, 700]);
  expect(area({ observed: 40, vacant: 6, known: 9, area: 900, vacantArea: 600 })).toEqual([C, C, C]);
  expect(area({ observed: 40, vacant: 6, known: 0, area: X, vacantArea: X })).toEqual([0, X, X]);
});

test('strict: one premises with more than three quarters of a floor area hides it', () => {
  const told = { observed: 40, vacant: 6, area: 4000, vacantArea: 600 };
  const area = (units: [number, number, number]) => alone({ ...told, units }).slice(3, 5);
  expect(area([3000, 450, 6])).toEqual([4000, 600]);
  expect(area([3001, 450, 6])).toEqual([C, 600]);
  expect(area([3000, 451, 6])).toEqual([4000, C]);
});

test('strict: a vacant floor area of one to four partly vacant premises is hidden, though none is vacant', () => {
  const told = { observed: 40, vacantArea: 600 };
  expect(alone({ ...told, units: [100, 160, 4] }).slice(1, 5)).toEqual([0, 40, 4000, C]);
  expect(alone({ ...told, units: [100, 150, 5] }).slice(1, 5)).toEqual([0, 40, 4000, 600]);
});

test('strict: one small duration is not alone hidden in the vacant ones', () => {
  // 3 is "<5"; the next smallest that is not 0 is 6, so it goes too; the 0 stays.
  const { length } = MEASURES;
  const published = alone({ observed: 60, vacant: 21, durations: [3, 6, 12, 0] });
  expect(published.slice(length - 4)).toEqual([BELOW_FIVE, C, 10, 0]);
  const two = alone({ observed: 60, vacant: 21, durations: [3, 4, 14, 0] });
  expect(two.slice(length - 4)).toEqual([BELOW_FIVE, BELOW_FIVE, 15, 0]);
});

test('nobody looked stays nobody looked: hiding it would claim that there is something', () => {
  const none = { values: Int32Array.from(MEASURES, () => X), units: new Int32Array(3) };
  for (const profile of ['strict', 'visible'] as const)
    expect([...disclose(new Map([['retail', none]]), 1, profile).get('retail')!]).toEqual([...none.values]);
});

test('a list without coverage: counts of what is vacant, under the same thresholds', () => {
  const listed = (vacant: number) => ({ observed: X, vacant, known: X, area: X });
  expect(alone(listed(9))).toEqual(HIDDEN);
  expect(alone(listed(12))).toEqual([X, 10, X, X, 1200, 0, 0, 0, 10]);
  expect(alone(listed(2), 'visible', 'retail')).toEqual(HIDDEN);
  expect(alone(listed(3), 'visible', 'retail').slice(0, 2)).toEqual([X, 3]);
});

test('visible: exact from three premises on, for what is seen from the pavement only', () => {
  const told: Told = { observed: 3, vacant: 1, durations: [1, 0, 0, 0] };
  for (const scope of ['retail', 'hospitality', 'services'] as const) {
    expect(alone(told, 'visible', scope)).toEqual([3, 1, 3, 300, 100, 1, 0, 0, 0]);
    expect(alone({ observed: 2, vacant: 1 }, 'visible', scope)).toEqual(HIDDEN);
  }
  for (const scope of ['office', 'housing', 'culture', 'business', 'unknown'] as const)
    expect(alone(told, 'visible', scope)).toEqual(HIDDEN);
});

test('visible: the total is exact while it holds nothing else, and strict when it does', () => {
  const shops = { retail: { observed: 12, vacant: 3 }, hospitality: { observed: 8, vacant: 1 } };
  const pavement = publish({ ...shops, all: { observed: 20, vacant: 4 } }, 'visible');
  expect(pavement.all!.slice(0, 2)).toEqual([20, 4]);
  const homes = { observed: 31, vacant: 6 };
  const mixed = publish({ ...shops, housing: homes, all: { observed: 51, vacant: 10 } }, 'visible');
  expect(mixed.all!.slice(0, 2)).toEqual([50, 10]);
  expect(mixed.retail!.slice(0, 2)).toEqual([12, 3]);
  expect(mixed.housing!.slice(0, 2)).toEqual([30, 5]);
});

test('a function hidden alone takes the next smallest with it', () => {
  const published = publish(
    {
      retail: { observed: 12, vacant: 3 },
      hospitality: { observed: 5, vacant: 1 },
      services: { observed: 2, vacant: 1 },
      all: { observed: 19, vacant: 5 },
    },
    'visible',
  );
  // Without it: 19 - 12 - 5 = 2 premises in services, one of them vacant.
  expect(published.services).toEqual(HIDDEN);
  expect(published.hospitality).toEqual(HIDDEN);
  expect(published.retail!.slice(0, 2)).toEqual([12, 3]);
  expect(published.all!.slice(0, 2)).toEqual([19, 5]);
});

test('an unknown vacant floor area is hidden with its count, for it tells that something is vacant', () => {
  const published = publish({
    retail: { observed: 60, vacant: 20 },
    office: { observed: 12, vacant: 5, vacantArea: X, known: 7, area: 700, units: [100, 0, 0] },
    business: { observed: 9, vacant: 3 },
    all: { observed: 81, vacant: 28 },
  });
  expect(published.business).toEqual(HIDDEN);
  expect(published.office).toEqual(HIDDEN);
});

test('a "<5" alone in a shown total takes the next smallest vacancy with it, and what would tell it', () => {
  const published = publish({
    retail: { observed: 60, vacant: 20 },
    office: { observed: 40, vacant: 7 },
    business: { observed: 30, vacant: 3 },
    housing: { observed: 90, vacant: 0 },
    all: { observed: 220, vacant: 30 },
  });
  expect(published.business![1]).toBe(BELOW_FIVE);
  expect(published.office!.slice(0, 5)).toEqual([40, C, 40, 4000, C]);
  expect(published.office!.slice(5)).toEqual([C, C, C, C]);
  expect(published.retail![1]).toBe(20);
  expect(published.housing![1]).toBe(0);
});

test('dates are judged apart', () => {
  const dates = [tally({ observed: 9 }), tally({ observed: 10 })];
  const both = { values: Int32Array.from(interleave('values')), units: Int32Array.from(interleave('units')) };
  function interleave(part: 'values' | 'units') {
    return Array.from(dates[0]![part]).flatMap((_, row) => dates.map(one => one[part][row]!));
  }
  const values = disclose(new Map([['office', both]]), 2, 'strict').get('office')!;
  expect([values[0], values[1]]).toEqual([C, 10]);
});

// What an attacker can do: everything below works on published numbers only.

const premises = fc.record({
  func: fc.constantFrom('retail', 'hospitality', 'services', 'office', 'housing' as const),
  status: fc.constantFrom('in-use', 'in-use', 'vacant', 'vacant', 'partly-vacant', 'unknown' as const),
  area: fc.option(fc.integer({ min: 5, max: 900 }), { nil: NO_AREA }),
  vacantArea: fc.option(fc.integer({ min: 0, max: 900 }), { nil: NO_AREA }),
  duration: fc.integer({ min: 1, max: 4 }),
});
const town = fc.array(premises, { minLength: 1, maxLength: 70 });
const pavement = town.map(list => list.filter(one => one.func !== 'office' && one.func !== 'housing'));
const profiles = fc.constantFrom<DisclosureProfile>('strict', 'visible');

type Premises = typeof premises extends fc.Arbitrary<infer T> ? T : never;

function exactOf(list: readonly Premises[]): Map<FunctionScope, Tally> {
  const stock = emptyStock(list.length, 1);
  stock.covered[0] = 1;
  list.forEach((one, slot) => {
    stock.states[slot] = statusIndex(one.status as (typeof STATUS_CODES)[number]);
    stock.functions[slot] = functionIndex(one.func as (typeof FUNCTION_CODES)[number]);
    stock.floorAreas[slot] = one.area;
    stock.vacantAreas[slot] = one.vacantArea;
    stock.durations[slot] = one.status === 'vacant' ? one.duration : 0;
  });
  return talliesByFunction(stock, list.keys());
}

/** What a published mark or number says: an interval. Strict numbers are rounded, so five of them are one. */
function interval(value: number, step: number): [number, number] {
  if (value === BELOW_FIVE) return [1, 4];
  if (!isNumber(value)) return [0, Infinity];
  if (value === 0) return [0, 0];
  return [value - Math.floor(step / 2), value + Math.floor(step / 2)];
}

test('no hidden count of a place follows from its total and the other functions', () => {
  fc.assert(
    fc.property(fc.oneof(town, pavement), profiles, (list, profile) => {
      const exact = exactOf(list);
      const published = disclose(exact, 1, profile);
      const all = published.get('all');
      if (all === undefined) return;
      const functions = [...published.keys()].filter(scope => scope !== 'all');
      const seen = ['retail', 'hospitality', 'services'];
      const others = functions.some(scope => !seen.includes(scope));
      const stepOf = (scope: FunctionScope) =>
        profile === 'visible' && (seen.includes(scope) || (scope === 'all' && !others)) ? 1 : 5;
      for (const measure of [measureIndex('observed'), measureIndex('vacant')]) {
        const ranges = functions.map(scope => interval(published.get(scope)![measure]!, stepOf(scope)));
        const [least, most] = interval(all[measure]!, stepOf('all'));
        functions.forEach((scope, index) => {
          const value = published.get(scope)![measure]!;
          const truth = exact.get(scope)!.values[measure]!;
          if (isNumber(value) || value === X || truth === 0) return;
          const rest = ranges.filter((_, other) => other !== index);
          const low = Math.max(ranges[index]![0], least - rest.reduce((sum, [, high]) => sum + high, 0));
          const high = Math.min(ranges[index]![1], most - rest.reduce((sum, [lower]) => sum + lower, 0));
          expect(high - low).toBeGreaterThanOrEqual(1);
        });
      }
    }),
    { numRuns: 400 },
  );
});

test('strict: nothing published is below a threshold, off its step, or more than was observed', () => {
  fc.assert(
    fc.property(town, list => {
      const exact = exactOf(list);
      for (const [scope, values] of disclose(exact, 1, 'strict')) {
        const truth = exact.get(scope)!.values;
        const at = (measure: (typeof MEASURES)[number]) => values[measureIndex(measure)]!;
        if (truth[0]! < 10 && truth[0] !== X) expect([...values]).toEqual(HIDDEN);
        for (const name of MEASURES) {
          const value = at(name);
          if (value <= 0) continue;
          expect(value % (name.endsWith('Area') ? 100 : 5)).toBe(0);
        }
        if (isNumber(at('vacant'))) expect(at('vacant')).toBeLessThanOrEqual(at('observed'));
        if (!isNumber(at('vacant'))) expect(isNumber(at('vacantArea')) && at('vacantArea') > 0).toBe(false);
        if (isNumber(at('vacantArea')) && isNumber(at('observedArea')))
          expect(at('vacantArea')).toBeLessThanOrEqual(at('observedArea'));
      }
    }),
    { numRuns: 300 },
  );
});

test('strict: two places that differ in one premises cannot be subtracted', () => {
  // The published numbers of A and of A with one more vacant home: either the same, or a step apart like any
  // two places; never a difference of one.
  fc.assert(
    fc.property(town, premises, (list, one) => {
      const scope = one.func as FunctionScope;
      const before = disclose(exactOf(list), 1, 'strict').get(scope);
      const after = disclose(exactOf([...list, one]), 1, 'strict').get(scope);
      if (before === undefined || after === undefined) return;
      for (const measure of [0, 1, 2, 5, 6, 7, 8]) {
        const [a, b] = [before[measure]!, after[measure]!];
        if (isNumber(a) && isNumber(b)) expect(Math.abs(a - b) % 5).toBe(0);
      }
    }),
  );
});

test('the policy has no memory: the same figures publish the same, whatever else is published', () => {
  fc.assert(
    fc.property(town, profiles, (list, profile) => {
      const exact = exactOf(list);
      expect(disclose(exact, 1, profile)).toEqual(disclose(exactOf([...list].reverse()), 1, profile));
    }),
  );
});
