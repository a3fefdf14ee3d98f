import type { PublishedMeasure } from '#contract/published-scenario.ts';
import type { ScenarioParameter } from '#contract/scenario.ts';

/** One thing that is different between a measure and what it was. */
export type MeasureChange =
  | { what: 'place' | 'takes' | 'choice' | 'name' }
  | { what: 'phase'; was: PublishedMeasure['phase']; is: PublishedMeasure['phase'] }
  | { what: 'order'; was: number; is: number }
  /** Null: not filled in. */
  | { what: 'parameter'; id: string; was: ScenarioParameter | null; is: ScenarioParameter | null };

/** What an amendment does to the measures of what it amends. Measures are the same by their id. */
export interface AmendedMeasures {
  added: PublishedMeasure[];
  removed: PublishedMeasure[];
  changed: { measure: PublishedMeasure; changes: MeasureChange[] }[];
}

const same = (one: unknown, other: unknown): boolean => JSON.stringify(one) === JSON.stringify(other);

/** Measures that came, went, or became different. */
export function amendedMeasures(
  original: readonly PublishedMeasure[],
  amendment: readonly PublishedMeasure[],
): AmendedMeasures {
  const was = new Map(original.map(measure => [measure.id, measure]));
  const ids = new Set(amendment.map(({ id }) => id));
  const kept = amendment.filter(({ id }) => was.has(id));
  // Counted among those that stayed: a measure taken out does not make all after it "moved".
  const before = original.filter(({ id }) => ids.has(id)).map(({ id }) => id);
  return {
    added: amendment.filter(({ id }) => !was.has(id)),
    removed: original.filter(({ id }) => !ids.has(id)),
    changed: kept
      .map((measure, index) => ({
        measure,
        changes: [
          ...changesOf(was.get(measure.id)!, measure),
          ...(before[index] === measure.id
            ? []
            : [{ what: 'order' as const, was: was.get(measure.id)!.number, is: measure.number }]),
        ],
      }))
      .filter(({ changes }) => changes.length > 0),
  };
}

function changesOf(was: PublishedMeasure, is: PublishedMeasure): MeasureChange[] {
  const changes: MeasureChange[] = [];
  if (!same([was.geometry, was.target, was.where], [is.geometry, is.target, is.where]))
    changes.push({ what: 'place' });
  if (!same(was.phase, is.phase)) changes.push({ what: 'phase', was: was.phase, is: is.phase });
  if (was.takes !== is.takes) changes.push({ what: 'takes' });
  if (!same(was.choices, is.choices)) changes.push({ what: 'choice' });
  if (was.name !== is.name) changes.push({ what: 'name' });
  return [...changes, ...parameterChanges(was, is)];
}

function parameterChanges(was: PublishedMeasure, is: PublishedMeasure): MeasureChange[] {
  const find = ({ parameters }: PublishedMeasure, id: string) =>
    parameters.find(each => each.id === id) ?? null;
  const ids = new Set([...was.parameters, ...is.parameters].map(({ id }) => id));
  return [...ids]
    .map(id => ({ what: 'parameter' as const, id, was: find(was, id), is: find(is, id) }))
    .filter(({ was, is }) => {
      const numbers = (parameter: ScenarioParameter | null) =>
        parameter && [parameter.low, parameter.mid, parameter.high];
      return !same(numbers(was), numbers(is));
    });
}
