import { opaqueId } from '../../geodata/import/opaque-id.ts';
import type {
  HardPlan,
  ScenarioDecision,
  ScenarioDocument,
  ScenarioMeasure,
  ScenarioParameter,
} from '../contract/scenario.ts';
import type { ScenarioBase } from '../contract/scenario-base.ts';
import { newMeasure } from '../planning/new-document.ts';

/** A scenario of the fictional municipality that is worked out to the end, for a first look and for a council evening. */
export interface WorkedScenario {
  /** Key of its area in the plan of the town (`geodata/demo/areas.ts`). */
  areaKey: string;
  document(base: ScenarioBase): ScenarioDocument;
  /** Null: it is published and belongs to no decision yet. */
  decision: ScenarioDecision | null;
}

/** Id of an area of the fictional town. */
export const demoArea = (key: string): string => opaqueId('demo', 'area', key);

/** Low, expected and high with where they come from. */
export function given(
  [low, mid, high]: readonly [number, number, number],
  source: string,
  priceLevel: string | null = null,
): ScenarioParameter {
  return { low, mid, high, source, priceLevel };
}

/** A measure with what differs from what a new one has. */
export function worked(
  kind: string,
  id: string,
  { parameters, ...rest }: Partial<ScenarioMeasure> & Pick<ScenarioMeasure, 'phase'>,
): ScenarioMeasure {
  const fresh = newMeasure(kind, { id, ...rest.phase });
  return { ...fresh, ...rest, parameters: { ...fresh.parameters, ...parameters } };
}

/** A plan that goes ahead, of the fictional town. */
export const plan = (rest: Omit<HardPlan, 'id'>, id: string): HardPlan => ({ id, ...rest });
