import type { ScenarioDocument, ScenarioMeasure } from '../contract/scenario.ts';
import type { ScenarioBase } from '../contract/scenario-base.ts';
import type { ScenarioResult } from '../contract/scenario-result.ts';
import { CaseRun, RETAIL } from './case-run.ts';
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
import { baseHoldings, HOLDING_FUNCTIONS, type Holding, startsVacant } from './holding.ts';
import { measureResults } from './measure-result.ts';
import { MeasureRun } from './measure-run.ts';
import { measureModel } from './measures.ts';
import { areaPlace, premisesInPlace, premisesSetInPlace } from './place.ts';
import { type Case, perCase } from './range.ts';
import { sideResults } from './side.ts';
import { type Filling, fill, fillingOf } from './staying.ts';
import { areaAt, coursesFor, knowsPlan, type TallyRules, tallyYears, type YearTally } from './year-tally.ts';

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

/** Premises inside the core: of the first measure that makes one compact, else of the core shopping areas. */
function coreOf(document: ScenarioDocument, base: ScenarioBase): ReadonlySet<number> | undefined {
  const made = document.measures.find(({ kind, place }) => kind === 'compact-core' && place !== null);
  if (made) return premisesSetInPlace(made.place!, base);
  const zones = base.zones.filter(({ kind }) => kind === 'core-shopping');
  if (base.area.kind === 'core-shopping' || zones.length === 0) return undefined;
  return new Set(zones.flatMap(({ id }) => premisesInPlace(areaPlace(base, id), base)));
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
function relievedBy(run: CaseRun): CaseOutcome['relieved'] {
  const [vacant, vacantArea] = [new Float64Array(run.years), new Float64Array(run.years)];
  for (const { taken, filled } of run.deeds)
    for (const { holding, year } of [...taken.filter(({ whole }) => whole), ...filled]) {
      const gone = run.holdings[holding]!;
      if (!startsVacant(gone)) continue;
      for (let later = year; later < run.years; later++) {
        vacant[later]! += 1;
        vacantArea[later]! += Math.max(0, gone.floorArea);
      }
    }
  return { vacant, vacantArea };
}

/** Room for shops in the plan that is not used by a shop. @param noShopFrom year in which the plan ends it, by premises */
function unusedCapacity(
  base: ScenarioBase,
  { holdings, until }: Pick<CaseRun, 'holdings' | 'until'>,
  { noShopFrom, filling }: { noShopFrom: ReadonlyMap<number, number>; filling?: Filling | undefined },
  rules: TallyRules,
): Float64Array {
  const { allowed } = base.premises;
  const found: Holding[] = [];
  const ends: number[] = [];
  holdings.forEach((holding, index) => {
    if (allowed[holding.premises] !== RETAIL) return;
    const end = Math.min(until[index]!, noShopFrom.get(holding.premises) ?? Number.POSITIVE_INFINITY);
    found.push(holding);
    ends.push(Math.max(holding.from, end));
  });
  const tally = tallyYears(found, ends, rules);
  if (filling) fill(tally, filling);
  const { areas, areasInUse, observed } = tally;
  return observed.map((_, year) => {
    let room = 0;
    for (let func = 0; func < HOLDING_FUNCTIONS; func++) room += areas[areaAt(year, func)]!;
    return room - areasInUse[areaAt(year, RETAIL)]!;
  });
}

/** Doing nothing in one case: the premises as they are, on their courses, with the plans that go ahead. */
interface Unchanged {
  tally: YearTally;
  capacity: Float64Array | undefined;
}

const unchanged = new WeakMap<ScenarioBase, Map<string, Unchanged>>();

/** Doing nothing depends on no measure: while a planner turns one, it is worked out once. */
function unchangedOf(
  document: ScenarioDocument,
  base: ScenarioBase,
  name: Case,
  rules: TallyRules,
  years: number[],
) {
  const known = unchanged.get(base) ?? new Map<string, Unchanged>();
  unchanged.set(base, known);
  const key = JSON.stringify([name, years.length, document.baseline, rules.core && [...rules.core]]);
  const found = known.get(key);
  if (found) return found;
  // A few of them: the present one, and those that undo and redo go between.
  if (known.size > 30) known.clear();
  const holdings = [...baseHoldings(base)];
  const until = holdings.map(() => Number.POSITIVE_INFINITY);
  const tally = tallyYears(holdings, until, rules);
  addPlans(tally, document, base, name, years);
  const capacity = knowsPlan(base)
    ? unusedCapacity(base, { holdings, until }, { noShopFrom: new Map() }, rules)
    : undefined;
  const made = { tally, capacity };
  known.set(key, made);
  return made;
}

function addPlans(
  tally: YearTally,
  { baseline }: ScenarioDocument,
  base: ScenarioBase,
  name: Case,
  years: number[],
) {
  if (baseline.mode === 'observed')
    addHardPlans(tally, base, baseline, { name, years: years.length, baseYear: years[0]! });
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
  const { tally: baseline, capacity: before } = unchangedOf(document, base, name, rules, years);
  const proposal = tallyYears(run.holdings, run.until, rules);
  const filling = fillingOf(run, proposal, document, name, rules);
  if (filling) fill(proposal, filling);
  addPlans(proposal, document, base, name, years);
  const { noShopFrom } = run;
  const capacity = before && {
    baseline: before,
    proposal: unusedCapacity(base, run, { noShopFrom, filling }, rules),
  };
  const areaBefore = baseHoldings(base).reduce((sum, { floorArea }) => sum + Math.max(0, floorArea), 0);
  return {
    baseline,
    proposal,
    relieved: relievedBy(run),
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
 */
export function recompute(document: ScenarioDocument, base: ScenarioBase): ScenarioResult {
  const years = yearsOf(document, base);
  const core = coreOf(document, base);
  const announced = document.baseline.announced && document.baseline.mode === 'observed';
  const courses = (name: Case) => coursesFor(flowsIn(base, document.baseline, name), years.length, announced);
  const rules = perCase((name): TallyRules => ({ years: years.length, courses: courses(name), core }));
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
