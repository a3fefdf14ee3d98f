import type { ScenarioUnit } from '../../geodata/vocabulary/scenario-figure.ts';
import type { PlaceGeometry, PublishedMeasure, ShownRange } from '../contract/published-scenario.ts';
import type { ScenarioMeasure, ScenarioPlace, ScenarioRange } from '../contract/scenario.ts';
import type { ScenarioBase } from '../contract/scenario-base.ts';
import type { MeasureResult } from '../contract/scenario-result.ts';
import type { ScenarioArchive } from '../contract/scenario-version.ts';
import { measureModel } from '../planning/measures.ts';
import { placeOutline, placeWords } from '../planning/place.ts';
import { type MeasureGrain, measureGrains, selectsOnVacancy } from './scenario-measure-grain.ts';
import { shownNumber, shownRange } from './scenario-rounding.ts';
import { namesPremises } from './scenario-text.ts';

const NOWHERE = { nl: 'nog geen plek', en: 'no place yet' };

/** Outline of a place; null for chosen premises, which a measure that looks at vacancy may not show. */
function outlineOf(place: ScenarioPlace | null, base: ScenarioBase, isSecret: boolean): PlaceGeometry | null {
  if (place === null || (place.kind === 'premises' && isSecret)) return null;
  return placeOutline(place, base);
}

/** Amounts as published: a part is hidden where the same part of what was taken is `<5`. */
function amountsOf(result: MeasureResult, grain: MeasureGrain, taken: ShownRange) {
  const amount = (range: ScenarioRange, unit: ScenarioUnit): ShownRange => {
    const shown = shownRange(range, value => shownNumber(value, unit, grain.amounts));
    const few = (part: keyof ShownRange) => (taken[part] === '<5' ? 'confidential' : shown[part]);
    return { low: few('low'), mid: few('mid'), high: few('high') };
  };
  return {
    takenArea: amount(result.takenArea, 'square-metres'),
    homes: amount(result.homes, 'homes'),
    cost: result.cost && amount(result.cost, 'euro'),
  };
}

function outcomeOf(result: MeasureResult | undefined, grain: MeasureGrain) {
  const nothing = { low: 0, mid: 0, high: 0 };
  const did = result ?? { candidates: 0, taken: nothing, takenArea: nothing, homes: nothing, cost: null };
  const taken = shownRange(did.taken, value => shownNumber(value, 'premises', grain.counts));
  const candidates = shownNumber(did.candidates, 'premises', grain.counts);
  return { candidates, taken, ...amountsOf(did as MeasureResult, grain, taken) };
}

function placesOf(measure: ScenarioMeasure, base: ScenarioBase) {
  const isSecret = selectsOnVacancy(measure);
  return {
    where: measure.place === null ? NOWHERE : placeWords(measure.place, base),
    geometry: outlineOf(measure.place, base, isSecret),
    target: outlineOf(measure.target, base, true),
  };
}

const HIDDEN: ShownRange = { low: 'confidential', mid: 'confidential', high: 'confidential' };

/**
 * What the whole scenario adds is published, so one hidden measure could be found by subtracting the others: where
 * just one is hidden, the smallest of the others is hidden too.
 */
function hideComplement(
  measures: PublishedMeasure[],
  key: 'homes' | 'cost',
  exact: ReadonlyMap<string, MeasureResult>,
): PublishedMeasure[] {
  const size = ({ id }: PublishedMeasure) => exact.get(id)?.[key]?.high ?? 0;
  const parts = measures.filter(measure => size(measure) > 0);
  const hidden = parts.filter(measure => typeof measure[key]?.mid === 'string');
  if (hidden.length !== 1) return measures;
  const [smallest] = parts.filter(one => one !== hidden[0]).sort((a, b) => size(a) - size(b));
  return measures.map(measure => (measure === smallest ? { ...measure, [key]: HIDDEN } : measure));
}

/** What was chosen and filled in, of what the registry asks: keys of anybody's own making could say anything. */
function saidOf({ kind, choices, parameters }: ScenarioMeasure, told: (text: string) => string) {
  const model = measureModel(kind);
  const asked = model?.choices.filter(({ id, options }) => options.some(one => one.id === choices[id])) ?? [];
  const filled = model?.parameters.flatMap(({ id }) => {
    const given = Object.hasOwn(parameters, id) ? parameters[id] : undefined;
    return given === undefined ? [] : [{ id, ...given, source: told(given.source) }];
  });
  return { choices: Object.fromEntries(asked.map(({ id }) => [id, choices[id]!])), parameters: filled ?? [] };
}

/** The measures of a scenario as published, in the order in which they act; grains as {@link measureGrains} gives them. */
export function publishedMeasures(
  archive: ScenarioArchive,
  grains: readonly MeasureGrain[],
): PublishedMeasure[] {
  const { document, base, result } = archive;
  const results = new Map(result.measures.map(measure => [measure.id, measure]));
  const names = namesPremises(base);
  const told = (text: string) => (names(text) ? '' : text);
  const published = document.measures.map((measure, index) => ({
    id: measure.id,
    number: index + 1,
    kind: measure.kind,
    name: told(measure.name),
    remark: told(measure.remark),
    ...placesOf(measure, base),
    phase: measure.phase,
    takes: measure.takes,
    ...saidOf(measure, told),
    ...outcomeOf(results.get(measure.id), grains[index]!),
  }));
  return hideComplement(hideComplement(published, 'homes', results), 'cost', results);
}
