import { describe, expect, test } from 'vitest';
import { paperFonts, printable } from './fonts.ts';

const fonts = paperFonts();

/** From the left edge of a letter to its right edge. */
function widthOf(letter: string, weight: 'regular' | 'bold'): number {
  const xs = fonts.outline(letter, weight).map(({ x }) => x);
  return Math.max(...xs) - Math.min(...xs);
}

describe('the typeface of paper', () => {
  test('has two weights', () => {
    expect(Buffer.from(fonts.regular).equals(Buffer.from(fonts.bold))).toBe(false);
    expect(widthOf('I', 'bold')).toBeGreaterThan(1.3 * widthOf('I', 'regular'));
  });

  test('has the signs that figures and Dutch need', () => {
    for (const sign of 'AZaz09€²−–éëïöü“”’½·%\u00a0')
      expect(fonts.has(sign.codePointAt(0)!), sign).toBe(true);
  });

  test('puts an accent above its letter', () => {
    const top = (letter: string) => Math.max(...fonts.outline(letter, 'regular').map(({ y }) => y));
    expect(top('é')).toBeGreaterThan(top('e') + 0.1);
  });
});

describe('printable', () => {
  test('keeps what there is', () => {
    expect(printable('Fryslân: € 1.204 m² − één “kern”', fonts)).toBe('Fryslân: € 1.204 m² − één “kern”');
  });
  test('makes one paragraph of many: empty lines would drive the map off the sheet', () => {
    expect(printable('een\r\n\n\n\u2028twee\tdrie', fonts)).toBe('een twee drie');
  });

  test('puts plain letters for foreign ones, and never an empty box', () => {
    expect(printable('Čapek, Łódź, 市', fonts)).toBe('Capek, Lódz, ?');
    expect(printable('1\u202f204', fonts)).toBe('1\u00a0204');
  });
});
