import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { removeDemo } from '../../geodata/demo/load.ts';
import type { ImportResult } from '../../geodata/import/context.ts';
import { importOsm } from '../../geodata/sources/osm/import.ts';
import { type Command, type CommandContext, type Output, UsageFault } from './command.ts';
import { importContext } from './import-context.ts';
import { whileWorking } from './line-queue.ts';
import { tableLines } from './table.ts';

const OPTIONS = { municipality: { type: 'string' }, name: { type: 'string' } } as const;

function fileAndOptions(args: string[]) {
  const { values, positionals } = parseArgs({ args, options: OPTIONS, allowPositionals: true });
  const [file, ...rest] = positionals;
  if (file === undefined || rest.length > 0)
    throw new UsageFault(`One file is needed: import osm ${command.usage}`);
  if (values.municipality !== undefined && !/^GM\d{4}$/.test(values.municipality))
    throw new UsageFault('A municipality is GM and four digits, such as GM0503.');
  return { file, values };
}

/** What came in and what did not, and why; every object that was read is in it. */
export function resultLines({ municipality, revision, counts, reasons }: ImportResult): string[] {
  if (revision === null) return [`Nothing changed: this file is already loaded in ${municipality}.`];
  const kinds = Object.entries(counts).map(([kind, { read, loaded, leftOut, rejected }]) => {
    return [kind, read, loaded, leftOut, rejected];
  });
  const lines = [
    '',
    ...tableLines([['kind', 'read', 'loaded', 'left out', 'rejected'], ...kinds]),
    ...(reasons.length === 0 ? [] : ['', 'Not loaded, by reason:']),
    ...tableLines(reasons.map(({ kind, reason, count }) => [count, kind, reason])),
  ];
  return [...lines, '', `Loaded into ${municipality}, revision ${revision}.`];
}

async function* run(args: string[], context: CommandContext): Output {
  const { file, values } = fileAndOptions(args);
  const result = yield* whileWorking(tell =>
    importOsm(resolve(context.cwd, file), values, importContext(context, tell)),
  );
  yield* resultLines(result);
  // After the import, so that a file that cannot be loaded leaves the demo as it is.
  const removed = yield* whileWorking(tell => removeDemo(importContext(context, tell)));
  if (removed) yield 'The fictional municipality was removed: this instance holds real data now.';
  return 0;
}

/** Loads an extract of OpenStreetMap. */
export const command: Command = {
  words: ['import', 'osm'],
  usage: 'FILE [--municipality GM0503] [--name NAME]',
  purpose: 'load an OpenStreetMap extract (.osm.pbf or .osm)',
  run,
};
