import type { Session } from '../../geodata/database/database.ts';
import { sql } from '../../geodata/database/sql.ts';
import type { ScenarioGround } from '../contract/scenario-base.ts';

/**
 * The ground under the still maps of a version, as it was when the version was published; undefined when there is no
 * such version. Water, roads and buildings, nothing of premises: of the whole archive only this part leaves the database.
 * @param session of planners, who may read archives
 */
export async function versionGround(
  session: Session,
  scenario: string,
  version: number,
): Promise<ScenarioGround | undefined> {
  const [row] = await session.query<{ ground: ScenarioGround }>(sql`
    select archive::json -> 'ground' as ground
    from scenario_version where scenario = ${scenario} and version = ${version}`);
  return row?.ground;
}
