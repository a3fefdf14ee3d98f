import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Database } from '../../geodata/database/database.ts';
import { openDatabase } from '../../geodata/database/open.ts';
import { sql } from '../../geodata/database/sql.ts';
import { describeOnNative, openTestDatabase, type TestDatabase } from '../support/database.ts';
import { Line } from '../support/line.ts';

const ONE = sql`select 1 as one`;

describeOnNative('a native server that goes away', () => {
  let test: TestDatabase;
  let line: Line;
  let database: Database;

  beforeAll(async () => {
    test = await openTestDatabase('native');
    const address = new URL(test.options.databaseUrl!);
    line = new Line({ host: address.hostname, port: Number(address.port || 5432) });
    await line.mend();
    address.host = `127.0.0.1:${line.port}`;
    database = await openDatabase({ ...test.options, databaseUrl: address.href });
  });

  afterAll(async () => {
    await database?.close();
    await line?.cut();
    await test?.close();
  });

  it('is unavailable while it is gone, and answers again when it is back', async () => {
    expect(await database.query(ONE)).toEqual([{ one: 1 }]);
    const running = database.query(sql`select pg_sleep(30)`).catch(error => error);
    await database.query(ONE);
    await line.cut();
    expect(await running).toMatchObject({ kind: 'unavailable' });
    await expect(database.query(ONE)).rejects.toMatchObject({ kind: 'unavailable' });
    await expect(database.as('planner').query(ONE)).rejects.toMatchObject({ kind: 'unavailable' });
    await line.mend();
    expect(await database.query(ONE)).toEqual([{ one: 1 }]);
    expect(await database.as('planner').query(ONE)).toEqual([{ one: 1 }]);
  });

  it('gives up in time when it is silent, and answers again', async () => {
    await database.query(ONE);
    line.freeze();
    await expect(database.query(ONE, { deadline: 200 })).rejects.toMatchObject({ kind: 'deadline' });
    await expect(database.query(ONE, { deadline: 200 })).rejects.toMatchObject({ kind: 'unavailable' });
    await line.cut();
    await line.mend();
    expect(await database.query(ONE)).toEqual([{ one: 1 }]);
  });

  it('may end a session in the middle of a statement', async () => {
    // A duration of its own: the session that was cut off above may still be asleep.
    const running = database.query(sql`select pg_sleep(29)`).catch(error => error);
    const ended = async () => {
      const [row] = await test.database.query<{ ended: number }>(sql`
        select count(pg_terminate_backend(pid)) as ended from pg_stat_activity
        where datname = current_database() and query = 'select pg_sleep(29)'`);
      return row!.ended;
    };
    await expect.poll(ended, { timeout: 10_000 }).toBeGreaterThan(0);
    expect(await running).toMatchObject({ kind: 'unavailable' });
    expect(await database.query(ONE)).toEqual([{ one: 1 }]);
  });

  it('loses a transaction as a whole', async () => {
    const work = database.transaction(async transaction => {
      await transaction.query(
        sql`insert into session (hash, role, expires_at) values ('a', 'planner', now())`,
      );
      await line.cut();
      await transaction.query(ONE);
    });
    await expect(work).rejects.toMatchObject({ kind: 'unavailable' });
    await line.mend();
    expect(await database.query(sql`select from session`)).toEqual([]);
  });
});

describeOnNative('a wrong address', () => {
  it.each([
    ['password', (url: URL) => Object.assign(url, { password: 'wrong-secret' })],
    ['port', (url: URL) => Object.assign(url, { port: '1' })],
    ['database', (url: URL) => Object.assign(url, { pathname: '/not_there' })],
  ])('is said in one sentence without secrets: %s', async (_, change) => {
    const url = change(new URL(process.env.TEST_DATABASE_URL!)).href;
    const opening = openDatabase({ databaseUrl: url, dataDir: '.' });
    const error = await opening.catch(fault => fault);
    expect(error).toMatchObject({ kind: 'unavailable' });
    expect(error.message).toMatch(/^Cannot use the database \S+ on \S+ as \S+: .+$/);
    expect(error.message).not.toContain(`:${new URL(url).password}`);
  });
});

it('says so when the address of the database is none', async () => {
  const opening = openDatabase({ databaseUrl: 'kernkaart', dataDir: '.' });
  await expect(opening).rejects.toThrow(/^Cannot use the database at that address/);
});
