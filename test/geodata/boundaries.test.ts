import { stat } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { beforeEach, expect, test } from 'vitest';
import type { Row } from '../../geodata/database/database.ts';
import { fixedSql } from '../../geodata/database/sql.ts';
import { importBoundaries } from '../../geodata/sources/boundaries/import.ts';
import { source } from '../../geodata/sources/boundaries/source.ts';
import { describeOnEachEngine, truncateAll } from '../support/database.ts';
import { type Drawn, geoJson, importContext, rectangle, testFolder } from '../support/shapes.ts';

const CBS = fileURLToPath(
  new URL('../../../shared/geodata/boundaries/gemeenten_2024_cbs.geojson', import.meta.url),
);
const folder = testFolder('boundaries');

/** A municipality of one square kilometre of RD. */
const square = (columns: Record<string, unknown>, x: number): Drawn => ({
  columns,
  shape: [rectangle(x, 463_000, x + 1_000, 464_000)],
});

const THREE = [
  square(
    { gemeentecode: 'GM0997', gemeentenaam: 'Nieuwmarker', aantal_inwoners: 1_200, omgeving: -99_997 },
    150_000,
  ),
  square({ gemeentecode: 'GM0996', gemeentenaam: 'Buren', aantal_inwoners: 300, omgeving: 12 }, 151_000),
  square(
    { gemeentecode: 'GM0998', gemeentenaam: 'Buitenland', aantal_inwoners: null, omgeving: null },
    152_000,
  ),
];

