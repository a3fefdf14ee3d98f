import { parseArgs } from 'node:util';
import { restoreRevision } from '../../geodata/import/restore.ts';
import { dataRevisions } from '../queries/import-job.ts';
import { type Command, type CommandContext, type Output, UsageFault } from './command.ts';
import { importContext } from './import-context.ts';
import { whileWorking } from './line-queue.ts';
import { tableLines } from './table.ts';

/** Revisions of a municipality and which of them can be put back. */
async function* list(municipality: string, { database }: CommandContext): Output {
  const revisions = await dataRevisions(database.as('planner'), municipality);
  if (revisions.length === 0) throw new UsageFault(`There is no municipality ${municipality} here.`);
  yield* tableLines([
    ['revision', 'made', 'by', 'what', ''],
    ...revisions.map(({ number, madeAt, madeBy, reason, current, restorable }) => [
      number,
      madeAt.slice(0, 16).replace('T', ' '),
      madeBy,
      reason,
      current ? 'shown' : restorable ? 'can be restored' : '',
    ]),
  ]);
  return 0;
}

const OPTIONS = { restore: { type: 'string' } } as const;

async function* run(args: string[], context: CommandContext): Output {
  const { values, positionals } = parseArgs({ args, options: OPTIONS, allowPositionals: true });
  const [municipality, ...rest] = positionals;
  if (municipality === undefined || rest.length > 0) throw new UsageFault(`revisions ${command.usage}`);
  const { restore: revision } = values;
  if (revision === undefined) return yield* list(municipality, context);
  if (!/^\d{1,9}$/.test(revision))
    throw new UsageFault('A revision is a number; revisions GM0503 lists them.');
  const number = yield* whileWorking(tell =>
    restoreRevision(importContext(context, tell), municipality, Number(revision)),
  );
  yield `Revision ${revision} of ${municipality} is restored, as revision ${number}.`;
  return 0;
}

/** Puts an earlier revision of a municipality back. */
export const command: Command = {
  words: ['revisions'],
  usage: 'MUNICIPALITY [--restore NUMBER]',
  purpose: 'list the revisions of a municipality, or put one of the last three back',
  run,
};
