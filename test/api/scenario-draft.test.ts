import { beforeAll, expect, test } from 'vitest';
import { sql } from '../../geodata/database/sql.ts';
import { Problem } from '../../server/contract/primitives.ts';
import { ScenarioResult } from '../../server/contract/scenario-result.ts';
import {
  PlannerScenario,
  PlannerScenarios,
  PublishedVersion,
  RemovedScenario,
  SavedScenario,
} from '../../server/contract/scenario-version.ts';
import { newMeasure } from '../../server/planning/new-document.ts';
import { describeOnEachEngine } from '../support/database.ts';
import { answerOf, openApi, posting, type TestApi } from './api-client.ts';
import { begin, beginFinished, DRAFTS, finished, IN_CENTRE, publish, putting } from './scenario-town.ts';
import { loadSmallTown, TOWN } from './small-town.ts';

const MEASURE = newMeasure('shop-to-homes', { id: 'm1', from: 2027, until: 2030 });
const withRing = (ring: unknown) => ({
  measures: [{ ...MEASURE, place: { kind: 'polygon', coordinates: [ring] } }],
});

const withSuitable = (low: number) => ({
  measures: [
    { ...MEASURE, parameters: { suitable: { low, mid: 1, high: 1, source: '', priceLevel: null } } },
  ],
});
const norm = (value: number) => {
  return { kind: 'jobs', values: { retail: { low: value, mid: value, high: value } }, source: 'Proefdam' };
};

/** What a document is changed to, status, the fields that are named. */
const DOCUMENTS: [string, object, number, string[]?][] = [
  ['as it was', {}, 200],
  ['a title that is too long', { title: 'x'.repeat(121) }, 400, ['document.title']],
  ['no title at all', { title: undefined }, 400, ['document.title']],
  ['a key of nobody', { admin: true }, 400, ['document.admin']],
  ['a character that cannot be stored', { title: 'a\0b' }, 400, ['document.title']],
  ['half a character', { summary: 'a\ud83d' }, 400, ['document.summary']],
  ['a horizon in another age', { horizon: 3000 }, 400, ['document.horizon']],
  ['half a year', { horizon: 2030.5 }, 400, ['document.horizon']],
  [
    'ten thousand vertices and one',
    withRing(Array<[number, number]>(10_001).fill([4.87, 52.48])),
    400,
    ['document.measures.0.place.coordinates.0'],
  ],
  ['ten thousand vertices', withRing(Array<[number, number]>(10_000).fill([4.87, 52.48])), 200],
  [
    'a place of no kind',
    { measures: [{ ...MEASURE, place: { kind: 'circle' } }] },
    400,
    ['document.measures.0.place.kind'],
  ],
  ['a measure of no kind: saved, and the model says so', { measures: [{ ...MEASURE, kind: 'magic' }] }, 200],
  [
    'a parameter that is no number',
    {
      measures: [
        { ...MEASURE, parameters: { suitable: { low: '0', mid: 0, high: 0, source: '', priceLevel: null } } },
      ],
    },
    400,
    ['document.measures.0.parameters.suitable.low'],
  ],
  [
    '41 measures',
    { measures: Array.from({ length: 41 }, (_, index) => ({ ...MEASURE, id: `m${index}` })) },
    400,
    ['document.measures'],
  ],
  ['two measures with one id', { measures: [MEASURE, MEASURE] }, 400, ['document.measures']],
  ['two norms of a kind', { norms: [norm(40), norm(50)] }, 400, ['document.norms']],
  [
    'a number that adds up to Infinity',
    withSuitable(1e308),
    400,
    ['document.measures.0.parameters.suitable.low'],
  ],
  [
    'a number that divides into Infinity',
    { norms: [norm(5e-324)] },
    400,
    ['low', 'mid', 'high'].map(part => `document.norms.0.values.retail.${part}`),
  ],
  ['a parameter out of bounds: saved, and the model says so', withSuitable(-1e12), 200],
  ['more than a megabyte', { notes: 'x'.repeat(1_048_577) }, 413],
];

