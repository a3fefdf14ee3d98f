import { FUNCTIONS } from '#vocabulary/function.ts';
import type { ScenarioDocument, ScenarioMeasure } from '../contract/scenario.ts';
import type { ScenarioBase } from '../contract/scenario-base.ts';
import type { MeasureResult, ScenarioFault, ScenarioResult } from '../contract/scenario-result.ts';
import { RETAIL } from './case-run.ts';
import { warning } from './fault-severity.ts';
import { baseHoldings, IN_USE } from './holding.ts';
import { measureModel } from './measures.ts';
import { areaPlace, premisesInPlace } from './place.ts';

type Outcome = Omit<ScenarioResult, 'faults'>;

/**
 * National bounds: homes per converted shop premises, CBS 2024 (2.5) and 2023 (4.1), never under one; homes by
 * transformation a year, CBS 2015-2024 (just under 8,000 to 12,480); homes in the Netherlands, CBS 2025, rounded.
 */
const HOMES_PER_PREMISES = [1, 4.1] as const;
const NATIONAL_YEARLY = [8_000, 12_000] as const;
const NATIONAL_STOCK = 8_200_000;
/** Times the municipality's share of the national pace from which it is said. */
const MUCH = 3;

/** Measures that turn premises into homes, so that homes per premises means something. */
const HOME_MAKERS = ['shop-to-homes', 'office-to-homes', 'homes-above-shops'];

function groundFloor(measure: ScenarioMeasure, took: MeasureResult, base: ScenarioBase): number {
  const zones = base.zones.filter(({ kind }) => kind === 'core-shopping').map(({ id }) => id);
  const ids = base.area.kind === 'core-shopping' ? [...zones, base.area.id] : zones;
  if (measure.kind !== 'shop-to-homes') return 0;
  const onGround = new Set<string>();
  for (const at of ids.flatMap(id => premisesInPlace(areaPlace(base, id), base)))
    if (base.premises.storeys[at]! <= 0) onGround.add(base.premises.ids[at]!);
  return took.premises.filter(({ id, becomes }) => becomes === 'housing' && onGround.has(id)).length;
}

function leftOut(took: MeasureResult, field: string): ScenarioFault[] {
  const at = { field, measure: took.id };
  return [
    ...(took.tooSmall > 0 ? [warning('too-small', { ...at, values: { count: took.tooSmall } })] : []),
    ...(took.unknownArea > 0
      ? [warning('area-unknown', { ...at, values: { count: took.unknownArea } })]
      : []),
  ];
}

/** Shops that are open where the shop function ends. */
function openShops({ place }: ScenarioMeasure, base: ScenarioBase): number {
  const inPlace = new Set(place === null ? [] : premisesInPlace(place, base));
  return baseHoldings(base).filter(
    ({ premises, func, start }) => inPlace.has(premises) && func === RETAIL && start === IN_USE,
  ).length;
}

function planWarnings(document: ScenarioDocument, index: number, base: ScenarioBase): ScenarioFault[] {
  const measure = document.measures[index]!;
  const at = { field: `measures.${index}`, measure: measure.id };
  if (measure.kind === 'delete-shop-function')
    return measure.choices.which === 'all' && openShops(measure, base) > 0
      ? [warning('shops-in-use', at)]
      : [];
  const leaves =
    measure.kind === 'compact-core' || measure.kind === 'move-shops' || measure.choices.plan === 'kept';
  const deleted = document.measures.some(({ kind }) => kind === 'delete-shop-function');
  return leaves && !deleted ? [warning('plan-capacity-left', at)] : [];
}

function measureWarnings(document: ScenarioDocument, index: number, base: ScenarioBase, took: MeasureResult) {
  const measure = document.measures[index]!;
  const field = `measures.${index}`;
  const at = { field, measure: measure.id };
  const takesPremises = (measureModel(measure.kind)?.functions.length ?? 0) > 0;
  const onGround = groundFloor(measure, took, base);
  const perPremises = took.taken.mid > 0 ? took.homes.mid / took.taken.mid : 1;
  const isStrange =
    HOME_MAKERS.includes(measure.kind) &&
    measure.kind !== 'office-to-homes' &&
    (perPremises < HOMES_PER_PREMISES[0] || perPremises > HOMES_PER_PREMISES[1]);
  return [
    ...(measure.place !== null && takesPremises && took.candidates === 0 && measure.kind !== 'green-space'
      ? [warning('no-premises', { ...at, field: `${field}.place` })]
      : []),
    ...(onGround > 0 ? [warning('ground-floor-homes', { ...at, values: { count: onGround } })] : []),
    ...(isStrange
      ? [warning('homes-per-premises', { ...at, values: { value: Math.round(perPremises * 10) / 10 } })]
      : []),
    ...leftOut(took, field),
    ...planWarnings(document, index, base),
  ];
}

/** Homes a year against the municipality's share of what the whole country makes. */
function paceWarnings(base: ScenarioBase, { figures, years }: Outcome): ScenarioFault[] {
  const homes = figures.find(({ id }) => id === 'homes')!.proposal.at(-1)!.mid;
  const yearly = homes / Math.max(1, years.length - 1);
  const share = base.municipalityHomes / NATIONAL_STOCK;
  const [least, most] = NATIONAL_YEARLY.map(all => Math.round(all * share));
  if (base.municipalityHomes === 0 || yearly <= MUCH * most!) return [];
  return [warning('homes-per-year', { values: { value: Math.round(yearly), expected: `${least}–${most}` } })];
}

function moneyWarnings(document: ScenarioDocument, { figures, measures }: Outcome): ScenarioFault[] {
  const has = (id: string) => figures.find(figure => figure.id === id);
  const paid = measures.filter(({ cost }) => cost !== null).length;
  const top = has('uneconomic-top')?.proposal.at(-1);
  return [
    ...(paid > 0 && paid < document.measures.length ? [warning('cost-incomplete')] : []),
    ...(top && top.mid < 0 ? [warning('below-zero')] : []),
  ];
}

function flowWarnings({ baseline }: ScenarioDocument, { flows }: ScenarioBase): ScenarioFault[] {
  if (baseline.mode === 'frozen') return [];
  if (flows.length === 0) return [warning('flows-missing', { field: 'baseline' })];
  const pooled = flows
    .filter(flow => flow.pooled)
    .map(flow => FUNCTIONS.find(({ code }) => code === flow.function)!);
  if (pooled.length === 0) return [];
  const functions = `${pooled.map(({ nl }) => nl).join(', ')}|${pooled.map(({ en }) => en).join(', ')}`;
  return [warning('flows-pooled', { field: 'baseline', values: { functions } })];
}

/** What the outcome makes one think of: never hidden, only said. */
export function outcomeWarnings(
  document: ScenarioDocument,
  base: ScenarioBase,
  result: Outcome,
): ScenarioFault[] {
  return [
    ...result.measures.flatMap((took, index) => measureWarnings(document, index, base, took)),
    ...paceWarnings(base, result),
    ...moneyWarnings(document, result),
    ...flowWarnings(document, base),
  ];
}
