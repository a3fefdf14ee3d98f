import type { Session } from '../../database/database.ts';
import { sql } from '../../database/sql.ts';
import type { ImportChange } from '../../import/source.ts';
import type { Entry } from './entry.ts';

interface Before {
  premises: string;
  status: string;
  earliest: string | null;
  latest: string | null;
}

/** What the last round said: of the same date where there is one, else of the last date before. */
const roundBefore = (session: Session, series: string, referenceDate: string): Promise<Before[]> =>
  session.query<Before & Record<string, unknown>>(sql`
    select distinct on (premises) premises, status, since_earliest as earliest, since_latest as latest
    from observation where series = ${series} and reference_date = (
      select max(date) from reference_date where series = ${series} and date <= ${referenceDate}::date)
    order by premises, recorded_at desc, id desc`);

/**
 * What a list says otherwise than the round before: premises that come onto it, go from it, or have another status or start.
 * @param stays what is not on the list stays: the file only adds to a round
 */
export async function changesOf(
  session: Session,
  entries: readonly Entry[],
  series: string,
  referenceDate: string,
  stays: boolean,
): Promise<ImportChange> {
  const before = new Map((await roundBefore(session, series, referenceDate)).map(row => [row.premises, row]));
  const change: ImportChange = { kind: 'observation', added: 0, changed: 0, removed: 0, unchanged: 0 };
  const listed = new Set<string>();
  for (const { premises, observed } of entries) {
    for (const id of premises) {
      listed.add(id);
      const old = before.get(id);
      const isSame = old?.status === observed!.status && old.earliest === observed!.sinceEarliest;
      change[old === undefined ? 'added' : isSame ? 'unchanged' : 'changed'] += 1;
    }
  }
  change.removed = stays ? 0 : [...before.keys()].filter(id => !listed.has(id)).length;
  return change;
}
