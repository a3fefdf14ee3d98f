import { beforeAll, expect, test } from 'vitest';
import { readPremises } from '../../geodata/rollup/premises.ts';
import { loadSmallTown, TOWN } from '../api/small-town.ts';
import { describeOnEachEngine } from '../support/database.ts';

describeOnEachEngine('premises that are read a page at a time', get => {
  beforeAll(async () => {
    await loadSmallTown(get().database);
  });

  // 58 premises: pages that come out even, pages that do not, one that holds all, and one by one.
  test.each([58, 29, 7, 1])('are the same with %i in a page', async limit => {
    const read = (most?: number) =>
      get().database.transaction(transaction => readPremises(transaction, TOWN, most));
    const [whole, paged] = [await read(), await read(limit)];
    expect(whole.list).toHaveLength(58);
    expect(whole.list.every(({ periods }) => periods.length > 0)).toBe(true);
    expect(paged.list).toEqual(whole.list);
    expect(paged.indexOf(whole.list[57]!.id)).toBe(57);
  });

  test('of a municipality without any are none', async () => {
    const { list } = await get().database.transaction(transaction => readPremises(transaction, 'GM0001'));
    expect(list).toEqual([]);
  });
});
