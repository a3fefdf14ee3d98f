import { loadDemo } from '../../geodata/demo/load.ts';
import { loadWorkedScenarios } from '../../server/demo/load-worked-scenarios.ts';
import { publishFigures } from '../../server/policy/publish.ts';
import type { Bench } from './ground/bench.ts';
import { measureEdition } from './ground/edition.ts';
import { newGround, openGround } from './ground/engine.ts';

/** Seconds for the demo town. */
const TARGET = 60;

/** A static edition of the fictional town, and of the town that is measured here otherwise. */
export default async function edition({ engine, database, municipality, add }: Bench): Promise<void> {
  await measureEdition(municipality, database, add);
  const ground = await newGround(engine);
  const demo = await openGround(ground);
  try {
    const context = {
      database: demo,
      madeBy: 'bench',
      software: 'bench',
      publish: publishFigures,
      progress: () => {},
    };
    await loadDemo(context);
    await loadWorkedScenarios(demo);
    await measureEdition('Markerwaard', demo, add, TARGET);
  } finally {
    await demo.close();
    await ground.remove();
  }
}
