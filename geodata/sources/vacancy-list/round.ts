import type { Session, Transaction } from '../../database/database.ts';
import { sql } from '../../database/sql.ts';
import { opaqueId } from '../../import/opaque-id.ts';
import type { CoverageAnswer } from './answers.ts';
import { listFault } from './list-fault.ts';
import type { ListLayout } from './list-file.ts';
import type { ListColumn } from './table.ts';

/** A round as it is kept beside what was observed. */
export interface Round {
  municipality: string;
  series: string;
  /** ISO. */
  referenceDate: string;
  dataset: string;
  coverage: CoverageAnswer;
  layout: KeptLayout;
}

/** How the file was laid out and what its columns were taken for. */
export interface KeptLayout {
  file: ListLayout;
  fileName: string;
  columns: ListColumn[];
  headerRow: number;
}

/** Id of the round of a series on a date. */
export const roundId = (series: string, referenceDate: string): string =>
  opaqueId('observation-round', series, referenceDate);

/** @throws ImportError when an area of the coverage is not there: the round would say less than somebody thinks */
export async function checkAreas(
  session: Session,
  municipality: string,
  { areas }: CoverageAnswer,
): Promise<void> {
  if (areas === null) return;
  const missing = await session.query<{ id: string }>(sql`
    select wanted.id from unnest(${areas}::text[]) as wanted (id)
    where not exists (select from area where area.id = wanted.id and area.municipality = ${municipality})`);
  if (missing.length > 0) throw listFault('list-area-unknown', missing.map(({ id }) => id).join(', '));
}

/** When the round was recorded first: by an import of it, or by whatever put its date there. */
async function firstRecorded(transaction: Transaction, { series, referenceDate }: Round): Promise<string> {
  const [row] = await transaction.query<{ at: string }>(sql`
    select coalesce(
      (select first_recorded_at from observation_round
        where series = ${series} and reference_date = ${referenceDate}),
      (select min(recorded_at) from observation
        where series = ${series} and reference_date = ${referenceDate} and reason is null),
      (select min(recorded_at) - interval '1 second' from observation
        where series = ${series} and reference_date = ${referenceDate}),
      now()) as at`);
  return row!.at;
}

/** Takes away what an earlier file said of the round; what was corrected by hand stays. */
async function removeBefore(
  transaction: Transaction,
  { series, referenceDate, dataset }: Round,
): Promise<void> {
  const ofRound = sql`series = ${series} and reference_date = ${referenceDate}`;
  await transaction.query(sql`delete from observation where ${ofRound} and reason is null`);
  await transaction.query(sql`delete from coverage where ${ofRound}`);
  const before = await transaction.query<{ dataset: string }>(sql`
    select dataset from observation_round where ${ofRound}
    union select dataset from observation_round_row where round = ${roundId(series, referenceDate)}`);
  await transaction.query(sql`delete from observation_round where ${ofRound}`);
  for (const { dataset: old } of before) {
    // Whatever hangs on the dataset that goes, goes with it: the series must not.
    await transaction.query(sql`update series set dataset = ${dataset} where dataset = ${old}`);
    await transaction.query(sql`delete from dataset where id = ${old}`);
  }
}

/**
 * Puts a round in the place of the one of the same series and date: its date and what was looked at. Observations follow.
 * @returns when its observations count as recorded (ISO)
 */
export async function writeRound(transaction: Transaction, round: Round): Promise<string> {
  const { municipality, series, referenceDate, dataset, coverage, layout } = round;
  const recordedAt = await firstRecorded(transaction, round);
  await removeBefore(transaction, round);
  await transaction.query(sql`
    insert into reference_date (series, date) values (${series}, ${referenceDate}) on conflict do nothing`);
  const { areas, functions, leastFloorArea } = coverage;
  // As the areas are now: what was looked at does not change when an area is drawn anew.
  const where =
    areas === null
      ? sql`select null::geometry(MultiPolygon, 28992) as geom`
      : sql`select geom from area where municipality = ${municipality} and id = any(${areas}::text[]) order by id`;
  await transaction.query(sql`
    insert into coverage (series, reference_date, geom, functions, least_floor_area)
    select ${series}, ${referenceDate}::date, geom, ${functions}::text[], ${leastFloorArea}::integer
    from (${where}) looked_at`);
  await transaction.query(sql`
    insert into observation_round (id, series, reference_date, dataset, coverage, layout, first_recorded_at)
    values (${roundId(series, referenceDate)}, ${series}, ${referenceDate}, ${dataset},
      ${JSON.stringify(coverage)}::jsonb, ${JSON.stringify(layout)}::jsonb, ${recordedAt}::timestamptz)`);
  return recordedAt;
}
