import type { ScenarioDocument, ScenarioPlace } from '../contract/scenario.ts';
import type { ScenarioBase } from '../contract/scenario-base.ts';
import type { RenewedBase } from '../contract/scenario-version.ts';

const namedIn = (place: ScenarioPlace | null): readonly string[] =>
  place?.kind === 'premises' ? place.ids : [];

/**
 * Premises that measures name and that a newer base does not have, each as it was called before. Measures of which
 * everything is still there are left out.
 */
export function goneFrom(
  { measures }: ScenarioDocument,
  before: ScenarioBase,
  after: ScenarioBase,
): RenewedBase['gone'] {
  const present = new Set(after.premises.ids);
  const labels = new Map(before.premises.ids.map((id, index) => [id, before.premises.labels[index]!]));
  return measures.flatMap(({ id: measure, place, target }) => {
    const named = new Set([...namedIn(place), ...namedIn(target)]);
    const gone = [...named].filter(id => !present.has(id));
    return gone.length === 0
      ? []
      : [{ measure, premises: gone.map(id => ({ id, label: labels.get(id) ?? id })) }];
  });
}
