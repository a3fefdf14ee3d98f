import type { Session } from '../../database/database.ts';
import type { StatusCode } from '../../vocabulary/status.ts';
import type { BlankStatus } from './answers.ts';
import { type Entry, observedIn } from './entry.ts';
import type { ListRow } from './list-row.ts';
import { Matcher } from './match.ts';
import { type ReadRow, type Refused, readRow } from './read-row.ts';
import { Register } from './register.ts';

/** What rows are judged by. */
export interface Judging {
  municipality: { code: string; name: string };
  /** ISO. */
  referenceDate: string;
  blankStatus: BlankStatus | null;
}

/** Rows that are looked up at once. */
const BATCH = 2_000;

const isRefused = (read: object): read is Refused => 'reason' in read;

/** Where a premises was named before. */
interface Named {
  number: number;
  unit: string | null;
  status: StatusCode;
}

/** A survey may find several units in one premises; a list that names a premises twice has a mistake. */
const isOtherUnit = (earlier: Named, unit: string | null): boolean =>
  unit !== null && earlier.unit !== null && unit !== earlier.unit;

/** Status of a premises of which two units were seen: partly vacant when only some of it is. */
function together(first: StatusCode, second: StatusCode): StatusCode {
  if (first === second || second === 'unknown') return first;
  if (first === 'unknown') return second;
  return [first, second].some(status => status === 'vacant' || status === 'partly-vacant')
    ? 'partly-vacant'
    : 'in-use';
}

/** A row of which nothing is known but what it is. */
export function blankEntry({ number, role, original }: ListRow): Entry {
  return {
    number,
    role,
    cells: original,
    match: null,
    reason: role === 'no-row' || role === 'second-table' ? role : null,
    detail: '',
    doubts: [],
    premises: [],
    observed: null,
    unit: null,
  };
}

/**
 * Reads a list from front to back and finds every row in the register, some thousands at a time: what is in memory does not
 * grow with the file, but for the premises that were named.
 */
export class ListProcess {
  readonly #rows: AsyncIterable<ListRow>;
  readonly #judging: Judging;
  readonly #register: Register;
  readonly #matcher: Matcher;
  /** Row in which a premises was named first, with the surveyed unit it was named as and what was seen. */
  readonly #named = new Map<string, Named>();

  private constructor(rows: AsyncIterable<ListRow>, judging: Judging, register: Register) {
    this.#rows = rows;
    this.#judging = judging;
    this.#register = register;
    this.#matcher = new Matcher(register);
  }

  /**
   * Opens the register of the municipality that the list is of.
   * @param named premises that other rows of the round name already, with their row
   */
  static async open(
    session: Session,
    rows: AsyncIterable<ListRow>,
    judging: Judging,
    named: ReadonlyMap<string, number> = new Map(),
  ): Promise<ListProcess> {
    const { municipality, referenceDate } = judging;
    const process = new ListProcess(rows, judging, await Register.open(session, municipality, referenceDate));
    for (const [id, number] of named) process.#named.set(id, { number, unit: null, status: 'unknown' });
    return process;
  }

  get isWithoutAddresses(): boolean {
    return this.#register.isEmpty;
  }

  /** What becomes of every row, in the order of the file, some thousands at a time. */
  async *batches(): AsyncGenerator<Entry[]> {
    let rows: ListRow[] = [];
    for await (const row of this.#rows) {
      rows.push(row);
      if (rows.length < BATCH) continue;
      yield await this.#judge(rows);
      rows = [];
    }
    if (rows.length > 0) yield await this.#judge(rows);
  }

  async #judge(rows: readonly ListRow[]): Promise<Entry[]> {
    const reads = rows.map(row => (row.role === 'row' ? readRow(row.fields) : undefined));
    const readable = reads.filter((read): read is ReadRow => read !== undefined && !isRefused(read));
    const found = await this.#register.find(readable.map(({ address }) => address));
    return rows.map((row, index): Entry => {
      const entry = blankEntry(row);
      const read = reads[index];
      if (read === undefined) return entry;
      if (isRefused(read)) return { ...entry, ...read };
      return this.#entry(entry, read, found);
    });
  }

  #entry(entry: Entry, read: ReadRow, found: Parameters<Matcher['match']>[2]): Entry {
    const observed = observedIn(read, this.#judging.referenceDate, this.#judging.blankStatus);
    if (isRefused(observed)) return { ...entry, ...observed };
    const matched = this.#matcher.match(read.address, read, found);
    if ('reason' in matched) return { ...entry, ...matched };
    const { match, premises, withoutId } = matched;
    const earlier = premises.map(id => this.#named.get(id)).find(named => named !== undefined);
    const isUnit = earlier !== undefined && isOtherUnit(earlier, read.unit) && premises.length === 1;
    if (earlier !== undefined && !isUnit)
      return { ...entry, match, reason: 'duplicate-premises', detail: String(earlier.number) };
    const status = isUnit ? together(earlier.status, observed.status) : observed.status;
    for (const id of premises) this.#named.set(id, { number: entry.number, unit: read.unit, status });
    const { unit, name, salesFloorArea } = read;
    return {
      ...entry,
      match,
      premises,
      doubts: withoutId ? [...read.doubts, 'id-unused'] : read.doubts,
      // What a row says of several premises together, or of one unit in a premises, is the floor area of no premises.
      observed: premises.length > 1 || isUnit ? { ...observed, status, vacantFloorArea: null } : observed,
      unit: unit === null ? null : { id: unit, name, salesFloorArea },
    };
  }
}
