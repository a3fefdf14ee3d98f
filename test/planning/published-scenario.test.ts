import { expect, test } from 'vitest';
import type { ScenarioFigureId } from '../../geodata/vocabulary/scenario-figure.ts';
import { ScenarioSettings } from '../../server/contract/published-scenario.ts';
import type { ScenarioDocument } from '../../server/contract/scenario.ts';
import type { ScenarioArchive } from '../../server/contract/scenario-version.ts';
import { countedSentence } from '../../server/planning/counted.ts';
import { faultsOf } from '../../server/planning/fault.ts';
import { publishedScenario, publishedSettings } from '../../server/policy/scenario.ts';
import { archiveOf, measureOf, ringAround, type Standing } from '../support/example-archive.ts';

const META = {
  status: 'published' as const,
  publishedAt: '2026-02-01T10:00:00+01:00',
  checksum: 'f'.repeat(64),
  amendmentOf: null,
  decision: null,
  withdrawn: null,
};

const publish = (archive: ScenarioArchive) => publishedScenario(archive, META);
const figureOf = (archive: ScenarioArchive, id: ScenarioFigureId) =>
  publish(archive).figures.find(figure => figure.id === id)!;

/** So many premises of one function, the first of them vacant. */
function row(count: number, vacant: number, rest: Partial<Standing> & Pick<Standing, 'func'>): Standing[] {
  return Array.from({ length: count }, (_, index) => ({
    status: index < vacant ? 'vacant' : 'in-use',
    ...rest,
  }));
}

const drawnPlace = (ring: [number, number][]) => ({ kind: 'polygon' as const, coordinates: [ring] });
const FROZEN: Partial<ScenarioDocument> = { baseline: { mode: 'frozen', announced: false, hardPlans: [] } };

// Hand-worked: 43 premises with 8 vacant are published as 45 and 10, so 22 %.
test('strict: the base date is what the cube shows, later years are the rounded start plus the rounded change', () => {
  const archive = archiveOf(row(43, 8, { func: 'office' }), FROZEN);
  const { baseline, proposal, difference } = figureOf(archive, 'vacant');
  for (const range of [...baseline, ...proposal]) expect(range).toEqual({ low: 10, mid: 10, high: 10 });
  expect(difference.at(-1)).toEqual({ low: 0, mid: 0, high: 0 });
  expect(figureOf(archive, 'vacancy-rate').baseline.map(({ mid }) => mid)).toEqual(baseline.map(() => 22));
});

test('strict: a start that is hidden, or fewer than five, hides everything modelled from it', () => {
  const hidden = figureOf(archiveOf(row(9, 6, { func: 'office' })), 'vacant');
  const few = figureOf(archiveOf(row(40, 3, { func: 'office' })), 'vacant');
  expect(hidden.baseline[0]!.mid).toBe('confidential');
  expect(few.baseline[0]!.mid).toBe('<5');
  for (const figure of [hidden, few])
    for (const range of [...figure.baseline.slice(1), ...figure.proposal.slice(1), ...figure.difference])
      expect(Object.values(range)).toEqual(['confidential', 'confidential', 'confidential']);
});

test('visible: shops are exact on the base date and whole afterwards, rates with one decimal', () => {
  const archive = archiveOf(row(31, 7, { func: 'retail' }), {}, { profile: 'visible' });
  const { baseline } = figureOf(archive, 'vacant');
  expect(baseline[0]).toEqual({ low: 7, mid: 7, high: 7 });
  // 7 x (1 - 0.204) + 24 x 0.052 = 6.82
  expect(baseline[1]!.mid).toBe(7);
  expect(figureOf(archive, 'vacancy-rate').baseline[0]!.mid).toBe(22.6);
  expect(figureOf(archive, 'vacancy-rate').baseline[1]!.mid).toBe(22);
});

test('a list without coverage has no rates: unknown, never 0', () => {
  const figures = publish(archiveOf(row(30, 20, { func: 'retail' }), {}, { covered: false })).figures;
  for (const { id, baseline } of figures)
    if (id === 'vacancy-rate' || id === 'vacancy-area-rate')
      expect(baseline.every(({ mid }) => mid === null)).toBe(true);
  expect(figures.find(({ id }) => id === 'vacant')!.baseline[0]!.mid).toBe(20);
});

test('nothing of vacancy is published of a series that visitors may not know of', () => {
  const measures = [measureOf('office-to-homes')];
  const published = publish(archiveOf(row(60, 30, { func: 'office' }), { measures }, { access: 'planner' }));
  expect(published.flows).toEqual([]);
  for (const { id, baseline } of published.figures)
    if (id.startsWith('vacan')) expect(baseline[0]!.mid).toBe('confidential');
});

