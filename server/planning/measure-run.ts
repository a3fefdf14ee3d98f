import type { FunctionCode } from '#vocabulary/function.ts';
import { functionIndex } from '#vocabulary/function.ts';
import type { MeasureTakes, ScenarioMeasure, ScenarioPlace } from '../contract/scenario.ts';
import type { ScenarioBase } from '../contract/scenario-base.ts';
import type { CaseRun, Deeds } from './case-run.ts';
import { baseHoldings, FIRST_VACANT, type Holding, NO_AREA, startsVacant } from './holding.ts';
import { chosen, type MeasureModel, type ParameterTerm } from './measure.ts';
import { premisesSetInPlace } from './place.ts';
import type { Case } from './range.ts';

/** Turn by start: three years or longer, one to three, unknown, under one; then announced, in use, not observed. */
const TURN = [6, 5, 4, 3, 1, 0, 2];

/** Starts of vacancies of a year or longer. */
const OVER_1 = [FIRST_VACANT + 1, FIRST_VACANT + 2];

/** Which value of a parameter stands for little, expected or much effect of the measure. */
function sideOf({ effect }: ParameterTerm, name: Case): Case {
  if (effect !== 'less' || name === 'mid') return name;
  return name === 'low' ? 'high' : 'low';
}

/** Which of two holdings goes first: the longest vacant, then the largest, then as the base has them. */
function compareTurn(a: Holding, b: Holding): number {
  return TURN[a.start]! - TURN[b.start]! || b.floorArea - a.floorArea || a.premises - b.premises;
}

const ranks = new WeakMap<ScenarioBase, Int32Array>();

/** Rank of each premises of a base in that order; worked out once. */
function rankOf(base: ScenarioBase): Int32Array {
  const known = ranks.get(base);
  if (known) return known;
  const holdings = baseHoldings(base);
  const order = holdings.map((_, index) => index).sort((a, b) => compareTurn(holdings[a]!, holdings[b]!));
  const rank = new Int32Array(holdings.length);
  order.forEach((index, place) => {
    rank[index] = place;
  });
  ranks.set(base, rank);
  return rank;
}

const NOWHERE: ReadonlySet<number> = new Set();

/** One measure in one case: what it may take, and the ways in which it changes what is there. */
export class MeasureRun {
  readonly measure: ScenarioMeasure;
  readonly deeds: Deeds;
  readonly run: CaseRun;
  readonly #model: MeasureModel;
  readonly #baseYear: number;

  constructor(run: CaseRun, model: MeasureModel, measure: ScenarioMeasure, baseYear: number) {
    this.run = run;
    this.measure = measure;
    this.#model = model;
    this.#baseYear = baseYear;
    this.deeds = run.begin(measure);
  }

  /** A parameter in this case; undefined when it was not filled in. */
  value(id: string): number | undefined {
    const term = this.#model.parameters.find(parameter => parameter.id === id);
    const given = this.measure.parameters[id];
    return term && given ? given[sideOf(term, this.run.name)] : undefined;
  }

  /** The option of a choice. @throws TypeError for a choice that the measure does not have */
  choice(id: string): string {
    const term = this.#model.choices.find(choice => choice.id === id);
    if (term === undefined) throw new TypeError(`${this.#model.kind} has no choice ${id}`);
    return chosen(this.measure, term);
  }

  /** Premises of a place, as a set of indexes of the base. */
  premisesIn(place: ScenarioPlace | null): ReadonlySet<number> {
    return place === null ? NOWHERE : premisesSetInPlace(place, this.run.base);
  }

  /**
   * Holdings in a place that are there and pass, the longest vacant first, then the largest, then as the base has them:
   * a larger share of them always holds a smaller one.
   */
  candidates(place: ReadonlySet<number>, pass: (holding: Holding) => boolean): number[] {
    const { holdings, base } = this.run;
    const found: number[] = [];
    const look = (index: number): void => {
      if (this.run.isThere(index) && pass(holdings[index]!)) found.push(index);
    };
    for (const premises of place) look(premises);
    for (let index = base.premises.ids.length; index < holdings.length; index++)
      if (place.has(holdings[index]!.premises)) look(index);
    const [rank, count] = [rankOf(base), base.premises.ids.length];
    return found.sort((a, b) =>
      a < count && b < count ? rank[a]! - rank[b]! : compareTurn(holdings[a]!, holdings[b]!) || a - b,
    );
  }

