import { expect, test } from 'vitest';
import { expand, fold, isNearName, isOneSlip, likeliest, similarity } from './fold.ts';

test.each([
  ['Dorpsstraat', 'dorpsstraat'],
  ["'s-Gravenweg", 's gravenweg'],
  ['Ceintuur-baan  Zuid', 'ceintuur baan zuid'],
  ['Zoë-Straat', 'zoe straat'],
])('folds %s', (name, folded) => expect(fold(name)).toBe(folded));

test.each([
  ['dorpsstr', 'dorpsstraat'],
  ['burg jansenln', 'burgemeester jansenlaan'],
  ['st jansplein', 'sint jansplein'],
])('writes %s out', (short, whole) => expect(expand(short)).toBe(whole));

// By hand: "  w ", " wo", ... of `word` (5 pieces) and `words` (6): `  w`, ` wo`, `wor`, `ord` in common, 7 together.
test('similarity is that of pg_trgm', () => expect(similarity('word', 'words')).toBeCloseTo(4 / 7, 10));

test.each([
  ['marktstraat', 'makrtstraat', true],
  ['marktstraat', 'marktsraat', true],
  ['marktstraat', 'marktstraaat', true],
  ['marktstraat', 'merktstraat', true],
  ['marktstraat', 'marktstraat', false],
  ['marktstraat', 'merktstroat', false],
])('%s and %s: one slip %s', (a, b, slip) => expect(isOneSlip(a, b)).toBe(slip));

test('a slip goes before what is merely alike', () => {
  const streets = ['fordstraat', 'nieuwe fordstraat'];
  expect(likeliest('niewe fordstraat', streets, name => name)).toEqual(['nieuwe fordstraat']);
  expect(likeliest('grote fordstraat', streets, name => name)).toEqual(streets);
});

test.each([
  ['dorpstraat', 'dorpsstraat', true],
  ['oosterweg', 'westerweg', false],
  ['kerkstraat', 'parkstraat', false],
  ['kade', 'kaai', false],
])('%s may be %s: %s', (a, b, near) => expect(isNearName(a, b)).toBe(near));
