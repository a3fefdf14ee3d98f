import type { ScenarioFaultCode } from '#vocabulary/scenario-fault.ts';
import type { ScenarioFault } from '../contract/scenario-result.ts';

/** What a fault is about; the whole scenario where nothing is said. */
export interface FaultPlace {
  field?: string | null;
  measure?: string | null;
  values?: ScenarioFault['values'];
}

/** Something that keeps a scenario from being published. */
export function error(
  code: ScenarioFaultCode,
  { field = null, measure = null, values = {} }: FaultPlace = {},
): ScenarioFault {
  return { code, severity: 'error', field, measure, values };
}

/** Something to think about. */
export function warning(code: ScenarioFaultCode, place: FaultPlace = {}): ScenarioFault {
  return { ...error(code, place), severity: 'warning' };
}
