import type { Transaction } from '../../database/database.ts';
import { sql } from '../../database/sql.ts';
import { opaqueId } from '../../import/opaque-id.ts';
import type { ListMatch } from '../../vocabulary/list-reason.ts';
import type { Reliability } from '../../vocabulary/series.ts';
import { type Entry, isLeftOut } from './entry.ts';

/** Where the rows of a round go. */
export interface EntryTarget {
  municipality: string;
  series: string;
  /** ISO. */
  referenceDate: string;
  dataset: string;
  round: string;
  /** ISO; of the round, so that what was corrected by hand stays newer. */
  recordedAt: string;
  recordedBy: string;
}

/** How sure an observation is by how its premises was found. */
const RELIABILITY: Readonly<Partial<Record<ListMatch, Reliability>>> = {
  'exact-id': 'high',
  'exact-address': 'high',
  near: 'medium',
};

const OBSERVATION = [
  'premises',
  'series',
  'reference_date',
  'status',
  'vacant_floor_area',
  'storey',
  'since_earliest',
  'since_latest',
  'reliability',
  'remark',
  'recorded_at',
  'recorded_by',
];

function* observationRows(entries: readonly Entry[], target: EntryTarget): Generator<unknown[]> {
  const { series, referenceDate, recordedAt, recordedBy } = target;
  for (const { premises, observed, match } of entries) {
    if (observed === null) continue;
    const { status, vacantFloorArea, storey, sinceEarliest, sinceLatest, remark } = observed;
    for (const id of premises)
      yield [
        id,
        series,
        referenceDate,
        status,
        vacantFloorArea,
        storey,
        sinceEarliest,
        sinceLatest,
        RELIABILITY[match!],
        remark,
        recordedAt,
        recordedBy,
      ];
  }
}

/** Id of a surveyed unit: its number is the survey's own. */
const unitId = (series: string, number: string): string => opaqueId('retail-unit', series, number);

async function writeUnits(
  transaction: Transaction,
  entries: readonly Entry[],
  target: EntryTarget,
): Promise<void> {
  const { municipality, series } = target;
  const rows = entries.flatMap(({ unit, premises }) =>
    unit === null ? [] : premises.map(id => ({ ...unit, id: unitId(series, unit.id), premises: id })),
  );
  if (rows.length === 0) return;
  await transaction.query(sql`
    with stated as (
      select distinct on (id) id, name, area from unnest(${rows.map(({ id }) => id)}::text[],
        ${rows.map(({ name }) => name)}::text[], ${rows.map(({ salesFloorArea }) => salesFloorArea)}::integer[])
        as unit (id, name, area) order by id)
    insert into retail_unit (id, municipality, series, name, sales_floor_area)
    select id, ${municipality}, ${series}, name, area from stated
    on conflict (id) do update set name = excluded.name, sales_floor_area = excluded.sales_floor_area`);
  await transaction.query(sql`
    insert into retail_unit_premises (retail_unit, premises)
    select distinct unit, premises from unnest(${rows.map(({ id }) => id)}::text[],
      ${rows.map(({ premises }) => premises)}::text[]) as link (unit, premises)
    on conflict do nothing`);
}

/** What was counted so far. */
export interface EntryCounts {
  read: number;
  loaded: number;
  rejected: number;
  leftOut: number;
  observations: number;
}

/** Nothing counted yet. */
export const noEntries = (): EntryCounts => ({
  read: 0,
  loaded: 0,
  rejected: 0,
  leftOut: 0,
  observations: 0,
});

/** Adds rows to counts. Read is what stands below the heading. */
export function countEntries(counts: EntryCounts, entries: readonly Entry[]): void {
  for (const { role, reason, premises } of entries) {
    if (role === 'above') continue;
    counts.read += 1;
    if (reason === null) {
      counts.loaded += 1;
      counts.observations += premises.length;
    } else if (isLeftOut(reason)) counts.leftOut += 1;
    else counts.rejected += 1;
  }
}

/**
 * Writes rows of a round: what was observed, the rows as they stand in the file, and those that were not loaded.
 * @param before how many were rejected or left out before these
 */
export async function writeEntries(
  transaction: Transaction,
  entries: readonly Entry[],
  target: EntryTarget,
  before: number,
): Promise<void> {
  await transaction.copy('observation', OBSERVATION, observationRows(entries, target));
  await writeUnits(transaction, entries, target);
  await transaction.copy(
    'observation_round_row',
    ['round', 'dataset', 'number', 'role', 'cells', 'premises', 'match', 'reason', 'doubts'],
    entries.map(({ number, role, cells, premises, match, reason, doubts }) => [
      target.round,
      target.dataset,
      number,
      role,
      JSON.stringify(cells),
      premises.length === 0 ? null : premises,
      match,
      reason,
      doubts,
    ]),
  );
  const refused = entries.filter(({ reason }) => reason !== null);
  await transaction.copy(
    'rejected_row',
    ['dataset', 'number', 'kind', 'reference', 'reason', 'detail', 'original'],
    refused.map(({ number, reason, detail, cells }, index) => [
      target.dataset,
      before + index + 1,
      'row',
      `row ${number}`,
      reason,
      detail,
      JSON.stringify(cells),
    ]),
  );
}
