import { beforeAll, describe, expect, test } from 'vitest';
import type { Database } from '../../geodata/database/database.ts';
import { fixedSql, identifier, sql } from '../../geodata/database/sql.ts';
import { correctObservation } from '../../geodata/import/correct.ts';
import { finishImport } from '../../geodata/import/finish.ts';
import { keepRevision } from '../../geodata/import/keep.ts';
import { KEPT_TABLES } from '../../geodata/import/kept-tables.ts';
import { restoreRevision } from '../../geodata/import/restore.ts';
import { publishFigures } from '../../server/policy/publish.ts';
import { loadSmallTown, PLANNER_SERIES, TOWN } from '../api/small-town.ts';
import { describeOnEachEngine } from '../support/database.ts';

/** What is derived at the end of every import, and what is no municipality's data. */
const NOT_KEPT = [
  'allowed_site',
  'area_tally',
  'cell',
  'embed',
  'embed_use',
  'import_job',
  'kept_revision',
  'migration',
  'municipality',
  'premises_area',
  'premises_state',
  'published_area_tally',
  'published_cell',
  'published_scenario',
  'revision',
  'scenario',
  'scenario_base',
  'scenario_version',
  'session',
  'shared_scenario',
  'sign_in_token',
  'spell',
  'street_side',
  'street_side_premises',
  'theme',
];

const about = (database: Database) => ({
  database,
  madeBy: 'A planner',
  software: 'test',
  publish: publishFigures,
  progress: () => undefined,
});

/** Everything of the town as text, table by table: what restoring has to bring back to the letter. */
async function contentOf(database: Database): Promise<Record<string, string[]>> {
  const content: Record<string, string[]> = {};
  for (const { name } of KEPT_TABLES) {
    const rows = await database.query<{ row: string }>(
      sql`select t::text as row from ${identifier(name)} t order by 1`,
    );
    content[name] = rows.map(({ row }) => row);
  }
  return content;
}

async function figuresOf(database: Database): Promise<unknown> {
  return database.query(fixedSql('select * from published_area_tally order by series, area, function'));
}

const revisionOf = async (database: Database): Promise<number> =>
  (
    await database.query<{ revision: number }>(sql`select revision from municipality where code = ${TOWN}`)
  )[0]!.revision;

/** Changes the town as an import does: keeps, changes, finishes. */
function change(database: Database, statement: string, tables?: string[]): Promise<number> {
  return database.transaction(
    async transaction => {
      const kept = await keepRevision(transaction, TOWN, tables);
      await transaction.query(fixedSql(statement));
      return finishImport(transaction, about(database), { municipality: TOWN, reason: 'change', kept });
    },
    { deadline: 120_000 },
  );
}