test('a measure that takes vacant premises is rounded from ten candidates, and hidden below', () => {
  const measures = [measureOf('office-to-homes')];
  const [many] = publish(archiveOf(row(60, 40, { func: 'office', area: 130 }), { measures })).measures;
  // A third of 40 is 13 premises, of 130 m2 each; 0.78 of that is 101 m2, one home of 55 m2.
  expect([many!.candidates, many!.taken.mid, many!.takenArea.mid, many!.homes.mid]).toEqual([
    40, 15, 1700, 15,
  ]);
  const few = publish(archiveOf(row(60, 9, { func: 'office' }), { measures }));
  const hidden = { low: 'confidential', mid: 'confidential', high: 'confidential' };
  expect(few.measures[0]).toMatchObject({ candidates: 'confidential', taken: hidden, homes: hidden });
  expect(few.figures.find(({ id }) => id === 'homes')!.proposal.at(-1)).toEqual(hidden);
  expect(few.figures.find(({ id }) => id === 'area-office')!.difference.at(-1)).toEqual(hidden);
});

test('homes of the whole are rounded when one of two measures is hidden, and the other is hidden with it', () => {
  const half = drawnPlace(ringAround(0, 0, 500, 10));
  const rest = drawnPlace(ringAround(0, 10, 500, 500));
  const measures = [
    measureOf('office-to-homes', { id: 'first', place: half }),
    measureOf('office-to-homes', { id: 'second', place: rest, takes: 'all' }),
  ];
  const archive = archiveOf(row(90, 8, { func: 'office' }), { measures });
  const published = publish(archive);
  expect(published.measures[0]!.homes.mid).toBe('confidential');
  // With the total published, the other one alone would tell it.
  expect(published.measures[1]!.homes.mid).toBe('confidential');
  expect((published.figures.find(({ id }) => id === 'homes')!.proposal.at(-1)!.mid as number) % 5).toBe(0);
});

test('premises that one exceeds by far hide the floor area that was taken', () => {
  const premises = row(60, 40, { func: 'office', area: 130 });
  premises[0] = { ...premises[0]!, area: 40_000 };
  const [measure] = publish(archiveOf(premises, { measures: [measureOf('office-to-homes')] })).measures;
  expect(measure!.taken.mid).toBe(15);
  expect([measure!.takenArea.mid, measure!.homes.mid]).toEqual(['confidential', 'confidential']);
});

test('buildings are shown of a measure that takes everything, never of one that chooses by vacancy', () => {
  const suitable = { low: 1, mid: 1, high: 1, source: 'eigen opgave', priceLevel: null };
  const everything = (takes: 'all' | 'vacant', share = suitable) => {
    const measure = measureOf('office-to-homes', { takes });
    return [{ ...measure, parameters: { ...measure.parameters, suitable: share } }];
  };
  const premises = row(20, 12, { func: 'office' });
  const shown = publish(archiveOf(premises, { measures: everything('all') })).buildings;
  expect(shown).toHaveLength(20);
  expect(shown[0]).toMatchObject({ measure: 1, becomes: 'housing' });
  expect(shown[0]!.coordinates[0]![0]).toHaveLength(5);
  expect(publish(archiveOf(premises, { measures: everything('vacant') })).buildings).toEqual([]);
  const half = { ...suitable, low: 0.2, mid: 0.5, high: 0.7 };
  expect(publish(archiveOf(premises, { measures: everything('all', half) })).buildings).toEqual([]);
});

test('what is left for a measure after one that took vacant premises is no finer than that one', () => {
  const all = { low: 1, mid: 1, high: 1, source: 'eigen opgave', priceLevel: null };
  const second = measureOf('office-to-homes', { id: 'second', takes: 'all' });
  const measures = [
    measureOf('office-to-homes', { id: 'first' }),
    { ...second, parameters: { ...second.parameters, suitable: all } },
  ];
  const published = publish(archiveOf(row(61, 31, { func: 'office' }), { measures }));
  expect((published.measures[1]!.taken.mid as number) % 5).toBe(0);
  expect(published.buildings).toEqual([]);
});

test('places that were drawn are shown, chosen premises are not', () => {
  const ids = Array.from({ length: 30 }, (_, index) => `premises-${index}`);
  const chosen = { kind: 'premises', ids } as const;
  const drawn = drawnPlace(ringAround(0, 0, 300, 300));
  const measures = [
    measureOf('shop-to-homes', { id: 'a', place: chosen }),
    measureOf('shop-to-homes', { id: 'b', place: drawn }),
    measureOf('move-shops', { id: 'c', place: drawn, target: chosen }),
  ];
  const published = publish(archiveOf(row(60, 40, { func: 'retail' }), { measures }));
  expect(published.measures[0]!.geometry).toBeNull();
  expect(published.measures[1]!.geometry?.type).toBe('MultiPolygon');
  expect(published.measures[2]!.target).toBeNull();
});

