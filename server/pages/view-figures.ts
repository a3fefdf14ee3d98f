import { CELL_MEASURES, type MEASURES, measureIndex } from '../../geodata/figures/measure.ts';
import { unpackInt32 } from '../../geodata/figures/packed.ts';
import type { FunctionScope } from '../../geodata/vocabulary/function.ts';
import type { ViewSquare } from '../contract/place-view.ts';
import type { Shown, VacancyFigure } from '../contract/vacancy.ts';
import { shown, shownFigures } from '../policy/shown.ts';
import type { CellColumns } from '../queries/cell.ts';

/** Per cent without rounding, where both are numbers; what stands in its place otherwise. */
function ratio(part: Shown, whole: Shown, otherwise: Shown): Shown {
  return typeof part === 'number' && typeof whole === 'number' && whole > 0
    ? (100 * part) / whole
    : otherwise;
}

/** A published tally as figures, one per reference date, rates not rounded. */
export function viewFigures(
  tally: Uint8Array,
  dates: readonly string[],
  scope: FunctionScope,
): VacancyFigure[] {
  return shownFigures(unpackInt32(tally), dates, scope, false).map(figure => ({
    ...figure,
    rate: ratio(figure.vacant, figure.observed, figure.rate),
    floorAreaRate:
      figure.areaKnown === 0
        ? null
        : ratio(figure.vacantFloorArea, figure.observedFloorArea, figure.floorAreaRate),
  }));
}

/** Whether anything was looked at: a figure of nothing seen is no figure. */
export const isSeen = (figure: VacancyFigure | undefined): figure is VacancyFigure =>
  figure !== undefined && figure.observed !== null && figure.observed !== 0;

/** Squares on one date, those of which nobody saw anything left out. */
export function viewSquares({ x, y, tallies }: CellColumns, dates: number, date: number): ViewSquare[] {
  const values = unpackInt32(tallies);
  const size = CELL_MEASURES.length * dates;
  return x.flatMap((west, index): ViewSquare[] => {
    const at = (measure: (typeof MEASURES)[number]) =>
      shown(values[index * size + measureIndex(measure) * dates + date]!);
    const [observed, vacant] = [at('observed'), at('vacant')];
    if (observed === null || observed === 0) return [];
    return [{ x: west, y: y[index]!, observed, vacant, rate: ratio(vacant, observed, 'confidential') }];
  });
}
