import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { removeDemo } from '../../geodata/demo/load.ts';
import type { ImportContext, ImportResult } from '../../geodata/import/context.ts';
import { importBag } from '../../geodata/sources/bag/import.ts';
import { importFetchedBag } from '../../geodata/sources/bag/import-fetched.ts';
import { SOFTWARE } from '../software.ts';
import { type Command, type CommandContext, type Output, UsageFault } from './command.ts';
import { resultLines } from './import.ts';
import { importContext } from './import-context.ts';
import { whileWorking } from './line-queue.ts';

async function* importing(
  context: CommandContext,
  load: (context: ImportContext) => Promise<ImportResult>,
): Output {
  yield* resultLines(yield* whileWorking(tell => load(importContext(context, tell))));
  // After the import, so that a delivery that cannot be loaded leaves the demo as it is.
  const removed = yield* whileWorking(tell => removeDemo(importContext(context, tell)));
  if (removed) yield 'The fictional municipality was removed: this instance holds real data now.';
  return 0;
}

async function* run(args: string[], context: CommandContext): Output {
  const options = { municipality: { type: 'string' }, name: { type: 'string' } } as const;
  const { values, positionals } = parseArgs({ args, options, allowPositionals: true });
  const [file, ...rest] = positionals;
  if (file === undefined || rest.length > 0)
    throw new UsageFault(`One file is needed: import bag ${command.usage}`);
  return yield* importing(context, each => importBag(resolve(context.cwd, file), values, each));
}

/** Loads a delivery of the BAG. */
export const command: Command = {
  words: ['import', 'bag'],
  usage: 'FILE [--municipality GM0221] [--name NAME]',
  purpose:
    'load a delivery of the BAG: LVC extract (zip), GeoPackage (bag-light), or GeoJSON of the services',
  run,
};

async function* runFetch(args: string[], context: CommandContext): Output {
  const options = {
    municipality: { type: 'string' },
    service: { type: 'string', default: 'ogc' },
    address: { type: 'string' },
  } as const;
  const { values } = parseArgs({ args, options });
  const { municipality, service, address } = values;
  if (municipality === undefined || (service !== 'ogc' && service !== 'wfs'))
    throw new UsageFault(`A municipality is needed: fetch bag ${fetchCommand.usage}`);
  const workFile = join(context.config.dataDir, 'work', `bag-${municipality}-${service}.sqlite`);
  const client = { userAgent: `${SOFTWARE} (${context.address})` };
  return yield* importing(context, each =>
    importFetchedBag(
      { municipality, service, address: address?.replace(/\/+$/, ''), workFile, client },
      each,
    ),
  );
}

/** Fetches the BAG of one municipality from PDOK, and loads it. */
export const fetchCommand: Command = {
  words: ['fetch', 'bag'],
  usage: '--municipality GM0221 [--service ogc|wfs] [--address URL]',
  purpose: 'fetch the BAG of one municipality from PDOK, within its boundary, and load it',
  run: runFetch,
};