test('street sides are judged alone, and say no more than what is shown', () => {
  const premises = [
    ...row(8, 4, { func: 'retail', side: 0 }),
    ...row(2, 1, { func: 'retail', side: 1 }),
    ...Array.from({ length: 3 }, (): Standing => ({ func: 'retail', status: 'not-observed', side: 2 })),
  ];
  const parameters = measureOf('shop-to-homes').parameters;
  const suitable = { ...parameters.suitable!, low: 1, mid: 1, high: 1 };
  const measures = [measureOf('shop-to-homes', { parameters: { ...parameters, suitable } })];
  const { sides } = publish(archiveOf(premises, { ...FROZEN, measures }, { profile: 'visible' }));
  expect(
    sides.map(({ observed, vacant, baseline, proposal, change }) => [
      observed,
      vacant,
      baseline,
      proposal,
      change,
    ]),
  ).toEqual([
    [8, 4, 4, 0, 'better'],
    ['confidential', 'confidential', 'confidential', 'confidential', 'unknown'],
    [null, null, null, null, 'unobserved'],
  ]);
});

test('jobs by a norm are no finer than the vacancy of the functions in it', () => {
  const value = { low: 20, mid: 20, high: 20 };
  const norms = [{ kind: 'jobs' as const, values: { office: value }, source: 'nota' }];
  const few = figureOf(archiveOf(row(40, 3, { func: 'office' }), { norms }), 'jobs');
  expect(few.baseline[0]!.mid).toBe('confidential');
  const many = figureOf(archiveOf(row(40, 13, { func: 'office' }), { norms }), 'jobs');
  // 27 offices of 120 m2 at 20 m2 a job are 162 jobs.
  expect(many.baseline[0]!.mid).toBe(160);
});

test('a norm of several functions is rounded where the cube hides one of them', () => {
  const value = { low: 20, mid: 20, high: 20 };
  const norms = [{ kind: 'jobs' as const, values: { retail: value, office: value }, source: 'nota' }];
  const premises = [
    ...row(30, 12, { func: 'retail', area: 113 }),
    ...row(12, 5, { func: 'hospitality', area: 113 }),
    ...row(5, 2, { func: 'office', area: 113 }),
  ];
  const { baseline } = figureOf(archiveOf(premises, { norms }, { profile: 'visible' }), 'jobs');
  // 21 of 113 m2 at 20 m2 a job are 118.65 jobs.
  expect(baseline[0]!.mid).toBe(120);
});

test('flows are whole per cent, and gone where few premises-years are behind them', () => {
  const archive = archiveOf(row(40, 10, { func: 'office' }));
  archive.base.flows[0]!.vacantYears = 9;
  const { flows } = publish(archive);
  expect(flows.map(flow => flow.function)).toEqual(['hospitality', 'services', 'office']);
  expect(flows[0]).toMatchObject({ inflow: { low: 0.03, mid: 0.05, high: 0.07 }, pooled: false });
});

test('warnings count nothing that is hidden', () => {
  const archive = archiveOf(row(40, 12, { func: 'office' }), { measures: [measureOf('office-to-homes')] });
  const at = { severity: 'warning' as const, field: null, measure: 'm-office-to-homes' };
  archive.result.faults = [
    { ...at, code: 'too-small', values: { count: 3 } },
    { ...at, code: 'plan-capacity-left', values: {} },
    { ...at, code: 'unfinished', severity: 'error', values: {} },
  ];
  expect(publish(archive).warnings.map(({ code }) => code)).toEqual(['plan-capacity-left']);
});

test('settings show what vacancy becomes only where its start is shown exactly', async () => {
  const measures = [measureOf('office-to-homes')];
  const openAssumptions = [{ measure: measures[0]!.id, parameter: 'suitable', settings: [0.2, 0.6] }];
  const vacancyOfSettings = async (func: 'office' | 'retail', profile: 'strict' | 'visible') => {
    const standing = row(60, 40, { func, side: 0 });
    const archive = archiveOf(standing, { measures, openAssumptions }, { profile });
    const { combinations } = await publishedSettings(archive);
    const { proposed } = publish(archive).openAssumptions[0]!;
    const others = combinations.filter(({ settings }) => settings[0] !== proposed);
    return [combinations[proposed]!, ...others].map(one => one.figures.find(({ id }) => id === 'vacant')!);
  };
  for (const [func, profile] of [['office', 'strict'] as const, ['office', 'visible'] as const]) {
    const [proposed, turned] = await vacancyOfSettings(func, profile);
    expect(proposed!.proposal.at(-1)!.mid).toEqual(expect.any(Number));
    expect(turned!.proposal.at(-1)!.mid).toBe('confidential');
    expect(turned!.difference.at(-1)!.mid).toBe('confidential');
    expect(turned!.baseline).toEqual(proposed!.baseline);
  }
  const [, shops] = await vacancyOfSettings('retail', 'visible');
  expect(shops!.proposal.at(-1)!.mid).toEqual(expect.any(Number));
});

