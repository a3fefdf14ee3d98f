import { describe, expect, it } from 'vitest';
import { spellText } from './spell.ts';
import { wordingFor } from './wording.ts';

const spell = {
  series: 's',
  firstSeen: '2024-07-01',
  lastSeen: '2026-01-01',
  fromEarliest: '2024-04-01',
  fromLatest: '2024-07-01',
  untilEarliest: null,
  untilLatest: null,
};
const say = (change: Partial<typeof spell> | object) => spellText({ ...spell, ...change }, wordingFor('nl'));

describe('a vacancy in words', () => {
  it('that goes on says since when and how long at least', () => {
    expect(say({})).toBe('leeg sinds tussen april en juli 2024; minstens 1 jaar');
  });

  it('without a bound to its begin says at the latest', () => {
    expect(say({ fromEarliest: null })).toBe('leeg sinds uiterlijk juli 2024; minstens 1 jaar');
  });

  it('with an exact begin names the month', () => {
    expect(say({ fromEarliest: '2024-07-01' })).toContain('leeg sinds juli 2024;');
    expect(say({ fromEarliest: '2023-12-01' })).toContain('tussen december 2023 en juli 2024;');
  });

  it('seen once says that its duration is unknown, never 0', () => {
    expect(say({ lastSeen: '2024-07-01' })).toContain('duur onbekend');
  });

  it('that ended has both bounds', () => {
    expect(say({ untilEarliest: '2026-01-01', untilLatest: '2026-04-01' })).toBe(
      'leeg geworden tussen april en juli 2024, afgelopen tussen januari en april 2026; 1 jaar tot 2 jaar',
    );
    const short = { firstSeen: '2024-07-01', untilEarliest: '2024-07-01', untilLatest: '2024-10-01' };
    expect(say(short)).toContain('hoogstens 6 maanden');
  });

  it('that was lost from sight is not said to have ended', () => {
    expect(say({ untilEarliest: '2026-01-01' })).toBe(
      'leeg sinds tussen april en juli 2024, voor het laatst gezien in januari 2026; minstens 1 jaar',
    );
  });
});
