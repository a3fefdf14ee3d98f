import { FUNCTION_CODES } from '../../geodata/vocabulary/function.ts';
import { STATUSES } from '../../geodata/vocabulary/status.ts';
import type { ScenarioMeasure } from '../contract/scenario.ts';
import type { ScenarioBase } from '../contract/scenario-base.ts';
import type { MeasureResult } from '../contract/scenario-result.ts';
import type { ScenarioArchive } from '../contract/scenario-version.ts';
import { chosen, type MeasureModel } from '../planning/measure.ts';
import { measureModel } from '../planning/measures.ts';
import { premisesInPlace } from '../planning/place.ts';
import { DOMINANT_SHARE, STRICT_LEAST, VISIBLE_FUNCTIONS, VISIBLE_LEAST } from './disclosure.ts';
import type { Grain } from './scenario-rounding.ts';
import { isOpen } from './scenario-start.ts';

/** How finely what a measure did is published. */
export interface MeasureGrain {
  /** Of how many premises it could take and took. */
  counts: Grain;
  /** Of the floor area, homes and euros that follow from which ones it took. */
  amounts: Grain;
  /** It takes whatever stands in its place, or no premises at all: showing what it takes shows no vacancy. */
  takesEverything: boolean;
}

/** Parameters that say which share of its candidates a measure takes. */
const SHARES = ['suitable', 'willing'];

function optionOf(measure: ScenarioMeasure, model: MeasureModel, id: string): string | undefined {
  const choice = model.choices.find(term => term.id === id);
  return choice && chosen(measure, choice);
}

/** Whether a measure changes public space or the plan only, and no premises. */
function takesNothing(measure: ScenarioMeasure, model: MeasureModel): boolean {
  if (optionOf(measure, model, 'demolish') === 'kept') return true;
  return model.functions.length === 0 && optionOf(measure, model, 'which') === undefined;
}

/** Whether it depends on vacancy which premises a measure can take, or how many: also of those that need empty room. */
export function selectsOnVacancy(measure: ScenarioMeasure): boolean {
  const model = measureModel(measure.kind);
  if (model === undefined) return true;
  if (takesNothing(measure, model)) return false;
  return measure.takes !== 'all' || model.target !== null || optionOf(measure, model, 'which') === 'unused';
}

/** Whether everything that a measure looks at can be seen from the pavement, in a series of what was seen from there. */
function isSeen(measure: ScenarioMeasure, model: MeasureModel | undefined, base: ScenarioBase): boolean {
  if (base.series.profile !== 'visible' || !isOpen(base) || model === undefined) return false;
  const { functions, states } = base.premises;
  const wanted = new Set<string>(model.functions.length === 0 ? ['retail'] : model.functions);
  const places = [measure.place, measure.target].filter(place => place !== null);
  return places
    .flatMap(place => premisesInPlace(place, base))
    .filter(index => STATUSES[states[index]!]!.observed && wanted.has(FUNCTION_CODES[functions[index]!]!))
    .every(index => VISIBLE_FUNCTIONS.includes(FUNCTION_CODES[functions[index]!]!));
}

/** Least share of its candidates that a measure takes: those that it leaves have been vacant shortest, or not at all. */
function shareTaken({ parameters }: ScenarioMeasure): number {
  return Math.min(1, ...SHARES.map(id => parameters[id]?.low ?? 1));
}

/** Whether one premises is most of the floor area that was taken. */
function isDominated(result: MeasureResult, areas: ReadonlyMap<string, number>): boolean {
  const taken = result.premises.map(({ id }) => Math.max(0, areas.get(id) ?? 0));
  const sum = taken.reduce((total, area) => total + area, 0);
  return sum > 0 && Math.max(...taken) > DOMINANT_SHARE * sum;
}

interface Judged {
  measure: ScenarioMeasure;
  result: MeasureResult;
  base: ScenarioBase;
  areas: ReadonlyMap<string, number>;
  /** A measure before it took premises by their vacancy: what is left for this one tells which. */
  follows: boolean;
}

function grainOf({ measure, result, base, areas, follows }: Judged): MeasureGrain {
  const model = measureModel(measure.kind);
  const exact = { counts: 'exact', amounts: 'exact' } as const;
  if (model !== undefined && takesNothing(measure, model)) return { ...exact, takesEverything: true };
  const seen = isSeen(measure, model, base);
  const { candidates, taken, tooSmall, unknownArea } = result;
  if (selectsOnVacancy(measure)) {
    const least = seen ? VISIBLE_LEAST : STRICT_LEAST;
    const counts = candidates < least ? 'hidden' : seen ? 'exact' : 'rounded';
    const amounts = counts === 'rounded' && isDominated(result, areas) ? 'hidden' : counts;
    return { counts, amounts, takesEverything: false };
  }
  const isWhole = shareTaken(measure) >= 1 && taken.mid + tooSmall + unknownArea >= candidates;
  const takesEverything = isWhole && !follows;
  if (seen) return { ...exact, takesEverything };
  if (follows) return { counts: 'rounded', amounts: 'rounded', takesEverything };
  return { counts: 'exact', amounts: takesEverything ? 'exact' : 'rounded', takesEverything };
}

/**
 * How finely each measure of a scenario is published, in their order:
 *
 * | measure | candidates, taken | floor area, homes, cost |
 * |---|---|---|
 * | takes no premises | exact | exact |
 * | selects on vacancy, all that it looks at is seen from the pavement | exact from 3 candidates, else hidden | the same |
 * | selects on vacancy, anything else | rounded from 10 candidates, else hidden | the same; hidden where one premises is most of it |
 * | takes a share of all | exact: it says nothing of vacancy | rounded: the longest vacant go first |
 * | takes everything | exact | exact |
 * | takes all, after a measure that selected on vacancy | rounded: it has what that one left | rounded |
 */
export function measureGrains({ document, base, result }: ScenarioArchive): MeasureGrain[] {
  const { ids, floorAreas } = base.premises;
  const areas = new Map(ids.map((id, index) => [id, floorAreas[index]!]));
  const results = new Map(result.measures.map(measure => [measure.id, measure]));
  let follows = false;
  return document.measures.map(measure => {
    const did = results.get(measure.id);
    if (did === undefined) return { counts: 'hidden', amounts: 'hidden', takesEverything: false };
    const grain = grainOf({ measure, result: did, base, areas, follows });
    follows ||= !grain.takesEverything;
    return grain;
  });
}