// Hand-worked: 30 of 30 shops and 12 of 20 offices are vacant. Offices are not seen from the pavement, and would round
// both; so the 30 shops are published by themselves.
test('visible: one function that is hidden does not round the vacancy of the others', () => {
  const mixed = [...row(30, 30, { func: 'retail' }), ...row(20, 12, { func: 'office' })];
  const archive = archiveOf(mixed, FROZEN, { profile: 'visible' });
  expect(publish(archive).vacancyOf).toEqual(['retail']);
  expect(figureOf(archive, 'vacant').baseline.map(({ mid }) => mid)).toEqual(
    publish(archive).years.map(() => 30),
  );
  const shops = archiveOf(row(30, 30, { func: 'retail' }), FROZEN, { profile: 'visible' });
  expect(publish(shops).vacancyOf).toBeUndefined();
  expect(countedSentence(publish(archive), 'nl')).toContain('die van winkels samen');
  expect(countedSentence(publish(shops), 'nl')).toBe('');
});

// An amendment that takes one of the settings as its own value keeps the others: readers still have something to turn.
test('a setting may be the proposed value, but not the only one, nor stand twice', () => {
  const measures = [measureOf('office-to-homes')];
  const proposed = measures[0]!.parameters.suitable!.mid;
  const faultsWith = (...settings: number[]) => {
    const openAssumptions = [{ measure: measures[0]!.id, parameter: 'suitable', settings }];
    const { document, base, result } = archiveOf(row(9, 6, { func: 'office' }), {
      measures,
      openAssumptions,
    });
    return faultsOf(document, base, result).filter(({ code }) => code === 'open-assumption').length;
  };
  expect([faultsWith(proposed, 0.9), faultsWith(proposed), faultsWith(0.9, 0.9), faultsWith(2)]).toEqual([
    0, 1, 1, 1,
  ]);
});

test('settings are published by the same policy, and the proposed one is the version itself', async () => {
  const measures = [measureOf('office-to-homes')];
  const openAssumptions = [{ measure: measures[0]!.id, parameter: 'suitable', settings: [0.2, 0.6] }];
  const given = archiveOf(row(60, 40, { func: 'office', side: 0 }), { measures, openAssumptions });
  const published = publish(given);
  const settings = await publishedSettings(given);
  expect(ScenarioSettings.parse(settings)).toEqual(settings);
  expect(settings.combinations.map(one => one.settings)).toEqual([[0], [1], [2]]);
  const { proposed } = published.openAssumptions[0]!;
  expect(settings.combinations[proposed]!.figures).toEqual(published.figures);
  const homes = settings.combinations.map(
    ({ figures }) => figures.find(({ id }) => id === 'homes')!.proposal.at(-1)!.mid,
  );
  expect(homes).toEqual([...(homes as number[])].sort((a, b) => a - b));
});

test('what one hidden measure adds cannot be found by subtracting the others', () => {
  const measures = [
    { ...measureOf('office-to-homes'), id: 'few', takes: 'vacant' as const },
    { ...measureOf('shop-to-homes'), id: 'many', takes: 'all' as const },
    { ...measureOf('shop-to-homes'), id: 'more', takes: 'all' as const },
  ];
  const premises = [...row(6, 6, { func: 'office', side: 0 }), ...row(80, 0, { func: 'retail', side: 0 })];
  const given = archiveOf(premises, { measures });
  const homes = publish(given).measures.map(measure => measure.homes.mid);
  expect(homes[0]).toBe('confidential');
  // Of those that add homes one other is hidden with it; what adds none gives nothing away.
  const added = given.result.measures.filter(measure => measure.homes.high > 0);
  expect(homes.filter(value => value === 'confidential').length).toBe(Math.min(2, added.length));
});

test('one office above the shops does not hide a street: shops, hospitality and services are shown where each is', () => {
  const premises = [
    ...row(8, 3, { func: 'retail', side: 0 }),
    ...row(4, 0, { func: 'services', side: 0 }),
    ...row(1, 1, { func: 'office', side: 0 }),
    ...row(2, 1, { func: 'hospitality', side: 0 }),
  ];
  const measures = [measureOf('shop-to-homes', { takes: 'vacant' })];
  const [side] = publish(archiveOf(premises, { ...FROZEN, measures }, { profile: 'visible' })).sides;
  // Shops and services; two bars are too few to be shown by themselves, and an office is not seen from the pavement.
  expect(side).toMatchObject({ observed: 12, vacant: 3, baseline: 3 });
  const [strict] = publish(archiveOf(premises, { ...FROZEN, measures }, { profile: 'strict' })).sides;
  expect(strict!.observed).toBe(15);
});
