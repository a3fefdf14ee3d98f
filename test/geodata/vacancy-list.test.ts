import { mkdtemp, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import type { Row } from '../../geodata/database/database.ts';
import { fixedSql } from '../../geodata/database/sql.ts';
import type { ImportContext } from '../../geodata/import/context.ts';
import type { ImportFile } from '../../geodata/import/source.ts';
import { source } from '../../geodata/sources/vacancy-list/source.ts';
import { publishFigures } from '../../server/policy/publish.ts';
import { loadSmallTown, TOWN } from '../api/small-town.ts';
import { describeOnEachEngine, truncateAll } from '../support/database.ts';

const LIST = fileURLToPath(new URL('../fixtures/vacancy-list/small-town.csv', import.meta.url));
const EVERYWHERE = { areas: null, functions: null, leastFloorArea: null };
const ANSWERS = { municipality: TOWN, referenceDate: '2026-04-01', series: 'Lijst', coverage: EVERYWHERE };

let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'kernkaart-list-'));
});
afterAll(() => rm(folder, { recursive: true }));

async function fileOf(path: string): Promise<ImportFile> {
  return { path, name: basename(path), bytes: (await stat(path)).size };
}

const read = (name: string, content: string) => {
  const path = join(folder, name);
  return writeFile(path, content).then(() => fileOf(path));
};

describeOnEachEngine('vacancy list', get => {
  const rows = (text: string): Promise<Row[]> => get().database.query(fixedSql(text));
  const context = (changes: Partial<ImportContext> = {}): ImportContext => ({
    database: get().database,
    madeBy: 'a test',
    software: 'kernkaart 0',
    publish: publishFigures,
    progress: () => undefined,
    ...changes,
  });

  beforeEach(async () => {
    await truncateAll(get().database);
    await loadSmallTown(get().database);
  });

  test('every row of a messy list is loaded, rejected or left out with a reason', async () => {
    const result = await source.load(await fileOf(LIST), ANSWERS, context());
    expect(result.counts).toEqual({
      row: { read: 10, loaded: 4, rejected: 5, leftOut: 1 },
      observation: { read: 5, loaded: 5, rejected: 0, leftOut: 0 },
    });
    expect(
      await rows(
        "select reference, reason, detail from rejected_row where dataset <> 'proef' order by number",
      ),
    ).toEqual(
      [
        ['row 5', 'premises-missing', 'Marktstraat 12 b 9901AB Proefdam'],
        ['row 7', 'number-unknown', 'Marktstraat 99 Proefdam'],
        ['row 8', 'date-impossible', '31-02-2024'],
        ['row 12', 'place-unknown', 'Rotterdam'],
        ['row 13', 'duplicate-premises', '4'],
        ['row 15', 'no-row', ''],
      ].map(([reference, reason, detail]) => ({ reference, reason, detail })),
    );
    expect(
      await rows(`select premises, status, vacant_floor_area as area, since_earliest as earliest, since_latest as latest,
        reliability from observation where reference_date = '2026-04-01' order by id`),
    ).toEqual(
      [
        // In the order of the file; `8-10` names two doors, and of two together no floor area is known.
        ['marktstraat-p3', 'vacant', 80, '2025-02-01', '2025-02-01', 'high'],
        ['marktstraat-p4', 'vacant', null, '2023-01-01', '2023-12-31', 'medium'],
        ['marktstraat-p7', 'partly-vacant', 1251, null, null, 'high'],
        ['marktstraat-p8', 'vacant', null, '2025-07-01', '2025-09-30', 'medium'],
        ['marktstraat-p10', 'vacant', null, '2025-07-01', '2025-09-30', 'medium'],
      ].map(([premises, status, area, earliest, latest, reliability]) => ({
        premises,
        status,
        area,
        earliest,
        latest,
        reliability,
      })),
    );
  });

  test('a heading alone is refused in words, and nothing is stored', async () => {
    const file = await read('header.csv', 'Straat;Huisnummer;Plaats\r\n');
    await expect(source.load(file, ANSWERS, context())).rejects.toMatchObject({ code: 'list-without-rows' });
    expect(await rows('select count(*) as count from observation_round')).toEqual([{ count: 0 }]);
  });
});
