import { afterEach, expect, it } from 'vitest';
import type { Database } from '../../geodata/database/database.ts';
import { fixedSql, sql } from '../../geodata/database/sql.ts';
import { describeOnEachEngine, truncateAll } from '../support/database.ts';

const BOW_TIE = 'POLYGON((0 0,1 1,1 0,0 1,0 0))';

/** Statements in which GEOS throws. */
const CORPUS = {
  'intersection of a bow-tie': `select st_intersection('${BOW_TIE}'::geometry, '${BOW_TIE}'::geometry)`,
  'difference of a bow-tie': `select st_difference('${BOW_TIE}'::geometry, st_makeenvelope(0, 0, 1, 0.5))`,
  'symmetric difference of a bow-tie': `select st_symdifference('${BOW_TIE}'::geometry, st_makeenvelope(0, 0, 1, 0.5))`,
};

const PLACES = `insert into municipality (code, name, extent) values
  ('GM0001', 'One', st_makeenvelope(0, 0, 1, 1, 28992))`;

/** Writes rows of which the third makes GEOS throw. */
const THIRD_ROW_FAILS = `insert into rejected_row (dataset, number, kind, reference, reason, detail)
  select 'd', i, 'x', 'x', 'x',
    st_astext(st_intersection(
      case i when 3 then '${BOW_TIE}'::geometry else st_makeenvelope(0, 0, 1, 1) end, '${BOW_TIE}'::geometry))
  from generate_series(1, 5) as i`;

const SECOND_STEP = `insert into dataset
  (id, municipality, source, title, owner, licence, attribution, imported_by, revision, read_count, loaded_count, rejected_count)
  values ('d', 'GM0001', 's', 't', 'o', 'l', 'a', 'b', 1, 0, 0, 0)`;

async function countOf(database: Database, table: string): Promise<number> {
  const [row] = await database.query<{ count: number }>(fixedSql(`select count(*) as count from ${table}`));
  return row!.count;
}

describeOnEachEngine('a geometry fault', get => {
  afterEach(() => truncateAll(get().database));

  it.each(Object.entries(CORPUS))('is thrown, never an empty answer: %s', async (_, text) => {
    const { database } = get();
    await expect(database.query(fixedSql(text))).rejects.toMatchObject({ kind: 'geometry' });
    await expect(database.as('visitor').query(fixedSql(text))).rejects.toMatchObject({ kind: 'geometry' });
  });

  it('leaves no row of the statement it happened in', async () => {
    const { database } = get();
    await database.query(fixedSql(PLACES));
    await database.query(fixedSql(SECOND_STEP));
    await expect(database.query(fixedSql(THIRD_ROW_FAILS))).rejects.toMatchObject({ kind: 'geometry' });
    expect(await countOf(database, 'rejected_row')).toBe(0);
  });

  it('undoes the whole transaction, also when the work swallows it', async () => {
    const { database } = get();
    const work = database.transaction(async transaction => {
      await transaction.query(fixedSql(PLACES));
      await transaction.query(fixedSql(SECOND_STEP));
      await transaction.query(fixedSql(THIRD_ROW_FAILS)).catch(() => undefined);
    });
    await expect(work).rejects.toMatchObject({ kind: 'geometry' });
    expect(await countOf(database, 'municipality')).toBe(0);
  });

  it('ends a script where it happens and undoes what came before', async () => {
    const { database } = get();
    const script = `${PLACES}; ${SECOND_STEP}; ${THIRD_ROW_FAILS}; delete from municipality where code = 'GM0002'`;
    const work = database.transaction(transaction => transaction.script(script));
    await expect(work).rejects.toMatchObject({ kind: 'geometry' });
    expect(await countOf(database, 'municipality')).toBe(0);
  });

  it('may happen more often than the engine can bear', async () => {
    const { database } = get();
    const fault = fixedSql(CORPUS['intersection of a bow-tie']);
    // Past the number after which the embedded engine is renewed, twice.
    for (let count = 0; count < 450; count += 1) {
      await expect(database.query(fault)).rejects.toMatchObject({ kind: 'geometry' });
    }
    expect(await database.query(sql`select 1 as one`)).toEqual([{ one: 1 }]);
  });
});

describeOnEachEngine('a transaction', get => {
  afterEach(() => truncateAll(get().database));

  it('is undone by what the work throws, which comes out as it is', async () => {
    const { database } = get();
    const work = database.transaction(async transaction => {
      await transaction.query(fixedSql(PLACES));
      throw new RangeError('changed my mind');
    });
    await expect(work).rejects.toThrow(RangeError);
    expect(await countOf(database, 'municipality')).toBe(0);
  });

  it('is undone by a refused statement that the work swallows', async () => {
    const { database } = get();
    const work = database.transaction(async transaction => {
      await transaction.query(fixedSql(PLACES));
      await transaction.query(fixedSql('select 1 / 0')).catch(() => undefined);
    });
    await expect(work).rejects.toMatchObject({ kind: 'refused' });
    expect(await countOf(database, 'municipality')).toBe(0);
  });

  it('gives its answer and keeps what it wrote', async () => {
    const { database } = get();
    const code = await database.transaction(async transaction => {
      await transaction.query(fixedSql(PLACES));
      const [row] = await transaction.query<{ code: string }>(sql`select code from municipality`);
      return row!.code;
    });
    expect(code).toBe('GM0001');
    expect(await countOf(database, 'municipality')).toBe(1);
  });

  it('refuses statements that go round it: on one session they would wait for each other', async () => {
    const { database } = get();
    const work = database.transaction(() => database.query(sql`select 1`));
    await expect(work).rejects.toMatchObject({ kind: 'refused' });
  });
});

describeOnEachEngine('a deadline', get => {
  it('ends a statement, and those that wait are answered', async () => {
    const { database } = get();
    const late = database.query(sql`select pg_sleep(30)`, { deadline: 200 });
    const patient = database.query(sql`select 1 as one`, { deadline: 60_000 });
    await expect(late).rejects.toMatchObject({ kind: 'deadline' });
    await expect(patient).resolves.toEqual([{ one: 1 }]);
  });

  it('ends a transaction that waits for something else, and undoes it', async () => {
    const { database } = get();
    const { promise: never } = Promise.withResolvers<void>();
    const work = database.transaction(
      async transaction => {
        await transaction.query(fixedSql(PLACES));
        await never;
      },
      { deadline: 200 },
    );
    await expect(work).rejects.toMatchObject({ kind: 'deadline' });
    expect(await countOf(database, 'municipality')).toBe(0);
  });
});