describeOnEachEngine('earlier revisions', get => {
  let database: Database;
  let first: number;
  beforeAll(async () => {
    database = get().database;
    first = await loadSmallTown(database);
  });

  test('every table of a municipality is either kept or derived', async () => {
    const tables = await database.query<{ name: string }>(
      fixedSql(
        `select tablename as name from pg_tables where schemaname = 'kernkaart' and tablename !~ '^kept_' order by 1`,
      ),
    );
    const known = [
      ...KEPT_TABLES.map(({ name }) => name),
      ...NOT_KEPT.filter(name => !name.startsWith('kept_')),
    ];
    expect(tables.map(({ name }) => name)).toEqual(known.toSorted());
  });

  describe('after three changes', () => {
    let before: Record<string, string[]>;
    let figures: unknown;
    beforeAll(async () => {
      before = await contentOf(database);
      figures = await figuresOf(database);
      await change(database, "update building set build_year = 1800 where id = 'kade-b1'");
      await change(database, `delete from premises where id = 'marktstraat-p2'`);
      // Only what was observed is kept here: the premises of this revision stand with a later one.
      await change(database, `update observation set remark = 'anders'`, ['observation']);
    });

    test('the catalogue says what each changed', async () => {
      const rows = await database.query(
        fixedSql('select changes from revision order by number desc limit 3'),
      );
      expect(rows.map(({ changes }) => changes)).toEqual([
        [{ kind: 'observation', added: 0, changed: expect.any(Number), removed: 0 }],
        [
          { kind: 'premises', added: 0, changed: 0, removed: 1 },
          { kind: 'observation', added: 0, changed: 0, removed: expect.any(Number) },
        ],
        [{ kind: 'building', added: 0, changed: 1, removed: 0 }],
      ]);
    });

    test('the first comes back to the letter, with its figures, and that can be undone', async () => {
      const now = await revisionOf(database);
      const after = await contentOf(database);
      expect(after).not.toEqual(before);
      const restored = await restoreRevision(about(database), TOWN, first);
      expect(await revisionOf(database)).toBe(restored);
      expect(await contentOf(database)).toEqual(before);
      expect(await figuresOf(database)).toEqual(figures);
      await restoreRevision(about(database), TOWN, now);
      expect(await contentOf(database)).toEqual(after);
    });

    test('only the last three are kept', async () => {
      const kept = await database.query<{ revision: number }>(
        fixedSql('select revision from kept_revision order by revision'),
      );
      expect(kept).toHaveLength(3);
      await expect(restoreRevision(about(database), TOWN, first)).rejects.toMatchObject({
        code: 'revision-not-kept',
      });
      const rows = await database.query<{ revision: number }>(
        fixedSql('select distinct kept_revision as revision from kept_building'),
      );
      const known = new Set(kept.map(({ revision }) => revision));
      for (const { revision } of rows) expect(known).toContain(revision);
    });

    test('what fails half-way changes nothing', async () => {
      const content = await contentOf(database);
      const [{ revision } = { revision: 0 }] = await database.query<{ revision: number }>(
        fixedSql('select max(revision)::integer as revision from kept_revision'),
      );
      const broken = { ...about(database), publish: () => Promise.reject(new Error('broken')) };
      await expect(restoreRevision(broken, TOWN, revision)).rejects.toThrow('broken');
      expect(await contentOf(database)).toEqual(content);
    });
  });

  describe('a correction', () => {
    const correction = {
      premises: 'marktstraat-p1',
      series: PLANNER_SERIES,
      referenceDate: '',
      status: 'vacant',
      vacantFloorArea: null,
      sinceEarliest: null,
      sinceLatest: null,
      remark: null,
      reason: 'Gezien op straat',
    };
    beforeAll(async () => {
      const [row] = await database.query<{ date: string }>(
        sql`select max(date) as date from reference_date where series = ${PLANNER_SERIES}`,
      );
      correction.referenceDate = row!.date;
    });
    const observations = () =>
      database.query<{ status: string; reason: string | null; by: string }>(sql`
        select status, reason, recorded_by as by from observation
        where premises = ${correction.premises} and series = ${PLANNER_SERIES}
          and reference_date = ${correction.referenceDate} order by recorded_at desc, id desc`);

    test('is a newer observation; the one before stays', async () => {
      const before = await observations();
      const revision = await correctObservation(about(database), correction);
      expect(await revisionOf(database)).toBe(revision);
      const after = await observations();
      expect(after[0]).toEqual({ status: 'vacant', reason: 'Gezien op straat', by: 'A planner' });
      expect(after.slice(1)).toEqual(before);
    });

    test('of a premises that is not there is none, and makes no revision', async () => {
      const before = await revisionOf(database);
      expect(
        await correctObservation(about(database), { ...correction, premises: 'nowhere' }),
      ).toBeUndefined();
      expect(await revisionOf(database)).toBe(before);
    });

    test.each([
      ['a date that the series has not', { referenceDate: '1999-01-01' }, 'correction-without-date'],
      ['a series that is not there', { series: 'none' }, 'correction-without-date'],
    ])('is refused for %s', async (_, more, code) => {
      await expect(correctObservation(about(database), { ...correction, ...more })).rejects.toMatchObject({
        code,
      });
    });
  });
});
