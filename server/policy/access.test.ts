import { expect, test } from 'vitest';
import {
  accessesOf,
  cellSizesOf,
  figuresOf,
  layersOf,
  mayDrawPlaces,
  mayPlanScenarios,
  maySeePremises,
} from './access.ts';

test('a visitor gets published figures of open series on large squares, and no single premises', () => {
  expect(accessesOf('visitor')).toEqual(['open']);
  expect(figuresOf('visitor')).toBe('published');
  expect(cellSizesOf('visitor')).toEqual([500]);
  expect(layersOf('visitor')).not.toContain('premises');
  expect(maySeePremises('visitor')).toBe(false);
  expect(mayDrawPlaces('visitor')).toBe(false);
  expect(mayPlanScenarios('visitor')).toBe(false);
});

test('a planner gets everything that a visitor gets, and more', () => {
  expect(accessesOf('planner')).toEqual(expect.arrayContaining([...accessesOf('visitor')]));
  expect(cellSizesOf('planner')).toEqual(expect.arrayContaining([...cellSizesOf('visitor')]));
  expect(layersOf('planner')).toEqual(expect.arrayContaining([...layersOf('visitor')]));
  expect(figuresOf('planner')).toBe('exact');
  expect(maySeePremises('planner') && mayDrawPlaces('planner') && mayPlanScenarios('planner')).toBe(true);
});
