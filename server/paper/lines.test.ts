import fc from 'fast-check';
import { expect, test } from 'vitest';
import { linesWithin } from './lines.ts';

const limits = (width: number, most = Number.POSITIVE_INFINITY) => ({
  width,
  most,
  widthOf: (text: string) => text.length,
});

test('breaks between words, and at the end of a paragraph', () => {
  expect(linesWithin('winkels worden woningen\nin de straat', limits(14))).toEqual([
    'winkels worden',
    'woningen',
    'in de straat',
  ]);
});

test('breaks a word only when it is wider than a line', () => {
  expect(linesWithin('zie https://kernkaart.example/a', limits(10))).toEqual([
    'zie',
    'https://ke',
    'rnkaart.ex',
    'ample/a',
  ]);
});

test('says that there is more, after a whole word', () => {
  expect(linesWithin('een twee drie vier vijf', limits(9, 2))).toEqual(['een twee', 'drie …']);
});

test('no line is too wide, and no letter is lost', () => {
  fc.assert(
    fc.property(
      fc.array(fc.stringMatching(/^[a-z]{1,20}$/), { minLength: 1 }),
      fc.integer({ min: 3, max: 30 }),
      (words, width) => {
        const lines = linesWithin(words.join(' '), limits(width));
        for (const line of lines) expect(line.length).toBeLessThanOrEqual(width);
        expect(lines.join('').replaceAll(' ', '')).toBe(words.join(''));
      },
    ),
  );
});
