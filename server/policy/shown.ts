import { BELOW_FIVE, CONFIDENTIAL, NOT_OBSERVED } from '../../geodata/figures/mark.ts';
import { MEASURES, type Measure, measureIndex } from '../../geodata/figures/measure.ts';
import type { FunctionScope } from '../../geodata/vocabulary/function.ts';
import type { Shown, VacancyFigure } from '../contract/vacancy.ts';

/** A number of a tally as the contract shows it: marks become words, "nobody looked" becomes null. */
export function shown(value: number): Shown {
  if (value === NOT_OBSERVED) return null;
  if (value === BELOW_FIVE) return '<5';
  return value === CONFIDENTIAL ? 'confidential' : value;
}

/**
 * Per cent of two numbers of the same tally, so of rounded ones where a policy rounded them: nothing can be
 * turned back. Confidential where either is hidden ("<5 %" would be a lie about "<5"); null where there is
 * nothing to divide by.
 * @param exact one decimal for planners, whole per cent for everyone else
 */
export function shownRate(part: number, whole: number, exact: boolean): Shown {
  if (part === NOT_OBSERVED || whole === NOT_OBSERVED) return null;
  if (part < 0 || whole < 0) return 'confidential';
  if (whole === 0) return null;
  return exact ? Math.round((part / whole) * 1000) / 10 : Math.round((part / whole) * 100);
}

/**
 * A tally as figures, one per reference date.
 * @param values MEASURES x dates
 * @param dates ISO reference dates, ascending
 * @param exact whether the tally is exact (planners) or has passed the policy
 */
export function shownFigures(
  values: Int32Array,
  dates: readonly string[],
  scope: FunctionScope,
  exact: boolean,
): VacancyFigure[] {
  if (values.length !== MEASURES.length * dates.length)
    throw new RangeError(`a tally of ${values.length} numbers is not one of ${dates.length} dates`);
  return dates.map((referenceDate, date) => {
    const at = (measure: Measure) => values[measureIndex(measure) * dates.length + date]!;
    return {
      referenceDate,
      function: scope,
      observed: shown(at('observed')),
      vacant: shown(at('vacant')),
      rate: shownRate(at('vacant'), at('observed'), exact),
      areaKnown: shown(at('areaKnown')),
      observedFloorArea: shown(at('observedArea')),
      vacantFloorArea: shown(at('vacantArea')),
      floorAreaRate: shownRate(at('vacantArea'), at('observedArea'), exact),
      durations: {
        'under-1': shown(at('under-1')),
        '1-to-3': shown(at('1-to-3')),
        'over-3': shown(at('over-3')),
        unknown: shown(at('unknown')),
      },
    };
  });
}
