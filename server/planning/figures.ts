import { DURATION_CODES } from '#vocabulary/duration.ts';
import { FUNCTION_CODES } from '#vocabulary/function.ts';
import type { ScenarioFigureId } from '#vocabulary/scenario-figure.ts';
import type { ScenarioNorm, ScenarioRange } from '../contract/scenario.ts';
import type { ResultFigure } from '../contract/scenario-result.ts';
import { type Deeds, RETAIL } from './case-run.ts';
import { CASES, type Case, type PerCase, perCase, rangeOf } from './range.ts';
import { areaAt, vacantAreaOf, vacantOf, type YearTally } from './year-tally.ts';

/** One case, added up: doing nothing, the proposal, and what the measures did. */
export interface CaseOutcome {
  baseline: YearTally;
  proposal: YearTally;
  /** Vacant premises, and their m2, that measures took or filled up to each year: what they do to vacancy, gross. */
  relieved: { vacant: Float64Array; vacantArea: Float64Array };
  /** m2 where the plan allows a shop and none is in use; undefined where the base does not know the plan. */
  capacity: { baseline: Float64Array; proposal: Float64Array } | undefined;
  deeds: readonly Deeds[];
  /** m2 of everything on the base date, as far as known. */
  areaBefore: number;
}

/** Values per year of doing nothing and of the proposal, in one case. */
type Series = [baseline: Float64Array, proposal: Float64Array, gross?: Float64Array];

const zeros = (years: number) => new Float64Array(years);

/** Sums over years that went before, its own included. */
function cumulated(years: number, of: (year: number) => number): Float64Array {
  const sums = zeros(years);
  let sum = 0;
  for (let year = 0; year < years; year++) {
    sum += of(year);
    sums[year] = sum;
  }
  return sums;
}

const deedSum = (deeds: readonly Deeds[], key: 'homes' | 'cost' | 'green' | 'demolished', years: number) =>
  cumulated(years, year => deeds.reduce((sum, deed) => sum + deed[key][year]!, 0));

function ratio(part: Float64Array, whole: Float64Array): Float64Array {
  return part.map((value, year) => (whole[year]! > 0 ? (100 * value) / whole[year]! : 0));
}

function figureOf(id: ScenarioFigureId, cases: PerCase<Series>, hasGross = false): ResultFigure {
  const years = cases.mid[0].length;
  const ranges = (value: (series: Series, year: number) => number): ScenarioRange[] =>
    Array.from({ length: years }, (_, year) => rangeOf(perCase(name => value(cases[name], year))));
  return {
    id,
    baseline: ranges(([baseline], year) => baseline[year]!),
    proposal: ranges(([, proposal], year) => proposal[year]!),
    difference: ranges(([baseline, proposal], year) => proposal[year]! - baseline[year]!),
    gross: hasGross ? ranges(([, , gross], year) => gross![year]!) : null,
  };
}

const shopsInUse = (tally: YearTally): Float64Array =>
  tally.observed.map((_, year) => tally.areasInUse[areaAt(year, RETAIL)]!);

/** Vacancy by number, by floor area and by how long. */
export function vacancyFigures(outcomes: PerCase<CaseOutcome>, hasRate: boolean): ResultFigure[] {
  const of = (
    id: ScenarioFigureId,
    read: (tally: YearTally) => Float64Array,
    gross?: 'vacant' | 'vacantArea',
  ) =>
    figureOf(
      id,
      perCase(name => {
        const { baseline, proposal, relieved } = outcomes[name];
        return [read(baseline), read(proposal), gross && relieved[gross].map(value => -value)];
      }),
      gross !== undefined,
    );
  const duration = (column: number) => (tally: YearTally) => vacantOf(tally, column);
  const rates = hasRate
    ? [
        of('vacancy-rate', tally => ratio(vacantOf(tally), tally.observed)),
        of('vacancy-area-rate', tally => ratio(vacantAreaOf(tally), tally.observedArea)),
      ]
    : [];
  return [
    of('vacant', tally => vacantOf(tally), 'vacant'),
    of('vacant-area', vacantAreaOf, 'vacantArea'),
    ...rates,
    ...DURATION_CODES.map((code, column) => of(`vacant-${code}`, duration(column))),
  ];
}

/** Floor area per function, and how compact the shops lie. @param hasCore there is a core to be inside of */
export function areaFigures(outcomes: PerCase<CaseOutcome>, hasCore: boolean): ResultFigure[] {
  const of = (id: ScenarioFigureId, read: (tally: YearTally) => Float64Array) =>
    figureOf(
      id,
      perCase(name => [read(outcomes[name].baseline), read(outcomes[name].proposal)]),
    );
  const functions = [...FUNCTION_CODES, 'shared'].map((code, func) =>
    of(`area-${code}` as ScenarioFigureId, tally =>
      tally.observed.map((_, year) => tally.areas[areaAt(year, func)]!),
    ),
  );
  const core = hasCore ? [of('core-share', tally => ratio(tally.shopsInCore, shopsInUse(tally)))] : [];
  return [...functions, ...core];
}

/** Unused room for shops in the plan; none where the base does not know the plan. */
export function planFigures(outcomes: PerCase<CaseOutcome>): ResultFigure[] {
  if (outcomes.mid.capacity === undefined) return [];
  return [
    figureOf(
      'plan-capacity',
      perCase(name => [outcomes[name].capacity!.baseline, outcomes[name].capacity!.proposal]),
    ),
  ];
}

