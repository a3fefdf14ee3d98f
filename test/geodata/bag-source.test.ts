import { rm, stat } from 'node:fs/promises';
import { beforeEach, expect, test } from 'vitest';
import { fixedSql } from '../../geodata/database/sql.ts';
import { source } from '../../geodata/sources/bag/source.ts';
import { pandXml, ringText, standXml } from '../support/bag-extract.ts';
import { writePackage } from '../support/bag-package.ts';
import { describeOnEachEngine, truncateAll } from '../support/database.ts';
import { importContext, testFolder } from '../support/shapes.ts';
import { zipBytes } from '../support/zip-bytes.ts';

const folder = testFolder('bag-source');

const file = async (path: string) => ({ path, name: 'levering.zip', bytes: (await stat(path)).size });

const pand = (digit: number, rest: object = {}) =>
  pandXml({
    id: `022110000000000${digit}`,
    ring: ringText(206000 + 20 * digit, 447000, 206010 + 20 * digit, 447010),
    ...rest,
  });

/** An archive of panden, which says its municipality and not what that is called. */
const archive = (panden: string[]) =>
  zipBytes({
    '0221PND08012024-000001.xml': standXml(panden, { municipalities: [{ digits: '0221' }] }),
  });

describeOnEachEngine('a delivery of the BAG that is uploaded', get => {
  beforeEach(() => truncateAll(get().database));

  test('is looked at, asked what it does not say, compared, and loaded under its own name', async () => {
    const { database } = get();
    const first = await file(
      await folder.write('a', archive([pand(1), pand(2), pand(3), pand(4, { status: 'Pand gesloopt' })])),
    );
    expect(await source.recognise(first)).toBe(true);
    expect(await source.preview(first, {}, { database })).toMatchObject({
      source: 'bag',
      title: 'BAG (LVC-extract) van 2024-01-08',
      municipality: null,
      referenceDate: '2024-01-08',
      questions: [{ key: 'municipality', proposal: { code: 'GM0221', name: '' } }],
    });
    const answers = { municipality: { code: 'GM0221', name: 'Nieuwmarker' } };
    const preview = await source.preview(first, answers, { database });
    expect(preview.municipality).toEqual({ code: 'GM0221', name: 'Nieuwmarker' });
    expect(preview.found).toEqual([{ kind: 'building', count: 4 }]);
    expect(preview.changes).toEqual([{ kind: 'building', added: 3, changed: 0, removed: 0, unchanged: 0 }]);
    expect(preview.rows.map(({ cells, outcome }) => `${cells[0]} ${outcome}`)).toEqual([
      '0221100000000001 loaded',
      '0221100000000002 loaded',
      '0221100000000003 loaded',
    ]);
    expect(await database.query(fixedSql('select code from municipality'))).toEqual([]);
    await source.load(first, answers, importContext(database));
    expect(await database.query(fixedSql('select file_name from dataset'))).toEqual([
      { file_name: 'levering.zip' },
    ]);
    const second = await file(
      await folder.write(
        'b',
        archive([pand(1), pand(2, { year: '2001' }), pand(5), pandXml({ id: 'x', ring: '1 1' })]),
      ),
    );
    const after = await source.preview(second, { municipality: 'GM0221' }, { database });
    expect(after.changes).toEqual([{ kind: 'building', added: 1, changed: 1, removed: 1, unchanged: 1 }]);
    expect(after.rows[0]).toMatchObject({ outcome: 'rejected', reason: 'id-unreadable' });
    expect(await database.query(fixedSql('select count(*) as count from building'))).toEqual([{ count: 3 }]);
  });

  test('a file of more municipalities is asked for one', async () => {
    const path = folder.path('c.gpkg');
    await rm(path, { force: true });
    const columns = ['identificatie', 'status', 'bronhouder_identificatie'];
    const unit = (code: string) => ({
      geom: 'POINT(206000 447000)',
      identificatie: `${code}010000000001`,
      status: 'Verblijfsobject in gebruik',
      bronhouder_identificatie: code,
    });
    writePackage(path, [{ name: 'verblijfsobject', columns, rows: [unit('0221'), unit('0222')] }]);
    const given = await file(path);
    expect(await source.recognise(given)).toBe(true);
    expect(await source.preview(given, {}, { database: get().database })).toMatchObject({
      municipality: null,
      notices: [{ code: 'bag-municipality-asked' }],
      questions: [{ key: 'municipality', required: true }],
    });
  });

  test.each([
    ['another archive', zipBytes({ 'kaart.shp': 'x' })],
    ['a list', 'straat;nummer\nKade;1\n'],
    [
      'other objects',
      '{"type":"FeatureCollection","features":[{"type":"Feature","properties":{"naam":"x"}}]}',
    ],
    ['a few bytes', 'x'],
    ['half an archive', zipBytes({ '0221PND08012024-000001.xml': 'x' }).subarray(0, 40)],
  ])('%s is none', async (_, content) => {
    expect(await source.recognise(await file(await folder.write('d', content)))).toBe(false);
  });
});
