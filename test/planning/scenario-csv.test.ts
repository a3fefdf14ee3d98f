import { expect, test } from 'vitest';
import type { PublishedFigure, PublishedScenario } from '../../server/contract/published-scenario.ts';
import { archiveCsv, scenarioCsv } from '../../server/exports/scenario-csv.ts';
import { archiveOf } from '../support/example-archive.ts';

const all = <T>(value: T) => ({ low: value, mid: value, high: value });
const FIGURE: PublishedFigure = {
  id: 'vacancy-rate',
  baseline: [all(22.6), { low: 20, mid: 21.5, high: 23 }],
  proposal: [all(22.6), { low: 15, mid: 16, high: 18 }],
  difference: [all(0), { low: -6, mid: -5.5, high: -4 }],
  gross: null,
};
const HIDDEN: PublishedFigure = {
  id: 'vacant',
  baseline: [all('<5' as const), all('confidential' as const)],
  proposal: [all('<5' as const), all('confidential' as const)],
  difference: [all('confidential' as const), all(null)],
  gross: [all(0), all(-2)],
};
const SCENARIO = {
  title: '=HYPERLINK("x")',
  version: 3,
  checksum: 'abc',
  years: [2026, 2027],
  series: { name: { nl: 'ronde', en: 'round' }, referenceDate: '2026-01-01' },
  figures: [FIGURE, HIDDEN],
} as unknown as PublishedScenario;

const linesOf = (text: string) =>
  text
    .slice(1)
    .trimEnd()
    .split('\r\n')
    .map(line => line.split(';'));

test('a row per figure and year, with decimal commas, marks in words and no formula', () => {
  const text = scenarioCsv(SCENARIO, 'nl');
  expect(text.startsWith('\uFEFF')).toBe(true);
  const [head, ...rows] = linesOf(text);
  expect(head!.slice(0, 8)).toEqual([
    ...['cijfer', 'naam', 'eenheid', 'jaar'],
    ...['niets doen laag', 'niets doen verwacht', 'niets doen hoog', 'voorstel laag'],
  ]);
  expect(rows).toHaveLength(4);
  for (const row of rows) expect(row).toHaveLength(head!.length);
  expect(rows[1]!.slice(3, 16)).toEqual('2027;20;21,5;23;15;16;18;-6;-5,5;-4;;;'.split(';'));
  expect(rows[2]!.slice(3, 7)).toEqual(['2026', '<5', '<5', '<5']);
  expect(rows[3]!.slice(4, 16)).toEqual(
    'geheim;geheim;geheim;geheim;geheim;geheim;onbekend;onbekend;onbekend;-2;-2;-2'.split(';'),
  );
  expect(text).toContain('"\'=HYPERLINK(""x"")"');
});

test('in English the same numbers', () => {
  const rows = linesOf(scenarioCsv(SCENARIO, 'en'));
  expect(rows[0]![0]).toBe('figure');
  expect(rows[4]![4]).toBe('confidential');
});

test('the file of an archive is exact', () => {
  const archive = archiveOf(Array.from({ length: 7 }, () => ({ func: 'retail', status: 'vacant' })));
  const rows = linesOf(archiveCsv(archive, 'abc', 'nl'));
  const vacant = rows.filter(([id]) => id === 'vacant');
  expect(vacant).toHaveLength(archive.result.years.length);
  // 7 x (1 - 0.204)
  expect([vacant[0]![5], vacant[1]![5]]).toEqual(['7', '5,57']);
});
