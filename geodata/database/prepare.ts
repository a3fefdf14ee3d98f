import { DatabaseFault, type Transaction } from './database.ts';
import { fixedSql } from './sql.ts';

/** Oldest versions whose SQL we write: PostgreSQL 15 and PostGIS 3.3. */
const LEAST_POSTGRESQL = 150_000;
const LEAST_POSTGIS = 303;

const EXTENSIONS = ['postgis', 'pg_trgm', 'unaccent', 'btree_gist', 'fuzzystrmatch'] as const;

/** Roles are of the whole cluster, so another database's migration may be making them at this very moment. */
const ROLES = `
do $$
declare
  wanted text;
begin
  foreach wanted in array array['kernkaart_visitor', 'kernkaart_planner'] loop
    if not exists (select from pg_roles where rolname = wanted) then
      begin
        execute format('create role %I nologin', wanted);
      exception when duplicate_object or unique_violation then
        null;
      end;
    end if;
    begin
      perform set_config('role', wanted, true);
      perform set_config('role', 'none', true);
    exception when insufficient_privilege then
      execute format('grant %I to %I', wanted, session_user);
    end;
  end loop;
end
$$`;

const SCHEMA = `
create schema if not exists kernkaart;
create table if not exists kernkaart.migration (
  number integer primary key,
  name text not null,
  applied_at timestamptz not null default now()
)`;

/**
 * What comes before the first migration: versions are looked at; extensions, roles and our schema are made.
 * @throws DatabaseFault of kind `refused` when the server is too old, or when the login may not do this; then
 *   the message holds the SQL for the database administrator
 */
export async function prepareDatabase(transaction: Transaction): Promise<void> {
  await checkServer(transaction);
  await step(transaction, 'make the extensions', () => makeExtensions(transaction));
  await checkPostgis(transaction);
  await step(transaction, 'make the roles', () => transaction.script(ROLES));
  await step(transaction, 'make the schema', () => makeSchema(transaction));
}

/** Looks first: `create schema if not exists` is refused without the right to make one, also when it is there. */
async function makeSchema(transaction: Transaction): Promise<void> {
  const [found] = await transaction.query<{ missing: boolean }>(
    fixedSql(`select to_regclass('kernkaart.migration') is null as missing`),
  );
  if (found!.missing) await transaction.script(SCHEMA);
}

async function checkServer(transaction: Transaction): Promise<void> {
  const [server] = await transaction.query<{ number: number; name: string; encoding: string }>(
    fixedSql(`select current_setting('server_version_num')::integer as number,
      current_setting('server_version') as name, current_setting('server_encoding') as encoding`),
  );
  if (server!.number < LEAST_POSTGRESQL) {
    throw new DatabaseFault('refused', `PostgreSQL ${server!.name} is too old: 15 or newer is needed.`);
  }
  if (server!.encoding !== 'UTF8') {
    throw new DatabaseFault('refused', `The database is in ${server!.encoding}: UTF8 is needed.`);
  }
}

async function makeExtensions(transaction: Transaction): Promise<void> {
  const present = await transaction.query<{ name: string; schema: string }>(
    fixedSql('select extname::text as name, extnamespace::regnamespace::text as schema from pg_extension'),
  );
  for (const name of EXTENSIONS) {
    const schema = present.find(extension => extension.name === name)?.schema;
    if (!schema) await transaction.script(`create extension if not exists ${name} schema public`);
    else if (schema !== 'public') {
      throw new DatabaseFault('refused', `Extension ${name} is in schema ${schema}: it is needed in public.`);
    }
  }
}

async function checkPostgis(transaction: Transaction): Promise<void> {
  const [postgis] = await transaction.query<{ version: string }>(
    fixedSql('select public.postgis_lib_version() as version'),
  );
  const [major = 0, minor = 0] = postgis!.version.split('.').map(Number);
  if (major * 100 + minor < LEAST_POSTGIS) {
    throw new DatabaseFault('refused', `PostGIS ${postgis!.version} is too old: 3.3 or newer is needed.`);
  }
}

async function step(transaction: Transaction, what: string, work: () => Promise<void>): Promise<void> {
  // Asked beforehand: after a refused statement the transaction answers nothing more.
  const [login] = await transaction.query<{ login: string; database: string }>(
    fixedSql('select quote_ident(session_user) as login, quote_ident(current_database()) as database'),
  );
  try {
    await work();
  } catch (error) {
    if (error instanceof DatabaseFault && error.kind === 'refused' && error.cause) {
      throw new DatabaseFault('refused', forAdministrator(what, error, login!.login, login!.database), {
        cause: error,
      });
    }
    throw error;
  }
}

function forAdministrator(what: string, error: DatabaseFault, login: string, database: string): string {
  return `Kernkaart could not ${what} (${error.message}).
Ask the database administrator to run this in database ${database}, then start again:
${EXTENSIONS.map(name => `  create extension if not exists ${name} schema public;`).join('\n')}
  create role kernkaart_visitor nologin;
  create role kernkaart_planner nologin;
  grant kernkaart_visitor, kernkaart_planner to ${login};
  grant create on database ${database} to ${login};`;
}
