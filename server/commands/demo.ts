import { parseArgs } from 'node:util';
import { loadDemo, removeDemo } from '../../geodata/demo/load.ts';
import { loadWorkedScenarios } from '../demo/load-worked-scenarios.ts';
import { instanceSummary } from '../queries/instance.ts';
import { type Command, type CommandContext, type Output, UsageFault } from './command.ts';
import { resultLines } from './import.ts';
import { importContext } from './import-context.ts';
import { whileWorking } from './line-queue.ts';

const OPTIONS = { remove: { type: 'boolean', default: false } } as const;

/** The fictional municipality stands by itself: among real ones it would be taken for one of them. */
async function refuseBesideOthers({ database }: CommandContext): Promise<void> {
  const [first] = await instanceSummary(database);
  if (first === undefined) return;
  throw new UsageFault(
    `The demo is for an empty database, and this one holds ${first.name} (${first.code}). ` +
      'Use another DATA_DIR or DATABASE_URL for it, or take the demo away with: demo --remove',
  );
}

async function* remove(context: CommandContext): Output {
  const removed = yield* whileWorking(tell => removeDemo(importContext(context, tell)));
  yield removed ? 'The fictional municipality is removed.' : 'There is no fictional municipality here.';
  return 0;
}

async function* run(args: string[], context: CommandContext): Output {
  const { values } = parseArgs({ args, options: OPTIONS });
  if (values.remove) return yield* remove(context);
  await refuseBesideOthers(context);
  const result = yield* whileWorking(tell => loadDemo(importContext(context, tell)));
  yield* resultLines(result);
  await loadWorkedScenarios(context.database);
  yield 'Two worked scenarios are published: see /scenarios.';
  return 0;
}

/** Loads the fictional municipality, or takes it away. */
export const command: Command = {
  words: ['demo'],
  usage: '[--remove]',
  purpose: 'load the fictional municipality Markerwaard into an empty database, or take it away',
  run,
};
