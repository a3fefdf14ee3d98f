import type { Database } from '../../geodata/database/database.ts';
import { DEMO_CODE } from '../../geodata/demo/generate.ts';
import { LIST } from '../../geodata/demo/series-rows.ts';
import { accessesOf } from '../policy/access.ts';
import { scenarioBase } from '../queries/scenario-base.ts';
import { beginDraft } from '../queries/scenario-new.ts';
import { writeDecision } from '../queries/scenario-version.ts';
import { publishDraft } from '../routes/scenario-archive.ts';
import { compactCentre } from './compact-centre.ts';
import { mixedQuarter } from './mixed-quarter.ts';
import { demoArea, type WorkedScenario } from './worked-scenario.ts';

/** The last round of the fictional municipality's list. */
const REFERENCE_DATE = '2026-10-01';

async function load(database: Database, { areaKey, document, decision }: WorkedScenario): Promise<void> {
  const found = await scenarioBase(database.as('planner'), {
    municipality: DEMO_CODE,
    area: demoArea(areaKey),
    series: LIST,
    referenceDate: REFERENCE_DATE,
    accesses: accessesOf('planner'),
  });
  if ('missing' in found) throw new Error(`the fictional town has no ${found.missing} for ${areaKey}`);
  const id = await beginDraft(database, document(found.base), found);
  const published = await publishDraft(database, id, 1);
  if (published === undefined || published === 'conflict' || 'faults' in published)
    throw new Error(`the scenario of ${areaKey} could not be published: ${JSON.stringify(published)}`);
  if (decision) await writeDecision(database, [id, published.version], decision);
}

/**
 * Makes the worked scenarios of the fictional municipality, as a planner would: a base, a draft, a version, and for one
 * of them the decision that it belongs to. Call once, after the town is there.
 */
export async function loadWorkedScenarios(database: Database): Promise<void> {
  // The one that belongs to a decision last: lists show the newest first.
  for (const scenario of [mixedQuarter, compactCentre]) await load(database, scenario);
}
