import type {
  ScenarioDocument,
  ScenarioIndicator,
  ScenarioMeasure,
  ScenarioParameter,
} from '../contract/scenario.ts';
import type { ParameterTerm } from './measure.ts';
import { measureModel } from './measures.ts';
import { STAYING } from './parameters.ts';

/** Years that a new scenario looks ahead. */
const YEARS_AHEAD = 10;

/** What readers see first until the planner chooses: vacancy, homes, compactness and green. */
const FIRST_FIGURES: readonly ScenarioIndicator['figure'][] = [
  'vacancy-area-rate',
  'vacant',
  'vacant-over-3',
  'homes',
  'area-retail',
];

/** A scenario in which nothing is proposed yet: it equals doing nothing. @param referenceDate ISO date of the base */
export function newDocument({
  title,
  referenceDate,
}: {
  title: string;
  referenceDate: string;
}): ScenarioDocument {
  return {
    title,
    summary: '',
    notSaid: '',
    horizon: Number(referenceDate.slice(0, 4)) + YEARS_AHEAD,
    baseline: { mode: 'observed', announced: true, staying: defaultParameter(STAYING), hardPlans: [] },
    measures: [],
    norms: [],
    indicators: FIRST_FIGURES.map(figure => ({ figure, norm: null })),
    openAssumptions: [],
  };
}

/** The default of a parameter; an example has an empty source, which the planner fills in. */
export function defaultParameter(term: ParameterTerm, language: 'nl' | 'en' = 'nl'): ScenarioParameter {
  const { low, mid, high, source, priceLevel } = term;
  return { low, mid, high, source: source?.[language] ?? '', priceLevel };
}

/**
 * A measure as it is offered: without a place, with the defaults of what it needs; what is optional is left out.
 * @throws RangeError for a kind that the registry does not have
 */
export function newMeasure(
  kind: string,
  { id, from, until, language = 'nl' }: { id: string; from: number; until: number; language?: 'nl' | 'en' },
): ScenarioMeasure {
  const model = measureModel(kind);
  if (model === undefined) throw new RangeError(`there is no measure ${kind}`);
  const needed = model.parameters.filter(({ optional }) => !optional);
  return {
    id,
    kind,
    name: '',
    remark: '',
    place: null,
    target: null,
    phase: { from, until },
    takes: model.takes[0]!,
    choices: Object.fromEntries(model.choices.map(choice => [choice.id, choice.options[0]!.id])),
    parameters: Object.fromEntries(needed.map(term => [term.id, defaultParameter(term, language)])),
  };
}
