import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join, relative } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { readWkb } from '../../geodata/geometry/wkb.ts';
import { ScenarioArchive } from '../../server/contract/scenario-version.ts';
import { archiveGeoPackage } from '../../server/exports/archive-geopackage.ts';
import { scenarioGeoPackage } from '../../server/exports/scenario-geopackage.ts';
import { describeOnEachEngine } from '../support/database.ts';
import { archiveOf, measureOf } from '../support/example-archive.ts';
import { examplePublishedScenario } from '../support/published-scenario.ts';
import { openApi, type TestApi } from './api-client.ts';
import { beginFinished, publish } from './scenario-town.ts';
import { loadSmallTown } from './small-town.ts';

const directory = mkdtempSync(join(tmpdir(), 'kernkaart-test-'));
afterAll(() => rmSync(directory, { recursive: true, force: true }));

function fileOf(name: string, bytes: Uint8Array): string {
  const path = join(directory, name);
  writeFileSync(path, bytes);
  return path;
}

type Rows = Record<string, string | number | null | Uint8Array>[];

/** Runs a query on a GeoPackage as any SQLite reader would. */
function rowsOf(path: string, query: string): Rows {
  const file = new DatabaseSync(path, { readOnly: true });
  try {
    return file.prepare(query).all() as Rows;
  } finally {
    file.close();
  }
}

interface Gdal {
  open(file: string): Promise<{ datasets: object[]; errors: unknown[] }>;
  getInfo(dataset: object): Promise<{ layers: { name: string; featureCount: number }[] }>;
  ogr2ogr(dataset: object, options: string[], name: string): Promise<{ local: string }>;
  getFileBytes(file: { local: string }): Promise<Uint8Array>;
}

/** GDAL, which most programs read GeoPackages with; what it complains of is in `complaints`. */
async function openGdal(complaints: string[]): Promise<Gdal> {
  const require = createRequire(import.meta.url);
  const initialise = require('gdal3.js/node') as (options: object) => Promise<Gdal>;
  const data = join(dirname(require.resolve('gdal3.js/package.json')), 'dist', 'package');
  return initialise({
    path: relative(process.cwd(), data),
    useWorker: false,
    logHandler: () => undefined,
    errorHandler: (text: string) => void complaints.push(text),
  });
}

const premises = Array.from({ length: 60 }, (_, index) => ({
  func: 'retail' as const,
  status: index < 20 ? ('vacant' as const) : ('in-use' as const),
  area: index % 7 === 0 ? -1 : 150,
}));
const EXACT = archiveOf(premises, { measures: [measureOf('shop-to-homes')] });
const VERSION = { checksum: 'abc', publishedAt: '2026-02-01T10:00:00+01:00' };