/** What the measures make and take away: homes, people, green, floor area kept, demolished and new. */
export function workFigures(
  outcomes: PerCase<CaseOutcome>,
  hasPeople: boolean,
  hasTrees: boolean,
): ResultFigure[] {
  const years = outcomes.mid.baseline.observed.length;
  const made = (
    id: ScenarioFigureId,
    read: (deed: Deeds, year: number) => number,
    gross = false,
  ): ResultFigure =>
    figureOf(
      id,
      perCase(name => {
        const { deeds } = outcomes[name];
        const sum = (only: (value: number) => number) =>
          cumulated(years, year => deeds.reduce((total, deed) => total + only(read(deed, year)), 0));
        return [zeros(years), sum(value => value), sum(value => Math.max(0, value))];
      }),
      gross,
    );
  const kept = figureOf(
    'kept-area',
    perCase(name => {
      const { areaBefore, deeds } = outcomes[name];
      const demolished = deedSum(deeds, 'demolished', years);
      return [zeros(years).fill(areaBefore), demolished.map(area => areaBefore - area)];
    }),
  );
  return [
    made('homes', (deed, year) => deed.homes[year]!, true),
    ...(hasPeople ? [made('people', (deed, year) => deed.persons[year]!)] : []),
    made('green-area', (deed, year) => deed.green[year]!),
    made('paved-area', (deed, year) => deed.paved[year]!),
    ...(hasTrees ? [made('trees', (deed, year) => deed.trees[year]!)] : []),
    kept,
    made('demolished-area', (deed, year) => deed.demolished[year]!),
    made('built-area', (deed, year) => deed.built[year]!),
  ];
}

/** Ranges of one number per year become a figure whose doing nothing is zero. */
function fromZero(id: ScenarioFigureId, ranges: ScenarioRange[]): ResultFigure {
  const zero = ranges.map(() => ({ low: 0, mid: 0, high: 0 }));
  return { id, baseline: zero, proposal: ranges, difference: ranges, gross: null };
}

/**
 * Cost, value and what remains, each only where somebody filled it in. What remains is worked out with the dearest
 * against the least value and the other way round: costs and values do not go up and down together.
 */
export function moneyFigures(
  outcomes: PerCase<CaseOutcome>,
  has: { cost: boolean; value: boolean },
): ResultFigure[] {
  const years = outcomes.mid.baseline.observed.length;
  const sums = (key: 'cost' | 'value') => {
    const per = perCase(name =>
      cumulated(years, year => outcomes[name].deeds.reduce((sum, deed) => sum + deed[key][year]!, 0)),
    );
    return Array.from({ length: years }, (_, year) => rangeOf(perCase(name => per[name][year]!)));
  };
  const [cost, value] = [has.cost ? sums('cost') : undefined, has.value ? sums('value') : undefined];
  const top =
    cost &&
    value?.map((range, year) => ({
      low: range.low - cost[year]!.high,
      mid: range.mid - cost[year]!.mid,
      high: range.high - cost[year]!.low,
    }));
  return [
    ...(cost ? [fromZero('cost', cost)] : []),
    ...(value ? [fromZero('value', value)] : []),
    ...(top ? [fromZero('uneconomic-top', top)] : []),
  ];
}

/** Demand by one norm for one tally, year by year. */
function demand(tally: YearTally, deeds: readonly Deeds[], norm: ScenarioNorm, at: Case): Float64Array {
  const years = tally.observed.length;
  const homes = deedSum(deeds, 'homes', years);
  return zeros(years).map((_, year) => {
    let sum = 0;
    for (const [code, range] of Object.entries(norm.values)) {
      const func = (FUNCTION_CODES as readonly string[]).indexOf(code);
      const value = range![at];
      const inUse = tally.areasInUse[areaAt(year, func)]!;
      if (norm.kind === 'jobs') sum += value > 0 ? inUse / value : 0;
      else if (norm.kind === 'energy') sum += inUse * value;
      else if (code === 'housing') sum += homes[year]! * value;
      else sum += (inUse * value) / 100;
    }
    return sum;
  });
}

/** Jobs, parking and energy by the municipality's own norms; over every case with every value of the norm. */
export function normFigures(outcomes: PerCase<CaseOutcome>, norms: readonly ScenarioNorm[]): ResultFigure[] {
  return norms
    .filter(norm => Object.keys(norm.values).length > 0)
    .map(norm => {
      const all = CASES.flatMap(name =>
        CASES.map((at): Series => {
          const { baseline, proposal, deeds } = outcomes[name];
          return [demand(baseline, [], norm, at), demand(proposal, deeds, norm, at)];
        }),
      );
      const mid: Series = all[4]!;
      const spread = (read: (series: Series, year: number) => number): ScenarioRange[] =>
        Array.from(mid[0], (_, year) => {
          const values = all.map(series => read(series, year));
          return { low: Math.min(...values), mid: read(mid, year), high: Math.max(...values) };
        });
      return {
        id: norm.kind,
        baseline: spread(([baseline], year) => baseline[year]!),
        proposal: spread(([, proposal], year) => proposal[year]!),
        difference: spread(([baseline, proposal], year) => proposal[year]! - baseline[year]!),
        gross: null,
      };
    });
}
