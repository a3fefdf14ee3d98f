import { type Sql, sql } from '../../geodata/database/sql.ts';
import { dayOf } from '../../geodata/figures/calendar.ts';
import { unpackInt32 } from '../../geodata/figures/packed.ts';
import { fillPeriods } from '../../geodata/figures/period.ts';
import { fillDurations } from '../../geodata/figures/spell.ts';
import { NO_AREA, type Stock } from '../../geodata/figures/stock.ts';
import { type FunctionCode, functionIndex } from '../../geodata/vocabulary/function.ts';

/** What a premises is from one date until another (null: still). Floor area m2 and storey are null when unknown. */
export interface StoryPeriod {
  from: string;
  until: string | null;
  function: FunctionCode;
  allowed: string | null;
  floorArea: number | null;
  storey: number | null;
}

/** One premises as figures are counted from it: its periods, what was observed in one series, its vacancies. */
export type StoryRow = {
  states: Uint8Array | null;
  vacantAreas: Uint8Array | null;
  periods: StoryPeriod[];
  spells: { firstSeen: string; lastSeen: string; fromEarliest: string | null; fromLatest: string }[];
};

/** Columns of a {@link StoryRow}, for a statement that has `premises` and its `premises_state` as `state`. */
export const storyColumns = (series: string): Sql => sql`
  state.states, state.vacant_areas as "vacantAreas",
  (select coalesce(jsonb_agg(jsonb_build_object('from', from_date, 'until', until_date, 'function', function,
      'allowed', allowed_function, 'floorArea', floor_area, 'storey', storey) order by from_date), '[]')
    from premises_period where premises_period.premises = premises.id) as periods,
  (select coalesce(jsonb_agg(jsonb_build_object('firstSeen', first_seen, 'lastSeen', last_seen,
      'fromEarliest', from_earliest, 'fromLatest', from_latest) order by first_seen), '[]')
    from spell where spell.premises = premises.id and spell.series = ${series}) as spells`;

/**
 * Writes one premises into its slots of a stock, by the same functions as the roll-up.
 * @param dates reference dates of the series, ascending
 */
export function fillStory(stock: Stock, premises: number, row: StoryRow, dates: readonly string[]): void {
  const days = dates.map(dayOf);
  const begin = premises * stock.dates;
  const periods = row.periods.map(period => ({
    from: dayOf(period.from),
    until: period.until === null ? Number.POSITIVE_INFINITY : dayOf(period.until),
    function: functionIndex(period.function),
    floorArea: period.floorArea ?? NO_AREA,
  }));
  fillPeriods(stock, premises, periods, days);
  if (row.states !== null) stock.states.set(row.states, begin);
  if (row.vacantAreas !== null) stock.vacantAreas.set(unpackInt32(row.vacantAreas), begin);
  const spells = row.spells.map(spell => ({
    first: dates.indexOf(spell.firstSeen),
    last: dates.indexOf(spell.lastSeen),
    fromEarliest: spell.fromEarliest === null ? null : dayOf(spell.fromEarliest),
    fromLatest: dayOf(spell.fromLatest),
    untilEarliest: null,
    untilLatest: null,
  }));
  fillDurations(stock, premises, spells, days);
}
