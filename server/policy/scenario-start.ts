import { CONFIDENTIAL, isNumber, NOT_OBSERVED } from '../../geodata/figures/mark.ts';
import { FIRST_DURATION, MEASURES, measureIndex } from '../../geodata/figures/measure.ts';
import { emptyStock, type Stock } from '../../geodata/figures/stock.ts';
import { type Tally, talliesByFunction } from '../../geodata/figures/tally.ts';
import type { FunctionCode, FunctionScope } from '../../geodata/vocabulary/function.ts';
import type { ScenarioBase } from '../contract/scenario-base.ts';
import { accessesOf } from './access.ts';
import { disclose, VISIBLE_FUNCTIONS } from './disclosure.ts';

/** Vacancy of a place on the base date: numbers and marks (`figures/mark.ts`) as published, and the same exact. */
export interface StartFigure {
  /** MEASURES, as the published cube has them. */
  shown: readonly number[];
  /** MEASURES before the policy: for this room only. */
  truth: readonly number[];
  /** Nothing in it was rounded: it is of what anybody sees from the pavement. */
  exact: boolean;
}

const stocks = new WeakMap<ScenarioBase, Stock>();

/** The premises of a base as the tallies count them; made once per base. */
function stockOf(base: ScenarioBase): Stock {
  const known = stocks.get(base);
  if (known) return known;
  const { ids, states, functions, floorAreas, vacantAreas, durations } = base.premises;
  const stock = emptyStock(ids.length, 1);
  stock.states.set(states);
  stock.functions.set(functions);
  stock.floorAreas.set(floorAreas);
  stock.vacantAreas.set(vacantAreas);
  stock.durations.set(durations);
  stock.covered[0] = Number(base.series.covered);
  stocks.set(base, stock);
  return stock;
}

/** Whether visitors may know of the series at all; if not, the cube has nothing of it. */
export function isOpen({ series }: ScenarioBase): boolean {
  return (accessesOf('visitor') as readonly string[]).includes(series.access);
}

function isSeen(scope: FunctionScope, tallies: ReadonlyMap<FunctionScope, Tally>): boolean {
  const scopes = scope === 'all' ? [...tallies.keys()].filter(other => other !== 'all') : [scope];
  return scopes.every(one => VISIBLE_FUNCTIONS.includes(one));
}

/**
 * What the published cube shows of some premises of a base, on its date, by the same rules and counted in the same
 * way; all marks are "not observed" where nobody looked.
 * @param members indexes of premises of the base, each once
 */
export function startFigure(
  base: ScenarioBase,
  members: Iterable<number>,
  scope: FunctionScope = 'all',
): StartFigure {
  const tallies = talliesByFunction(stockOf(base), members);
  const tally = tallies.get(scope);
  const { profile } = base.series;
  const nothing = MEASURES.map(() => NOT_OBSERVED);
  if (tally === undefined) return { shown: nothing, truth: nothing, exact: false };
  const shown = isOpen(base)
    ? [...disclose(tallies, 1, profile).get(scope)!]
    : MEASURES.map(() => CONFIDENTIAL);
  return { shown, truth: [...tally.values], exact: profile === 'visible' && isSeen(scope, tallies) };
}

/**
 * Functions whose vacancy a scenario publishes, where that is not of everything observed: in a series of what is seen
 * from the pavement, those that the cube shows exactly by themselves. One kind of premises that is not seen from there
 * would otherwise round all of them. Undefined: everything observed, as the cube shows it.
 */
export function vacancyScope(base: ScenarioBase): FunctionCode[] | undefined {
  if (base.series.profile !== 'visible' || !isOpen(base)) return undefined;
  const members = [...base.premises.ids.keys()];
  if (startFigure(base, members).exact) return undefined;
  const rows = [measureIndex('observed'), measureIndex('vacant')];
  const shown = VISIBLE_FUNCTIONS.filter(code => {
    const start = startFigure(base, members, code);
    return start.exact && rows.every(row => isNumber(start.shown[row]!));
  });
  return shown.length === 0 ? undefined : ([...shown] as FunctionCode[]);
}

/** Several functions as one figure: each is shown by itself, so that their sum says nothing new. A mark in one is one in all. */
function together(starts: readonly StartFigure[]): StartFigure {
  const sum = (values: readonly number[]): number =>
    values.find(value => !isNumber(value)) ?? values.reduce((total, value) => total + value, 0);
  return {
    shown: MEASURES.map((_, row) => sum(starts.map(({ shown }) => shown[row]!))),
    truth: MEASURES.map((_, row) => sum(starts.map(({ truth }) => truth[row]!))),
    exact: true,
  };
}

/** The vacancy that a scenario starts from, of the functions that it publishes. */
export function areaStart(base: ScenarioBase, scope: readonly FunctionCode[] | undefined): StartFigure {
  const members = [...base.premises.ids.keys()];
  if (scope === undefined) return startFigure(base, members);
  return together(scope.map(code => startFigure(base, members, code)));
}

/** Row of a figure of a scenario in a {@link StartFigure}; undefined for a figure that is no count or sum of vacancy. */
export function startRow(figure: string): number | undefined {
  if (figure === 'vacant') return measureIndex('vacant');
  if (figure === 'vacant-area') return measureIndex('vacantArea');
  const duration = MEASURES.findIndex(
    (measure, row) => row >= FIRST_DURATION && figure === `vacant-${measure}`,
  );
  return duration < 0 ? undefined : duration;
}
