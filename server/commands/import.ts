import { userInfo } from 'node:os';
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import type { ImportResult } from '../../geodata/import/context.ts';
import { importOsm } from '../../geodata/sources/osm/import.ts';
import { publishFigures } from '../policy/publish.ts';
import { SOFTWARE } from '../software.ts';
import { type Command, type CommandContext, type Output, UsageFault } from './command.ts';
import { whileWorking } from './line-queue.ts';
import { tableLines } from './table.ts';

/** Least milliseconds between two lines about one step. */
const PACE = 1000;

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

/** Tells a step when it begins, and then at most once a second how far it is. */
function paced(tell: (line: string) => void) {
  let last = { step: '', at: 0 };
  return (step: string, done?: number): void => {
    const now = performance.now();
    if (step === last.step && now - last.at < PACE) return;
    last = { step, at: now };
    tell(done === undefined ? step : `${step} ${Math.round(done * 100)} %`);
  };
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

async function* run(args: string[], { database, cwd, signal }: CommandContext): Output {
  const { file, values } = fileAndOptions(args);
  const result = yield* whileWorking(tell =>
    importOsm(resolve(cwd, file), values, {
      database,
      madeBy: `${userInfo().username} (command line)`,
      software: SOFTWARE,
      publish: publishFigures,
      progress: paced(tell),
      signal,
    }),
  );
  yield* resultLines(result);
  return 0;
}

/** Loads an extract of OpenStreetMap. */
export const command: Command = {
  words: ['import', 'osm'],
  usage: 'FILE [--municipality GM0503] [--name NAME]',
  purpose: 'load an OpenStreetMap extract (.osm.pbf or .osm)',
  run,
};
