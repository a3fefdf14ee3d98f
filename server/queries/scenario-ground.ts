import type { Session } from '../../geodata/database/database.ts';
import type { ScenarioGround } from '../contract/scenario-base.ts';
import { ground } from './ground.ts';

/** Metres of ground around the area's own rectangle. */
const MARGIN = 60;

/**
 * The ground under a scenario's still map: what lies in the box of its area and {@link MARGIN} metres around it, and
 * the buildings of its base also where they stand outside.
 * @param area box of the area, metres RD
 * @param base its municipality and the ids of its buildings
 */
export function scenarioGround(
  session: Session,
  [west, south, east, north]: ScenarioGround['box'],
  base: { municipality: string; buildings: readonly string[] },
): Promise<ScenarioGround> {
  const box: ScenarioGround['box'] = [west - MARGIN, south - MARGIN, east + MARGIN, north + MARGIN];
  return ground(session, box, { ...base, detail: 'area' });
}
