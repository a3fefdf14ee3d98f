import type { ScenarioBase } from '../contract/scenario-base.ts';
import { type CaseRun, RETAIL } from './case-run.ts';
import { baseHoldings, HOLDING_FUNCTIONS, type Holding } from './holding.ts';
import { copyOfGroups, countHolding, emptyGroups, type HoldingGroups } from './holding-group.ts';
import { type Filling, fill } from './staying.ts';
import { areaAt, isInCore, type TallyRules, tallyGroups } from './year-tally.ts';

/** The premises of a base as groups, before any measure. */
interface Untouched {
  groups: HoldingGroups;
  /** Of those where the plan allows a shop. */
  planned: HoldingGroups;
  /** m2 of everything, as far as known. */
  areaBefore: number;
}

const known = new WeakMap<ScenarioBase, { key: Uint8Array | undefined; years: number; made: Untouched }>();

const isPlanned = (base: ScenarioBase, { premises }: Holding): boolean =>
  base.premises.allowed[premises] === RETAIL;

/** Counts a base once: a measure changes a few hundred of its thousands of premises. */
export function untouchedOf(base: ScenarioBase, rules: TallyRules): Untouched {
  const found = known.get(base);
  if (found && found.key === rules.core && found.years === rules.years) return found.made;
  const made = { groups: emptyGroups(rules.years), planned: emptyGroups(rules.years), areaBefore: 0 };
  for (const holding of baseHoldings(base)) {
    const inCore = isInCore(holding, rules);
    countHolding(made.groups, holding, Number.POSITIVE_INFINITY, inCore);
    if (isPlanned(base, holding)) countHolding(made.planned, holding, Number.POSITIVE_INFINITY, inCore);
    made.areaBefore += Math.max(0, holding.floorArea);
  }
  known.set(base, { key: rules.core, years: rules.years, made });
  return made;
}

/** Premises of the base as they were, less what ended, with what was added. */
function changed(
  before: HoldingGroups,
  run: CaseRun,
  rules: TallyRules,
  { touched, until }: { touched: Iterable<number>; until: (index: number) => number | undefined },
): HoldingGroups {
  const groups = copyOfGroups(before);
  for (const index of touched) {
    const [holding, end] = [run.holdings[index]!, until(index)];
    if (end === undefined) continue;
    countHolding(groups, holding, Number.POSITIVE_INFINITY, isInCore(holding, rules), -1);
    countHolding(groups, holding, end, isInCore(holding, rules));
  }
  for (let index = run.base.premises.ids.length; index < run.holdings.length; index++) {
    const [holding, end] = [run.holdings[index]!, until(index)];
    if (end !== undefined) countHolding(groups, holding, end, isInCore(holding, rules));
  }
  return groups;
}

/** Everything that stands after the measures. */
export function groupsAfter(run: CaseRun, rules: TallyRules): HoldingGroups {
  const { groups } = untouchedOf(run.base, rules);
  return changed(groups, run, rules, { touched: new Set(run.ended), until: index => run.until[index]! });
}

/** Of that, what the plan allows a shop in, until the plan ends it. */
export function plannedAfter(run: CaseRun, rules: TallyRules): HoldingGroups {
  const { planned } = untouchedOf(run.base, rules);
  const until = (index: number): number | undefined => {
    const holding = run.holdings[index]!;
    if (!isPlanned(run.base, holding)) return undefined;
    const ends = run.noShopFrom.get(holding.premises) ?? Number.POSITIVE_INFINITY;
    return Math.max(holding.from, Math.min(run.until[index]!, ends));
  };
  // Premises of the base come first among the holdings: their index is the same.
  return changed(planned, run, rules, { touched: new Set([...run.ended, ...run.noShopFrom.keys()]), until });
}

/** Room for shops in the plan that no shop in use takes, per year. */
export function unusedCapacity(planned: HoldingGroups, rules: TallyRules, filling?: Filling): Float64Array {
  const tally = tallyGroups(planned, rules);
  if (filling) fill(tally, filling);
  const { areas, areasInUse, observed } = tally;
  return observed.map((_, year) => {
    let room = 0;
    for (let func = 0; func < HOLDING_FUNCTIONS; func++) room += areas[areaAt(year, func)]!;
    return room - areasInUse[areaAt(year, RETAIL)]!;
  });
}
