import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import pino from 'pino';
import { createApp } from '../app.ts';
import { type Published, publishEdition } from '../edition/publish.ts';
import { ShelfFault } from '../edition/shelf-content.ts';
import { type Ask, type EditionSource, unhurried } from '../edition/source.ts';
import { SamePath } from '../edition/tree.ts';
import { NGINX_FILE } from '../edition/web-server.ts';
import { pageAssets } from '../http/page-assets.ts';
import { readStaticFiles } from '../http/static-files.ts';
import { municipalities } from '../queries/municipality.ts';
import { SOFTWARE } from '../software.ts';
import { type Command, type CommandContext, type Output, UsageFault } from './command.ts';
import { whileWorking } from './line-queue.ts';
import { tableLines } from './table.ts';

const CLIENT = join(import.meta.dirname, '../../dist/client');
const OPTIONS = { 'base-url': { type: 'string' }, fresh: { type: 'boolean', default: false } } as const;

/** Least milliseconds between two lines about one step. */
const PACE = 2000;

/** Tells a step when it begins, and then now and then how far it is. */
function paced(tell: (line: string) => void): (step: string, detail?: string) => void {
  let last = { step: '', at: 0 };
  return (step, detail) => {
    const now = performance.now();
    if (step === last.step && now - last.at < PACE) return;
    tell(step === last.step && detail ? `${step}: ${detail}` : step);
    last = { step, at: now };
  };
}

/** An address without a path: pages and their parts stand at the root. @throws UsageFault */
function originFrom(text: string): string {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  if (
    url &&
    /^https?:$/.test(url.protocol) &&
    /^\/?[^?#]*$/.test(text) &&
    url.pathname === '/' &&
    url.username === ''
  )
    return url.origin;
  throw new UsageFault(
    '--base-url is where the edition will be, such as https://kaart.example.nl, without a path.',
  );
}

/** Asks an app of its own, without a port: what it answers visitors is what the server that runs answers them. */
function askOf(context: Pick<CommandContext, 'config'>, source: Omit<EditionSource, 'ask'>): Ask {
  const config = { ...context.config, publicUrl: source.origin };
  const logger = pino({ level: 'error' }, pino.destination(2));
  const app = createApp({ database: source.database, config, logger }, { files: source.files });
  return async address => {
    const response = await app.request(source.origin + address);
    if (response.status !== 200) throw new Error(`${address} answered ${response.status}`);
    return new Uint8Array(await response.arrayBuffer());
  };
}

/** What an edition is made from. @throws UsageFault while there is nothing to publish, or the client is not built */
export async function editionSource(
  { database, config }: Pick<CommandContext, 'database' | 'config'>,
  origin: string,
  client = CLIENT,
): Promise<EditionSource> {
  const [first] = await municipalities(database);
  if (first === undefined)
    throw new UsageFault(
      'There is no municipality yet, so there is nothing to publish. Load one: npm run geodata -- import osm FILE',
    );
  const files = await readStaticFiles(client);
  if (!files.has('/scenario.html')) throw new UsageFault('The client is not built yet: npm run build');
  const parts = {
    files,
    assets: pageAssets(files),
    origin,
    software: SOFTWARE,
    database: unhurried(database),
  };
  return { ...parts, ask: askOf({ config }, parts) };
}

const megabytes = (bytes: number): string => (bytes / 1e6).toFixed(1);

/** What an edition holds, by the first part of the paths. */
function contentLines({ manifest: { files } }: Published): string[] {
  const kinds = new Map<string, { files: number; bytes: number }>();
  for (const { path, bytes } of files) {
    const kind = path.includes('/') ? path.split('/')[0]! : 'root';
    const sum = kinds.get(kind) ?? { files: 0, bytes: 0 };
    kinds.set(kind, { files: sum.files + 1, bytes: sum.bytes + bytes });
  }
  const rows = [...kinds].sort(([one], [other]) => (one < other ? -1 : 1));
  return tableLines([
    ['', 'files', 'MB'],
    ...rows.map(([kind, sum]) => [kind, sum.files, megabytes(sum.bytes)]),
  ]);
}

function* resultLines(published: Published, directory: string, seconds: number): Generator<string> {
  const { manifest, isNew, isLinked, written, leftOut } = published;
  const took = `${seconds.toFixed(1)} s`;
  if (leftOut.length > 0)
    yield `Left out, because no file can stand at the address: ${leftOut.slice(0, 5).join(', ')}${leftOut.length > 5 ? ` and ${leftOut.length - 5} more` : ''}`;
  if (!isNew) {
    yield `Nothing changed: edition ${manifest.edition} stays (${took}).`;
    return;
  }
  yield* ['', ...contentLines(published), ''];
  yield `Changed ${manifest.changed.length} files, removed ${manifest.removed.length}; wrote ${written.files} files, ${megabytes(written.bytes)} MB, in ${took}.`;
  yield `Edition ${manifest.edition} of revision ${manifest.revision} is in ${join(directory, 'current')}.`;
  if (manifest.before !== null && manifest.changed.includes(NGINX_FILE))
    yield `${NGINX_FILE} changed: let nginx read it anew (nginx -s reload).`;
  if (!isLinked)
    yield 'This system makes no links: "current" was renamed, and was away for a moment between the two editions.';
}

/** A directory that cannot be written to, in words; faults of ours stay what they are. */
function inWords(error: unknown): unknown {
  if (error instanceof ShelfFault || error instanceof SamePath) return new UsageFault(error.message);
  const { code, syscall, message } = error as NodeJS.ErrnoException;
  const isOfSystem =
    typeof syscall === 'string' && ['EACCES', 'EPERM', 'EROFS', 'ENOSPC', 'EDQUOT'].includes(code ?? '');
  return isOfSystem ? new UsageFault(`The edition could not be written: ${message}`) : error;
}

async function* run(args: string[], context: CommandContext): Output {
  const { values, positionals } = parseArgs({ args, options: OPTIONS, allowPositionals: true });
  const [directory, ...rest] = positionals;
  if (directory === undefined || rest.length > 0)
    throw new UsageFault(`One directory is needed: publish ${command.usage}`);
  const { config, address, signal, cwd } = context;
  const origin = originFrom(values['base-url'] ?? config.publicUrl ?? address);
  const source = await editionSource(context, origin);
  if (values['base-url'] === undefined && config.publicUrl === undefined)
    yield `Papers and links name ${origin}; --base-url says where the edition will be.`;
  const target = resolve(cwd, directory);
  const began = performance.now();
  const published = yield* whileWorking(tell =>
    publishEdition({ source, directory: target, fresh: values.fresh, signal, tell: paced(tell) }).catch(
      error => {
        throw inWords(error);
      },
    ),
  );
  yield* resultLines(published, target, (performance.now() - began) / 1000);
  return 0;
}

/** Publishes everything public as files. */
export const command: Command = {
  words: ['publish'],
  usage: 'DIR [--base-url https://kaart.example.nl] [--fresh]',
  purpose: 'write everything public as files that any web server can serve, without a database',
  run,
};
