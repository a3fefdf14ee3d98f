import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { promisify } from 'node:util';
import type { Database } from '../../geodata/database/database.ts';
import { finishImport } from '../../geodata/import/finish.ts';
import { publishFigures } from '../../server/policy/publish.ts';
import { writeBagFile } from './ground/bag-file.ts';
import type { Bench } from './ground/bench.ts';
import { timed } from './ground/clock.ts';
import { type Ground, newGround, openGround } from './ground/engine.ts';

/** Takes minutes and some gigabytes on disk. */
export const byNameOnly = true;

/** Verblijfsobjecten, and as many panden. */
const ROWS = Number(process.env.BENCH_BAG_ROWS ?? 1_000_000);
/** Of a town, on the embedded engine, and the seconds that it may take. */
const TOWN = 50_000;
const TOWN_SECONDS = 60;
/** Least share of the rate of ogr2ogr, most share of its time, and most megabytes of our process. */
const LEAST_RATE = 0.9;
const MOST_TIME = 1.25;
const MOST_MEGABYTES = 600;

const run = promisify(execFile);
const RUNNER = path.join(import.meta.dirname, 'ground/bag-run.ts');

interface Run {
  seconds: number;
  rows: number;
  megabytes: number;
}

async function ours(mode: 'raw' | 'whole', file: string, where: string): Promise<Run> {
  const { stdout, stderr } = await run(process.execPath, [RUNNER, mode, file, where], { maxBuffer: 1e7 });
  process.stderr.write(stderr);
  return JSON.parse(stdout.trim().split('\n').at(-1)!) as Run;
}

/** ogr2ogr with COPY of both layers into plain tables, without indexes. */
async function ogr2ogr(file: string, url: string): Promise<number> {
  const { hostname, port, pathname, username, password } = new URL(url);
  const server = `PG:host=${hostname} port=${port || 5432} dbname=${pathname.slice(1)} user=${username} password=${password}`;
  const options = [
    '-lco',
    'SPATIAL_INDEX=NONE',
    '-lco',
    'SCHEMA=public',
    '-lco',
    'GEOMETRY_NAME=geom',
    '-nlt',
    'GEOMETRY',
  ];
  const settings = ['--config', 'PG_USE_COPY', 'YES'];
  const command = ['-f', 'PostgreSQL', server, file, ...options, ...settings];
  return (await timed(() => run('ogr2ogr', command))).milliseconds / 1000;
}

/** From the tables of ogr2ogr to ours by SQL alone: what the adapter does on the way, for the rows of these files. */
const FROM_OGR = `
  insert into bag_premises (id, bag_id, occurrence, function, purposes, floor_area, address, main, secondary, buildings, geom,
      street, number, letter, addition, postcode, place, label, search)
    select identificatie, identificatie, 0,
      case gebruiksdoel when 'winkelfunctie' then 'retail' when 'kantoorfunctie' then 'office' else 'housing' end,
      string_to_array(gebruiksdoel, ','), nullif(oppervlakte, 999999),
      left(encode(sha256(convert_to('address|GM9001|' || lower(openbare_ruimte_naam || '|' || door || '|' || woonplaats_naam), 'UTF8')), 'hex'), 20),
      nummeraanduiding_hoofdadres_identificatie, '{}', string_to_array(pand_identificatie, ','), geom,
      openbare_ruimte_naam, huisnummer, coalesce(huisletter, ''), coalesce(toevoeging, ''), postcode, woonplaats_naam,
      openbare_ruimte_naam || ' ' || door || ' ' || woonplaats_naam,
      lower(openbare_ruimte_naam || ' ' || door || ' ' || woonplaats_naam)
    from public.verblijfsobject
    cross join lateral (select huisnummer || coalesce(huisletter, '') || coalesce('-' || toevoeging, '') as door) d
    where status in ('Verblijfsobject in gebruik', 'Verblijfsobject in gebruik (niet ingemeten)', 'Verbouwing verblijfsobject');
  insert into bag_building (id, occurrence, year, status, geom)
    select identificatie, 0, nullif(bouwjaar, 9999), 'in-use', geom from public.pand where status = 'Pand in gebruik'`;

const sqlOf = (name: string): Promise<string> =>
  readFile(new URL(`../../geodata/sources/bag/${name}`, import.meta.url), 'utf8');

