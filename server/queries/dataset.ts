import type { Session } from '../../geodata/database/database.ts';
import { NO_SQL, sql } from '../../geodata/database/sql.ts';
import type { Dataset, RejectedRowAsItStood, RejectedRows } from '../contract/dataset.ts';

/** Datasets, newest first. @param municipality only this one's */
export async function datasets(session: Session, municipality?: string): Promise<Dataset[]> {
  const ofMunicipality = municipality === undefined ? NO_SQL : sql`where municipality = ${municipality}`;
  return session.query<Dataset & Record<string, unknown>>(sql`
    select id, municipality, source, title, owner, licence, attribution,
      reference_date as "referenceDate", imported_at as "importedAt", revision,
      read_count as read, loaded_count as loaded, rejected_count as rejected
    from dataset ${ofMunicipality} order by imported_at desc, id`);
}

/** A page of rows that were not loaded, without the address of the next; undefined when there is no such dataset. */
export async function rejectedRows(
  session: Session,
  id: string,
  { limit, after = -1 }: { limit: number; after?: number | undefined },
): Promise<Omit<RejectedRows, 'next'> | undefined> {
  const [dataset] = await session.query(sql`select id from dataset where id = ${id}`);
  if (dataset === undefined) return undefined;
  const reasons = await session.query<RejectedRows['reasons'][number]>(sql`
    select kind, reason, sum(objects) as count from rejected_row where dataset = ${id}
    group by kind, reason order by sum(objects) desc, kind, reason`);
  const rows = await session.query<RejectedRows['rows'][number]>(sql`
    select number, kind, reference, reason, detail from rejected_row
    where dataset = ${id} and number > ${after} order by number limit ${limit}`);
  return { dataset: id, reasons, rows };
}

/** Every row of a dataset that was not loaded, and what source it is of; undefined when there is no such dataset. */
export async function everyRejectedRow(
  session: Session,
  id: string,
): Promise<{ source: string; rows: RejectedRowAsItStood[] } | undefined> {
  const [dataset] = await session.query<{ source: string }>(sql`select source from dataset where id = ${id}`);
  if (dataset === undefined) return undefined;
  const rows = await session.query<RejectedRowAsItStood & Record<string, unknown>>(sql`
    select number, kind, reference, reason, detail, original from rejected_row
    where dataset = ${id} order by number`);
  return { source: dataset.source, rows };
}

/** The observation round that a dataset is; undefined where it is none. */
export async function roundOfDataset(session: Session, dataset: string): Promise<string | undefined> {
  const [round] = await session.query<{ id: string }>(
    sql`select id from observation_round where dataset = ${dataset}`,
  );
  return round?.id;
}
