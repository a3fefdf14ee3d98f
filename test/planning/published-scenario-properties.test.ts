import fc from 'fast-check';
import { expect, test } from 'vitest';
import { emptyStock } from '../../geodata/figures/stock.ts';
import { talliesByFunction } from '../../geodata/figures/tally.ts';
import type { ScenarioFigureId } from '../../geodata/vocabulary/scenario-figure.ts';
import { PublishedScenario, type ShownRange } from '../../server/contract/published-scenario.ts';
import type { ScenarioArchive } from '../../server/contract/scenario-version.ts';
import type { Shown } from '../../server/contract/vacancy.ts';
import { disclose } from '../../server/policy/disclosure.ts';
import { publishedScenario, publishedSettings } from '../../server/policy/scenario.ts';
import { vacancyScope } from '../../server/policy/scenario-start.ts';
import { shownFigures } from '../../server/policy/shown.ts';
import { archiveOf, measureOf, type Standing } from '../support/example-archive.ts';

const META = {
  status: 'published' as const,
  publishedAt: '2026-02-01T10:00:00+01:00',
  checksum: 'f'.repeat(64),
  amendmentOf: null,
  decision: null,
  withdrawn: null,
};

const publish = (archive: ScenarioArchive) => publishedScenario(archive, META);
// Any area, any of the measures, both profiles.

const standing = fc.record({
  func: fc.constantFrom('retail', 'hospitality', 'services', 'office', 'housing' as const),
  status: fc.constantFrom(
    'in-use',
    'in-use',
    'vacant',
    'vacant',
    'announced-vacant',
    'not-observed' as const,
  ),
  area: fc.oneof(fc.integer({ min: 5, max: 900 }), fc.constant(-1)),
  duration: fc.integer({ min: 1, max: 4 }),
  side: fc.integer({ min: -1, max: 3 }),
});
const town: fc.Arbitrary<Standing[]> = fc.array(standing, { minLength: 1, maxLength: 90 });
const kinds = fc.uniqueArray(
  fc.constantFrom(
    'compact-core',
    'move-shops',
    'shop-to-homes',
    'homes-above-shops',
    'office-to-homes',
    'green-space',
    'delete-shop-function',
  ),
  { minLength: 0, maxLength: 3 },
);
const takes = fc.constantFrom('vacant', 'vacant-over-1', 'all' as const);
const profile = fc.constantFrom('strict', 'visible' as const);
const mode = fc.constantFrom('observed', 'frozen' as const);
const archives = fc.record({ town, kinds, takes, profile, mode }).map(given =>
  archiveOf(
    given.town,
    {
      baseline: { mode: given.mode, announced: true, hardPlans: [] },
      measures: given.kinds.map(kind => measureOf(kind, { takes: given.takes })),
      norms: [{ kind: 'jobs', values: { office: { low: 15, mid: 22, high: 30 } }, source: 'nota' }],
    },
    { profile: given.profile },
  ),
);

/** What the cube shows of the whole area, or of the functions whose vacancy is published, added up. */
function cubeOf({ base }: ScenarioArchive) {
  const stock = emptyStock(base.premises.ids.length, 1);
  const { states, functions, floorAreas, vacantAreas, durations } = base.premises;
  for (const [name, column] of Object.entries({ states, functions, floorAreas, vacantAreas, durations }))
    (stock[name as 'states'] as Uint8Array).set(column);
  stock.covered[0] = 1;
  const shown = disclose(talliesByFunction(stock, base.premises.ids.keys()), 1, base.series.profile);
  const scope = vacancyScope(base);
  const cells = (scope ?? ['all' as const]).map(code => shown.get(code)).filter(cell => cell !== undefined);
  if (cells.length === 0) return undefined;
  const total = cells[0]!.map((_, row) => {
    const mark = cells.find(cell => cell[row]! < 0)?.[row];
    return mark ?? cells.reduce((sum, cell) => sum + cell[row]!, 0);
  });
  if (scope) expect(cells.flatMap(cell => [...cell].slice(0, 2)).filter(value => value < 0)).toEqual([]);
  return shownFigures(total, ['2026-01-01'], 'all', false)[0]!;
}

const rank = (value: Shown): number => (value === '<5' ? 0.5 : (value as number));
const isTold = (value: Shown) => value !== null && value !== 'confidential';

/** Low, expected and high are in order, as far as they are told. */
function isInOrder({ low, mid, high }: ShownRange): boolean {
  const told = [low, mid, high].filter(isTold).map(rank);
  return told.every((value, index) => index === 0 || told[index - 1]! <= value);
}

