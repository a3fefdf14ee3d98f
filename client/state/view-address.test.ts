import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { AREA_KINDS } from '#vocabulary/area-kind.ts';
import { DURATION_CODES } from '#vocabulary/duration.ts';
import { FUNCTION_CODES } from '#vocabulary/function.ts';
import { STATUS_CODES } from '#vocabulary/status.ts';
import { type Between, PLAIN_VIEW, READINGS, SELECTION_KINDS, type View } from './view.ts';
import { readView, writeView } from './view-address.ts';

const id = fc.stringMatching(/^[A-Za-z0-9._:-]{1,20}$/);
const orNull = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: null });
const degrees = (limit: number) =>
  fc.integer({ min: -limit * 1e5, max: limit * 1e5 }).map(value => value / 1e5 + 0);

const bound = orNull(fc.integer({ min: 0, max: 999_999 }));
const between: fc.Arbitrary<Between> = fc.tuple(bound, bound);

const view: fc.Arbitrary<View> = fc.record({
  municipality: orNull(id),
  camera: orNull(
    fc.record({
      zoom: fc.integer({ min: 0, max: 2200 }).map(value => value / 100),
      latitude: degrees(85),
      longitude: degrees(180),
    }),
  ),
  series: orNull(id),
  referenceDate: orNull(fc.constantFrom('2025-08-12', '2016-10-01')),
  function: fc.constantFrom('all' as const, ...FUNCTION_CODES),
  areaKind: orNull(fc.constantFrom(...AREA_KINDS)),
  filter: fc.record({
    statuses: fc.subarray([...STATUS_CODES]),
    durations: fc.subarray([...DURATION_CODES]),
    floorArea: between,
    buildYear: between,
  }),
  since: orNull(fc.constantFrom('2024-10-01')),
  reading: fc.constantFrom(...READINGS),
  selection: orNull(fc.record({ kind: fc.constantFrom(...SELECTION_KINDS), id })),
  measure: fc.constantFrom('count' as const, 'floor-area' as const),
  display: fc.constantFrom('map' as const, 'table' as const),
  rows: fc.constantFrom('areas', 'drawn'),
  tab: fc.constantFrom('map' as const, 'list' as const),
  language: orNull(fc.constantFrom('nl' as const, 'en' as const)),
  theme: orNull(fc.constantFrom('light' as const, 'dark' as const)),
});

describe('the address of a view', () => {
  it('gives back every view that it was made from', () => {
    fc.assert(
      fc.property(view, given => {
        expect(readView(writeView(given))).toEqual(given);
      }),
    );
  });

  it('is bare for the plain view', () => {
    expect(writeView(PLAIN_VIEW)).toBe('');
    expect(readView('')).toEqual(PLAIN_VIEW);
  });

  it('opens the plain view on words it does not know', () => {
    expect(readView('?reading=pies&function=zoo&map=a/b/c&language=xx&theme=pink&show=1')).toEqual(
      PLAIN_VIEW,
    );
    expect(readView('?map=99/52/4').camera).toBeNull();
  });
});
