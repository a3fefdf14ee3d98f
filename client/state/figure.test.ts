import { describe, expect, it } from 'vitest';
import { BELOW_FIVE, CONFIDENTIAL, NOT_OBSERVED } from '#figures/mark.ts';
import { MEASURES } from '#figures/measure.ts';
import { type Cube, figureIn, figureOf } from './figure.ts';

/** One date: observed, vacant, areaKnown, observedArea, vacantArea, four durations. */
const tally = (...values: number[]) => Int32Array.from(values);

describe('a figure', () => {
  it('is computed from its tally', () => {
    const figure = figureOf(tally(40, 5, 30, 6000, 900, 1, 2, 2, 0), 1, 0, MEASURES.length);
    expect(figure).toEqual({
      observed: 40,
      vacant: 5,
      rate: 12.5,
      areaKnown: 30,
      observedArea: 6000,
      vacantArea: 900,
      floorAreaRate: 15,
      durations: { 'under-1': 1, '1-to-3': 2, 'over-3': 2, unknown: 0 },
    });
  });

  it('shows marks as words and gives no rate from them', () => {
    const few = figureOf(tally(40, BELOW_FIVE, 0, 0, 0), 1, 0, 5);
    expect(few.vacant).toBe('<5');
    expect(few.rate).toBe('<5');
    const secret = figureOf(tally(CONFIDENTIAL, CONFIDENTIAL, 0, 0, 0), 1, 0, 5);
    expect(secret.rate).toBe('confidential');
    expect(secret.durations).toBeUndefined();
  });

  it('keeps unknown apart from zero', () => {
    const unknownArea = figureOf(tally(40, 5, 0, 0, 0), 1, 0, 5);
    expect(unknownArea.vacantArea).toBeNull();
    expect(unknownArea.floorAreaRate).toBeNull();
    const nobodyLooked = figureOf(tally(NOT_OBSERVED, NOT_OBSERVED, 0, 0, 0), 1, 0, 5);
    expect(nobodyLooked.rate).toBeNull();
    const empty = figureOf(tally(0, 0, 0, 0, 0), 1, 0, 5);
    expect(empty.observed).toBe(0);
    expect(empty.rate).toBeNull();
  });

  it('is found by area, function and date', () => {
    const dates = 2;
    const tallies = new Int32Array(2 * MEASURES.length * dates);
    tallies[MEASURES.length * dates + 1] = 20;
    tallies[MEASURES.length * dates + dates + 1] = 4;
    const header = {
      revision: 1,
      series: 's',
      exact: true,
      referenceDates: ['2024-01-01', '2025-01-01'],
      methodVersions: ['1', '1'],
      keys: [
        ['a', 'all'],
        ['b', 'retail'],
      ],
    } as Cube['header'];
    const cube: Cube = { header, columns: { tallies } };
    expect(figureIn(cube, 'b', 'retail', '2025-01-01')?.rate).toBe(20);
    expect(figureIn(cube, 'b', 'all', '2025-01-01')).toBeUndefined();
    expect(figureIn(cube, 'b', 'retail', '2023-01-01')).toBeUndefined();
  });
});