/** Every range that is published. */
function rangesOf({ figures, measures }: PublishedScenario): ShownRange[] {
  return [
    ...figures.flatMap(({ baseline, proposal, difference, gross }) => [
      ...[baseline, proposal, difference, gross ?? []].flat(),
    ]),
    ...measures.flatMap(({ taken, takenArea, homes, cost }) => [taken, takenArea, homes, cost ?? []].flat()),
  ];
}

test('a published scenario is one by its contract, in order, and the same when it is made again', () => {
  fc.assert(
    fc.property(archives, given => {
      const published = publish(given);
      expect(PublishedScenario.parse(published)).toEqual(published);
      expect(JSON.stringify(publish(structuredClone(given)))).toBe(JSON.stringify(published));
      expect(rangesOf(published).filter(range => !isInOrder(range))).toEqual([]);
    }),
    { numRuns: 50 },
  );
});

test('the base date is the cube’s, and where that is no number nothing modelled is', () => {
  fc.assert(
    fc.property(archives, given => {
      const cube = cubeOf(given);
      const start: Partial<Record<ScenarioFigureId, Shown>> = {
        vacant: cube?.vacant ?? null,
        'vacant-area': cube?.vacantFloorArea ?? null,
        'vacant-under-1': cube?.durations['under-1'] ?? null,
        'vacant-1-to-3': cube?.durations['1-to-3'] ?? null,
        'vacant-over-3': cube?.durations['over-3'] ?? null,
        'vacant-unknown': cube?.durations.unknown ?? null,
      };
      for (const { id, baseline, proposal, difference } of publish(given).figures) {
        if (!(id in start)) continue;
        expect([id, baseline[0]!.mid, proposal[0]!.mid]).toEqual([id, start[id], start[id]]);
        if (typeof start[id] === 'number') continue;
        const later = [...baseline.slice(1), ...proposal.slice(1), ...difference];
        expect(
          later.flatMap(range => Object.values(range)).filter(value => typeof value === 'number'),
        ).toEqual([]);
      }
    }),
    { numRuns: 60 },
  );
});

test('strict: every number of vacancy and of what vacant premises became is on its step', () => {
  fc.assert(
    fc.property(archives, given => {
      if (given.base.series.profile !== 'strict') return;
      const published = publish(given);
      const onStep = (values: Shown[], step: number) => {
        expect(values.filter(value => typeof value === 'number' && value % step !== 0)).toEqual([]);
      };
      for (const { id, baseline, proposal, difference } of published.figures) {
        const values = [...baseline, ...proposal, ...difference].flatMap(range => Object.values(range));
        if (id === 'vacant' || (id.startsWith('vacant-') && id !== 'vacant-area')) onStep(values, 5);
        if (id === 'vacant-area') onStep(values, 100);
        if (id.startsWith('vacancy')) onStep(values, 1);
      }
      for (const measure of published.measures) {
        if (measure.takes === 'all' || measure.kind === 'green-space') continue;
        onStep([measure.candidates, ...Object.values(measure.taken), ...Object.values(measure.homes)], 5);
        onStep(Object.values(measure.takenArea), 100);
      }
    }),
    { numRuns: 60 },
  );
});

test('the expected difference is that of the numbers shown', () => {
  fc.assert(
    fc.property(archives, given => {
      for (const { baseline, proposal, difference } of publish(given).figures)
        difference.forEach(({ mid }, year) => {
          const [before, after] = [baseline[year]!.mid, proposal[year]!.mid];
          if (typeof before === 'number' && typeof after === 'number')
            expect(mid).toBeCloseTo(after - before, 6);
          else expect(mid).not.toEqual(expect.any(Number));
        });
    }),
    { numRuns: 40 },
  );
});

test('no premises is named anywhere', async () => {
  await fc.assert(
    fc.asyncProperty(archives, async given => {
      const secret = 'Geheime Zaak, Verborgenlaan 17';
      const remark = 'Ook Verborgenlaan 17 doet mee.';
      const measures = given.document.measures.map(one => ({
        ...{ ...one, remark, choices: { ...one.choices, invented: secret } },
        parameters: Object.fromEntries(
          Object.entries(one.parameters).map(([id, each]) => [id, { ...each, source: remark }]),
        ),
      }));
      const named: ScenarioArchive = {
        ...given,
        document: { ...given.document, measures },
        base: {
          ...given.base,
          premises: { ...given.base.premises, labels: given.base.premises.labels.map(() => secret) },
        },
      };
      named.result.faults.push({
        ...{ code: 'planted', severity: 'warning', field: null, measure: null },
        values: { premises: 'Geheime Zaak' },
      });
      const text = JSON.stringify([publish(named), await publishedSettings(named)]);
      for (const word of ['Geheime', 'Verborgen', 'premises-']) expect(text).not.toContain(word);
    }),
    { numRuns: 25 },
  );
});
