import { stat } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { beforeEach, expect, test } from 'vitest';
import type { Row } from '../../geodata/database/database.ts';
import { fixedSql } from '../../geodata/database/sql.ts';
import { importBoundaries } from '../../geodata/sources/boundaries/import.ts';
import { importWorkAreas } from '../../geodata/sources/work-areas/import.ts';
import { source } from '../../geodata/sources/work-areas/source.ts';
import { describeOnEachEngine, truncateAll } from '../support/database.ts';
import { type Drawn, geoJson, importContext, rectangle, testFolder } from '../support/shapes.ts';

const SHARED = new URL('../../../shared/geodata/', import.meta.url);
const IBIS = fileURLToPath(new URL('ibis/ibis_bedrijventerreinen_rijssen-holten.json', SHARED));
const CBS = fileURLToPath(new URL('boundaries/gemeenten_2024_cbs.geojson', SHARED));
const folder = testFolder('work-areas');

/** A hectare of RD, `x` hectometres east of the municipality's south-west corner. */
const hectare = (columns: Record<string, unknown>, x: number, y = 0): Drawn => ({
  columns,
  shape: [rectangle(150_000 + x * 100, 463_000 + y * 100, 150_100 + x * 100, 463_100 + y * 100)],
});

/** As since 2022: hectares, codes, the year of the figures. */
const modern = (rin: string | null, name: string, more: Record<string, unknown> = {}) => ({
  RIN_NUMMER: rin,
  JAAR: 2024,
  PLAN_NAAM: name,
  GEM_CODES: 'GM0997',
  HA_BRUTO: 2,
  HA_NETTO: 1.5,
  HA_TOTTUIT: 0.25,
  WLOC_TYPE: 'Bedrijventerrein',
  ...more,
});

/** As until about 2017: square metres as text, the year of the beginning, no codes. */
const old = (rin: string, name: string, gross: string, net: string, begun: string) => ({
  RINNUMMER: rin,
  BEDRIJVENT: name,
  KERN: 'Nieuwmarker',
  OPPBRUTO: gross,
  OPPNETTO: net,
  JAAR: begun,
});

