import type { OpenAssumption, ScenarioDocument, ScenarioMeasure } from '../contract/scenario.ts';
import type { ParameterUnit } from './measure.ts';
import { measureModel } from './measures.ts';

/** Settings of an open assumption in order of size, the proposed value among them. */
export interface AssumptionSettings {
  measure: string;
  parameter: string;
  settings: number[];
  /** Index of the proposed value. */
  proposed: number;
}

function proposedValue(
  { measures }: ScenarioDocument,
  { measure, parameter }: OpenAssumption,
): number | undefined {
  return measures.find(({ id }) => id === measure)?.parameters[parameter]?.mid;
}

/** The assumptions that readers may turn; those that name nothing in the document are left out. */
export function assumptionSettings(document: ScenarioDocument): AssumptionSettings[] {
  return document.openAssumptions.flatMap(open => {
    const proposed = proposedValue(document, open);
    if (proposed === undefined) return [];
    const settings = [...new Set([...open.settings, proposed])].sort((a, b) => a - b);
    return [
      { measure: open.measure, parameter: open.parameter, settings, proposed: settings.indexOf(proposed) },
    ];
  });
}

/**
 * Units of parameters that say which premises a measure takes, or add floor area that may be observed; the others only
 * say what comes of those.
 */
const MOVING: readonly ParameterUnit[] = ['share', 'square-metres', 'square-metres-per-home'];

/** Whether turning any of these parameters can change vacancy. */
export function movesVacancy(
  { measures }: ScenarioDocument,
  turned: readonly Pick<OpenAssumption, 'measure' | 'parameter'>[],
): boolean {
  return turned.some(({ measure: id, parameter }) => {
    const kind = measures.find(measure => measure.id === id)?.kind ?? '';
    const term = measureModel(kind)?.parameters.find(one => one.id === parameter);
    return term !== undefined && MOVING.includes(term.unit);
  });
}

/** Turning an assumption moves its range along, as far as its bounds: low and high keep their distance. */
function turned(measure: ScenarioMeasure, parameter: string, value: number): ScenarioMeasure {
  const given = measure.parameters[parameter]!;
  const term = measureModel(measure.kind)?.parameters.find(({ id }) => id === parameter);
  const [least, most] = term?.bounds ?? [Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY];
  const shift = value - given.mid;
  const low = Math.min(value, Math.max(least, given.low + shift));
  const high = Math.max(value, Math.min(most, given.high + shift));
  const moved = { ...given, low, mid: value, high };
  return { ...measure, parameters: { ...measure.parameters, [parameter]: moved } };
}

/**
 * Every combination of settings with the document that it makes: at most five times five times five. The combination
 * of what is proposed is the document itself.
 */
export function settingCombinations(
  document: ScenarioDocument,
): { settings: number[]; document: ScenarioDocument }[] {
  const open = assumptionSettings(document);
  let combinations: { settings: number[]; document: ScenarioDocument }[] = [{ settings: [], document }];
  for (const { measure: id, parameter, settings, proposed } of open) {
    combinations = combinations.flatMap(before =>
      settings.map((value, index) => {
        const measures = before.document.measures.map(measure =>
          measure.id === id && index !== proposed ? turned(measure, parameter, value) : measure,
        );
        return { settings: [...before.settings, index], document: { ...before.document, measures } };
      }),
    );
  }
  return combinations;
}