describeOnEachEngine('import of boundaries', get => {
  const rows = (text: string): Promise<Row[]> => get().database.query(fixedSql(text));
  const load = (path: string, municipality = 'GM0997') =>
    importBoundaries(path, { municipality }, importContext(get().database));

  beforeEach(() => truncateAll(get().database));

  test('the chosen municipality is made, and every other row is left out with its reason', async () => {
    const path = await folder.write('gemeenten_2024.json', geoJson(THREE, 28992));
    const result = await load(path);
    expect(result).toMatchObject({
      municipality: 'GM0997',
      counts: {
        municipality: { read: 3, loaded: 1, rejected: 0, leftOut: 2 },
        repaired: { read: 0, loaded: 0, rejected: 0, leftOut: 0 },
      },
    });
    expect(await rows('select kind, reference, reason from rejected_row order by number')).toEqual([
      { kind: 'municipality', reference: 'GM0996', reason: 'other-municipality' },
      { kind: 'municipality', reference: 'GM0998', reason: 'abroad' },
    ]);
    expect(
      await rows(`select code, name, provisional, fictional, ST_Area(boundary) as area, ST_Area(extent) as extent
        from municipality`),
    ).toEqual([
      {
        code: 'GM0997',
        name: 'Nieuwmarker',
        provisional: false,
        fictional: false,
        area: 1_000_000,
        extent: 1_000_000,
      },
    ]);
    expect(await rows('select source, reference_date, read_count, loaded_count from dataset')).toEqual([
      { source: 'boundaries', reference_date: '2024-01-01', read_count: 3, loaded_count: 1 },
    ]);
  });

  test('what is not known is null and no number, and the year is kept', async () => {
    await load(await folder.write('gemeenten_2024.json', geoJson(THREE, 28992)));
    expect(await rows('select id, level, year, figures from region')).toEqual([
      {
        id: '2024GM0997',
        level: 'municipality',
        year: 2024,
        figures: { aantal_inwoners: 1_200, omgeving: null },
      },
    ]);
  });

  test('a municipality that is there gets its boundary and its certain name, and keeps its extent', async () => {
    await rows(`insert into municipality (code, name, provisional, extent)
      values ('GM0997', 'Marker?', true, ST_MakeEnvelope(150100, 463100, 150200, 463200, 28992))`);
    await load(await folder.write('gemeenten_2024.json', geoJson(THREE, 28992)));
    expect(
      await rows(
        'select name, provisional, boundary is not null as whole, ST_Area(extent) as extent from municipality',
      ),
    ).toEqual([{ name: 'Nieuwmarker', provisional: false, whole: true, extent: 10_000 }]);
  });

  test('the same file again changes nothing; a later one takes its place', async () => {
    const path = await folder.write('gemeenten_2024.json', geoJson(THREE, 28992));
    const first = await load(path);
    expect(await load(path)).toEqual({ ...first, revision: null });
    await load(await folder.write('gemeenten_2025.json', geoJson(THREE, 28992, { name: 'later' })));
    expect(await rows('select reference_date from dataset')).toEqual([{ reference_date: '2025-01-01' }]);
    expect(await rows('select year from region order by year')).toEqual([{ year: 2025 }]);
  });

  test('water, doubles and rows without a code are told apart', async () => {
    const water = square({ statcode: 'GM0997', statnaam: 'Nieuwmarker', water: 'JA' }, 153_000);
    const land = square({ statcode: 'GM0997', statnaam: 'Nieuwmarker', water: 'NEE' }, 150_000);
    const nameless = square({ statcode: null, statnaam: 'Nergens', water: 'NEE' }, 154_000);
    const abroad = square({ statcode: 'GM0997', statnaam: 'Elders', water: 'B' }, 155_000);
    const path = await folder.write('twice.json', geoJson([water, land, land, nameless, abroad], 28992));
    const { counts } = await load(path);
    expect(counts.municipality).toEqual({ read: 5, loaded: 1, rejected: 2, leftOut: 2 });
    expect(await rows('select reference, reason from rejected_row order by number')).toEqual([
      { reference: 'GM0997', reason: 'water' },
      { reference: 'GM0997', reason: 'duplicate-code' },
      { reference: 'row 4', reason: 'code-missing' },
      { reference: 'GM0997', reason: 'abroad' },
    ]);
  });

  test('a bow-tie is made whole and said; a line is no boundary', async () => {
    // Two triangles of 500 x 1000 m that meet in one point.
    const tie = [
      [150_000, 463_000],
      [151_000, 464_000],
      [151_000, 463_000],
      [150_000, 464_000],
      [150_000, 463_000],
    ];
    const crossed = { columns: THREE[0]!.columns, shape: [tie] };
    const { counts } = await load(await folder.write('tie.json', geoJson([crossed, THREE[1]!], 28992)));
    expect(counts.repaired).toEqual({ read: 1, loaded: 1, rejected: 0, leftOut: 0 });
    expect(
      await rows('select ST_Area(boundary) as area, ST_IsValid(boundary) as valid from municipality'),
    ).toEqual([{ area: 500_000, valid: true }]);
    const line = {
      type: 'LineString' as const,
      coordinates: [
        [150_000, 463_000],
        [151_000, 464_000],
      ],
    };
    const flat = await folder.write(
      'line.json',
      geoJson([{ columns: THREE[0]!.columns, shape: line }, THREE[1]!], 28992),
    );
    await expect(load(flat)).rejects.toMatchObject({ code: 'boundary-unusable' });
  });

  test.each([
    ['GM0001', 'municipality-not-in-file'],
    ['GM0998', 'municipality-not-in-file'],
    ['997', 'municipality-code'],
  ])('%s is refused: %s', async (code, fault) => {
    const path = await folder.write('gemeenten_2024.json', geoJson(THREE, 28992));
    await expect(load(path, code)).rejects.toMatchObject({ code: fault });
    expect(await rows('select code from municipality union all select id from dataset')).toEqual([]);
  });

  test('the fictional municipality is not overwritten', async () => {
    await rows(`insert into municipality (code, name, fictional, extent)
      values ('GM0997', 'Verzonnen', true, ST_MakeEnvelope(150100, 463100, 150200, 463200, 28992))`);
    const path = await folder.write('gemeenten_2024.json', geoJson(THREE, 28992));
    await expect(load(path)).rejects.toMatchObject({ code: 'municipality-fictional' });
    expect(await rows('select name from municipality')).toEqual([{ name: 'Verzonnen' }]);
  });

  test('a preview says what the file is and asks whose boundary to take', async () => {
    const path = await folder.write('gemeenten_2024.json', geoJson(THREE, 28992));
    const file = { path, name: 'gemeenten_2024.json', bytes: 1 };
    expect(await source.recognise(file)).toBe(true);
    const asked = await source.preview(file, {}, get());
    expect(asked).toMatchObject({
      municipality: null,
      referenceDate: '2024-01-01',
      changes: [],
      notices: [],
    });
    expect(asked.questions).toMatchObject([
      {
        key: 'municipality',
        required: true,
        proposal: null,
        choices: [{ code: 'GM0996' }, { code: 'GM0997' }],
      },
    ]);
    const answered = await source.preview(file, { municipality: 'GM0997' }, get());
    expect(answered.municipality).toEqual({ code: 'GM0997', name: 'Nieuwmarker' });
    expect(answered.rows.map(({ reason }) => reason)).toEqual([
      null,
      'other-municipality',
      'other-municipality',
    ]);
    expect(answered.columns[0]).toEqual({
      index: 0,
      header: 'gemeentecode',
      field: 'code',
      examples: ['GM0997', 'GM0996', 'GM0998'],
    });
    const { revision } = await source.load(file, { municipality: 'GM0997' }, importContext(get().database));
    expect(revision).toBeGreaterThan(0);
    const zones = await folder.write('zones.json', geoJson([square({ naam: 'Kern' }, 150_000)], 28992));
    expect(await source.recognise({ path: zones, name: 'zones.json', bytes: 1 })).toBe(false);
  });

  test('given up on the way, nothing of it stays', async () => {
    const path = await folder.write('gemeenten_2024.json', geoJson(THREE, 28992));
    const controller = new AbortController();
    const progress = (step: string) => {
      if (step === 'Counting') controller.abort(new Error('enough'));
    };
    const context = importContext(get().database, { progress, signal: controller.signal });
    await expect(importBoundaries(path, { municipality: 'GM0997' }, context)).rejects.toThrow('enough');
    expect(await rows('select code from municipality union all select id from dataset')).toEqual([]);
  });

  test('the municipalities of 2024 are accounted for to the row', async () => {
    if (!(await stat(CBS).catch(() => undefined))) {
      console.error('skipped: real inputs not present');
      return;
    }
    const { counts, reasons } = await load(CBS, 'GM0221');
    expect(counts).toEqual({
      municipality: { read: 343, loaded: 1, rejected: 0, leftOut: 342 },
      repaired: { read: 8, loaded: 8, rejected: 0, leftOut: 0 },
    });
    expect(reasons).toEqual([
      { kind: 'municipality', reason: 'abroad', count: 1 },
      { kind: 'municipality', reason: 'other-municipality', count: 341 },
    ]);
    // Statistics Netherlands gives Doesburg 1,156 ha of land and 140 ha of water; the outline is simplified.
    const [doesburg] = await rows(
      'select name, round(ST_Area(boundary) / 10000) as hectares from municipality',
    );
    expect(doesburg!.name).toBe('Doesburg');
    expect(Math.abs((doesburg!.hectares as number) - 1_296)).toBeLessThan(40);
    expect(await rows("select figures ->> 'aantal_inwoners' as inhabitants, year from region")).toEqual([
      { inhabitants: '11079', year: 2024 },
    ]);
  }, 60_000);
});
