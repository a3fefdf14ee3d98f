import { DURATION_CODES } from '#vocabulary/duration.ts';
import { FUNCTION_CODES } from '#vocabulary/function.ts';
import { STATUS_CODES, STATUSES } from '#vocabulary/status.ts';
import type { ScenarioBase } from '../contract/scenario-base.ts';

/**
 * How a holding starts: not observed, in use, closing announced, or vacant by the classes of DURATION_CODES. The order
 * is that of the columns of a course (`course.ts`).
 */
export const STARTS = ['not-observed', 'in-use', 'announced', ...DURATION_CODES] as const;
export const NOT_OBSERVED = 0;
export const IN_USE = 1;
export const ANNOUNCED = 2;
/** Start of DURATION_CODES[0], under one year. */
export const FIRST_VACANT = 3;

/** Function of corridors, stairs and storage that a conversion leaves: floor area that is kept and is nobody's. */
export const SHARED = FUNCTION_CODES.length;
/** Functions of holdings: FUNCTION_CODES and {@link SHARED}. */
export const HOLDING_FUNCTIONS = FUNCTION_CODES.length + 1;

/** Floor area that is not known. */
export const NO_AREA = -1;

/** Premises, or what became of one, from one year of the scenario until another. Years are indexes: 0 is the base year. */
export interface Holding {
  /** Index in the base's premises; -1 for a new building. */
  premises: number;
  /** FUNCTION_CODES index, or SHARED. */
  func: number;
  /** m2, or NO_AREA. */
  floorArea: number;
  /** Stated vacant m2 of premises that are partly vacant, else 0. */
  partVacant: number;
  /** Index in STARTS, in year `since`. */
  start: number;
  since: number;
  from: number;
  /** Homes that measures made of it. */
  homes: number;
}

function startOf(state: number, duration: number): number {
  const { observed, vacant } = STATUSES[state]!;
  if (!observed) return NOT_OBSERVED;
  if (vacant)
    return duration === 0 ? FIRST_VACANT + DURATION_CODES.indexOf('unknown') : FIRST_VACANT + duration - 1;
  return STATUS_CODES[state] === 'announced-vacant' ? ANNOUNCED : IN_USE;
}

const known = new WeakMap<ScenarioBase, readonly Holding[]>();

/** The premises of a base as holdings, in the same order; made once per base. */
export function baseHoldings(base: ScenarioBase): readonly Holding[] {
  const made = known.get(base);
  if (made) return made;
  const { functions, floorAreas, states, durations, vacantAreas } = base.premises;
  const holdings = base.premises.ids.map((_, premises): Holding => {
    const start = startOf(states[premises]!, durations[premises]!);
    const stated = vacantAreas[premises]!;
    const isPart = start === IN_USE || start === ANNOUNCED;
    return {
      premises,
      func: functions[premises]!,
      floorArea: floorAreas[premises]!,
      partVacant: isPart && stated > 0 ? stated : 0,
      start,
      since: 0,
      from: 0,
      homes: 0,
    };
  });
  known.set(base, holdings);
  return holdings;
}

/** Whether a holding stands empty at its start. */
export function startsVacant({ start }: Holding): boolean {
  return start >= FIRST_VACANT;
}
