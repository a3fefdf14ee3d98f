import { describe, expect, it } from 'vitest';
import { csvText } from './csv.ts';

describe('a file for a Dutch spreadsheet', () => {
  it('has a mark, semicolons, decimal commas and Windows lines', () => {
    expect(
      csvText([
        ['Gebied', 'Leegstand'],
        ['Centrum', 11.384],
        ['Dorp', 1204],
      ]),
    ).toBe('\uFEFFGebied;Leegstand\r\nCentrum;11,38\r\nDorp;1204\r\n');
  });

  it('leaves a missing value empty and keeps a negative number a number', () => {
    expect(csvText([[null, -1.25, 0]])).toBe('\uFEFF;-1,25;0\r\n');
  });

  it('quotes what would break a line', () => {
    expect(csvText([['a;b', 'zeg "ja"', 'twee\nregels']])).toBe(
      '\uFEFF"a;b";"zeg ""ja""";"twee\nregels"\r\n',
    );
  });

  it.each(['=1+1', '+31', '-verkoop', '@SUM(A1)', '\t=1', '  =cmd', '\r=1'])(
    'makes no formula of %j',
    text => {
      expect(csvText([[text]])).toMatch(/^\uFEFF"?'/);
    },
  );
});
