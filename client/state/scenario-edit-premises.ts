import type { ScenarioPlace } from '#contract/scenario.ts';
import type { ScenarioBase } from '#contract/scenario-base.ts';
import { premisesInPlace } from '#planning/place.ts';
import { DURATIONS } from '#vocabulary/duration.ts';
import { FUNCTION_CODES, type FunctionCode } from '#vocabulary/function.ts';
import { STATUSES, type StatusTerm } from '#vocabulary/status.ts';

/** One premises of a base, read from its columns. */
export interface BasePremises {
  index: number;
  id: string;
  label: string;
  function: FunctionCode;
  /** m2; null: unknown. */
  floorArea: number | null;
  status: StatusTerm;
  /** How long vacant; null where it is not vacant. */
  duration: (typeof DURATIONS)[number] | null;
}

/** The premises at an index of the columns. */
export function basePremises({ premises }: ScenarioBase, index: number): BasePremises {
  const floorArea = premises.floorAreas[index]!;
  return {
    index,
    id: premises.ids[index]!,
    label: premises.labels[index]!,
    function: FUNCTION_CODES[premises.functions[index]!] ?? 'unknown',
    floorArea: floorArea < 0 ? null : floorArea,
    status: STATUSES[premises.states[index]!] ?? STATUSES.at(-1)!,
    duration: DURATIONS[premises.durations[index]! - 1] ?? null,
  };
}

/** What narrows the list of premises. */
export interface PremisesSearch {
  text: string;
  vacantOnly: boolean;
  /** Functions to show; empty: all. */
  functions: readonly FunctionCode[];
}

/** Indexes of the premises that a search finds, by their label. */
export function foundPremises(base: ScenarioBase, search: PremisesSearch): number[] {
  const words = search.text.toLocaleLowerCase('nl').split(/\s+/).filter(Boolean);
  const wanted = new Set(search.functions);
  const { labels, functions, states } = base.premises;
  const isFound = (index: number): boolean => {
    if (search.vacantOnly && !STATUSES[states[index]!]?.vacant) return false;
    if (wanted.size > 0 && !wanted.has(FUNCTION_CODES[functions[index]!] ?? 'unknown')) return false;
    const label = labels[index]!.toLocaleLowerCase('nl');
    return words.every(word => label.includes(word));
  };
  const order = new Intl.Collator('nl', { numeric: true });
  return labels
    .map((_, index) => index)
    .filter(isFound)
    .toSorted((a, b) => order.compare(labels[a]!, labels[b]!));
}

/** What stands in a place: premises, how many of them are vacant, and how many a measure could take at all. */
export interface PlaceCount {
  premises: number;
  vacant: number;
  /** Of a function that the measure takes. */
  suitable: number;
}

/** Counts what stands in a place. @param functions that the measure takes; empty: it takes no premises */
export function countPlace(
  place: ScenarioPlace,
  base: ScenarioBase,
  functions: readonly FunctionCode[],
): PlaceCount {
  const inside = premisesInPlace(place, base).map(index => basePremises(base, index));
  return {
    premises: inside.length,
    vacant: inside.filter(({ status }) => status.vacant).length,
    suitable: inside.filter(one => functions.includes(one.function)).length,
  };
}

/** The sides of one street, in the order of streets. */
export interface BaseStreet {
  street: string;
  sides: readonly { id: string; side: 'odd' | 'even'; premises: number }[];
}

/** Streets of a base with their sides and how many premises stand along each. */
export function baseStreets(base: ScenarioBase): BaseStreet[] {
  const counts = base.streetSides.map(() => 0);
  for (const side of base.premises.streetSides) if (side >= 0) counts[side]! += 1;
  const streets = new Map<string, BaseStreet['sides'][number][]>();
  base.streetSides.forEach(({ id, street, side }, index) => {
    const sides = streets.get(street) ?? [];
    streets.set(street, sides);
    sides.push({ id, side, premises: counts[index]! });
  });
  const order = new Intl.Collator('nl', { numeric: true });
  return [...streets]
    .map(([street, sides]) => ({ street, sides: sides.toSorted((a, b) => (a.side < b.side ? 1 : -1)) }))
    .toSorted((a, b) => order.compare(a.street, b.street));
}

/** A list of ids with one more, or one less. */
export const toggled = (ids: readonly string[], id: string): string[] =>
  ids.includes(id) ? ids.filter(one => one !== id) : [...ids, id];
