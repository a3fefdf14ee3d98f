import { removeDemo } from '../../geodata/demo/load.ts';
import { importBoundaries } from '../../geodata/sources/boundaries/import.ts';
import type { CommandContext, Output } from './command.ts';
import { importContext } from './import-context.ts';
import { fileCommand } from './import-file.ts';
import { whileWorking } from './line-queue.ts';

/** After the import, so that a file that cannot be loaded leaves the demo as it is. */
async function* after(context: CommandContext): Output {
  const removed = yield* whileWorking(tell => removeDemo(importContext(context, tell)));
  if (removed) yield 'The fictional municipality was removed: this instance holds real data now.';
  return 0;
}

/** Makes or completes a municipality from a file of boundaries. */
export const command = fileCommand({
  word: 'boundaries',
  usage: 'FILE --municipality GM0221',
  purpose: 'make or complete a municipality from a file of municipal boundaries (CBS, Kadaster)',
  load: (file, { municipality }, context) => importBoundaries(file, { municipality }, context),
  after,
});
