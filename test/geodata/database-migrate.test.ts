import { randomBytes } from 'node:crypto';
import { readdir } from 'node:fs/promises';
import { expect, it } from 'vitest';
import { migrate } from '../../geodata/database/migrate.ts';
import { openDatabase } from '../../geodata/database/open.ts';
import { fixedSql, sql } from '../../geodata/database/sql.ts';
import { describeOnEachEngine, describeOnNative, openTestDatabase } from '../support/database.ts';

const MIGRATIONS = new URL('../../geodata/schema/migrations/', import.meta.url);

describeOnEachEngine('migrating', get => {
  it('applies every file once, also when two start at the same time', async () => {
    const { database, options } = get();
    await database.query(sql`drop schema kernkaart cascade`);
    const other = database.engine === 'native' ? await openDatabase(options) : database;
    await Promise.all([migrate(database), migrate(other)]);
    if (other !== database) await other.close();
    const applied = await database.query<{ name: string }>(sql`select name from migration order by number`);
    expect(applied.map(({ name }) => name)).toEqual((await readdir(MIGRATIONS)).sort());
  });

  it('changes nothing when there is nothing to do', async () => {
    const { database } = get();
    const before = await database.query(sql`select * from migration order by number`);
    await database.query(sql`insert into session (hash, role, expires_at) values ('kept', 'planner', now())`);
    await migrate(database);
    expect(await database.query(sql`select * from migration order by number`)).toEqual(before);
    expect(await database.query(sql`select hash from session`)).toEqual([{ hash: 'kept' }]);
  });

  it('takes back a right that is no longer listed', async () => {
    const { database } = get();
    await database.query(sql`grant select on premises to kernkaart_visitor`);
    expect(await database.as('visitor').query(sql`select from premises`)).toEqual([]);
    await migrate(database);
    await expect(database.as('visitor').query(sql`select from premises`)).rejects.toMatchObject({
      cause: { code: '42501' },
    });
  });

  it('refuses a database that a newer version has made', async () => {
    const { database } = get();
    await database.query(sql`insert into migration (number, name) values (9999, '9999-later.sql')`);
    await expect(migrate(database)).rejects.toThrow(/at schema 9999, made by a newer Kernkaart/);
    await database.query(sql`delete from migration where number = 9999`);
  });
});

describeOnNative('migrating without the rights for it', () => {
  it('says what the database administrator is to run', async () => {
    const test = await openTestDatabase('native');
    const login = `kernkaart_test_${randomBytes(6).toString('hex')}`;
    const password = randomBytes(12).toString('hex');
    await test.database.query(sql`drop schema kernkaart cascade`);
    await test.database.query(fixedSql(`create role ${login} login password '${password}'`));
    const url = Object.assign(new URL(test.options.databaseUrl!), { username: login, password }).href;
    const poor = await openDatabase({ ...test.options, databaseUrl: url });
    try {
      const error = await migrate(poor).catch(fault => fault);
      expect(error).toMatchObject({ name: 'DatabaseFault', kind: 'refused' });
      expect(error.message).toContain(`grant kernkaart_visitor, kernkaart_planner to ${login};`);
      // Done as asked, the next start succeeds.
      const [name] = await test.database.query<{ name: string }>(
        sql`select current_database()::text as name`,
      );
      await test.database.query(fixedSql(`grant kernkaart_visitor, kernkaart_planner to ${login}`));
      await test.database.query(fixedSql(`grant create on database ${name!.name} to ${login}`));
      await migrate(poor);
      expect(await poor.as('visitor').query(sql`select from area`)).toEqual([]);
    } finally {
      await poor.close();
      await test.database.query(fixedSql(`drop owned by ${login} cascade`)).catch(() => undefined);
      await test.close();
      await dropLogin(login);
    }
  });
});

async function dropLogin(login: string): Promise<void> {
  const owner = await openDatabase({ databaseUrl: process.env.TEST_DATABASE_URL!, dataDir: '.' });
  await owner.query(fixedSql(`drop role ${login}`));
  await owner.close();
}
