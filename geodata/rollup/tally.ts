import type { Transaction } from '../database/database.ts';
import { frontsByFunction } from '../figures/front.ts';
import { CELL_MEASURES } from '../figures/measure.ts';
import { packInt32 } from '../figures/packed.ts';
import type { Stock } from '../figures/stock.ts';
import { talliesByFunction } from '../figures/tally.ts';
import { CELL_SIZES, cellOf } from '../geometry/cell.ts';
import type { RolledArea } from './area.ts';
import type { PremisesList } from './premises.ts';
import type { RolledSide } from './street-side.ts';

/** The places of the cube beside the municipality itself. */
interface RolledPlaces {
  areas: readonly RolledArea[];
  sides: readonly RolledSide[];
}

/**
 * Writes the figures of every area, every street side and the municipality as a whole (its code stands for
 * the area), by function and for `all`. No row: nobody looked at that function there, on any date.
 */
export async function writeAreaTallies(
  transaction: Transaction,
  municipality: string,
  series: string,
  stock: Stock,
  { areas, sides }: RolledPlaces,
): Promise<void> {
  const whole = { id: municipality, members: Array.from({ length: stock.premises }, (_, index) => index) };
  const tallies = (members: readonly number[]) =>
    Array.from(talliesByFunction(stock, members), ([scope, { values, units }]) => {
      return [scope, packInt32(values), packInt32(units)] as const;
    });
  function* rows(): Generator<unknown[]> {
    for (const { id, members } of [whole, ...areas])
      for (const tally of tallies(members)) yield [id, municipality, series, ...tally, null];
    for (const { id, members } of sides) {
      const fronts = frontsByFunction(stock, members);
      for (const tally of tallies(members.map(([premises]) => premises)))
        yield [id, municipality, series, ...tally, packInt32(fronts.get(tally[0])!)];
    }
  }
  const columns = ['area', 'municipality', 'series', 'function', 'tally', 'units', 'front'];
  await transaction.copy('area_tally', columns, rows());
}

/** Writes the figures of every CBS square in which anybody looked, in both sizes. */
export async function writeCells(
  transaction: Transaction,
  series: string,
  stock: Stock,
  premises: PremisesList,
): Promise<void> {
  const length = CELL_MEASURES.length * stock.dates;
  function* rows(): Generator<unknown[]> {
    for (const size of CELL_SIZES) {
      for (const members of groupByCell(premises, size).values()) {
        const { x, y } = premises.list[members[0]!]!;
        const [west, south] = cellOf([x, y], size);
        for (const [scope, { values, units }] of talliesByFunction(stock, members))
          yield [series, size, west, south, scope, packInt32(values.subarray(0, length)), packInt32(units)];
      }
    }
  }
  await transaction.copy('cell', ['series', 'size', 'x', 'y', 'function', 'tally', 'units'], rows());
}

function groupByCell({ list }: PremisesList, size: (typeof CELL_SIZES)[number]): Map<string, number[]> {
  const groups = Map.groupBy(list.keys(), index => cellOf([list[index]!.x, list[index]!.y], size).join(':'));
  return groups;
}
