import { expect, test } from 'vitest';
import { assumptionLines, sourceMark, sourcesOf } from '../../server/paper/assumptions.ts';
import { indicatorRows } from '../../server/paper/indicators.ts';
import { examplePublishedScenario } from '../support/published-scenario.ts';

test('what several measures assume alike is one line with all their numbers', () => {
  const lines = assumptionLines(examplePublishedScenario(), 'nl');
  const sizes = lines.filter(({ words }) => words.startsWith('vloeroppervlakte per woning'));
  expect(sizes).toEqual([
    expect.objectContaining({
      words: 'vloeroppervlakte per woning (m² per woning) (3, 4)',
      low: '35',
      mid: '55',
      high: '85',
    }),
  ]);
});

test('shares are per cent, euros have their year, and doing nothing is an assumption too', () => {
  const words = assumptionLines(examplePublishedScenario(), 'en').map(line => `${line.words}: ${line.mid}`);
  expect(words).toContain('share of premises that is suitable (3): 40\u00a0%');
  expect(words).toContain('conversion cost per m² (€, 2025) (3): 1,500');
  expect(words).toContain('shops: become vacant, per year: 4.7\u00a0%');
});

test('a frozen baseline assumes no flows', () => {
  const scenario = examplePublishedScenario();
  scenario.baseline.mode = 'frozen';
  expect(assumptionLines(scenario, 'nl').some(({ words }) => words.includes('per jaar'))).toBe(false);
});

test('sources are named once and marked a, b, ... z, aa', () => {
  const sources = sourcesOf(assumptionLines(examplePublishedScenario(), 'nl'));
  expect(new Set(sources).size).toBe(sources.length);
  expect([0, 25, 26, 27].map(sourceMark)).toEqual(['a', 'z', 'aa', 'ab']);
});

test('an indicator that is not shown is a word and never 0', () => {
  const scenario = examplePublishedScenario();
  scenario.indicators = [
    { figure: 'vacant-unknown', norm: null },
    { figure: 'jobs', norm: null },
    { figure: 'vacancy-rate', norm: { value: 8, source: 'x' } },
  ];
  const [hidden, missing, rate] = indicatorRows(scenario, 'nl');
  expect(hidden!.slice(1, 5)).toEqual(['geheim', 'geheim', 'geheim', 'geheim']);
  expect(missing!.slice(1, 5)).toEqual(['onbekend', 'onbekend', 'onbekend', 'onbekend']);
  expect(rate![4]).toContain('lager (beter)');
  expect(rate![5]).toBe('hoogstens 8\u00a0%');
});
