import { instanceSummary, type MunicipalitySummary } from '../queries/instance.ts';
import { currentRevision } from '../queries/revision.ts';
import { SOFTWARE } from '../software.ts';
import type { Command, CommandContext } from './command.ts';
import { tableLines } from './table.ts';

/** Every knob with where its value came from; secrets are masked already. */
export function knobLines({ config }: Pick<CommandContext, 'config'>): string[] {
  return tableLines(config.knobs.map(({ name, value, origin }) => [name, value, origin]));
}

function warningLines({ database, config }: CommandContext): string[] {
  if (database.engine === 'embedded' || config.databaseVisitorUrl !== undefined) return [];
  return [
    '',
    'Visitors are served by the login of DATABASE_URL under `set local role`;',
    'set DATABASE_VISITOR_URL to a login of its own that has the role kernkaart_visitor only.',
  ];
}

function nameOf({ name, fictional, provisional }: MunicipalitySummary): string {
  if (fictional) return `${name} (fictional)`;
  return provisional ? `${name} (provisional)` : name;
}

async function dataLines({ database }: CommandContext): Promise<string[]> {
  const rows = await instanceSummary(database);
  if (rows.length === 0) return ['No data yet: npm run geodata -- import osm FILE'];
  const head = ['municipality', '', 'revision', 'buildings', 'addresses', 'premises'];
  return tableLines([
    head,
    ...rows.map(row => [row.code, nameOf(row), row.revision, row.buildings, row.addresses, row.premises]),
  ]);
}

/** Prints what this instance is, holds and was configured with. */
export const command: Command = {
  words: ['status'],
  usage: '',
  purpose: 'show what is loaded and how this instance is configured',
  async *run(_args, context) {
    const { database, address } = context;
    yield `${SOFTWARE}, ${database.engine} database, revision ${await currentRevision(database)}, ${address}`;
    yield '';
    yield* await dataLines(context);
    yield '';
    yield* knobLines(context);
    yield* warningLines(context);
    return 0;
  },
};
