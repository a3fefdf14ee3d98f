import type { Session } from '../../geodata/database/database.ts';
import { fixedSql, sql } from '../../geodata/database/sql.ts';
import type { DataRevision, ImportJob } from '../contract/import-job.ts';

const COLUMNS =
  fixedSql(`id, municipality, source, file_name as "fileName", bytes, state, options, preview, step,
  progress, result, fault, made_at as "madeAt", updated_at as "updatedAt", made_by as "madeBy"`);

type JobRow = ImportJob & Record<string, unknown>;

/** An import; undefined when there is none of that id. */
export async function importJobById(session: Session, id: string): Promise<ImportJob | undefined> {
  const [job] = await session.query<JobRow>(sql`select ${COLUMNS} from import_job where id = ${id}`);
  return job;
}

/** The last imports, newest first. */
export const importJobs = (session: Session, limit: number): Promise<ImportJob[]> =>
  session.query<JobRow>(sql`select ${COLUMNS} from import_job order by made_at desc, id limit ${limit}`);

/** What an import begins with. */
export type NewJob = Pick<
  ImportJob,
  'id' | 'municipality' | 'source' | 'fileName' | 'bytes' | 'state' | 'madeBy'
> & {
  sha256: string;
};

/** Writes a new import down. */
export async function addImportJob(session: Session, job: NewJob): Promise<ImportJob> {
  const [row] = await session.query<JobRow>(sql`
    insert into import_job (id, municipality, source, file_name, bytes, sha256, state, made_by)
    values (${job.id}, ${job.municipality}, ${job.source}, ${job.fileName}, ${job.bytes}, ${job.sha256},
      ${job.state}, ${job.madeBy})
    returning ${COLUMNS}`);
  return row!;
}

/** Writes down how an import is. */
export async function saveImportJob(session: Session, job: ImportJob): Promise<void> {
  const { id, municipality, source, state, options, preview, step, progress, result, fault } = job;
  await session.query(sql`
    update import_job set municipality = ${municipality}, source = ${source}, state = ${state},
      options = ${options}, preview = ${preview}, step = ${step}, progress = ${progress}, result = ${result},
      fault = ${fault}, updated_at = now()
    where id = ${id}`);
}

/** Imports that ran when their process ended say so; nothing of them was loaded. @returns their ids */
export async function interruptImportJobs(session: Session, fault: ImportJob['fault']): Promise<string[]> {
  const rows = await session.query<{ id: string }>(sql`
    update import_job set state = 'failed', fault = ${fault}, updated_at = now()
    where state in ('looking', 'running') returning id`);
  return rows.map(({ id }) => id);
}

/** Imports that nobody went on with for a week are called off. @returns ids of those that are still open */
export async function expireImportJobs(session: Session, days: number): Promise<string[]> {
  await session.query(sql`
    update import_job set state = 'cancelled', updated_at = now()
    where state in ('asking', 'waiting') and updated_at < now() - make_interval(days => ${days}::integer)`);
  const rows = await session.query<{ id: string }>(
    sql`select id from import_job where state in ('asking', 'waiting')`,
  );
  return rows.map(({ id }) => id);
}

/** Revisions of a municipality, newest first. */
export async function dataRevisions(session: Session, municipality: string): Promise<DataRevision[]> {
  return session.query<DataRevision & Record<string, unknown>>(sql`
    select r.number, r.reason, r.made_at as "madeAt", r.made_by as "madeBy", r.software,
      r.number = m.revision as current, k.revision is not null as restorable, r.changes
    from revision r left join municipality m on m.code = r.municipality
    left join kept_revision k on k.revision = r.number
    where r.municipality = ${municipality} order by r.number desc limit 50`);
}
