import { beforeAll, expect, test } from 'vitest';
import { SearchResults } from '../../server/contract/search.ts';
import { describeOnEachEngine } from '../support/database.ts';
import { answerOf, openApi, type TestApi } from './api-client.ts';
import { loadSmallTown } from './small-town.ts';

describeOnEachEngine('search', get => {
  let api: TestApi;
  beforeAll(async () => {
    await loadSmallTown(get().database);
    api = openApi(get().database);
  });

  async function search(q: string, rest = ''): Promise<string[]> {
    const response = await api.get(`/api/v1/search?q=${encodeURIComponent(q)}${rest}`);
    const { results } = await answerOf(response, SearchResults);
    return results.map(({ kind, id }) => `${kind} ${id}`);
  }

  test.each([
    ['Marktstraat', 'street marktstraat'],
    ['marktstraat proefdam', 'street marktstraat'],
    ['marktstr', 'street marktstraat'],
    ['makrtstraat', 'street marktstraat'],
    ['markstaat', 'street marktstraat'],
    ['dorpstraat', 'street dorpsstraat'],
    ['kad', 'street kade'],
    ['kaed', 'street kade'],
    ['marktstr 12', 'address marktstraat-a12'],
    ['Marktstraat 12b', 'address marktstraat-a12b'],
    ['marktstraat 12, Proefdam', 'address marktstraat-a12'],
    ['markstraat 7', 'address marktstraat-a7'],
    ['9901 AB', 'address marktstraat-a12b'],
    ['9901aa 3', 'address dorpsstraat-a3'],
    ['oosterdorp', 'area oost'],
    ['ooserdorp', 'area oost'],
    ['centrum', 'area centrum'],
    ['de haven', 'area haven'],
    ['haven', 'area haven'],
  ])('%s finds first %s', async (q, first) => {
    expect((await search(q))[0]).toBe(first);
  });

  test('a number that a street does not have still finds the street', async () => {
    expect((await search('marktstraat 999'))[0]).toBe('street marktstraat');
  });

  test('nonsense finds nothing', async () => {
    expect(await search('qqqqwwww')).toEqual([]);
  });

  test('no more than asked for', async () => {
    expect(await search('marktstraat 12', '&limit=1')).toEqual(['address marktstraat-a12']);
  });

  test('only in the municipality asked for', async () => {
    expect(await search('marktstraat', '&municipality=GM0001')).toEqual([]);
  });

  test('says where to fly', async () => {
    const response = await api.get('/api/v1/search?q=marktstraat');
    const [street] = (await answerOf(response, SearchResults)).results;
    const [west, south, east, north] = street!.bbox!;
    const [x, y] = street!.centre;
    expect(street!.label).toBe('Marktstraat, Proefdam');
    expect(west <= x && x <= east && south <= y && y <= north).toBe(true);
    // 390 m of street on 52.5 degrees north.
    expect((east - west) * 67_900).toBeCloseTo(390, -1);
  });
});
