import { dayOf, OPEN_DAY } from './calendar.ts';
import type { Column, Frame } from './frame.ts';
import { fillPeriods, type Period } from './period.ts';
import { fillDurations, type Spell } from './spell.ts';
import { emptyStock, type Stock } from './stock.ts';

/** What of the header of a frame of premises a stock is made of. */
export interface StockHeader {
  /** ISO, ascending. */
  referenceDates: readonly string[];
  /** One per premises. */
  ids: readonly string[];
}

/** A frame of premises, as far as arithmetic goes; the columns are described at `server/contract/premises.ts`. */
export type StockFrame<Header extends StockHeader = StockHeader> = Frame<Header>;

/**
 * A column that the frame must have.
 * @throws RangeError without it: the frame is of another version of this software
 */
export function columnOf({ columns }: Pick<StockFrame, 'columns'>, name: string): Column {
  const column = columns[name];
  if (column === undefined) throw new RangeError(`the frame of premises has no column ${name}`);
  return column;
}

/** Runs of rows that belong to one premises: rows are in order of premises. */
function* runs(premises: Column): Generator<{ index: number; begin: number; end: number }> {
  let begin = 0;
  while (begin < premises.length) {
    let end = begin + 1;
    while (end < premises.length && premises[end] === premises[begin]) end++;
    yield { index: premises[begin]!, begin, end };
    begin = end;
  }
}

/** Periods of the premises, by its index; none for one that is not in the map. */
export function periodsOf(frame: StockFrame): Map<number, Period[]> {
  const [from, until] = [columnOf(frame, 'periodFrom'), columnOf(frame, 'periodUntil')];
  const [functions, areas] = [columnOf(frame, 'periodFunction'), columnOf(frame, 'periodArea')];
  const periods = new Map<number, Period[]>();
  for (const { index, begin, end } of runs(columnOf(frame, 'periodPremises'))) {
    const rows = Array.from({ length: end - begin }, (_, row) => begin + row);
    periods.set(
      index,
      rows.map(row => ({
        from: from[row]!,
        until: until[row] === OPEN_DAY ? Number.POSITIVE_INFINITY : until[row]!,
        function: functions[row]!,
        floorArea: areas[row]!,
      })),
    );
  }
  return periods;
}

/** A spell as the frame carries it: when it ended is not in it, and no duration needs that. */
function spellAt(frame: StockFrame, row: number): Spell {
  const earliest = columnOf(frame, 'spellEarliest')[row]!;
  return {
    first: columnOf(frame, 'spellFirst')[row]!,
    last: columnOf(frame, 'spellLast')[row]!,
    fromEarliest: earliest === OPEN_DAY ? null : earliest,
    fromLatest: columnOf(frame, 'spellLatest')[row]!,
    untilEarliest: null,
    untilLatest: null,
  };
}

/**
 * The stock of a frame of premises: slot by slot what the roll-up counted from, by the same functions, so
 * that the browser's figures and the server's cannot part ways.
 */
export function stockOf(frame: StockFrame): Stock {
  const { ids, referenceDates } = frame.header;
  const days = referenceDates.map(dayOf);
  const stock = emptyStock(ids.length, days.length);
  stock.states.set(columnOf(frame, 'states'));
  stock.covered.set(columnOf(frame, 'covered'));
  for (const [index, periods] of periodsOf(frame)) fillPeriods(stock, index, periods, days);
  const stated = columnOf(frame, 'vacantAreas');
  columnOf(frame, 'partly').forEach((slot, row) => {
    stock.vacantAreas[slot] = stated[row]!;
  });
  for (const { index, begin, end } of runs(columnOf(frame, 'spellPremises'))) {
    const spells = Array.from({ length: end - begin }, (_, row) => spellAt(frame, begin + row));
    fillDurations(stock, index, spells, days);
  }
  return stock;
}
