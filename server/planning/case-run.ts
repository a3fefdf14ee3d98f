import { FUNCTION_CODES, functionIndex } from '#vocabulary/function.ts';
import type { ScenarioMeasure } from '../contract/scenario.ts';
import type { ScenarioBase } from '../contract/scenario-base.ts';
import { isObserved } from './course.ts';
import { baseHoldings, type Holding, IN_USE, NOT_OBSERVED } from './holding.ts';
import type { Case } from './range.ts';

/** What a measure did in one case, besides ending holdings and beginning others. Years are indexes. */
export interface Deeds {
  measure: ScenarioMeasure;
  candidates: number;
  /** Holdings that were taken (index) and when; `becomes` is what it turned into; `whole`: nothing of it stays what it was. */
  taken: { holding: number; year: number; becomes: string; whole: boolean }[];
  /** Vacant holdings that somebody moved into, and when. */
  filled: { holding: number; year: number }[];
  /** Premises (index) whose shop function ends, and when. */
  planned: { premises: number; year: number }[];
  takenArea: number;
  tooSmall: number;
  unknownArea: number;
  /** By year: homes made, persons in them, euros, m2 and trees. */
  homes: Float64Array;
  persons: Float64Array;
  cost: Float64Array;
  value: Float64Array;
  green: Float64Array;
  paved: Float64Array;
  trees: Float64Array;
  demolished: Float64Array;
  built: Float64Array;
}

const observedOf = new WeakMap<ScenarioBase, ReadonlySet<number>>();

/** Functions of which the series looks at some premises. */
function observedFunctions(base: ScenarioBase): ReadonlySet<number> {
  const known = observedOf.get(base);
  if (known) return known;
  const observed = baseHoldings(base).filter(({ start }) => isObserved(start));
  const made = new Set(observed.map(({ func }) => func));
  observedOf.set(base, made);
  return made;
}

/** Everything that is known of one case while the measures act one after the other. */
export class CaseRun {
  readonly base: ScenarioBase;
  readonly name: Case;
  /** Years looked at, the base year included. */
  readonly years: number;
  /** The premises of the base, then what measures made. */
  readonly holdings: Holding[];
  /** Year (index) in which each holding ends; Infinity: it stays. */
  readonly until: number[];
  /** Premises of the base that ended, as indexes of holdings: what differs from doing nothing, besides what was added. */
  readonly ended: number[] = [];
  /** Year from which the plan allows no shop any more, by index of the premises. */
  readonly noShopFrom = new Map<number, number>();
  readonly deeds: Deeds[] = [];
  readonly #observedFunctions: ReadonlySet<number>;

  constructor(base: ScenarioBase, name: Case, years: number) {
    this.base = base;
    this.name = name;
    this.years = years;
    this.holdings = baseHoldings(base).slice();
    this.until = new Array<number>(this.holdings.length).fill(Number.POSITIVE_INFINITY);
    this.#observedFunctions = observedFunctions(base);
  }

  /** Begins what a measure does. */
  begin(measure: ScenarioMeasure): Deeds {
    const none = () => new Float64Array(this.years);
    const deeds: Deeds = {
      measure,
      candidates: 0,
      taken: [],
      filled: [],
      planned: [],
      takenArea: 0,
      tooSmall: 0,
      unknownArea: 0,
      homes: none(),
      persons: none(),
      cost: none(),
      value: none(),
      green: none(),
      paved: none(),
      trees: none(),
      demolished: none(),
      built: none(),
    };
    this.deeds.push(deeds);
    return deeds;
  }

  /** Start of a holding that comes into use: counted only where the series looks at such a function. */
  startInUse(func: number): number {
    return this.#observedFunctions.has(func) ? IN_USE : NOT_OBSERVED;
  }

  /** Ends a holding; what comes in its place is added apart. */
  end(holding: number, year: number): void {
    if (holding < this.base.premises.ids.length) this.ended.push(holding);
    this.until[holding] = year;
  }

  /** Adds a holding. @returns its index */
  add(holding: Holding): number {
    this.until.push(Number.POSITIVE_INFINITY);
    return this.holdings.push(holding) - 1;
  }

  /** Whether a holding is there at the end of what the measures before did. */
  isThere(holding: number): boolean {
    return this.until[holding] === Number.POSITIVE_INFINITY;
  }
}

/** Index of the function of homes, of shops, ... in columns. */
export const HOUSING = functionIndex('housing');
export const RETAIL = functionIndex('retail');

/** Whether an id names a function. */
export function isFunction(id: string): id is (typeof FUNCTION_CODES)[number] {
  return (FUNCTION_CODES as readonly string[]).includes(id);
}
