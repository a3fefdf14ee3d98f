import type { Cell } from '../../formats/cell.ts';
import type { ListDoubtCode, ListMatch, ListReasonCode } from '../../vocabulary/list-reason.ts';
import { LIST_REASONS } from '../../vocabulary/list-reason.ts';
import type { StatusCode } from '../../vocabulary/status.ts';
import type { BlankStatus } from './answers.ts';
import type { RowRole } from './list-row.ts';
import type { ReadRow, Refused } from './read-row.ts';

/** What is observed of each premises that a row names. ISO dates, m2; null: not known. */
export interface Observed {
  status: StatusCode;
  vacantFloorArea: number | null;
  storey: number | null;
  sinceEarliest: string | null;
  sinceLatest: string | null;
  remark: string | null;
}

/** What becomes of one row of the file. */
export interface Entry {
  number: number;
  role: RowRole;
  cells: Cell[];
  /** How it was matched; null where nothing was looked for. */
  match: ListMatch | null;
  /** Why it is not loaded; null when it is, and for what stands above the list. */
  reason: ListReasonCode | null;
  detail: string;
  doubts: ListDoubtCode[];
  premises: string[];
  observed: Observed | null;
  /** Number of the surveyed unit, with its name and sales floor area in m2. */
  unit: { id: string; name: string | null; salesFloorArea: number | null } | null;
}

const LEFT_OUT: ReadonlySet<string> = new Set(
  LIST_REASONS.filter(({ leftOut }) => leftOut).map(({ code }) => code),
);

/** Whether a row is rightly not loaded. */
export const isLeftOut = (reason: ListReasonCode): boolean => LEFT_OUT.has(reason);

/** Share of the floor area from which on a premises is wholly vacant: lists round. */
const WHOLLY = 0.95;

/** Status of a row on a list of vacancy: what it says; else what its floor areas say; else that it is vacant. */
function statusOf(row: ReadRow, blank: BlankStatus | null): StatusCode | Refused {
  if (row.status !== null) return row.status;
  const { floorArea, vacantFloorArea } = row;
  // Beside a whole floor area 0 is an answer; alone it may as well be a cell that nobody filled in.
  if (vacantFloorArea === 0)
    return floorArea === null ? { reason: 'vacant-area-zero', detail: '' } : 'in-use';
  if (floorArea !== null && vacantFloorArea !== null && vacantFloorArea < floorArea * WHOLLY)
    return 'partly-vacant';
  if (vacantFloorArea === null && blank === 'rejected') return { reason: 'status-missing', detail: '' };
  return vacantFloorArea === null && blank === 'in-use' ? 'in-use' : 'vacant';
}

/** Whether a status says that something is vacant now, so that since when means something. */
const isVacant = (status: StatusCode): boolean =>
  status === 'vacant' ||
  status === 'partly-vacant' ||
  status === 'temporary-use' ||
  status === 'under-renovation';

/**
 * What a row says was observed on the reference date.
 * @param blank what a row without a status means; null where the list has no column for it: it is vacant
 */
export function observedIn(
  row: ReadRow,
  referenceDate: string,
  blank: BlankStatus | null,
): Observed | Refused {
  const { since, until, referenceDate: own } = row;
  if (own && (own.earliest > referenceDate || own.latest < referenceDate))
    return { reason: 'other-reference-date', detail: own.earliest };
  const status = statusOf(row, blank);
  if (typeof status === 'object') return status;
  if (since && until && until.latest < since.earliest)
    return { reason: 'until-before-since', detail: until.latest };
  if (until && until.latest <= referenceDate && status !== 'in-use')
    return { reason: 'ended-before-reference-date', detail: until.latest };
  if (since && since.earliest > referenceDate && isVacant(status))
    return { reason: 'since-after-reference-date', detail: since.earliest };
  const counts = since !== null && isVacant(status);
  return {
    status,
    // Of a wholly vacant premises the register knows how large it is.
    vacantFloorArea: row.vacantFloorArea,
    storey: row.storey,
    sinceEarliest: counts ? since.earliest : null,
    sinceLatest: counts ? (since.latest > referenceDate ? referenceDate : since.latest) : null,
    remark: [row.name, row.remark].filter(part => part !== null).join('; ') || null,
  };
}
