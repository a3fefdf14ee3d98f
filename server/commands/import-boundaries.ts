import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { removeDemo } from '../../geodata/demo/load.ts';
import { importBoundaries } from '../../geodata/sources/boundaries/import.ts';
import { type Command, type CommandContext, type Output, UsageFault } from './command.ts';
import { resultLines } from './import.ts';
import { importContext } from './import-context.ts';
import { whileWorking } from './line-queue.ts';

const OPTIONS = { municipality: { type: 'string' } } as const;

async function* run(args: string[], context: CommandContext): Output {
  const { values, positionals } = parseArgs({ args, options: OPTIONS, allowPositionals: true });
  const [file, ...rest] = positionals;
  const { municipality } = values;
  if (file === undefined || rest.length > 0 || municipality === undefined)
    throw new UsageFault(`One file and a municipality are needed: import boundaries ${command.usage}`);
  const result = yield* whileWorking(tell =>
    importBoundaries(resolve(context.cwd, file), { municipality }, importContext(context, tell)),
  );
  yield* resultLines(result);
  // After the import, so that a file that cannot be loaded leaves the demo as it is.
  const removed = yield* whileWorking(tell => removeDemo(importContext(context, tell)));
  if (removed) yield 'The fictional municipality was removed: this instance holds real data now.';
  return 0;
}

/** Makes or completes a municipality from a file of boundaries. */
export const command: Command = {
  words: ['import', 'boundaries'],
  usage: 'FILE --municipality GM0221',
  purpose: 'make or complete a municipality from a file of municipal boundaries (CBS, Kadaster)',
  run,
};
