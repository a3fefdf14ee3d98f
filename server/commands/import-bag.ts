import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { removeDemo } from '../../geodata/demo/load.ts';
import { importBag } from '../../geodata/sources/bag/import.ts';
import { type Command, type CommandContext, type Output, UsageFault } from './command.ts';
import { resultLines } from './import.ts';
import { importContext } from './import-context.ts';
import { whileWorking } from './line-queue.ts';

const OPTIONS = { municipality: { type: 'string' }, name: { type: 'string' } } as const;

async function* run(args: string[], context: CommandContext): Output {
  const { values, positionals } = parseArgs({ args, options: OPTIONS, allowPositionals: true });
  const [file, ...rest] = positionals;
  if (file === undefined || rest.length > 0)
    throw new UsageFault(`One file is needed: import bag ${command.usage}`);
  const result = yield* whileWorking(tell =>
    importBag(resolve(context.cwd, file), values, importContext(context, tell)),
  );
  yield* resultLines(result);
  // After the import, so that a file that cannot be loaded leaves the demo as it is.
  const removed = yield* whileWorking(tell => removeDemo(importContext(context, tell)));
  if (removed) yield 'The fictional municipality was removed: this instance holds real data now.';
  return 0;
}

/** Loads a delivery of the BAG. */
export const command: Command = {
  words: ['import', 'bag'],
  usage: 'FILE [--municipality GM0221] [--name NAME]',
  purpose:
    'load a delivery of the BAG: LVC extract (zip), GeoPackage (bag-light), or GeoJSON of the services',
  run,
};