describe('a GeoPackage of what anybody may see', () => {
  const scenario = examplePublishedScenario();
  const bytes = scenarioGeoPackage(scenario);
  const path = fileOf('open.gpkg', bytes);

  test('says that it is one, with the reference systems that every one has', () => {
    expect(rowsOf(path, 'pragma application_id')[0]).toEqual({ application_id: 0x47504b47 });
    expect(rowsOf(path, 'pragma user_version')[0]).toEqual({ user_version: 10300 });
    expect(rowsOf(path, 'pragma integrity_check')).toEqual([{ integrity_check: 'ok' }]);
    expect(rowsOf(path, 'pragma foreign_key_check')).toEqual([]);
    expect(rowsOf(path, 'select srs_id from gpkg_spatial_ref_sys order by srs_id')).toEqual(
      [-1, 0, 4326, 28992].map(srs_id => ({ srs_id })),
    );
  });

  test('is the same to the byte when it is made again', () => {
    expect(Buffer.compare(bytes, scenarioGeoPackage(examplePublishedScenario()))).toBe(0);
  });

  test('has an entry for every table, whose extent holds the area in metres RD', () => {
    const contents = rowsOf(path, 'select * from gpkg_contents order by table_name');
    expect(contents.map(({ table_name, data_type }) => [table_name, data_type])).toEqual([
      ['area', 'features'],
      ['building', 'features'],
      ['figure', 'attributes'],
      ['measure', 'features'],
      ['metadata', 'attributes'],
      ['street_side', 'features'],
    ]);
    const { min_x, min_y, max_x, max_y, srs_id, last_change } = contents[0]!;
    expect(srs_id).toBe(28992);
    expect(last_change).toBe(new Date(scenario.publishedAt).toISOString());
    for (const x of [min_x, max_x] as number[]) expect(x > 140_000 && x < 160_000).toBe(true);
    for (const y of [min_y, max_y] as number[]) expect(y > 500_000 && y < 525_000).toBe(true);
  });

  test('its geometry has the head of the standard, an envelope and plain WKB', () => {
    const [{ geom }] = rowsOf(path, 'select geom from area') as [{ geom: Uint8Array }];
    const view = Buffer.from(geom);
    expect(view.toString('latin1', 0, 2)).toBe('GP');
    expect([view[2], view[3], view.readInt32LE(4)]).toEqual([0, 0b011, 28992]);
    const [shape] = readWkb(geom.slice(40));
    const rings = (shape as { polygons: Float64Array[][] }).polygons.flat();
    const xs = rings.flatMap(ring => [...ring].filter((_, at) => at % 2 === 0));
    expect([view.readDoubleLE(8), view.readDoubleLE(16)]).toEqual([Math.min(...xs), Math.max(...xs)]);
    expect(rings[0]).toHaveLength(scenario.area.coordinates[0]![0]!.length * 2);
  });

  test('a mark stands beside an empty number, never a 0', () => {
    for (const { id, proposal } of scenario.sides) {
      const [row] = rowsOf(path, `select proposal, proposal_mark from street_side where id = '${id}'`);
      const isNumber = typeof proposal === 'number';
      expect(row).toEqual({
        proposal: isNumber ? proposal : null,
        proposal_mark: isNumber ? null : (proposal ?? 'unknown'),
      });
    }
    expect(rowsOf(path, 'select * from street_side where proposal_mark is not null').length).toBeGreaterThan(
      0,
    );
    const count = scenario.figures.reduce(
      (sum, { gross }) => sum + scenario.years.length * (gross === null ? 3 : 4),
      0,
    );
    expect(rowsOf(path, 'select count(*) as count from figure')[0]).toEqual({ count });
  });

  test('names the version, its checksum and what it was made of', () => {
    const told = Object.fromEntries(
      rowsOf(path, 'select * from metadata').map(({ key, value }) => [key, value]),
    );
    expect(told).toMatchObject({
      title: scenario.title,
      version: String(scenario.version),
      checksum: scenario.checksum,
      software: scenario.software,
      reference_date: scenario.series.referenceDate,
    });
  });

  test('GDAL reads every layer of it, in RD New, without a complaint', async () => {
    const complaints: string[] = [];
    const gdal = await openGdal(complaints);
    const { datasets } = await gdal.open(path);
    const { layers } = await gdal.getInfo(datasets[0]!);
    expect(layers.map(({ name, featureCount }) => [name, featureCount])).toEqual([
      ['area', 1 + scenario.zones.length],
      ['measure', expect.any(Number)],
      ['street_side', scenario.sides.length],
      ['building', scenario.buildings.length],
      ['figure', expect.any(Number)],
      ['metadata', expect.any(Number)],
    ]);
    // Back to degrees by PROJ: where the area was to begin with, within a metre.
    const out = await gdal.ogr2ogr(
      datasets[0]!,
      ['-f', 'GeoJSON', '-t_srs', 'EPSG:4326', '-sql', 'select * from area'],
      'area',
    );
    const read = JSON.parse(Buffer.from(await gdal.getFileBytes(out)).toString('utf8')) as {
      features: { properties: { id: string }; geometry: { coordinates: number[][][][] } }[];
    };
    expect(read.features[0]!.properties.id).toBe(scenario.area.id);
    const [longitude, latitude] = read.features[0]!.geometry.coordinates[0]![0]![0]!;
    const [wanted] = scenario.area.coordinates[0]![0]!;
    expect(Math.abs(longitude! - wanted![0])).toBeLessThan(2e-5);
    expect(Math.abs(latitude! - wanted![1])).toBeLessThan(2e-5);
    expect(complaints).toEqual([]);
  });
});

test('the GeoPackage of an archive has every premises, exact, and what becomes of each in which year', () => {
  const path = fileOf('archive.gpkg', archiveGeoPackage(EXACT, VERSION));
  expect(rowsOf(path, 'select count(distinct id) as count from premises')[0]).toEqual({ count: 60 });
  const taken = EXACT.result.measures[0]!.premises;
  expect(taken.length).toBeGreaterThan(0);
  const changed = rowsOf(path, 'select id, year, becomes from premises where measure = 1 order by fid');
  expect(changed.toSorted((a, b) => String(a.id).localeCompare(String(b.id)))).toEqual(
    taken.map(({ id, year, becomes }) => ({ id, year, becomes })).sort((a, b) => a.id.localeCompare(b.id)),
  );
  const [first] = rowsOf(path, "select geom, floor_area from premises where id = 'premises-0'");
  expect(first!.floor_area).toBeNull();
  expect(readWkb((first!.geom as Uint8Array).slice(8))).toEqual([
    { kind: 'point', points: Float64Array.of(EXACT.base.premises.x[0]!, EXACT.base.premises.y[0]!) },
  ]);
});

