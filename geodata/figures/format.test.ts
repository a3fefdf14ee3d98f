import { describe, expect, it } from 'vitest';
import { formatFor, shownText } from './format.ts';

const words = { belowFive: '<5', confidential: 'geheim', notKnown: 'niet waargenomen' };

describe('formats', () => {
  it('writes numbers the Dutch way', () => {
    const nl = formatFor('nl');
    expect(nl.count(1204)).toBe('1.204');
    expect(nl.percent(11.38)).toBe('11,4\u00a0%');
    expect(nl.wholePercent(2.63)).toBe('3\u00a0%');
    expect(nl.squareMetres(12345)).toBe('12.345\u00a0m²');
  });

  it('writes months in words, without a shift by time zone', () => {
    expect(formatFor('nl').date('2025-08-12')).toBe('12 augustus 2025');
    expect(formatFor('nl').month('2026-03-01')).toBe('maart 2026');
    expect(formatFor('en').date('2025-08-12')).toBe('12 August 2025');
  });

  it('never writes a missing value as a number', () => {
    const { count } = formatFor('nl');
    expect(shownText(null, count, words)).toBe('niet waargenomen');
    expect(shownText('<5', count, words)).toBe('<5');
    expect(shownText('confidential', count, words)).toBe('geheim');
    expect(shownText(0, count, words)).toBe('0');
  });
});
