import { readFile, rm, stat, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Row } from '../../geodata/database/database.ts';
import { fixedSql } from '../../geodata/database/sql.ts';
import type { ImportContext } from '../../geodata/import/context.ts';
import { answerOf, crsOf, featureOf } from '../../geodata/sources/bag/feature.ts';
import { FilterCheck } from '../../geodata/sources/bag/fetched.ts';
import { importBag } from '../../geodata/sources/bag/import.ts';
import { importFetchedBag, type ServiceOptions } from '../../geodata/sources/bag/import-fetched.ts';
import { squaresOf } from '../../geodata/sources/bag/wfs.ts';
import { WorkFile } from '../../geodata/sources/bag/work-file.ts';
import { describeOnEachEngine, truncateAll } from '../support/database.ts';
import { type PdokServer, type ServedObject, startPdok } from '../support/pdok-server.ts';
import { importContext, testFolder } from '../support/shapes.ts';

const SHARED = fileURLToPath(new URL('../../../shared/geodata/', import.meta.url));
const folder = testFolder('bag-fetch');

const square = (west: number, south: number) => [
  [
    [west, south],
    [west + 10, south],
    [west + 10, south + 10],
    [west, south + 10],
    [west, south],
  ],
];

const pand = (number: number, x: number, status = 'Pand in gebruik'): ServedObject => ({
  id: `pand-uuid-${number}`,
  properties: { identificatie: `022110000000000${number}`, bouwjaar: 1990, status },
  geometry: { type: 'Polygon', coordinates: square(x, 447000) },
});

const unit = (number: number, x: number, properties: Record<string, unknown> = {}): ServedObject => ({
  id: `unit-uuid-${number}`,
  properties: {
    identificatie: `022101000000000${number}`,
    status: 'Verblijfsobject in gebruik',
    gebruiksdoel: 'winkelfunctie,woonfunctie',
    oppervlakte: 90,
    huisnummer: number,
    huisletter: null,
    openbare_ruimte_naam: 'Kade',
    woonplaats_naam: 'Nieuwmarker',
    hoofdadres_identificatie: `022120000000000${number}`,
    bronhouder_identificatie: '0221',
    'pand.href': [`http://elsewhere.invalid/collections/pand/items/pand-uuid-${number}`],
    ...properties,
  },
  geometry: { type: 'Point', coordinates: [x + 5, 447005] },
});

/** Of the municipality are 1 to 5; 6 lies across its line, and 7 outside the box. */
const COLLECTIONS = {
  pand: [
    pand(1, 206000),
    pand(2, 206100),
    pand(3, 206200, 'Pand gesloopt'),
    pand(4, 206300, 'Bouwvergunning verleend'),
    pand(5, 206400),
    pand(6, 206400 + 500),
    pand(7, 216000),
  ],
  verblijfsobject: [
    unit(1, 206000, {
      'pand.href': ['http://x.invalid/pand/items/pand-uuid-1', 'http://x.invalid/pand/items/pand-uuid-2'],
    }),
    unit(2, 206100, { status: 'Verblijfsobject ingetrokken' }),
    unit(5, 206400),
    unit(6, 206900, { bronhouder_identificatie: '0222' }),
  ],
  ligplaats: [
    {
      id: 'berth-uuid-1',
      properties: {
        identificatie: '0221020000000001',
        status: 'Plaats aangewezen',
        huisnummer: 9,
        openbare_ruimte_naam: 'Kade',
        woonplaats_naam: 'Nieuwmarker',
        hoofdadres_identificatie: '0221200000000009',
        bronhouder_identificatie: '0221',
      },
      geometry: { type: 'Polygon' as const, coordinates: square(206050, 447050) },
    },
  ],
};

/** The L of the municipality: its box reaches further than it does itself. */
const BOUNDARY =
  'MULTIPOLYGON(((206000 446900, 206600 446900, 206600 447500, 207000 447500, 207000 447600, 206000 447600, 206000 446900)))';

