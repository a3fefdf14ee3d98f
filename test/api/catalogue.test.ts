import { beforeAll, expect, test } from 'vitest';
import { fixedSql } from '../../geodata/database/sql.ts';
import { describeOnEachEngine } from '../support/database.ts';
import { openApi, type TestApi } from './api-client.ts';
import { loadSmallTown } from './small-town.ts';

/** What DCAT-AP-NL 3.0 obliges a catalogue, a dataset and a distribution to have. */
const CATALOGUE = ['dct:title', 'dct:description', 'dct:publisher', 'dcat:contactPoint', 'dcat:dataset'];
const DATASET = [
  'dct:title',
  'dct:description',
  'dct:accessRights',
  'dcat:contactPoint',
  'dct:creator',
  'dct:identifier',
  'dct:publisher',
  'dcat:theme',
];
const DISTRIBUTION = ['dcat:accessURL', 'dct:license'];

describeOnEachEngine('the catalogue', get => {
  let api: TestApi;
  beforeAll(async () => {
    await loadSmallTown(get().database, fixedSql(`update dataset set source = 'openstreetmap'`));
    await get().database.query(
      fixedSql(`
        insert into rejected_row (dataset, number, kind, reference, reason, detail, original)
        values ('proef', 9, 'address', '=1+1', 'street-missing', 'x', '{"huis": 12, "straat": "@SUM(A1)"}')`),
    );
    api = openApi(get().database, { PUBLIC_URL: 'https://kaart.example' });
  });

  test('is there as DCAT-AP-NL, with everything that is obligatory, and nothing that is secret', async () => {
    const response = await api.get('/api/v1/datasets.jsonld');
    expect(response.headers.get('Content-Type')).toBe('application/ld+json');
    const text = await response.text();
    expect(text).not.toContain('secret');
    const catalogue = JSON.parse(text);
    expect(Object.keys(catalogue)).toEqual(expect.arrayContaining(CATALOGUE));
    const [dataset] = catalogue['dcat:dataset'];
    expect(Object.keys(dataset)).toEqual(expect.arrayContaining(DATASET));
    expect(dataset['dct:identifier']).toBe('proef');
    const distribution = dataset['dcat:distribution'];
    expect(Object.keys(distribution)).toEqual(expect.arrayContaining(DISTRIBUTION));
    expect(distribution['dcat:accessURL']['@id']).toMatch(/^https:\/\/kaart\.example\/api\/v1\//);
    expect(distribution['dct:license']['@id']).toBe(
      'http://publications.europa.eu/resource/authority/licence/CC0',
    );
  });

  test('gives planners every rejected row as it stood, with the reason, and no formula', async () => {
    const path = '/api/v1/planner/datasets/proef/rejected-rows/file';
    expect((await api.get(path)).status).toBe(401);
    const response = await api.asPlanner(path);
    expect(response.headers.get('Content-Disposition')).toContain('filename="kernkaart-niet-geladen.csv"');
    const lines = (await response.text()).split('\r\n');
    expect(lines[0]).toBe('nummer;soort;verwijzing;huis;straat;reden;toelichting');
    expect(lines[4]).toBe("9;address;'=1+1;12;'@SUM(A1);Het adres heeft geen straatnaam.;x");
    expect(await (await api.asPlanner(`${path}?language=en`)).text()).toContain(
      'The address has no street name.',
    );
    const gone = '/api/v1/planner/datasets/none/rejected-rows/file';
    expect((await api.asPlanner(gone)).status).toBe(404);
  });
});
