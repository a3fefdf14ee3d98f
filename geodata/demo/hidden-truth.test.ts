import { describe, expect, it } from 'vitest';
import { FIRST_ROUND, LAST_ROUND } from './calendar.ts';
import { holds, liveThrough, type Segment, surround } from './hidden-truth.ts';
import { createRandom } from './random.ts';

const SUBJECTS = Array.from({ length: 200 }, (_, index) => ({ risk: 1 + (index % 3), building: index >> 3 }));
const SEGMENT: Segment = {
  path: [
    [2012, 0.1],
    [2026, 0.05],
  ],
  exact: new Map([[FIRST_ROUND, 31]]),
  lengths: [0.6, 0.3, 0.1],
};
const lives = liveThrough(SUBJECTS, SEGMENT, createRandom(1, 'test'));
const vacant = (quarter: number) => lives.filter(life => life.some(spell => holds(spell, quarter))).length;

describe('hidden truth', () => {
  it('follows its path exactly, quarter by quarter', () => {
    expect(vacant(0)).toBe(20);
    expect(vacant(FIRST_ROUND)).toBe(31);
    expect(vacant(LAST_ROUND)).toBe(10);
  });

  it('lets nobody be vacant twice at once, nor again at once', () => {
    for (const life of lives)
      for (const [index, spell] of life.slice(1).entries())
        expect(spell.from).toBeGreaterThan(life[index]!.until!);
  });

  it('has vacancies that began before they were first seen', () => {
    for (const life of lives) for (const spell of life) expect(spell.since < '2026-10-01').toBe(true);
  });

  it('surrounds vacancies with other states that overlap nothing', () => {
    const random = createRandom(1, 'surround');
    const found = lives.flatMap(life => {
      const all = surround(life, random);
      for (let quarter = 0; quarter <= LAST_ROUND; quarter += 1)
        expect(all.filter(spell => holds(spell, quarter)).length).toBeLessThan(2);
      return all;
    });
    expect(new Set(found.map(spell => spell.kind)).size).toBe(4);
  });
});
