import type { Transaction } from '../database/database.ts';
import { sql } from '../database/sql.ts';
import type { ImportContext } from './context.ts';
import { finishImport } from './finish.ts';
import { ImportError } from './import-error.ts';
import { keepRevision } from './keep.ts';
import { OBSERVED_TABLES } from './kept-tables.ts';

/** What somebody knows better of one premises on one reference date of a series. Dates are ISO, areas m2; null: not known. */
export interface ObservedCorrection {
  premises: string;
  series: string;
  referenceDate: string;
  /** Code of a status. */
  status: string;
  vacantFloorArea: number | null;
  sinceEarliest: string | null;
  sinceLatest: string | null;
  remark: string | null;
  reason: string;
}

/** Evidence that planners record themselves; registers and surveys of others are corrected where they are kept. */
const CORRECTABLE = ['own-list', 'reported', 'surveyed'];

function fault(code: string, nl: string, en: string): ImportError {
  return new ImportError({ code, nl, en });
}

async function requireSeries(
  transaction: Transaction,
  { series, referenceDate }: ObservedCorrection,
): Promise<string> {
  const [row] = await transaction.query<{ municipality: string; evidence: string; dated: boolean }>(sql`
    select municipality, evidence, exists (
      select from reference_date where series = ${series} and date = ${referenceDate}) as dated
    from series where id = ${series}`);
  if (!row?.dated)
    throw fault(
      'correction-without-date',
      'Deze bron heeft die peildatum niet.',
      'This source does not have that reference date.',
    );
  if (!CORRECTABLE.includes(row.evidence))
    throw fault(
      'correction-of-register',
      'Deze bron wordt elders bijgehouden. Meld de fout daar; hier kan uw eigen lijst worden verbeterd.',
      'This source is kept elsewhere. Report the mistake there; here your own list can be corrected.',
    );
  return row.municipality;
}

/**
 * Records a correction as a newer observation, in one transaction with a new revision; what was observed before stays.
 * @returns the revision; undefined when there is no such premises in the municipality of the series
 * @throws ImportError `correction-...`
 */
export function correctObservation(
  context: Pick<ImportContext, 'database' | 'madeBy' | 'software' | 'publish'>,
  correction: ObservedCorrection,
): Promise<number | undefined> {
  const { premises, series, referenceDate, status, vacantFloorArea, sinceEarliest, sinceLatest, remark } =
    correction;
  return context.database.transaction(
    async transaction => {
      const municipality = await requireSeries(transaction, correction);
      const [known] = await transaction.query(sql`
        select 1 as known from premises where id = ${premises} and municipality = ${municipality}`);
      if (known === undefined) return undefined;
      const kept = await keepRevision(transaction, municipality, OBSERVED_TABLES);
      await transaction.query(sql`
        insert into observation (premises, series, reference_date, status, vacant_floor_area, since_earliest,
          since_latest, reliability, remark, reason, recorded_by)
        values (${premises}, ${series}, ${referenceDate}, ${status}, ${vacantFloorArea}, ${sinceEarliest},
          ${sinceLatest}, 'high', ${remark}, ${correction.reason}, ${context.madeBy})`);
      return finishImport(transaction, context, {
        municipality,
        reason: 'Correction of one premises',
        kept,
      });
    },
    { deadline: 300_000, priority: 'background' },
  );
}
