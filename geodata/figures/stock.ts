/**
 * The premises of a municipality in one series, as columns: one slot per premises and reference date
 * (`premises * dates + date`). Everything that is counted, in the roll-up, on the server for a drawn
 * place and in the browser for a filter, is counted from this.
 */
export interface Stock {
  readonly premises: number;
  readonly dates: number;
  /** Per slot: byte of the status (STATUS_CODES). */
  readonly states: Uint8Array;
  /** Per slot: FUNCTION_CODES index of the premises at that date, {@link ABSENT} when it did not exist. */
  readonly functions: Uint8Array;
  /** Per slot: m2, {@link NO_AREA} when unknown. */
  readonly floorAreas: Int32Array;
  /** Per slot: vacant m2 where an observation states them, else {@link NO_AREA}. */
  readonly vacantAreas: Int32Array;
  /** Per slot: 0 where not vacant, else 1 + DURATION_CODES index. */
  readonly durations: Uint8Array;
  /** Per date: 1 when the series says what was looked at, so that a rate is possible; else 0. */
  readonly covered: Uint8Array;
}

/** Function byte of a premises on a date on which it did not exist. */
export const ABSENT = 255;

/** Floor area that is not known. */
export const NO_AREA = -1;

/** A stock in which nothing exists yet and nobody looked. */
export function emptyStock(premises: number, dates: number): Stock {
  const slots = premises * dates;
  return {
    premises,
    dates,
    states: new Uint8Array(slots),
    functions: new Uint8Array(slots).fill(ABSENT),
    floorAreas: new Int32Array(slots).fill(NO_AREA),
    vacantAreas: new Int32Array(slots).fill(NO_AREA),
    durations: new Uint8Array(slots),
    covered: new Uint8Array(dates),
  };
}
