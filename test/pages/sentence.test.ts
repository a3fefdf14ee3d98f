import { describe, expect, it } from 'vitest';
import type { PlaceView } from '../../server/contract/place-view.ts';
import { placeSentence, summaryOf } from '../../server/pages/sentence.ts';
import { PAGE_LANGUAGES } from '../../server/pages/words.ts';
import { exampleView } from '../support/place-view.ts';

const { nl, en } = PAGE_LANGUAGES;

function view(change: Partial<NonNullable<PlaceView['figure']>>, rest: Partial<PlaceView> = {}): PlaceView {
  const example = exampleView();
  return { ...example, year: { reason: 'no-date' }, figure: { ...example.figure!, ...change }, ...rest };
}

describe('the sentence that says it all', () => {
  it('names place, date, how many of how many, and the rate, rounded', () => {
    // 55 of 780 are 7.05 %.
    const said = summaryOf(view({ observed: 780, vacant: 55, rate: (100 * 55) / 780 }), nl);
    expect(said).toBe(
      'Op 1 oktober 2026 stonden in Proefdam 55 van de 780 waargenomen panden leeg: 7\u00a0%.',
    );
  });

  it('counts one as one, and none as none', () => {
    expect(summaryOf(view({ observed: 40, vacant: 1, rate: 2.5 }), nl)).toContain(
      'stond in Proefdam 1 van de 40',
    );
    expect(summaryOf(view({ observed: 40, vacant: 0, rate: 0 }), nl)).toContain('geen van de 40');
    expect(summaryOf(view({ observed: 40, vacant: 0, rate: 0 }), en)).toContain('none of the 40');
  });

  it('gives no rate where the number is hidden, and no number where it is protected', () => {
    const few = summaryOf(view({ observed: 40, vacant: '<5', rate: 'confidential' }), nl);
    expect(few).toContain('minder dan 5 van de 40');
    expect(few).not.toContain('%');
    const hidden = summaryOf(
      view({ observed: 'confidential', vacant: 'confidential', rate: 'confidential' }),
      nl,
    );
    expect(hidden).toContain('afgeschermd');
    expect(hidden).not.toMatch(/\d+ van/);
  });

  it('never calls not observed not vacant', () => {
    const said = summaryOf({ ...exampleView(), figure: null }, nl);
    expect(said).toContain('niet gekeken');
    expect(said).not.toContain('geen van');
  });

  it('says more, less or the same as a year earlier in whole points, and why not', () => {
    const said = (year: PlaceView['year']) => summaryOf(view({}, { year }), nl);
    const since = '2025-10-01';
    expect(said({ points: 1.6, since })).toContain('ongeveer 2 procentpunt hoger');
    expect(said({ points: -3.2, since })).toContain('ongeveer 3 procentpunt lager');
    expect(said({ points: 0.4, since })).toContain('ongeveer gelijk');
    expect(said({ reason: 'method' })).toContain('anders geteld');
    expect(said({ reason: 'coverage' })).toContain('iets anders bekeken');
  });

  it('names the function that it is about', () => {
    expect(summaryOf(view({}, { function: 'retail' }), nl)).toContain('Dit gaat over winkels.');
  });
});

describe('a place on the map in words', () => {
  it('has name, numbers and rate, or says that nobody looked', () => {
    expect(placeSentence('Markt', { observed: 40, vacant: 10, rate: 25 }, nl)).toBe(
      'Markt: 10 van 40 leeg (25\u00a0%)',
    );
    expect(placeSentence('Markt', null, nl)).toBe('Markt: niet waargenomen');
  });
});
