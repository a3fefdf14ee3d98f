import { type Cell, cellText, isBlank } from '../../formats/cell.ts';
import type { DateInterval } from '../../formats/dutch-date.ts';
import { parseDutchDate } from '../../formats/dutch-date.ts';
import { parseDutchNumber } from '../../formats/dutch-number.ts';
import type { FunctionCode } from '../../vocabulary/function.ts';
import type { ListField } from '../../vocabulary/list-column.ts';
import type { ListDoubtCode, ListReasonCode } from '../../vocabulary/list-reason.ts';
import { FUNCTION_WORDS, STATUS_WORDS, STOREY_WORDS } from '../../vocabulary/list-word.ts';
import type { StatusCode } from '../../vocabulary/status.ts';
import { headingText } from './heading.ts';
import { type StatedAddress, statedAddress } from './stated-address.ts';

/** What a row says, read; ISO dates, m2. */
export interface ReadRow {
  address: StatedAddress;
  /** Null: the row does not say. */
  status: StatusCode | null;
  since: DateInterval | null;
  until: DateInterval | null;
  referenceDate: DateInterval | null;
  func: FunctionCode | null;
  floorArea: number | null;
  vacantFloorArea: number | null;
  salesFloorArea: number | null;
  storey: number | null;
  name: string | null;
  remark: string | null;
  unit: string | null;
  /** What was not understood and stays unknown. */
  doubts: ListDoubtCode[];
}

/** Why a row is not loaded, with what it is about. */
export interface Refused {
  reason: ListReasonCode;
  detail: string;
}

/** Fields of one row. */
export type RowFields = ReadonlyMap<ListField, Cell>;

const textOf = (fields: RowFields, field: ListField): string => cellText(fields.get(field) ?? null);
const orNull = (text: string): string | null => (text === '' ? null : text);

class Reader {
  readonly doubts: ListDoubtCode[] = [];
  readonly #fields: RowFields;
  refused: Refused | undefined;

  constructor(fields: RowFields) {
    this.#fields = fields;
  }

  text(field: ListField): string {
    return textOf(this.#fields, field);
  }

  refuse(reason: ListReasonCode, detail: string): null {
    this.refused ??= { reason, detail };
    return null;
  }

  date(field: ListField): DateInterval | null {
    const cell = this.#fields.get(field) ?? null;
    if (cell !== null && typeof cell === 'object') return { earliest: cell.date, latest: cell.date };
    const text = cellText(cell);
    const read = parseDutchDate(text);
    if (typeof read === 'object') return read;
    if (read === 'impossible') return this.refuse('date-impossible', text);
    if (read === 'unreadable') this.doubts.push('date-unreadable');
    return null;
  }

  area(field: ListField): number | null {
    const cell = this.#fields.get(field) ?? null;
    if (isBlank(cell) || /^(-+|\?|onbekend|nb|n\.?v\.?t\.?)$/i.test(cellText(cell))) return null;
    const read = typeof cell === 'number' ? cell : parseDutchNumber(cellText(cell));
    if (read !== undefined && read >= 0 && read < 10_000_000) return Math.round(read);
    this.doubts.push('floor-area-unreadable');
    return null;
  }

  storey(): number | null {
    const text = headingText(this.text('storey'));
    if (text === '' || text === '-') return null;
    const known = STOREY_WORDS.find(([, words]) => words.test(text))?.[0];
    const digits =
      /^(?:verdieping |etage )?(-?\d{1,2})(?:e|de|ste|st|nd|rd|th)?(?: (?:verdieping|verd|etage|floor))?$/.exec(
        this.text('storey').trim().toLowerCase().replace(/\./g, ''),
      );
    const storey = known ?? (digits ? Number(digits[1]) : undefined);
    if (storey === undefined) this.doubts.push('storey-unreadable');
    return storey ?? null;
  }

  func(): FunctionCode | null {
    const text = headingText(this.text('function'));
    if (text === '') return null;
    const found = FUNCTION_WORDS.find(([, words]) => words.test(text))?.[0] ?? null;
    if (found === null) this.doubts.push('function-unreadable');
    return found;
  }

  status(): StatusCode | null {
    const written = this.text('status');
    const text = written.trim() === '?' ? '?' : headingText(written);
    if (text === '') return null;
    const found = STATUS_WORDS.find(([, words]) => words.test(text))?.[0];
    return found ?? this.refuse('status-unreadable', written);
  }
}

/**
 * Reads what a row says. What cannot be understood of a side issue is a doubt; what would make the row say something
 * that nobody meant refuses it.
 */
export function readRow(fields: RowFields): ReadRow | Refused {
  const reader = new Reader(fields);
  const row: ReadRow = {
    address: statedAddress(fields),
    status: reader.status(),
    since: reader.date('since'),
    until: reader.date('until'),
    referenceDate: reader.date('reference-date'),
    func: reader.func(),
    floorArea: reader.area('floor-area'),
    vacantFloorArea: reader.area('vacant-floor-area'),
    salesFloorArea: reader.area('sales-floor-area'),
    storey: reader.storey(),
    name: orNull(reader.text('name')),
    remark: orNull(reader.text('remark')),
    unit: orNull(reader.text('unit-id')),
    doubts: reader.doubts,
  };
  return reader.refused ?? row;
}
