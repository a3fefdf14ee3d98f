import { mkdtemp, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import type { Row } from '../../geodata/database/database.ts';
import { fixedSql } from '../../geodata/database/sql.ts';
import type { ImportContext } from '../../geodata/import/context.ts';
import { correctObservation } from '../../geodata/import/correct.ts';
import { restoreRevision } from '../../geodata/import/restore.ts';
import type { ImportFile } from '../../geodata/import/source.ts';
import { findRound, rejectedRowsFile, roundFile } from '../../geodata/sources/vacancy-list/export.ts';
import { source } from '../../geodata/sources/vacancy-list/source.ts';
import { sourceOf } from '../../server/imports/sources.ts';
import { publishFigures } from '../../server/policy/publish.ts';
import { loadSmallTown, OPEN_SERIES, TOWN } from '../api/small-town.ts';
import { xlsx, xlsxRows } from '../fixtures/vacancy-list/workbooks.ts';
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

const read = (name: string, content: string | Uint8Array) => {
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

  const load = async (file: ImportFile | Promise<ImportFile>, answers: object = {}) =>
    source.load(await file, { ...ANSWERS, ...answers }, context());
  const list = (name: string, ...lines: string[]) =>
    read(name, ['Straat;Nr;Status', ...lines, ''].join('\r\n'));
  const states = () =>
    rows(`select right(premises, -length('marktstraat-')) as door, status, reference_date as date, reason from observation
      where series not in ('open-round', 'planner-list') order by date, id`);

  test('within the coverage what is not on the list was seen in use; the rest was not looked at', async () => {
    const coverage = { areas: ['centrum'], functions: ['retail'], leastFloorArea: 50 };
    await load(list('a.csv', 'Marktstraat;3;leeg', 'Dorpsstraat;1;leeg', 'Marktstraat;25;leeg'), {
      coverage,
    });
    // States are bytes: 0 not observed, 1 in use, 2 vacant. Marktstraat 1-24 are shops of 100 m2, 25 is a bar; Dorpsstraat lies elsewhere.
    const [state] = await rows(`select count(*) filter (where get_byte(states, 0) = 1) as used,
      count(*) filter (where get_byte(states, 0) = 2) as vacant, count(*) as observed
      from premises_state join series on series.id = series where name_nl = 'Lijst'`);
    expect(state).toEqual({ used: 23, vacant: 1, observed: 24 });
    const preview = await source.preview(
      await list('a.csv', 'Marktstraat;3;leeg', 'Dorpsstraat;1;leeg', 'Marktstraat;25;leeg'),
      { ...ANSWERS, coverage },
      context(),
    );
    expect(preview.found).toContainEqual({ kind: 'outside-coverage', count: 2 });
    expect(preview.notices.map(({ code }) => code)).toEqual(['outside-coverage']);
  });

  test('a corrected file takes the place of its round, other dates stay, the same file again changes nothing', async () => {
    const first = await list('a.csv', 'Marktstraat;3;leeg', 'Marktstraat;4;leeg');
    await load(first);
    await load(first, { referenceDate: '2026-07-01' });
    const again = await load(first);
    expect(again).toMatchObject({ revision: null, counts: { row: { loaded: 2 } } });
    await load(list('b.csv', 'Marktstraat;4;deels leeg', 'Marktstraat;6;leeg'));
    expect(await states()).toEqual(
      [
        ['p4', 'partly-vacant', '2026-04-01'],
        ['p6', 'vacant', '2026-04-01'],
        ['p3', 'vacant', '2026-07-01'],
        ['p4', 'vacant', '2026-07-01'],
      ].map(([door, status, date]) => ({ door, status, date, reason: null })),
    );
    expect(
      await rows(`select title, loaded_count as loaded from dataset where id <> 'proef' order by title`),
    ).toEqual([
      { title: 'Lijst, 2026-04-01', loaded: 2 },
      { title: 'Lijst, 2026-07-01', loaded: 2 },
    ]);
    expect(await rows(`select count(*) as count from series where name_nl = 'Lijst'`)).toEqual([
      { count: 1 },
    ]);
    // The first file is a change again.
    expect((await load(first)).revision).not.toBeNull();
  });

  test('what was corrected by hand stays when the file is imported again', async () => {
    await load(list('a.csv', 'Marktstraat;3;leeg', 'Marktstraat;4;leeg'));
    const [{ series }] = (await rows(`select id as series from series where name_nl = 'Lijst'`)) as [
      { series: string },
    ];
    const corrected = {
      status: 'in-use',
      vacantFloorArea: null,
      sinceEarliest: null,
      sinceLatest: null,
      remark: null,
    };
    const correction = {
      premises: 'marktstraat-p3',
      series,
      referenceDate: '2026-04-01',
      ...corrected,
      reason: 'Gebeld',
    };
    await correctObservation(context(), correction);
    await load(list('b.csv', 'Marktstraat;3;leeg', 'Marktstraat;6;leeg'));
    const [state] = await rows(`select get_byte(states, 0) as state from premises_state
      where premises = 'marktstraat-p3' and series = '${series}'`);
    expect(state).toEqual({ state: 1 });
    const round = (await findRound(get().database, 'Lijst', '2026-04-01'))!;
    const file = (await roundFile(get().database, round.id))!;
    expect(Buffer.from(file.bytes).toString()).toBe(
      [
        'Straat;Nr;Status;Status in Kernkaart;Leeg sinds (Kernkaart);Verbeterd in Kernkaart',
        'Marktstraat;3;leeg;in gebruik;;met de hand',
        'Marktstraat;6;leeg;leeg;;',
        '',
      ].join('\r\n'),
    );
  });

  test('a round comes back in its own layout, and rejected rows with their reasons', async () => {
    await load(fileOf(LIST));
    const round = (await findRound(get().database, 'Lijst', '2026-04-01'))!;
    const file = (await roundFile(get().database, round.id))!;
    expect(file).toMatchObject({ name: 'small-town-2026-04-01.csv', mediaType: 'text/csv' });
    const lines = Buffer.from(file.bytes).toString().split('\n');
    expect(lines[0]).toBe('Leegstand Proefdam, peildatum 1 april 2026;;;;;;;');
    expect(lines[3]).toBe('Marktstraat;3;;9901 AA;Proefdam;01-02-2025;80;leeg;leeg;01-02-2025;');
    expect(lines[5]).toBe('Makrtstraat;4;;;Proefdam;2023;;leeg;leeg;tussen 01-01-2023 en 31-12-2023;');
    expect(lines[6]).toBe('Marktstraat;99;;;Proefdam;;;leeg');
    const rejected = (await rejectedRowsFile(get().database, round.dataset, 'nl'))!;
    expect(rejected.name).toBe('small-town-niet-geladen.csv');
    expect(
      Buffer.from(rejected.bytes)
        .toString()
        .split('\n')
        .filter(line => line.includes('99;')),
    ).toEqual([
      'Marktstraat;99;;;Proefdam;;;leeg;Rij 7: Dit huisnummer komt in deze straat niet voor. (Marktstraat 99 Proefdam)',
    ]);
    expect(await rejectedRowsFile(get().database, 'proef', 'nl')).toBeUndefined();
  });

  test('a licensed survey has its units, also several in one premises', async () => {
    const file = await read(
      'survey.xlsx',
      xlsx({
        sheets: {
          Blad1: xlsxRows([
            ['Verkooppunt', 'Straat', 'Nr', 'Naam', 'WVO', 'Leegstand'],
            [101, 'Marktstraat', 3, 'Een', 60, 'nee'],
            [102, 'Marktstraat', 3, 'Twee', 40, 'ja'],
            [103, 'Marktstraat', 4, null, 90, 'ja'],
            [103, 'Marktstraat', 6, null, 90, 'ja'],
          ]),
        },
      }),
    );
    const result = await load(file, { series: 'Veldopname', access: 'licensed', owner: 'Bureau Vloer' });
    expect(result.counts.row).toEqual({ read: 4, loaded: 4, rejected: 0, leftOut: 0 });
    expect(
      await rows(`select u.name, u.sales_floor_area as area, l.premises from retail_unit u
        join retail_unit_premises l on l.retail_unit = u.id order by l.premises, u.name`),
    ).toEqual([
      { name: 'Een', area: 60, premises: 'marktstraat-p3' },
      { name: 'Twee', area: 40, premises: 'marktstraat-p3' },
      { name: null, area: 90, premises: 'marktstraat-p4' },
      { name: null, area: 90, premises: 'marktstraat-p6' },
    ]);
    expect(await rows(`select access, evidence, source from series where name_nl = 'Veldopname'`)).toEqual([
      { access: 'licensed', evidence: 'surveyed', source: 'Bureau Vloer' },
    ]);
    const [state] =
      await rows(`select get_byte(states, 0) as state from premises_state p join series s on s.id = p.series
      where premises = 'marktstraat-p3' and name_nl = 'Veldopname'`);
    expect(state).toEqual({ state: 3 });
  });

  test('a list can go on with a series that is there', async () => {
    await load(list('a.csv', 'Marktstraat;3;leeg'), { series: OPEN_SERIES });
    expect(
      await rows(`select date from reference_date where series = '${OPEN_SERIES}' order by date`),
    ).toEqual([{ date: '2025-01-01' }, { date: '2026-01-01' }, { date: '2026-04-01' }]);
  });

  test('a preview asks what is not known and proposes the last answers', async () => {
    const file = await list(
      'Leegstand 1 juli 2026.csv',
      'Marktstraat;3;leeg',
      'Marktstraat;4;leeg',
      'Markt;5;leeg',
    );
    const open = await source.preview(file, {}, context());
    expect(open).toMatchObject({
      source: 'vacancy-list',
      municipality: { code: TOWN },
      referenceDate: '2026-07-01',
    });
    expect(open.questions.map(({ key, required }) => (required ? `${key}!` : key))).toEqual([
      'municipality!',
      'series!',
      'referenceDate!',
      'coverage!',
      'columns',
    ]);
    const coverage = { areas: ['centrum'], functions: ['hospitality', 'retail'], leastFloorArea: 25 };
    await load(list('a.csv', 'Marktstraat;3;leeg', 'Marktstraat;6;leeg'), { coverage });
    const asked = await source.preview(file, {}, context());
    const proposal = (key: string) => asked.questions.find(question => question.key === key)?.proposal;
    expect(proposal('coverage')).toEqual(coverage);
    expect(asked.title).toBe('Lijst');
    expect(asked.changes).toEqual([{ kind: 'observation', added: 1, changed: 0, removed: 1, unchanged: 1 }]);
    expect(asked.found).toEqual([
      { kind: 'row', count: 3 },
      { kind: 'exact-address', count: 2 },
      { kind: 'none', count: 1 },
    ]);
    expect(asked.columns.map(({ field }) => field)).toEqual(['street', 'number', 'status']);
    expect(asked.rows.map(({ number, outcome, reason }) => [number, outcome, reason])).toEqual([
      [2, 'exact-address', null],
      [3, 'exact-address', null],
      [4, 'none', 'street-unknown'],
    ]);
  });

  test.each([
    ['no series', { series: undefined }, 'list-series-missing'],
    ['no date', { referenceDate: undefined }, 'list-date-missing'],
    ['a date that is none', { referenceDate: '2026-02-31' }, 'list-answer-invalid'],
    ['no coverage', { coverage: undefined }, 'list-coverage-missing'],
    ['an area that is not there', { coverage: { ...EVERYWHERE, areas: ['weg'] } }, 'list-area-unknown'],
    ['a municipality that is not there', { municipality: 'GM0001' }, 'list-municipality-unknown'],
    ['a column that is none', { columns: { 0: 'kleur' } }, 'list-answer-invalid'],
    ['columns without an address', { columns: { 0: null, 1: null } }, 'list-not-recognised'],
  ])('%s is refused in words, and nothing is stored', async (_, answers, code) => {
    await expect(load(list('a.csv', 'Marktstraat;3;leeg'), answers)).rejects.toMatchObject({ code });
    expect(await rows('select count(*) as count from observation_round')).toEqual([{ count: 0 }]);
  });

  test('a list of another municipality is refused as a whole', async () => {
    await expect(load(list('a.csv', 'Coolsingel;3;leeg', 'Blaak;4;leeg'))).rejects.toMatchObject({
      code: 'list-without-match',
    });
    expect(await rows(`select count(*) as count from series where name_nl = 'Lijst'`)).toEqual([
      { count: 0 },
    ]);
  });

  test('an import that is called off leaves everything as it was', async () => {
    const stopped = new AbortController();
    const file = await list('a.csv', 'Marktstraat;3;leeg');
    const progress = (step: string) => step.startsWith('Finding') && stopped.abort(new Error('Called off.'));
    const loading = source.load(file, ANSWERS, context({ progress, signal: stopped.signal }));
    await expect(loading).rejects.toThrow('Called off.');
    expect(await rows('select count(*) as count from observation_round')).toEqual([{ count: 0 }]);
  });

  test('rejected rows that were mended take their own place in the round; the rest of it stays', async () => {
    await load(fileOf(LIST));
    const round = (await findRound(get().database, 'Lijst', '2026-04-01'))!;
    const rejected = (await rejectedRowsFile(get().database, round.dataset, 'nl'))!;
    const text = Buffer.from(rejected.bytes)
      .toString()
      .replace('Marktstraat;99', 'Marktstraat;9')
      .replace('31-02-2024', '28-02-2024');
    const mended = await read(
      rejected.name,
      text.replace('Rotterdam', 'Proefdam').replace('Kade;2', 'Kade;77'),
    );
    const preview = await source.preview(mended, {}, context());
    expect(preview).toMatchObject({ referenceDate: '2026-04-01', changes: [{ added: 2, removed: 0 }] });
    expect(preview.notices.map(({ code }) => code)).toEqual(['supplement']);
    const result = await source.load(mended, { series: 'Lijst', referenceDate: '2026-04-01' }, context());
    expect(result.counts.row).toEqual({ read: 5, loaded: 2, rejected: 3, leftOut: 0 });
    expect(
      await rows(
        `select number, premises, reason from observation_round_row where role = 'row' order by number`,
      ),
    ).toEqual(
      [
        [4, ['marktstraat-p3'], null],
        [5, null, 'premises-missing'],
        [6, ['marktstraat-p4'], null],
        [7, ['marktstraat-p9'], null],
        [8, ['marktstraat-p6'], null],
        [9, ['marktstraat-p7'], null],
        [11, ['marktstraat-p8', 'marktstraat-p10'], null],
        [12, null, 'number-unknown'],
        [13, null, 'duplicate-premises'],
      ].map(([number, premises, reason]) => ({ number, premises, reason })),
    );
    const again = (await rejectedRowsFile(get().database, result.dataset, 'nl'))!;
    expect(Buffer.from(again.bytes).toString()).toContain('Kade;77;;;Proefdam;;;leeg;Rij 12: Dit huisnummer');
    const whole = Buffer.from((await roundFile(get().database, round.id))!.bytes)
      .toString()
      .split('\n');
    expect(whole[6]).toBe('Marktstraat;9;;;Proefdam;;;leeg;leeg;;');
    // The same file again changes nothing; the whole list again takes the place of both.
    const twice = await source.load(mended, { series: 'Lijst', referenceDate: '2026-04-01' }, context());
    expect(twice.revision).toBeNull();
    await load(read('b.csv', 'Straat;Nr\nMarktstraat;3\n'));
    expect(await rows(`select count(*) as count from dataset where source = 'vacancy-list'`)).toEqual([
      { count: 1 },
    ]);
    await expect(load(mended, { referenceDate: '2027-01-01', supplement: true })).rejects.toMatchObject({
      code: 'list-round-missing',
    });
  });

  test('a revision that is restored brings its round back, row by row', async () => {
    const kept = [
      'dataset',
      'observation_round',
      'observation_round_row',
      'rejected_row',
      'coverage',
      'observation',
    ];
    const everything = async () => {
      const tables = kept.map(table =>
        rows(`select to_jsonb(t) - 'revision' as row from ${table} t order by to_jsonb(t)::text`),
      );
      return JSON.stringify(await Promise.all(tables));
    };
    const { revision } = await load(fileOf(LIST));
    const before = await everything();
    await load(list('b.csv', 'Marktstraat;3;leeg'));
    expect(await everything()).not.toBe(before);
    await restoreRevision(context(), TOWN, revision!);
    expect(await everything()).toBe(before);
  });

  test('among all sources a list is taken for a list, whatever it is kept in', async () => {
    const workbook = xlsx({
      sheets: {
        Blad1: xlsxRows([
          ['Straat', 'Nr'],
          ['Marktstraat', 3],
        ]),
      },
    });
    const files = [
      await fileOf(LIST),
      await read('a.xlsx', workbook),
      await list('a.csv', 'Marktstraat;3;leeg'),
    ];
    const sources = await Promise.all(files.map(file => sourceOf(file, undefined)));
    expect(sources.map(({ code }) => code)).toEqual(['vacancy-list', 'vacancy-list', 'vacancy-list']);
  });

  test('where several municipalities are loaded, whose list it is is asked first', async () => {
    await rows(
      `insert into municipality (code, name, extent) select 'GM9902', 'Elders', extent from municipality`,
    );
    const file = await list('a.csv', 'Marktstraat;3;leeg', 'Totaal;1;');
    const preview = await source.preview(file, {}, context());
    expect(preview).toMatchObject({ municipality: null, changes: [] });
    expect(preview.found).toEqual([
      { kind: 'row', count: 2 },
      { kind: 'left-out', count: 1 },
    ]);
    const [asked] = preview.questions;
    expect(asked).toMatchObject({
      key: 'municipality',
      proposal: null,
      choices: [{ code: 'GM9902' }, { code: TOWN }],
    });
    await expect(load(file, { municipality: undefined })).rejects.toMatchObject({
      code: 'list-municipality-missing',
    });
  });
});
