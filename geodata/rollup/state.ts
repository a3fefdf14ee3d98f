import type { Transaction } from '../database/database.ts';
import { isoOf } from '../figures/calendar.ts';
import { packInt32 } from '../figures/packed.ts';
import { NO_AREA } from '../figures/stock.ts';
import type { PremisesList } from './premises.ts';
import type { RolledSeries, SeriesStock } from './series.ts';

/**
 * Writes the states of every premises that was observed at any date, and its spells. No row: not observed
 * at all. In `vacant_areas`, NO_AREA stands for dates without a stated vacant floor area.
 */
export async function writeStates(
  transaction: Transaction,
  series: RolledSeries,
  premises: PremisesList,
  derived: SeriesStock,
): Promise<void> {
  await transaction.copy(
    'premises_state',
    ['series', 'premises', 'states', 'vacant_areas'],
    stateRows(series, premises, derived),
  );
  await transaction.copy(
    'spell',
    [
      'premises',
      'series',
      'first_seen',
      'last_seen',
      'from_earliest',
      'from_latest',
      'until_earliest',
      'until_latest',
    ],
    spellRows(series, premises, derived),
  );
}

function* stateRows(
  { id: series }: RolledSeries,
  { list }: PremisesList,
  { stock }: SeriesStock,
): Generator<unknown[]> {
  for (const [index, { id }] of list.entries()) {
    const [begin, end] = [index * stock.dates, (index + 1) * stock.dates];
    const states = stock.states.subarray(begin, end);
    if (states.every(state => state === 0)) continue;
    const areas = stock.vacantAreas.subarray(begin, end);
    yield [series, id, states, areas.every(area => area === NO_AREA) ? null : packInt32(areas)];
  }
}

const iso = (day: number | null): string | null => (day === null ? null : isoOf(day));

function* spellRows(
  { id: series, dates }: RolledSeries,
  { list }: PremisesList,
  { spells }: SeriesStock,
): Generator<unknown[]> {
  for (const [index, { id }] of list.entries()) {
    for (const spell of spells[index]!) {
      yield [
        id,
        series,
        dates[spell.first],
        dates[spell.last],
        iso(spell.fromEarliest),
        isoOf(spell.fromLatest),
        iso(spell.untilEarliest),
        iso(spell.untilLatest),
      ];
    }
  }
}
