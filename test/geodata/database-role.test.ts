import { randomBytes } from 'node:crypto';
import { expect, it } from 'vitest';
import { openDatabase } from '../../geodata/database/open.ts';
import { fixedSql, identifier, sql } from '../../geodata/database/sql.ts';
import { describeOnEachEngine, describeOnNative, openTestDatabase } from '../support/database.ts';

/** All that visitors' routes may read; whoever adds a table decides here as well. */
const OPEN = [
  'address',
  'allowed_site',
  'area',
  'base_feature',
  'building',
  'coverage',
  'dataset',
  'embed',
  'monitor_vacancy',
  'municipality',
  'published_area_tally',
  'published_cell',
  'published_scenario',
  'reference_date',
  'region',
  'revision',
  'series',
  'square',
  'street',
  'street_side',
  'theme',
];

/** Nobody but the server's own login. */
const SECRET = ['migration', 'session', 'sign_in_token'];

describeOnEachEngine('the role', get => {
  async function readable(role: 'visitor' | 'planner'): Promise<{ yes: string[]; no: string[] }> {
    const tables = await get().database.query<{ name: string }>(
      fixedSql(`select tablename::text as name from pg_tables where schemaname = 'kernkaart' order by 1`),
    );
    const yes: string[] = [];
    const no: string[] = [];
    for (const { name } of tables) {
      const asked = get()
        .database.as(role)
        .query(sql`select from ${identifier(name)}`);
      await asked.then(
        () => yes.push(name),
        error => {
          expect(error).toMatchObject({ kind: 'refused', cause: { code: '42501' } });
          no.push(name);
        },
      );
    }
    return { yes, no };
  }

  it('of visitors reads what is open and nothing else', async () => {
    const { yes, no } = await readable('visitor');
    expect(yes).toEqual(OPEN);
    expect(no).toEqual(
      expect.arrayContaining(['premises', 'observation', 'spell', 'session', 'rejected_row']),
    );
  });

  it('of planners reads everything but who is signed in', async () => {
    const { yes, no } = await readable('planner');
    // Tables of earlier revisions are there once something was kept.
    const isKept = (name: string) => name.startsWith('kept_') && name !== 'kept_revision';
    expect(no.filter(name => !isKept(name))).toEqual(SECRET);
    expect(yes.filter(isKept)).toEqual([]);
  });

  it.each(['visitor', 'planner'] as const)('of a %s writes nothing, and makes nothing', async role => {
    const { database } = get();
    for (const text of [
      `delete from municipality`,
      `update area set name = 'x'`,
      `insert into street select * from street`,
      `create table kernkaart.mine (id integer)`,
      `truncate municipality`,
    ]) {
      await expect(database.query(fixedSql(text), { role })).rejects.toMatchObject({ kind: 'refused' });
    }
  });

  it('of visitors finds what is shared by its key, and no list of it', async () => {
    const { database } = get();
    await database.query(sql`
      with base as (insert into scenario_base (sha256, base, ground, area, revision)
        values ('base', '{}', '{}', '{}', 1) returning sha256),
      draft as (insert into scenario (id, municipality, document, base)
        select 'draft', 'GM9901', '{}', sha256 from base returning id)
      insert into shared_scenario (scenario, key_hash, content) select id, 'hash', '{"title": "x"}' from draft`);
    const visitor = database.as('visitor');
    const found = (hash: string | null) =>
      visitor.query(sql`select shared_scenario_content(${hash}) as content`);
    expect(await found('hash')).toEqual([{ content: { title: 'x' } }]);
    for (const hash of ['other', '', '%', null]) expect(await found(hash)).toEqual([{ content: null }]);
    const [row] = await database.query<{ settings: string[]; secure: boolean; open: boolean }>(sql`
      select proconfig as settings, prosecdef as secure, has_function_privilege('public', oid, 'execute') as open
      from pg_proc where proname = 'shared_scenario_content'`);
    expect(row).toEqual({ settings: ['search_path=kernkaart, pg_temp'], secure: true, open: false });
  });

  it('of visitors is not led astray by a table of the same name', async () => {
    const work = get().database.transaction(async transaction => {
      await transaction.script(`create temporary table shared_scenario (key_hash text, content json) on commit drop;
        insert into shared_scenario values ('mine', '{"title": "mine"}')`);
      return transaction.query(sql`select shared_scenario_content('mine') as content`);
    });
    expect(await work).toEqual([{ content: null }]);
  });

  it('ends with the work: the next statement is the owner again', async () => {
    const { database } = get();
    await database.transaction(transaction => transaction.query(sql`select 1`), { role: 'visitor' });
    const [row] = await database.query<{ role: string; login: string }>(
      sql`select current_user::text as role, session_user::text as login`,
    );
    expect(row!.role).toBe(row!.login);
  });

  it('holds for every statement of a transaction', async () => {
    const work = get().database.transaction(transaction => transaction.query(sql`select from premises`), {
      role: 'visitor',
    });
    await expect(work).rejects.toMatchObject({ cause: { code: '42501' } });
  });
});

describeOnNative('a login of their own for visitors', () => {
  it('reads what is open, and has no way to more', async () => {
    const test = await openTestDatabase('native');
    const login = `kernkaart_test_${randomBytes(6).toString('hex')}`;
    const password = randomBytes(12).toString('hex');
    await test.database.query(
      fixedSql(`create role ${login} login password '${password}' in role kernkaart_visitor`),
    );
    const visitorUrl = Object.assign(new URL(test.options.databaseUrl!), { username: login, password }).href;
    const database = await openDatabase({ ...test.options, visitorUrl });
    try {
      const visitor = database.as('visitor');
      expect(
        await visitor.query(sql`select session_user::text as login, count(*) as areas from area`),
      ).toEqual([{ login, areas: 0 }]);
      await expect(visitor.query(sql`select from premises`)).rejects.toMatchObject({
        cause: { code: '42501' },
      });
      const work = database.transaction(transaction => transaction.query(sql`set role kernkaart_planner`), {
        role: 'visitor',
      });
      await expect(work).rejects.toMatchObject({ cause: { code: '42501' } });
      expect(await database.query(sql`select from premises`)).toEqual([]);
    } finally {
      await database.close();
      await test.database.query(fixedSql(`drop role ${login}`));
      await test.close();
    }
  });
});
