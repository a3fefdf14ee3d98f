import type { PremisesHeader } from '#contract/premises.ts';
import type { Frame } from '#figures/frame.ts';
import { FUNCTION_CODES, type FunctionCode, type FunctionScope } from '#vocabulary/function.ts';
import { STATUSES, type StatusCode } from '#vocabulary/status.ts';

/** Every premises of a municipality in one series, as the server sent them. */
export type PremisesFrame = Frame<PremisesHeader>;

/** One premises on a reference date. */
export interface PremisesPoint {
  /** Index in the frame. */
  index: number;
  id: string;
  label: string;
  /** Id of the building it stands in; undefined for none. */
  building: string | undefined;
  /** Degrees (CRS84). */
  position: [number, number];
  function: FunctionCode;
  status: StatusCode;
  /** Counts as vacant. */
  vacant: boolean;
}

/** Column `lon` and `lat` hold degrees times this. */
const PER_DEGREE = 1e7;

/** Every premises with its status on a date, of one function or all; none when the frame has no such date. */
export function premisesAt(frame: PremisesFrame, on: string, scope: FunctionScope): PremisesPoint[] {
  const { ids, labels, buildings, referenceDates } = frame.header;
  const date = referenceDates.indexOf(on);
  if (date < 0) return [];
  const { lon, lat, function: functions, states, building } = frame.columns;
  const points: PremisesPoint[] = [];
  for (const [index, id] of ids.entries()) {
    const code = FUNCTION_CODES[functions![index]!] ?? 'unknown';
    if (scope !== 'all' && scope !== code) continue;
    const status = STATUSES[states![index * referenceDates.length + date]!] ?? STATUSES[0]!;
    points.push({
      index,
      id,
      label: labels[index] ?? '',
      building: buildings[building![index]!],
      position: [lon![index]! / PER_DEGREE, lat![index]! / PER_DEGREE],
      function: code,
      status: status.code,
      vacant: status.vacant,
    });
  }
  return points;
}

/** One premises, whatever the date. */
export interface PremisesPlace {
  id: string;
  /** Degrees (CRS84). */
  position: [number, number];
  /** As it is in its last period. */
  function: FunctionCode;
  /** Vacant or partly vacant on some reference date. */
  everVacant: boolean;
}

/** Statuses that some hatch stands for. */
const HATCHED = STATUSES.map(({ vacant, code }) => vacant || code === 'partly-vacant');

/** Every premises with its place. */
export function everyPremises(frame: PremisesFrame): PremisesPlace[] {
  const { ids, referenceDates } = frame.header;
  const { lon, lat, function: functions, states } = frame.columns;
  const dates = referenceDates.length;
  return ids.map((id, index) => ({
    id,
    position: [lon![index]! / PER_DEGREE, lat![index]! / PER_DEGREE],
    function: FUNCTION_CODES[functions![index]!] ?? 'unknown',
    everVacant: states!.subarray(index * dates, (index + 1) * dates).some(state => HATCHED[state]),
  }));
}