describeOnEachEngine('the BAG fetched from a service', get => {
  let server: PdokServer;
  const rows = (text: string): Promise<Row[]> => get().database.query(fixedSql(text));
  const workFile = () => folder.path('work/bag.sqlite');

  const load = (options: Partial<ServiceOptions> = {}, changes: Partial<ImportContext> = {}) =>
    importFetchedBag(
      {
        municipality: 'GM0221',
        service: 'ogc',
        address: options.service === 'wfs' ? server.wfs : server.ogc,
        workFile: workFile(),
        client: { userAgent: 'Kernkaart/0 (test)', pause: 5, deadline: 300, tries: 5 },
        ...options,
      },
      importContext(get().database, changes),
    );

  beforeAll(async () => {
    server = await startPdok(COLLECTIONS);
  });
  afterAll(() => server.close());
  beforeEach(async () => {
    await truncateAll(get().database);
    await rows(`insert into municipality (code, name, boundary, extent) values ('GM0221', 'Nieuwmarker',
      ST_GeomFromText('${BOUNDARY}', 28992), ST_Envelope(ST_GeomFromText('${BOUNDARY}', 28992)))`);
    server.asked.length = 0;
    server.trouble = () => undefined;
    server.ignoresBox = false;
  });
  afterEach(() => rm(workFile(), { force: true }));

  const COUNTS = {
    building: { read: 6, loaded: 3, rejected: 0, leftOut: 3 },
    premises: { read: 5, loaded: 3, rejected: 0, leftOut: 2 },
    address: { read: 3, loaded: 3, rejected: 0, leftOut: 0 },
  };

  test('page after page, by whole URIs, saying who asks, two at once at most', async () => {
    const result = await load();
    expect(result.counts).toEqual(COUNTS);
    expect(result.reasons).toEqual([
      { kind: 'building', reason: 'gone', count: 1 },
      { kind: 'building', reason: 'other-municipality', count: 1 },
      { kind: 'building', reason: 'planned', count: 1 },
      { kind: 'premises', reason: 'gone', count: 1 },
      { kind: 'premises', reason: 'other-municipality', count: 1 },
      { kind: 'remark', reason: 'floor-area-unknown', count: 1 },
    ]);
    const links = await rows(
      'select right(premises, 1) as premises, right(building, 1) as building from premises_building order by 1, 2',
    );
    expect(links.map(row => Object.values(row).join('-'))).toEqual(['1-1', '1-2', '5-5']);
    const items = server.asked.filter(({ url }) => url.pathname.endsWith('/items'));
    expect(items).toHaveLength(3 + 2 + 1);
    for (const { url, agent } of items) {
      expect(url.searchParams.get('crs')).toBe('http://www.opengis.net/def/crs/EPSG/0/28992');
      expect(url.searchParams.get('bbox-crs')).toBe('http://www.opengis.net/def/crs/EPSG/0/28992');
      expect(agent).toBe('Kernkaart/0 (test)');
    }
    expect(server.mostAtOnce).toBe(2);
    await expect(stat(workFile())).rejects.toThrow();
    // Fetched once more, what has not changed changes nothing.
    expect((await load()).revision).toBeNull();
  });

  test('a service that is busy, breaks off or does not answer is asked again', async () => {
    const troubles = ['busy', 'broken', 'cut', 'silent'] as const;
    server.trouble = request => troubles[request - 1];
    expect((await load()).counts).toEqual(COUNTS);
    expect(server.asked.length).toBe(4 + 1 + 6);
  });

  test('a run that was cut off goes on where it was', async () => {
    server.trouble = (_, url) => (url.searchParams.get('cursor') === '4' ? 'broken' : undefined);
    await expect(load()).rejects.toMatchObject({ code: 'bag-service-unreachable' });
    expect(await rows('select id from dataset')).toEqual([]);
    server.trouble = () => undefined;
    server.asked.length = 0;
    expect((await load()).counts).toEqual(COUNTS);
    expect(server.asked.map(({ url }) => url.searchParams.get('cursor') ?? url.pathname)).toEqual([
      '/ogc/collections',
      '4',
    ]);
  });

  test('a service that ignores the box is not believed', async () => {
    const far = { ...COLLECTIONS, pand: [1, 2, 3].map(number => pand(number, 230000)) };
    const other = await startPdok(far);
    other.ignoresBox = true;
    await expect(load({ address: other.ogc })).rejects.toMatchObject({ code: 'bag-filter-ignored' });
    await expect(load({ service: 'wfs', address: other.wfs })).rejects.toMatchObject({
      code: 'bag-filter-ignored',
    });
    await other.close();
    // One stray object among others is left out, and said.
    server.ignoresBox = true;
    const { counts, reasons } = await load();
    expect(counts.building).toEqual({ read: 7, loaded: 3, rejected: 0, leftOut: 4 });
    expect(reasons).toContainEqual({ kind: 'building', reason: 'outside-box', count: 1 });
  });

  test('a question that is refused is not asked again', async () => {
    await expect(load({ address: `${server.ogc}/nowhere` })).rejects.toMatchObject({
      code: 'bag-service-refused',
    });
    expect(server.asked).toHaveLength(1);
  });

  test('an import that is called off stops asking', async () => {
    const stop = new AbortController();
    server.trouble = request => {
      if (request === 3) stop.abort(new Error('called off'));
      return undefined;
    };
    await expect(load({}, { signal: stop.signal })).rejects.toThrow('called off');
    expect(server.asked.length).toBeLessThanOrEqual(4);
  });

  test('without a boundary nothing is asked', async () => {
    await rows(`update municipality set boundary = null`);
    await expect(load()).rejects.toMatchObject({ code: 'bag-boundary-missing' });
    await expect(load({ municipality: 'GM0999' })).rejects.toMatchObject({ code: 'bag-boundary-missing' });
    expect(server.asked).toHaveLength(0);
  });

  test('the WFS gives the same by its own names, square by square', async () => {
    const renamed = COLLECTIONS.verblijfsobject.map(({ id, geometry, properties }, index): ServedObject => {
      const { openbare_ruimte_naam, woonplaats_naam, ...rest } = properties;
      delete rest['pand.href'];
      delete rest.hoofdadres_identificatie;
      delete rest.bronhouder_identificatie;
      const building = `022110000000000${[1, 2, 5, 6][index]}`;
      const names = {
        openbare_ruimte: openbare_ruimte_naam,
        woonplaats: woonplaats_naam,
        pandidentificatie: building,
      };
      return { id, geometry, properties: { ...rest, ...names } };
    });
    const other = await startPdok({ pand: COLLECTIONS.pand, verblijfsobject: renamed });
    const { counts } = await load({ service: 'wfs', address: other.wfs });
    // The panden begin on the line between two squares, and so come twice.
    expect(counts).toEqual({
      building: { read: 12, loaded: 3, rejected: 0, leftOut: 9 },
      premises: { read: 4, loaded: 2, rejected: 0, leftOut: 2 },
      address: { read: 3, loaded: 2, rejected: 0, leftOut: 1 },
    });
    expect(
      await rows(
        'select p.bag_id as id, a.label, a.bag_id as address from premises p join address a on a.id = p.address order by 1',
      ),
    ).toEqual([
      { id: '0221010000000001', label: 'Kade 1 Nieuwmarker', address: null },
      { id: '0221010000000005', label: 'Kade 5 Nieuwmarker', address: null },
    ]);
    // Two squares of four kinds.
    expect(other.asked).toHaveLength(8);
    expect(other.mostAtOnce).toBe(2);
    await other.close();
  });

  test('a saved answer is loaded; the real one of Haarlem has 20 panden', async () => {
    const answer = JSON.stringify({
      type: 'FeatureCollection',
      features: [
        { type: 'Feature', ...pand(1, 206000) },
        { type: 'Feature', ...pand(2, 206100, 'Pand gesloopt') },
        { type: 'Feature', ...unit(1, 206000, { bronhouder_naam: 'Nieuwmarker' }) },
      ],
    });
    const file = await folder.write('antwoord.json', answer);
    const { counts } = await importBag(file, {}, importContext(get().database));
    expect(counts).toEqual({
      building: { read: 2, loaded: 1, rejected: 0, leftOut: 1 },
      premises: { read: 1, loaded: 1, rejected: 0, leftOut: 0 },
      address: { read: 1, loaded: 1, rejected: 0, leftOut: 0 },
    });
    const swapped = JSON.stringify({
      type: 'FeatureCollection',
      features: [
        {
          type: 'Feature',
          id: '1',
          properties: pand(1, 0).properties,
          geometry: {
            type: 'Polygon',
            coordinates: [
              [
                [52.1, 5.1],
                [52.2, 5.1],
                [52.2, 5.2],
                [52.1, 5.1],
              ],
            ],
          },
        },
      ],
    });
    await expect(
      importBag(await folder.write('om.json', swapped), { name: 'N' }, importContext(get().database)),
    ).rejects.toMatchObject({ code: 'bag-axis-order' });
    const haarlem = `${SHARED}bag/pand_haarlem_wfs_2022.geojson`;
    if (!(await stat(haarlem).catch(() => undefined))) {
      console.error('skipped: real inputs not present');
      return;
    }
    const real = await importBag(haarlem, { name: 'Haarlem' }, importContext(get().database));
    expect(real.counts.building).toEqual({ read: 20, loaded: 20, rejected: 0, leftOut: 0 });
    expect(
      await rows(
        `select distinct municipality, left(id, 4) as held from building where municipality = 'GM0392'`,
      ),
    ).toEqual([{ municipality: 'GM0392', held: '0392' }]);
  });
});

