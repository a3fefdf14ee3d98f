import { FUNCTION_CODES, type FunctionCode } from '#vocabulary/function.ts';
import type { ScenarioDocument, ScenarioMeasure } from '../contract/scenario.ts';
import type { ScenarioBase } from '../contract/scenario-base.ts';
import type { ScenarioResult } from '../contract/scenario-result.ts';
import { CaseRun } from './case-run.ts';
import { coreFlags } from './core-shopping.ts';
import { addHardPlans, flowsIn } from './doing-nothing.ts';
import { faultsOf } from './fault.ts';
import {
  areaFigures,
  type CaseOutcome,
  moneyFigures,
  normFigures,
  planFigures,
  vacancyFigures,
  workFigures,
} from './figures.ts';
import { startsVacant } from './holding.ts';
import { measureResults } from './measure-result.ts';
import { MeasureRun } from './measure-run.ts';
import { measureModel } from './measures.ts';
import { type Case, perCase } from './range.ts';
import { sideResults } from './side.ts';
import { type Filling, fill, fillingOf } from './staying.ts';
import { groupsAfter, plannedAfter, untouchedOf, unusedCapacity } from './untouched.ts';
import { coursesFor, isCounted, knowsPlan, type TallyRules, tallyGroups } from './year-tally.ts';

/** Most years that are looked at: beyond a generation observed flows say nothing. */
export const MOST_YEARS = 31;

/** Calendar years of a scenario: that of the base date first, the horizon last; at least two, at most MOST_YEARS. */
export function yearsOf(
  document: Pick<ScenarioDocument, 'horizon'>,
  base: Pick<ScenarioBase, 'series'>,
): number[] {
  const first = Number(base.series.referenceDate.slice(0, 4));
  const count = Math.min(MOST_YEARS, Math.max(2, document.horizon - first + 1));
  return Array.from({ length: count }, (_, index) => first + index);
}

/** Lets every measure act, in order, on what the ones before left. */
function runMeasures(run: CaseRun, measures: readonly ScenarioMeasure[], baseYear: number): void {
  for (const measure of measures) {
    const model = measureModel(measure.kind);
    if (model === undefined) run.begin(measure);
    else model.apply(new MeasureRun(run, model, measure, baseYear));
  }
}

/** Vacant premises that were taken whole or moved into, added up over the years. */
function relievedBy(run: CaseRun, { counted }: TallyRules): CaseOutcome['relieved'] {
  const [vacant, vacantArea] = [new Float64Array(run.years), new Float64Array(run.years)];
  for (const { taken, filled } of run.deeds)
    for (const { holding, year } of [...taken.filter(({ whole }) => whole), ...filled]) {
      const gone = run.holdings[holding]!;
      if (!startsVacant(gone) || !isCounted(gone.func, counted)) continue;
      for (let later = year; later < run.years; later++) {
        vacant[later]! += 1;
        vacantArea[later]! += Math.max(0, gone.floorArea);
      }
    }
  return { vacant, vacantArea };
}

function outcomeOf(
  document: ScenarioDocument,
  base: ScenarioBase,
  name: Case,
  rules: TallyRules,
  years: number[],
): CaseOutcome & { run: CaseRun; filling: Filling | undefined } {
  const run = new CaseRun(base, name, rules.years);
  runMeasures(run, document.measures, years[0]!);
  const untouched = untouchedOf(base, rules);
  const [baseline, proposal] = [
    tallyGroups(untouched.groups, rules),
    tallyGroups(groupsAfter(run, rules), rules),
  ];
  const filling = fillingOf(run, proposal, document, name, rules);
  if (filling) fill(proposal, filling);
  if (document.baseline.mode === 'observed')
    for (const tally of [baseline, proposal])
      addHardPlans(tally, base, document.baseline, { name, years: years.length, baseYear: years[0]! });
  const capacity = knowsPlan(base)
    ? {
        baseline: unusedCapacity(untouched.planned, rules),
        proposal: unusedCapacity(plannedAfter(run, rules), rules, filling),
      }
    : undefined;
  const { areaBefore } = untouched;
  return {
    baseline,
    proposal,
    relieved: relievedBy(run, rules),
    capacity,
    deeds: run.deeds,
    areaBefore,
    run,
    filling,
  };
}

/** Whether a parameter is filled in wherever it would count. */
function isFilled(document: ScenarioDocument, ids: readonly string[], everywhere: boolean): boolean {
  const asking = document.measures.filter(({ kind }) =>
    measureModel(kind)?.parameters.some(({ id }) => ids.includes(id)),
  );
  const has = ({ parameters }: ScenarioMeasure) => ids.some(id => parameters[id] !== undefined);
  return everywhere ? asking.length > 0 && asking.every(has) : asking.some(has);
}

/** Parameters that are euros to be paid. */
export const COST_PARAMETERS = [
  'cost',
  'home-cost',
  'move-cost',
  'build-cost',
  'demolition-cost',
  'compensation',
];

/**
 * Everything that follows from a scenario: a pure function of the document and its base, the same to the last digit in
 * a browser and on the server (sums, products and divisions of doubles only, in one order; IEEE 754 leaves no choice).
 * Works on unfinished documents too: what is wrong stands in `faults`, and what cannot be worked out is left out.
 * @param functions whose vacancy is counted; left out: of everything that the series observes
 */
export function recompute(
  document: ScenarioDocument,
  base: ScenarioBase,
  functions?: readonly FunctionCode[],
): ScenarioResult {
  const years = yearsOf(document, base);
  const core = coreFlags(document, base);
  const counted = functions && Uint8Array.from(FUNCTION_CODES, code => Number(functions.includes(code)));
  const announced = document.baseline.announced && document.baseline.mode === 'observed';
  const courses = (name: Case) => coursesFor(flowsIn(base, document.baseline, name), years.length, announced);
  const rules = perCase(
    (name): TallyRules => ({ years: years.length, courses: courses(name), core, counted }),
  );
  const outcomes = perCase(name => outcomeOf(document, base, name, rules[name], years));
  const figures = [
    ...vacancyFigures(outcomes, base.series.covered),
    ...areaFigures(outcomes, core !== undefined),
    ...planFigures(outcomes),
    ...workFigures(outcomes, isFilled(document, ['persons'], true), isFilled(document, ['trees'], false)),
    ...moneyFigures(outcomes, {
      cost: isFilled(document, COST_PARAMETERS, false),
      value: isFilled(document, ['home-value'], false),
    }),
    ...normFigures(outcomes, document.norms),
  ];
  const measures = measureResults(outcomes, years[0]!);
  const sides = sideResults(base, outcomes.mid, rules.mid);
  const partial = { years, figures, measures, sides };
  return { ...partial, faults: faultsOf(document, base, partial) };
}