/** What ogr2ogr leaves to be done, in the statements of our own load: the same indexes and roll-ups on both sides. */
async function restByOgr(database: Database): Promise<void> {
  await database.transaction(
    async transaction => {
      await transaction.script(await sqlOf('stage.sql'));
      await transaction.script(`
        insert into municipality (code, name, extent) values ('GM9001', 'Grootstad', ST_MakeEnvelope(0, 0, 1, 1, 28992));
        insert into dataset (id, municipality, source, title, owner, licence, attribution, imported_by, revision, read_count,
            loaded_count, rejected_count) values ('d', 'GM9001', 'bag', '', '', '', '', '', 0, 0, 0, 0);
        insert into bag_import values ('GM9001', 'Grootstad', true, 'd', '2026-01-08', '', '{building,premises,address}', false, false)`);
      await transaction.script(FROM_OGR);
      for (const name of ['load.sql', 'place.sql', 'merge.sql', 'checks.sql'])
        await transaction.script(await sqlOf(name));
      await finishImport(
        transaction,
        { publish: publishFigures, madeBy: 'bench', software: 'bench' },
        { municipality: 'GM9001', reason: 'bench' },
      );
    },
    { deadline: 3_600_000, priority: 'background' },
  );
}

/** An autovacuum worker in a large database may not be ended by a login like ours, but is gone in a while. */
async function remove(ground: Ground, attempts = 120): Promise<void> {
  try {
    await ground.remove();
  } catch (error) {
    if (attempts === 1 || (error as { code?: string }).code !== '42501') throw error;
    await sleep(1_000);
    await remove(ground, attempts - 1);
  }
}

/** Runs the work on a database of its own. */
async function onGround<T>(
  engine: Database['engine'],
  work: (where: string, database: Database) => Promise<T>,
): Promise<T> {
  const ground = await newGround(engine);
  const database = await openGround(ground);
  const { options } = ground;
  try {
    // The embedded engine takes one process at a time.
    if (engine === 'embedded') await database.close();
    return await work('databaseUrl' in options ? options.databaseUrl! : options.dataDir, database);
  } finally {
    if (engine === 'native') await database.close();
    await remove(ground);
  }
}

async function native(file: string, half: string, add: Bench['add']): Promise<void> {
  const raw = { ours: [] as Run[], ogr: [] as number[] };
  // By turns, the first of each not counted: whatever else the machine does strikes both alike.
  for (let round = 0; round < 3; round += 1) {
    raw.ogr.push(await onGround('native', where => ogr2ogr(file, where)));
    raw.ours.push(await onGround('native', where => ours('raw', file, where)));
  }
  const best = (values: number[]) => Math.min(...values.slice(1));
  const rows = raw.ours[0]!.rows;
  const ogrRate = rows / best(raw.ogr);
  const megabytes = Math.max(...raw.ours.map(each => each.megabytes));
  add({
    what: `BAG GeoPackage of ${rows} rows into plain tables`,
    value: rows / best(raw.ours.map(({ seconds }) => seconds)),
    unit: 'rows/s',
    yardstick: { what: 'ogr2ogr with COPY', value: ogrRate },
    target: Math.round(LEAST_RATE * ogrRate),
  });
  const less = await onGround('native', where => ours('raw', half, where));
  add({
    what: 'the same, peak memory of our process',
    value: megabytes,
    unit: 'MB',
    yardstick: { what: 'with half the rows', value: less.megabytes },
    target: MOST_MEGABYTES,
  });
  const whole = await onGround('native', where => ours('whole', file, where));
  const seconds = await onGround('native', async (where, database) => {
    const reading = await ogr2ogr(file, where);
    return reading + (await timed(() => restByOgr(database))).milliseconds / 1000;
  });
  add({
    what: `BAG of a municipality of ${whole.rows} objects, end to end`,
    value: whole.seconds,
    unit: 's',
    yardstick: { what: 'ogr2ogr, then the same SQL and roll-ups', value: seconds },
    target: Math.round(MOST_TIME * seconds),
  });
  add({ what: 'the same, peak memory of our process', value: whole.megabytes, unit: 'MB' });
}

/** The BAG by its GeoPackage: raw and end to end beside ogr2ogr on native, a town on the embedded engine. */
export default async function importingBag({ engine, add }: Bench): Promise<void> {
  const folder = await mkdtemp(path.join(tmpdir(), 'kernkaart-bag-'));
  const file = (name: string, rows: number): string => {
    const at = path.join(folder, name);
    writeBagFile({ path: at, rows });
    return at;
  };
  try {
    if (engine === 'native') {
      await native(file('whole.gpkg', ROWS), file('half.gpkg', Math.ceil(ROWS / 2)), add);
      return;
    }
    const town = file('town.gpkg', TOWN);
    const { seconds, megabytes } = await onGround('embedded', where => ours('whole', town, where));
    add({ what: `BAG of a town of ${TOWN} premises`, value: seconds, unit: 's', target: TOWN_SECONDS });
    add({ what: 'the same, peak memory with the engine in it', value: megabytes, unit: 'MB' });
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