  /** The usual candidates: of some functions, in the measure's place, as `takes` says; their number is kept. */
  candidatesOf(functions: readonly FunctionCode[]): number[] {
    const wanted = new Set(functions.map(functionIndex));
    const { takes } = this.measure;
    const found = this.candidates(
      this.premisesIn(this.measure.place),
      holding => wanted.has(holding.func) && isTaken(holding, takes),
    );
    this.deeds.candidates = found.length;
    return found;
  }

  /**
   * Year (index) in which the n-th of so many is taken: spread evenly over the phase, and never before what it is
   * taken from is there.
   */
  yearOf(position: number, count: number, holding: number): number {
    const { from, until } = this.measure.phase;
    const years = Math.max(1, until - from + 1);
    const planned = from - this.#baseYear + Math.floor((position * years) / Math.max(1, count));
    return this.withinYears(Math.max(planned, this.run.holdings[holding]?.from ?? 0));
  }

  /** A year that is looked at: measures work in the base year at the earliest, in the last one at the latest. */
  withinYears(year: number): number {
    return Math.min(Math.max(year, 1), this.run.years - 1);
  }

  /** Last year of the phase, as an index. */
  get lastYear(): number {
    return this.withinYears(this.measure.phase.until - this.#baseYear);
  }

  /** Takes a holding in a year: it ends, and is counted. @param area m2 that are taken, where it is not all of it */
  take(holding: number, year: number, becomes: string, area?: number): Holding {
    const taken = this.run.holdings[holding]!;
    this.run.end(holding, year);
    const whole = area === undefined || area >= taken.floorArea;
    this.deeds.taken.push({ holding, year, becomes, whole });
    this.deeds.takenArea += Math.max(0, area ?? taken.floorArea);
    return taken;
  }

  /** What comes in the place of a taken holding. Starts in use where the series looks at it, unless it says otherwise. */
  makeOf(taken: Holding, year: number, made: Partial<Holding> & { func: number; floorArea: number }): number {
    const start = made.start ?? this.run.startInUse(made.func);
    return this.run.add({ ...taken, partVacant: 0, homes: 0, since: year, ...made, start, from: year });
  }

  /** Whether a holding stood empty for a year or longer at its start. */
  isOverOne(holding: number): boolean {
    return OVER_1.includes(this.run.holdings[holding]!.start);
  }

  /** From a year on the plan allows no shop in these premises. */
  endShopFunctionOf(premises: number, year: number): void {
    const { noShopFrom } = this.run;
    noShopFrom.set(premises, Math.min(noShopFrom.get(premises) ?? year, year));
  }

  /** The same, of the premises that a holding came out of. */
  endShopFunction(holding: number, year: number): void {
    this.endShopFunctionOf(this.run.holdings[holding]!.premises, year);
  }

  /** Floor area that is known; without it a holding cannot be converted, and is counted as such. */
  knowsArea(holding: number): boolean {
    if (this.run.holdings[holding]!.floorArea !== NO_AREA) return true;
    this.deeds.unknownArea += 1;
    return false;
  }

  /** Homes in a year, with the persons and the value that were filled in. */
  addHomes(year: number, homes: number): void {
    this.deeds.homes[year]! += homes;
    this.deeds.persons[year]! += homes * (this.value('persons') ?? 0);
    this.deeds.value[year]! += homes * (this.value('home-value') ?? 0);
  }

  /** Euros in a year: an amount of something times the cost of one, where that was filled in. */
  addCost(year: number, amount: number, parameter: string): void {
    this.deeds.cost[year]! += amount * (this.value(parameter) ?? 0);
  }
}

function isTaken(holding: Holding, takes: MeasureTakes): boolean {
  if (takes === 'all') return true;
  return takes === 'vacant' ? startsVacant(holding) : OVER_1.includes(holding.start);
}