describeOnEachEngine('files of a version', get => {
  let api: TestApi;
  let id: string;
  const address = (form: string) => `/api/v1/scenarios/${id}/versions/1/export.${form}`;
  const archive = (form: string) => `/api/v1/planner/scenarios/${id}/versions/1/archive.${form}`;

  beforeAll(async () => {
    await loadSmallTown(get().database);
    api = openApi(get().database);
    const draft = await beginFinished(api);
    id = draft.id;
    expect((await publish(api, id, draft.draftNumber)).status).toBe(200);
  });

  test.each([
    ['csv', 'text/csv; charset=utf-8'],
    ['json', 'application/json'],
    ['gpkg', 'application/geopackage+sqlite3'],
  ])('anybody gets %s under a name, without anything that only planners see', async (form, type) => {
    const response = await api.get(address(form));
    expect(response.status).toBe(200);
    expect(response.headers.get('Content-Type')).toBe(type);
    expect(response.headers.get('Content-Disposition')).toBe(
      `attachment; filename="kernkaart-scenario-${id}-v1.${form}"`,
    );
    expect(response.headers.get('Cache-Control')).toBe('no-cache');
    const text = Buffer.from(await response.arrayBuffer()).toString('latin1');
    const kept = ScenarioArchive.parse(await (await api.asPlanner(archive('json'))).json());
    for (const premises of kept.base.premises.ids) expect(text).not.toContain(premises);
    for (const label of kept.base.premises.labels) expect(text).not.toContain(label);
  });

  test('the spreadsheet is in the language that was asked for', async () => {
    expect(await (await api.get(address('csv'))).text()).toContain('niets doen');
    expect(await (await api.get(`${address('csv')}?language=en`)).text()).toContain('doing nothing');
    expect((await api.get(`${address('json')}?language=en`)).status).toBe(400);
  });

  test('a second visit asks whether anything changed, and nothing did', async () => {
    const first = await api.get(address('gpkg'));
    const again = await api.get(address('gpkg'), { 'If-None-Match': first.headers.get('ETag')! });
    expect(again.status).toBe(304);
  });

  test('what is written beside a version stands in its files', async () => {
    const decision = { body: 'Council', number: '12', date: '2026-02-03', amended: false };
    const path = `/api/v1/planner/scenarios/${id}/versions/1/decision`;
    const headers = { 'Content-Type': 'application/json' };
    await api.asPlanner(path, { method: 'PUT', headers, body: JSON.stringify(decision) });
    const file = (await (await api.get(address('json'))).json()) as { scenario: object };
    expect(file.scenario).toMatchObject({ status: 'decision', decision });
  });

  test('the archive is the text that the checksum was made of', async () => {
    const response = await api.asPlanner(archive('json'));
    expect(response.headers.get('Cache-Control')).toBe('private, no-store');
    const text = await response.text();
    const { scenario } = (await (await api.get(address('json'))).json()) as {
      scenario: { checksum: string };
    };
    expect(createHash('sha256').update(text, 'utf8').digest('hex')).toBe(scenario.checksum);
    expect(ScenarioArchive.parse(JSON.parse(text)).id).toBe(id);
  });

  test('the archive as spreadsheet and GeoPackage is for planners, and exact', async () => {
    const csv = await (await api.asPlanner(archive('csv'))).text();
    expect(csv).not.toContain('geheim');
    const bytes = new Uint8Array(await (await api.asPlanner(archive('gpkg'))).arrayBuffer());
    const kept = ScenarioArchive.parse(await (await api.asPlanner(archive('json'))).json());
    const path = fileOf('served.gpkg', bytes);
    expect(rowsOf(path, 'select count(distinct id) as count from premises')[0]).toEqual({
      count: kept.base.premises.ids.length,
    });
    for (const form of ['csv', 'json', 'gpkg']) expect((await api.get(archive(form))).status).toBe(401);
  });

  test('there is no file of a version that is not there', async () => {
    for (const path of [
      address('csv').replace('/1/', '/2/'),
      '/api/v1/scenarios/none/versions/1/export.gpkg',
    ])
      expect((await api.get(path)).status).toBe(404);
    expect((await api.asPlanner(archive('gpkg').replace('/1/', '/2/'))).status).toBe(404);
    expect((await api.get(address('pdfx'))).status).toBe(404);
  });
});
