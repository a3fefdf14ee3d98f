import { isNumber, NOT_OBSERVED } from '../../geodata/figures/mark.ts';
import { measureIndex } from '../../geodata/figures/measure.ts';
import type { FunctionScope } from '../../geodata/vocabulary/function.ts';
import { type ScenarioFigureId, scenarioFigure } from '../../geodata/vocabulary/scenario-figure.ts';
import type { PublishedFigure } from '../contract/published-scenario.ts';
import type { MeasureResult, ResultFigure } from '../contract/scenario-result.ts';
import type { ScenarioArchive } from '../contract/scenario-version.ts';
import { measureModel } from '../planning/measures.ts';
import type { MeasureGrain } from './scenario-measure-grain.ts';
import {
  type Grain,
  marked,
  roundingOf,
  shownDifference,
  shownNumber,
  shownRange,
} from './scenario-rounding.ts';
import { startFigure } from './scenario-start.ts';

/** Figures that no taken premises changes. */
const OF_PUBLIC_SPACE: readonly ScenarioFigureId[] = ['green-area', 'paved-area', 'trees'];

const VACANT_AREA = measureIndex('vacantArea');

/** Whether a measure has a part in a figure; one that is hidden has it wherever it could, so that nought tells nothing. */
function hasPart(id: ScenarioFigureId, result: MeasureResult, kind: string): boolean {
  if (OF_PUBLIC_SPACE.includes(id)) return false;
  if (id === 'homes' || id === 'people') {
    const makes = measureModel(kind)?.parameters.some(({ unit }) => unit === 'square-metres-per-home');
    return makes === true || result.homes.low !== 0 || result.homes.high !== 0;
  }
  if (id === 'cost') return result.cost !== null;
  if (id === 'value') return result.value !== null;
  if (id === 'uneconomic-top') return result.cost !== null || result.value !== null;
  return true;
}

/** Grain of a figure, from those of the measures that have a part in it. */
function grainOfParts(
  id: ScenarioFigureId,
  archive: ScenarioArchive,
  grains: readonly MeasureGrain[],
): Grain {
  const results = new Map(archive.result.measures.map(measure => [measure.id, measure]));
  const parts = archive.document.measures.flatMap((measure, index) => {
    const result = results.get(measure.id);
    const grain = grains[index]!.amounts;
    if (result === undefined) return ['hidden' as const];
    const idle = grain === 'exact' && result.taken.high === 0 && result.homes.high === 0;
    return !idle && hasPart(id, result, measure.kind) ? [grain] : [];
  });
  if (parts.length === 1 && parts[0] === 'hidden') return 'hidden';
  return parts.every(grain => grain === 'exact') ? 'exact' : 'rounded';
}

/** Functions whose floor area in use a figure is made of; none: it does not depend on what stands empty. */
function functionsInUse(id: ScenarioFigureId, { document }: ScenarioArchive): FunctionScope[] {
  if (id === 'core-share' || id === 'plan-capacity') return ['retail'];
  const norm = document.norms.find(({ kind }) => kind === id);
  return norm === undefined ? [] : (Object.keys(norm.values) as FunctionScope[]);
}

/** Grain of the floor area in use of one function: as the cube shows what of it stands empty on the base date. */
function grainOfFunction(scope: FunctionScope, { base }: ScenarioArchive): Grain {
  const { shown, exact } = startFigure(base, base.premises.ids.keys(), scope);
  if (shown.every(value => value === NOT_OBSERVED)) return 'exact';
  if (!isNumber(shown[VACANT_AREA]!)) return 'hidden';
  return exact ? 'exact' : 'rounded';
}

/** Grain of several together: rounded when one of them is hidden, as the cube's total is; hidden when all are. */
function grainOfUse(functions: readonly FunctionScope[], archive: ScenarioArchive): Grain {
  const grains = functions.map(scope => grainOfFunction(scope, archive));
  if (grains.length > 0 && grains.every(grain => grain === 'hidden')) return 'hidden';
  return grains.every(grain => grain === 'exact') ? 'exact' : 'rounded';
}

function coarsest(grains: readonly Grain[]): Grain {
  if (grains.includes('hidden')) return 'hidden';
  return grains.includes('rounded') ? 'rounded' : 'exact';
}

/**
 * A figure that is no vacancy as published: homes, floor area by function, what is demolished, euros, norms.
 *
 * It is as fine as the measures that have a part in it. When some of them are hidden the whole is rounded, and hidden
 * when the hidden one is the only one: the whole would be the part. Figures of what is in use (norms, shops in the
 * core, room in the plan) are vacancy the other way round: as fine as the cube is about those functions.
 */
export function publishedEffect(
  figure: ResultFigure,
  archive: ScenarioArchive,
  grains: readonly MeasureGrain[],
): PublishedFigure {
  const { unit } = scenarioFigure(figure.id);
  const use = grainOfUse(functionsInUse(figure.id, archive), archive);
  const grain = coarsest([use, grainOfParts(figure.id, archive, grains)]);
  const show = (value: number) => shownNumber(value, unit, grain);
  // What is there without measures no measure gives away, only what stands empty does.
  const before =
    use === 'hidden' || grain !== 'hidden' ? show : (value: number) => shownNumber(value, unit, use);
  const rounding = roundingOf(unit, grain);
  const baseline = figure.baseline.map(range => shownRange(range, before));
  const proposal = figure.proposal.map(range => shownRange(range, show));
  const difference = figure.difference.map((range, year) =>
    grain === 'hidden'
      ? marked('confidential')
      : shownDifference(proposal[year]!, baseline[year]!, range, rounding),
  );
  const gross = figure.gross?.map(range => shownRange(range, show)) ?? null;
  return { id: figure.id, baseline, proposal, difference, gross };
}
