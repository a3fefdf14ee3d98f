import fc from 'fast-check';
import { expect, test } from 'vitest';
import { STATUS_CODES, type StatusCode, statusIndex } from '#vocabulary/status.ts';
import { ALL_FUNCTIONS, type CoverageRule, fillStates, NO_OBSERVATION } from './state.ts';
import { emptyStock, NO_AREA } from './stock.ts';

const RETAIL = 0;
const HOUSING = 7;
const whole: CoverageRule = { members: null, functions: ALL_FUNCTIONS, leastFloorArea: null };

/** States of one premises (retail, 100 m2 unless told) under the rules of each date. */
function states(
  coverage: CoverageRule[][],
  observed: (StatusCode | null)[],
  what: { func?: number; area?: number } = {},
): StatusCode[] {
  const stock = emptyStock(1, coverage.length);
  stock.functions.fill(what.func ?? RETAIL);
  stock.floorAreas.fill(what.area ?? 100);
  const bytes = observed.map(code => (code === null ? NO_OBSERVATION : statusIndex(code)));
  fillStates(stock, coverage, Uint8Array.from(bytes));
  return Array.from(stock.states, byte => STATUS_CODES[byte]!);
}

test('inside the coverage no observation means in use; an observation is what it says', () => {
  const dates = [[whole], [whole], [whole], [whole]];
  expect(states(dates, [null, 'vacant', 'partly-vacant', 'unknown'])).toEqual([
    'in-use',
    'vacant',
    'partly-vacant',
    'unknown',
  ]);
});

test('outside the coverage nobody looked: by place, function or floor area, whatever a stray observation says', () => {
  const elsewhere = { ...whole, members: Uint8Array.of(0) };
  const here = { ...whole, members: Uint8Array.of(1) };
  expect(states([[elsewhere], [here]], ['vacant', null])).toEqual(['not-observed', 'in-use']);
  const shops = { ...whole, functions: 1 << RETAIL };
  expect(states([[shops]], ['vacant'], { func: HOUSING })).toEqual(['not-observed']);
  expect(states([[shops]], ['vacant'])).toEqual(['vacant']);
});

test('from a least floor area on; an unknown floor area is not known to have been looked at', () => {
  const from25 = [[{ ...whole, leastFloorArea: 25 }]];
  expect(states(from25, [null], { area: 25 })).toEqual(['in-use']);
  expect(states(from25, [null], { area: 24 })).toEqual(['not-observed']);
  expect(states(from25, [null], { area: NO_AREA })).toEqual(['not-observed']);
  expect(states([[whole]], [null], { area: NO_AREA })).toEqual(['in-use']);
});

test('several rows of coverage add up', () => {
  const centre = { ...whole, members: Uint8Array.of(1), functions: 1 << HOUSING };
  const shops = { ...whole, functions: 1 << RETAIL, leastFloorArea: 50 };
  expect(states([[centre, shops]], [null])).toEqual(['in-use']);
  expect(states([[centre, shops]], [null], { func: HOUSING })).toEqual(['in-use']);
  expect(states([[centre, shops]], [null], { area: 40 })).toEqual(['not-observed']);
});

test('a list without coverage says what is vacant and nothing of the rest', () => {
  expect(states([[], []], ['vacant', null])).toEqual(['vacant', 'not-observed']);
});

test('a premises that did not exist on the date has no state, whatever was recorded', () => {
  const stock = emptyStock(1, 2);
  stock.functions[1] = RETAIL;
  fillStates(stock, [[whole], [whole]], Uint8Array.of(statusIndex('vacant'), statusIndex('vacant')));
  expect([...stock.states]).toEqual([0, statusIndex('vacant')]);
});

test('more coverage never makes an observed premises unobserved', () => {
  const rule = fc.record({
    members: fc.option(fc.constantFrom(Uint8Array.of(0), Uint8Array.of(1)), { nil: null }),
    functions: fc.integer({ min: 0, max: ALL_FUNCTIONS }),
    leastFloorArea: fc.option(fc.integer({ min: 1, max: 200 }), { nil: null }),
  });
  fc.assert(
    fc.property(fc.array(rule, { minLength: 1, maxLength: 3 }), rule, (rules, extra) => {
      const [before] = states([rules], [null]);
      const [after] = states([[...rules, extra]], [null]);
      expect(before === 'in-use' ? after : 'in-use').toBe('in-use');
    }),
  );
});