describeOnEachEngine('import of work areas', get => {
  const rows = (text: string): Promise<Row[]> => get().database.query(fixedSql(text));
  const load = (path: string, municipality = 'GM0997') =>
    importWorkAreas(path, { municipality }, importContext(get().database));
  const loadDrawn = async (...drawn: Drawn[]) => load(await folder.write('ibis.json', geoJson(drawn, 28992)));

  beforeEach(async () => {
    await truncateAll(get().database);
    // A municipality of 1 km2.
    await rows(`insert into municipality (code, name, boundary, extent)
      select 'GM0997', 'Nieuwmarker', ST_Multi(g), g
      from (select ST_MakeEnvelope(150000, 463000, 151000, 464000, 28992) as g) box`);
  });

  test('polygons of one number are one area, and its figures are taken once', async () => {
    const result = await loadDrawn(
      hectare(modern('1', 'De Haar'), 0),
      hectare(modern('1', 'De Haar'), 1),
      hectare(modern('2', 'De Kol', { HA_BRUTO: 1, HA_NETTO: 3 }), 5),
    );
    expect(result.counts).toMatchObject({
      polygon: { read: 3, loaded: 3, rejected: 0, leftOut: 0 },
      area: { loaded: 2 },
      'placed-by-location': { loaded: 0 },
    });
    expect(
      await rows('select kind, name, name_derived, ST_Area(geom) as area, figures from area order by name'),
    ).toEqual([
      {
        kind: 'work-area',
        name: 'De Haar',
        name_derived: false,
        area: 20_000,
        figures: {
          rin: '1',
          grossHectares: 2,
          netHectares: 1.5,
          netAboveGross: false,
          availableHectares: 0.25,
          type: 'Bedrijventerrein',
          year: 2024,
          begun: null,
        },
      },
      {
        kind: 'work-area',
        name: 'De Kol',
        name_derived: false,
        area: 10_000,
        figures: expect.objectContaining({ grossHectares: 1, netHectares: 3, netAboveGross: true }),
      },
    ]);
    expect(
      await rows('select reference_date, read_count, loaded_count, rejected_count from dataset'),
    ).toEqual([{ reference_date: '2024-01-01', read_count: 3, loaded_count: 3, rejected_count: 0 }]);
  });

  test('square metres of the older files become hectares, and their year is no reference date', async () => {
    const result = await loadDrawn(
      hectare(old('60', 'Veen', '7923', '7923', '1990'), 0),
      hectare(old('60', 'Veen', '7923', '7923', '1990'), 2),
      hectare(old('61', 'Meer', '27500', '', 'v1900'), 4),
    );
    expect(result.counts).toMatchObject({ area: { loaded: 2 }, 'placed-by-location': { loaded: 3 } });
    expect(await rows('select name, figures from area order by name')).toEqual([
      {
        name: 'Meer',
        figures: expect.objectContaining({
          grossHectares: 2.75,
          netHectares: null,
          begun: 'v1900',
          year: null,
        }),
      },
      { name: 'Veen', figures: expect.objectContaining({ grossHectares: 0.7923, begun: '1990' }) },
    ]);
    expect(await rows('select reference_date from dataset')).toEqual([{ reference_date: null }]);
  });

  test('the latest year of a number counts; figures that differ are not known', async () => {
    const { counts } = await loadDrawn(
      hectare(modern('1', 'De Haar', { JAAR: 2022 }), 0),
      hectare(modern('1', 'De Haar', { HA_BRUTO: 4 }), 1),
      hectare(modern('1', 'De Haar', { HA_BRUTO: 5 }), 2),
      hectare(modern('1', 'De Haar', { HA_BRUTO: 5 }), 2),
    );
    expect(counts.polygon).toEqual({ read: 4, loaded: 2, rejected: 0, leftOut: 2 });
    expect(await rows('select ST_Area(geom) as area, figures from area')).toEqual([
      {
        area: 20_000,
        figures: expect.objectContaining({ grossHectares: null, netHectares: 1.5, year: 2024 }),
      },
    ]);
    expect(await rows('select reference, reason from rejected_row order by number')).toEqual([
      { reference: 'RIN 1, De Haar, row 1', reason: 'older-year' },
      { reference: 'RIN 1, De Haar, row 4', reason: 'duplicate-polygon' },
    ]);
  });

  test('codes decide, and without one the place does', async () => {
    const { counts } = await loadDrawn(
      hectare(modern('1', 'Gecodeerd'), 0),
      hectare(modern('2', 'Geplaatst', { GEM_CODES: 'GM0000' }), 2),
      hectare(modern('3', 'Zonder', { GEM_CODES: null }), 4),
      hectare(modern('4', 'Gedeeld', { GEM_CODES: 'GM0996;GM0997' }), 6),
      hectare(modern('5', 'Buren', { GEM_CODES: 'GM0996' }), 8),
      hectare(modern('6', 'Ver weg', { GEM_CODES: 'GM0000' }), 20),
      hectare(modern('7', 'Verkeerd'), 22),
      // 40 m of its 100 m lie within: less than half.
      {
        columns: modern('8', 'Rand', { GEM_CODES: null }),
        shape: [rectangle(150_960, 463_500, 151_060, 463_600)],
      },
      hectare(modern(null, '', { GEM_CODES: null }), 9, 9),
    );
    expect(counts).toMatchObject({
      polygon: { read: 9, loaded: 4, rejected: 2, leftOut: 3 },
      'placed-by-location': { loaded: 2 },
    });
    expect((await rows('select name from area order by name')).map(({ name }) => name)).toEqual([
      'Gecodeerd',
      'Gedeeld',
      'Geplaatst',
      'Zonder',
    ]);
    expect(
      await rows('select reference, reason, original is null as kept from rejected_row order by number'),
    ).toEqual([
      { reference: 'RIN 5, Buren, row 5', reason: 'other-municipality', kept: true },
      { reference: 'RIN 6, Ver weg, row 6', reason: 'other-municipality', kept: true },
      { reference: 'RIN 7, Verkeerd, row 7', reason: 'code-contradicts-location', kept: false },
      { reference: 'RIN 8, Rand, row 8', reason: 'other-municipality', kept: true },
      { reference: 'row 9', reason: 'name-missing', kept: false },
    ]);
  });

  test('a later file takes the place of the earlier one, and areas keep their id', async () => {
    await loadDrawn(hectare(modern('1', 'De Haar'), 0), hectare(modern('2', 'De Kol'), 5));
    const [before] = await rows("select id from area where name = 'De Haar'");
    await loadDrawn(hectare(modern('1', 'De Haar Noord'), 0));
    expect(await rows('select id, name from area')).toEqual([{ id: before!.id, name: 'De Haar Noord' }]);
    expect(await rows('select count(*) as n from dataset')).toEqual([{ n: 1 }]);
  });

  test('without a boundary it says what to do first', async () => {
    await rows('update municipality set boundary = null');
    await expect(loadDrawn(hectare(modern('1', 'De Haar'), 0))).rejects.toMatchObject({
      code: 'boundary-needed',
    });
    await expect(load('nothing.json', 'GM0001')).rejects.toMatchObject({ code: 'municipality-not-here' });
    await expect(load('nothing.json', '1')).rejects.toMatchObject({ code: 'municipality-code' });
  });

  test('a file of something else, or of somewhere else, is refused and nothing stays', async () => {
    await expect(loadDrawn(hectare({ naam: 'Kern' }, 0))).rejects.toMatchObject({ code: 'work-areas-not' });
    await expect(loadDrawn(hectare(modern('1', 'Ver', { GEM_CODES: null }), 40))).rejects.toMatchObject({
      code: 'work-areas-none-here',
    });
    expect(await rows('select id from dataset')).toEqual([]);
  });

  test('a preview says what the file is, and the same file again changes nothing', async () => {
    const path = await folder.write('p.json', geoJson([hectare(modern('1', 'De Haar'), 0)], 28992));
    const file = { path, name: 'p.json', bytes: 1 };
    expect(await source.recognise(file)).toBe(true);
    const preview = await source.preview(file, {}, get());
    expect(preview).toMatchObject({
      source: 'work-areas',
      referenceDate: '2024-01-01',
      found: [
        { kind: 'polygon', count: 1 },
        { kind: 'area', count: 1 },
      ],
      questions: [{ key: 'municipality', proposal: 'GM0997' }],
    });
    const options = { municipality: 'GM0997' };
    const first = await source.load(file, options, importContext(get().database));
    expect(await source.load(file, options, importContext(get().database))).toEqual({
      ...first,
      revision: null,
    });
  });

  test('Rijssen-Holten is accounted for to the polygon', async () => {
    if (!(await stat(IBIS).catch(() => undefined))) {
      console.error('skipped: real inputs not present');
      return;
    }
    await importBoundaries(CBS, { municipality: 'GM1742' }, importContext(get().database));
    const { counts } = await load(IBIS, 'GM1742');
    expect(counts).toMatchObject({
      polygon: { read: 22, loaded: 22, rejected: 0, leftOut: 0 },
      area: { loaded: 20 },
      'placed-by-location': { loaded: 22 },
    });
    // Their own gross areas against what is drawn: an independent look at units, projection and joining.
    const areas =
      await rows(`select name, ST_Area(geom) / 10000 as drawn, (figures ->> 'grossHectares')::float8 as gross
      from area`);
    for (const { name, drawn, gross } of areas)
      expect(Math.abs((drawn as number) / (gross as number) - 1), `${name}`).toBeLessThan(0.05);
  }, 60_000);
});