/** Body that should begin a scenario, status, fields. */
const BEGINNINGS: [string, object, number, string[]?][] = [
  ['an area that is not there', { ...IN_CENTRE, area: 'nowhere' }, 404],
  ['an area of another municipality', { ...IN_CENTRE, municipality: 'GM0001' }, 404],
  ['a series that is not there', { ...IN_CENTRE, series: 'nothing' }, 404],
  ['a date without a round', { ...IN_CENTRE, referenceDate: '2025-06-01' }, 400, ['referenceDate']],
  ['a date that does not exist', { ...IN_CENTRE, referenceDate: '2026-02-30' }, 400, ['referenceDate']],
  ['no title', { ...IN_CENTRE, title: '' }, 400, ['title']],
  ['no kind', { ...IN_CENTRE, kind: 'magic' }, 400, ['kind']],
  ['a copy of nothing', { kind: 'copy', scenario: 'nothing', title: 'x' }, 404],
  ['an amendment of nothing', { kind: 'amendment', scenario: 'nothing', version: 1, title: 'x' }, 404],
];

describeOnEachEngine('a draft of a scenario', get => {
  let api: TestApi;
  beforeAll(async () => {
    await loadSmallTown(get().database);
    api = openApi(get().database);
  });

  const draft = async (id: string) => answerOf(await api.asPlanner(`${DRAFTS}/${id}`), PlannerScenario);
  const save = (id: string, body: unknown) => api.asPlanner(`${DRAFTS}/${id}`, putting(body));

  test('is begun from nothing, saved, listed and computed', async () => {
    const made = await begin(api);
    expect(made).toMatchObject({
      municipality: TOWN,
      draftNumber: 1,
      shared: false,
      versions: [],
      original: null,
    });
    expect(made.baseRevision).toBe(made.currentRevision);
    const document = finished(made.document);
    const saved = await answerOf(await save(made.id, { draftNumber: 1, document }), SavedScenario);
    expect(saved.draftNumber).toBe(2);
    expect(await draft(made.id)).toEqual({ ...made, ...saved, document });
    const list = await answerOf(await api.asPlanner(`${DRAFTS}?municipality=${TOWN}`), PlannerScenarios);
    expect(list.scenarios[0]).toMatchObject({
      id: made.id,
      title: 'secret draft',
      summary: document.summary,
    });
    const result = await answerOf(await api.asPlanner(`${DRAFTS}/${made.id}/result`), ScenarioResult);
    expect(result.measures[0]).toMatchObject({ id: 'm1', candidates: 24 });
  });

  test('of two who save at once one is told, and neither loses anything', async () => {
    const { id, document, draftNumber } = await begin(api);
    const bodies = ['one', 'two'].map(summary => ({ draftNumber, document: { ...document, summary } }));
    const answers = await Promise.all(bodies.map(body => save(id, body)));
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
    const lost = answers.find(({ status }) => status === 409)!;
    expect(Problem.parse(await lost.json()).type).toBe('conflict');
    const won = bodies[answers.findIndex(({ status }) => status === 200)]!;
    expect((await draft(id)).document).toEqual(won.document);
    const mine = {
      kind: 'copy',
      scenario: id,
      title: 'Mine',
      document: bodies.find(body => body !== won)!.document,
    };
    expect((await begin(api, mine)).document.summary).not.toBe(won.document.summary);
  });

  test.each(DOCUMENTS)('saved with %s', async (_, change, status, fields) => {
    const { id, document, draftNumber } = await begin(api);
    const response = await save(id, { draftNumber, document: { ...document, ...change } });
    const text = await response.text();
    expect(response.status, text).toBe(status);
    if (fields) expect(Problem.parse(JSON.parse(text)).errors?.map(({ field }) => field)).toEqual(fields);
    if (status === 413) expect(Problem.parse(JSON.parse(text)).detail).toMatch(/too large: at most 1 MB/);
    if (status !== 200) expect(await draft(id)).toMatchObject({ document, draftNumber });
    else expect((await api.asPlanner(`${DRAFTS}/${id}/result`)).status).toBe(200);
  });

  test.each(BEGINNINGS)('begun with %s', async (_, body, status, fields) => {
    const response = await api.asPlanner(DRAFTS, posting(body));
    const text = await response.text();
    expect(response.status, text).toBe(status);
    if (fields) expect(Problem.parse(JSON.parse(text)).errors?.map(({ field }) => field)).toEqual(fields);
  });

  test('is not there under an id of nobody, whatever is asked', async () => {
    const path = `${DRAFTS}/nothing`;
    const { document } = await begin(api);
    const asked: [string, RequestInit?][] = [
      [path],
      [path, putting({ draftNumber: 1, document })],
      [path, { method: 'DELETE' }],
      [`${path}/base`],
      [`${path}/base`, posting({ draftNumber: 1, series: IN_CENTRE.series, referenceDate: '2026-01-01' })],
      [`${path}/result`],
      [`${path}/sharing`, { method: 'POST' }],
      [`${path}/sharing`, { method: 'DELETE' }],
      [`${path}/versions`, posting({ draftNumber: 1 })],
      [`${path}/versions/1/withdrawal`, putting({ reason: 'x' })],
      [
        `${path}/versions/1/decision`,
        putting({ body: 'x', number: '1', date: '2026-01-01', amended: false }),
      ],
    ];
    for (const [address, init] of asked)
      expect((await api.asPlanner(address, init)).status, `${init?.method} ${address}`).toBe(404);
    for (const version of ['0', 'x', '1.5', '-1', '1e9']) {
      const response = await api.get(`/api/v1/scenarios/nothing/versions/${version}`);
      expect(response.status, version).toBe(400);
    }
  });

  test('is not written from a page of another site', async () => {
    const { id, document, draftNumber } = await begin(api);
    const init = putting({ draftNumber, document });
    const foreign = { ...init, headers: { ...init.headers, Origin: 'https://elsewhere.example' } };
    expect((await api.asPlanner(`${DRAFTS}/${id}`, foreign)).status).toBe(403);
    expect((await draft(id)).draftNumber).toBe(draftNumber);
  });

  test('is taken away, with its base when nobody else needs it', async () => {
    const bases = async () => (await get().database.query(sql`select from scenario_base`)).length;
    const [before, { id }] = [await bases(), await begin(api, { ...IN_CENTRE, area: 'haven' })];
    const { id: twin } = await begin(api, { kind: 'copy', scenario: id, title: 'Twin' });
    expect(await bases()).toBe(before + 1);
    for (const [each, left] of [
      [id, before + 1],
      [twin, before],
    ] as const) {
      const removed = await api.asPlanner(`${DRAFTS}/${each}`, { method: 'DELETE' });
      expect(await answerOf(removed, RemovedScenario)).toEqual({ id: each });
      expect(await bases()).toBe(left);
    }
    expect((await api.asPlanner(`${DRAFTS}/${id}`)).status).toBe(404);
  });

  test('amendments of a version start from it and are numbered, two at once too', async () => {
    const { id, draftNumber } = await beginFinished(api);
    await answerOf(await publish(api, id, draftNumber), PublishedVersion);
    const original = (await draft(id)).document;
    await save(id, { draftNumber, document: { ...original, title: 'The draft went on' } });
    const amend = (title: string) => begin(api, { kind: 'amendment', scenario: id, version: 1, title });
    const amendments = await Promise.all([amend('Greener'), amend('Smaller')]);
    expect(amendments.map(({ amendmentOf }) => amendmentOf?.number).sort()).toEqual([1, 2]);
    for (const amendment of amendments) {
      expect(amendment.amendmentOf).toMatchObject({ scenario: id, version: 1, title: 'secret draft' });
      expect(amendment.original).toEqual(original);
      expect(amendment.document).toEqual({ ...original, title: amendment.document.title });
    }
    const removed = await api.asPlanner(`${DRAFTS}/${amendments[0]!.id}`, { method: 'DELETE' });
    expect(removed.status).toBe(200);
    const third = await amend('Third');
    expect(third.amendmentOf?.number).toBe(3);
    const copy = await begin(api, { kind: 'copy', scenario: third.id, title: 'Copy' });
    expect(copy.amendmentOf?.number).toBe(4);
    expect(copy.original).toEqual(original);
    const published = await publish(api, third.id, third.draftNumber);
    await answerOf(published, PublishedVersion);
    const seen = await (await api.get(`/api/v1/scenarios/${third.id}`)).json();
    expect(seen.scenario.amendmentOf).toEqual(third.amendmentOf);
  });
});
