import { writeFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { findRound, rejectedRowsFile, roundFile } from '../../geodata/sources/vacancy-list/export.ts';
import { type Command, type CommandContext, type Output, UsageFault } from './command.ts';

const OPTIONS = { rejected: { type: 'boolean' }, out: { type: 'string' } } as const;

async function* run(args: string[], context: CommandContext): Output {
  const { values, positionals } = parseArgs({ args, options: OPTIONS, allowPositionals: true });
  const [series, date, ...rest] = positionals;
  if (series === undefined || date === undefined || rest.length > 0 || !/^\d{4}-\d\d-\d\d$/.test(date))
    throw new UsageFault(`A series and a date are needed: export round ${command.usage}`);
  const round = await findRound(context.database, series, date);
  if (round === undefined) throw new UsageFault(`No list was imported into ${series} for ${date}.`);
  const { database, language } = context;
  const file = values.rejected
    ? await rejectedRowsFile(database, round.dataset, language)
    : await roundFile(database, round.id, language);
  const path = resolve(context.cwd, values.out ?? file!.name);
  await writeFile(path, file!.bytes, { flag: 'wx' }).catch(cause => {
    throw cause.code === 'EEXIST'
      ? new UsageFault(`${path} is there already; name another with --out.`)
      : cause;
  });
  yield `Written: ${path}`;
  return 0;
}

/** Writes a round of observation that came as a list, in the layout in which it came. */
export const command: Command = {
  words: ['export', 'round'],
  usage: 'SERIES DATE [--rejected] [--out FILE]',
  purpose:
    'write a round that came as a list in its own layout, with what is known now; --rejected: the rows not loaded',
  run,
};
