import { parseArgs } from 'node:util';
import { proposeCentres } from '../../geodata/sources/areas/propose-centres.ts';
import { type Command, type CommandContext, type Output, UsageFault } from './command.ts';
import { resultLines } from './import.ts';
import { importContext } from './import-context.ts';
import { whileWorking } from './line-queue.ts';

const OPTIONS = { municipality: { type: 'string' } } as const;

async function* run(args: string[], context: CommandContext): Output {
  const { municipality } = parseArgs({ args, options: OPTIONS }).values;
  if (municipality === undefined)
    throw new UsageFault(`A municipality is needed: propose-centres ${command.usage}`);
  const result = yield* whileWorking(tell => proposeCentres(municipality, importContext(context, tell)));
  yield* resultLines(result);
  yield 'They are proposals until a planner accepts or redraws them.';
  return 0;
}

/** Derives outlines of centres. */
export const command: Command = {
  words: ['propose-centres'],
  usage: '--municipality GM0221',
  purpose: 'propose outlines of centres, from where shops, hospitality, services and culture stand',
  run,
};
