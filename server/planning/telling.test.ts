import { describe, expect, test } from 'vitest';
import type { PublishedMeasure } from '../contract/published-scenario.ts';
import {
  differenceText,
  doingNothingSentence,
  measureSentence,
  parameterText,
  shownRangeText,
  stayingSentence,
  valueText,
} from './telling.ts';

const range = (low: number, mid: number, high: number) => ({ low, mid, high });
/** Spaces that do not break are told apart by nobody who reads. */
const plain = (text: string) => text.replaceAll('\u00a0', ' ');

describe('numbers', () => {
  test('are written the way of the language, and hidden ones in words', () => {
    expect(plain(valueText(1204, 'square-metres', 'nl'))).toBe('1.204 m²');
    expect(plain(valueText(8.44, 'per-cent', 'nl'))).toBe('8,4 %');
    expect(plain(valueText(-3_240_000, 'euro', 'nl'))).toBe('€ −3,2 miljoen');
    expect(plain(valueText(950, 'euro', 'en'))).toBe('€ 950');
    expect(plain(valueText(827_885, 'euro', 'nl'))).toBe('€ 828.000');
    expect(valueText('<5', 'premises', 'nl')).toBe('minder dan 5');
    expect(valueText('confidential', 'premises', 'en')).toBe('confidential');
    expect(valueText(null, 'premises', 'nl')).toBe('onbekend');
    for (const nothing of [-0, -0.3]) expect(plain(valueText(nothing, 'homes', 'nl'))).toBe('0 woningen');
  });

  test('have a range only where it says more', () => {
    expect(plain(shownRangeText(range(9, 12, 20), 'homes', 'nl'))).toBe('12 woningen (9 tot 20)');
    expect(plain(shownRangeText(range(12, 12, 12), 'homes', 'nl'))).toBe('12 woningen');
    expect(plain(shownRangeText({ low: '<5', mid: 6, high: 8 }, 'premises', 'nl'))).toBe(
      '6 panden (minder dan 5 tot 8)',
    );
    expect(plain(shownRangeText({ low: '<5', mid: '<5', high: '<5' }, 'premises', 'nl'))).toBe(
      'minder dan 5',
    );
    expect(plain(shownRangeText({ low: 1, mid: 6, high: 'confidential' }, 'premises', 'en'))).toBe(
      '6 premises',
    );
    expect(plain(shownRangeText(range(1, 1, 1), 'homes', 'nl'))).toBe('1 woning');
  });

  test('of a parameter come in its own unit', () => {
    const suitable = { ...range(0.2, 0.4, 0.5), priceLevel: null };
    expect(plain(parameterText(suitable, { unit: 'share' }, 'nl'))).toBe('40 % (20 % tot 50 %)');
    const cost = { ...range(1700, 1700, 1700), priceLevel: '2026' };
    expect(plain(parameterText(cost, { unit: 'euro-per-square-metre' }, 'nl'))).toBe(
      '€ 1.700 per m², prijspeil 2026',
    );
  });
});

describe('a difference', () => {
  test('says which way, and whether that is better', () => {
    expect(plain(differenceText(range(-3, -2, -1), 'per-cent', 'lower', 'nl'))).toBe(
      '2 procentpunt lager (beter)',
    );
    expect(plain(differenceText(range(1, 5, 9), 'homes', 'higher', 'en'))).toBe('5 homes more (better)');
    expect(plain(differenceText(range(-9, -5, 0), 'jobs', 'higher', 'nl'))).toBe('5 banen minder (slechter)');
    expect(plain(differenceText(range(1, 5, 9), 'square-metres', 'neutral', 'nl'))).toBe('5 m² meer');
    expect(differenceText(range(0, 0.01, 0.02), 'per-cent', 'lower', 'nl')).toBe('geen verschil');
  });
});

describe('sentences', () => {
  const measure: PublishedMeasure = {
    id: 'm',
    number: 1,
    kind: 'shop-to-homes',
    name: '',
    remark: 'De gevels blijven.',
    where: { nl: 'Oosterstraat', en: 'Oosterstraat' },
    geometry: null,
    target: null,
    phase: { from: 2027, until: 2029 },
    takes: 'vacant',
    choices: {},
    parameters: [],
    candidates: 11,
    taken: range(2, 7, 12),
    takenArea: range(200, 799, 1281),
    homes: range(2, 9, 18),
    cost: null,
  };

  test('tell a measure whole', () => {
    expect(plain(measureSentence(measure, 'nl'))).toBe(
      'Winkels op deze plek worden verbouwd tot woningen, ook op de begane grond. ' +
        'Waar en wanneer: Oosterstraat, van 2027 tot en met 2029. Alleen panden die nu leeg staan. ' +
        'Het gaat om 7 panden (2 tot 12), samen 799 m²; 11 panden komen in aanmerking. ' +
        'Dat geeft 9 woningen (2 tot 18). De gevels blijven.',
    );
  });

  test('say that something is hidden, not that it is nothing', () => {
    const all = { low: 'confidential', mid: 'confidential', high: 'confidential' } as const;
    const hidden = {
      ...measure,
      candidates: 'confidential' as const,
      taken: all,
      takenArea: all,
      homes: all,
    };
    const text = measureSentence(hidden, 'nl');
    expect(text).toContain('Hoeveel panden dit zijn, is geheim');
    expect(text).not.toMatch(/\b0 |onbekend|undefined/);
  });

  test('tell doing nothing, and who stays', () => {
    const plan = {
      id: 'p',
      name: 'x',
      function: 'retail',
      year: 2028,
      floorArea: range(1, 1, 1),
      premises: 1,
      source: 's',
    } as const;
    const going = { mode: 'observed' as const, announced: true, hardPlans: [plan] };
    expect(doingNothingSentence({ baseline: going }, 'nl')).toContain('één vastgesteld plan gaat door');
    expect(doingNothingSentence({ baseline: { ...going, mode: 'frozen' } }, 'en')).toContain(
      'not an expectation',
    );
    expect(stayingSentence({ baseline: going }, 'nl')).toBeUndefined();
    const staying = { ...range(0.3, 0.5, 0.7), source: 's', priceLevel: null };
    expect(plain(stayingSentence({ baseline: { ...going, staying } }, 'nl')!)).toContain(
      'vindt 50 % (30 % tot 70 %)',
    );
  });
});
