import { describe, expect, it } from 'vitest';
import type { Series } from '#contract/series.ts';
import { dayOf, OPEN_DAY } from '#figures/calendar.ts';
import { functionIndex } from '#vocabulary/function.ts';
import { type StatusCode, statusIndex } from '#vocabulary/status.ts';
import { comparedDate, premisesChanges, vacantChange } from './change.ts';
import type { Explore } from './explore.ts';
import type { PremisesFrame } from './premises-frame.ts';

const DATES = ['2024-01-01', '2025-01-01'] as const;

/** Premises a, b, ... with a status per date; a and c are shops in `centre`, the others homes outside it. */
function frameOf(stories: StatusCode[][]): PremisesFrame {
  const ids = stories.map((_, index) => 'abcdef'[index]!);
  const many = (value: number) => Int32Array.from(ids, () => value);
  const none = new Int32Array();
  return {
    header: {
      municipality: 'GM1',
      referenceDates: [...DATES],
      methodVersions: ['1', '1'],
      ids,
      labels: ids.map(id => `Straat ${id}`),
      areas: ['centre'],
      streetSides: [],
    },
    columns: {
      states: Uint8Array.from(stories.flatMap(story => story.map(statusIndex))),
      covered: Uint8Array.of(1, 1),
      lon: many(5e7),
      lat: many(52e7),
      cellX: many(0),
      cellY: many(0),
      periodPremises: Int32Array.from(ids.keys()),
      periodFrom: many(dayOf('2000-01-01')),
      periodUntil: many(OPEN_DAY),
      periodFunction: Uint8Array.from(ids, (_, index) =>
        functionIndex(index % 2 === 0 ? 'retail' : 'housing'),
      ),
      periodArea: many(100),
      'area:0': Int32Array.of(0, 2),
      ...Object.fromEntries(
        ['partly', 'vacantAreas', 'spellPremises', 'spellEarliest', 'spellFirst', 'spellLast', 'spellLatest']
          .concat(['successorFrom', 'successorTo', 'successorDay', 'side', 'sidePremises'])
          .map(name => [name, none]),
      ),
    },
  } as unknown as PremisesFrame;
}

describe('what changed', () => {
  const frame = frameOf([
    ['in-use', 'vacant'],
    ['vacant', 'in-use'],
    ['vacant', 'vacant'],
  ]);

  it('is counted for the municipality and each area, and lists the premises', () => {
    const { list, counts } = premisesChanges(frame, DATES, 'all')!;
    expect(list.map(({ id, kind, areas }) => [id, kind, areas])).toEqual([
      ['a', 'newly-vacant', ['GM1', 'centre']],
      ['b', 'filled', ['GM1']],
    ]);
    expect(counts.get('GM1')).toMatchObject({ 'newly-vacant': 1, filled: 1, converted: 0 });
    expect(counts.get('centre')).toMatchObject({ 'newly-vacant': 1, filled: 0 });
  });

  it('is narrowed to a function', () => {
    const { list, counts } = premisesChanges(frame, DATES, 'housing')!;
    expect(list.map(({ id }) => id)).toEqual(['b']);
    expect(counts.get('centre')).toMatchObject({ 'newly-vacant': 0 });
  });

  it('is not given across a change of method', () => {
    frame.header.methodVersions = ['1', '2'];
    expect(premisesChanges(frame, DATES, 'all')).toBeUndefined();
    frame.header.methodVersions = ['1', '1'];
  });
});

describe('the date compared with', () => {
  const explore = (since: string | null, versions: [string, string] = ['1', '1']) =>
    ({
      series: {
        referenceDates: DATES.map((date, index) => ({ date, methodVersion: versions[index], coverage: [] })),
      } as unknown as Series,
      referenceDate: DATES[1],
      view: { value: { since, function: 'all' } },
      wholeCube: { value: undefined },
    }) as unknown as Explore;

  it('is earlier, of the series and of the same method', () => {
    expect(comparedDate(explore(null))).toBeUndefined();
    expect(comparedDate(explore('2019-01-01'))).toBeUndefined();
    expect(comparedDate(explore(DATES[0]))).toEqual({ since: DATES[0] });
    expect(comparedDate(explore(DATES[1]))).toEqual({ reason: 'not-earlier' });
    expect(comparedDate(explore(DATES[0], ['1', '2']))).toEqual({ reason: 'method-break' });
  });

  it('gives no difference of numbers that are not there', () => {
    expect(vacantChange(explore(DATES[0]), 'centre', DATES[0])).toEqual({
      before: null,
      after: null,
      net: null,
    });
  });
});