describe('answers of the services', () => {
  test('the recorded answer of the server behind the OGC APIs is read: next page, RD, fields', async () => {
    const recorded = await readFile(`${SHARED}ogcapi/expected_multiple_gpkgs_rd.json`, 'utf8').catch(
      () => undefined,
    );
    if (recorded === undefined) {
      console.error('skipped: real inputs not present');
      return;
    }
    const { next, json, features } = answerOf(recorded);
    expect(next).toContain('cursor=');
    expect(crsOf(json)).toBe('rd');
    expect(featureOf(features[0], 'rd').placed).toMatchObject({ x: 120563.35819, y: 566417.45117 });
    const link = answerOf(await readFile(`${SHARED}ogcapi/expected_features_with_rel_as_link.json`, 'utf8'));
    expect(crsOf(link.json)).toBe('degrees');
    const { read, placed } = featureOf(link.features[0], 'degrees');
    expect([read('address'), read('street'), read('number')]).toEqual([
      '0363200012157127',
      'Stenen Hoofd',
      1,
    ]);
    // The same pitch stands in the GeoPackage of Amsterdam at 121301.554 489089.022; five decimals are about a metre.
    expect(placed!.x).toBeCloseTo(121301.5, -1);
    expect(placed!.y).toBeCloseTo(489089, -1);
    const refused = await readFile(`${SHARED}ogcapi/expected_feature_404.json`, 'utf8');
    expect(() => answerOf(refused)).toThrow();
  });

  test('the real answer of the WFS obeys the box that it lies in, and no other', async () => {
    const text = await readFile(`${SHARED}bag/pand_haarlem_wfs_2022.geojson`, 'utf8').catch(() => undefined);
    if (text === undefined) {
      console.error('skipped: real inputs not present');
      return;
    }
    // Haarlem lies around 104 km east and 490 km north in RD.
    new FilterCheck([102_000, 487_000, 107_000, 492_000]).add({ text, crs: null });
    const elsewhere = new FilterCheck([200_000, 447_000, 210_000, 450_000]);
    expect(() => elsewhere.add({ text, crs: null })).toThrow('ignores the filter');
  });

  test('squares of a kilometre cover a box', () => {
    expect([...squaresOf([206_100, 446_900, 207_000, 447_100])]).toEqual([
      [206_000, 446_000, 207_000, 447_000],
      [206_000, 447_000, 207_000, 448_000],
    ]);
  });

  test('a work file goes on for the same question within a day, and begins anew for another', async () => {
    const path = folder.path('pages.sqlite');
    const now = new Date('2026-01-08T12:00:00Z');
    const first = new WorkFile(path, 'a', now);
    expect(first.next('pand@')).toBeUndefined();
    first.keep({ part: 'pand@', text: '{}', crs: null, next: 'x' });
    first.close();
    const again = new WorkFile(path, 'a', new Date('2026-01-09T11:00:00Z'));
    expect([again.next('pand@'), again.begun]).toEqual(['x', now.toISOString()]);
    again.keep({ part: 'pand@', text: '{"a":1}', crs: 'c', next: null });
    expect([...again.pages('pand@')].map(({ text }) => text)).toEqual(['{}', '{"a":1}']);
    expect(again.next('pand@')).toBeNull();
    again.close();
    const late = new WorkFile(path, 'a', new Date('2026-01-09T13:00:00Z'));
    expect(late.next('pand@')).toBeUndefined();
    late.close();
    await writeFile(path, 'no work file');
    const broken = new WorkFile(path, 'b', now);
    expect(broken.next('pand@')).toBeUndefined();
    broken.remove();
    await expect(stat(path)).rejects.toThrow();
  });
});
