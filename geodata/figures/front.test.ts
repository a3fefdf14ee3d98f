import { describe, expect, it } from 'vitest';
import { functionIndex } from '#vocabulary/function.ts';
import { type StatusCode, statusIndex } from '#vocabulary/status.ts';
import { judge, NO_FILTER } from './filter.ts';
import { filteredFronts, frontsByFunction, NO_FRONT, type SideMember } from './front.ts';
import { NOT_OBSERVED } from './mark.ts';
import { membershipColumns } from './place.ts';
import { emptyStock } from './stock.ts';

const SHOP = functionIndex('retail');
const CAFE = functionIndex('hospitality');

/** Premises on one date: function, status, front in decimetres. */
function side(rows: [number, StatusCode, number][], covered = 1) {
  const stock = emptyStock(rows.length, 1);
  stock.covered[0] = covered;
  rows.forEach(([func, status], index) => {
    stock.functions[index] = func;
    stock.states[index] = statusIndex(status);
  });
  return { stock, members: rows.map(([, , front], index): SideMember => [index, front]) };
}

const fronts = (rows: [number, StatusCode, number][], covered?: number) => {
  const { stock, members } = side(rows, covered);
  return Object.fromEntries(
    Array.from(frontsByFunction(stock, members), ([scope, tally]) => [scope, [...tally]]),
  );
};

describe('fronts along a street side', () => {
  it('are those of what was observed, and of what is vacant among it', () =>
    expect(
      fronts([
        [SHOP, 'vacant', 60],
        [SHOP, 'in-use', 55],
        [CAFE, 'partly-vacant', 80],
        [CAFE, 'not-observed', 70],
      ]),
    ).toEqual({ all: [3, 195, 60], retail: [2, 115, 60], hospitality: [1, 80, 0] }));

  it('that nobody knows are not 0', () => {
    const [shop, cafe] = [SHOP, CAFE].map(func => [func, 'vacant', NO_FRONT] as [number, StatusCode, number]);
    expect(fronts([shop!])).toEqual({
      all: [0, NOT_OBSERVED, NOT_OBSERVED],
      retail: [0, NOT_OBSERVED, NOT_OBSERVED],
    });
    expect(fronts([shop!, [CAFE, 'in-use', 50]])).toMatchObject({
      all: [1, 50, NOT_OBSERVED],
      hospitality: [1, 50, 0],
    });
    expect(fronts([cafe!, [CAFE, 'vacant', 50]])).toMatchObject({ all: [1, 50, 50] });
    expect(fronts([[SHOP, 'not-observed', 50]])).toEqual({});
  });

  it('without coverage have no denominator', () =>
    expect(fronts([[SHOP, 'vacant', 60]], 0)).toMatchObject({ all: [NOT_OBSERVED, NOT_OBSERVED, 60] }));

  it('under a filter count what passes it', () => {
    const { stock, members } = side([
      [SHOP, 'vacant', 60],
      [SHOP, 'temporary-use', 55],
      [CAFE, 'vacant', 80],
    ]);
    const places = { keys: ['town'], first: { area: 1, side: 1, cell: 1 }, ...membershipColumns(3, []) };
    const filtered = { stock, buildYears: new Int16Array(3), places };
    const under = (filter: object) => [
      ...filteredFronts(stock, judge(filtered, { ...NO_FILTER, ...filter }), members),
    ];
    expect(under({})).toEqual([3, 195, 140]);
    expect(under({ functions: 1 << SHOP })).toEqual([2, 115, 60]);
    expect(under({ statuses: 1 << statusIndex('temporary-use') })).toEqual([3, 195, 55]);
    expect(under({ functions: 0 })).toEqual([NOT_OBSERVED, NOT_OBSERVED, NOT_OBSERVED]);
  });
});
