import type { TileOrigin } from '../contract/embed-map.ts';
import { publicState, publishedMunicipalities } from '../queries/edition.ts';
import { municipalities } from '../queries/municipality.ts';
import { latestRevision } from '../queries/revision.ts';
import { type EmbedGroup, editionHeaders, embedGroups } from './header-rules.ts';
import { inOrder } from './in-order.ts';
import { editionPages } from './pages.ts';
import type { EditionSource } from './source.ts';
import { addTiles, DataMoved } from './tiles.ts';
import type { EditionTree } from './tree.ts';
import { HEADERS_FILE, headersText, NGINX_FILE, nginxText } from './web-server.ts';

/** Pages under way at once: a paper takes a second in a thread of its own. */
const WIDTH = 4;

/** What an edition is filled from, and who is told how far it is. */
export interface Filling {
  source: EditionSource;
  signal: AbortSignal;
  /** @param detail how far the step is; told often */
  tell(step: string, detail?: string): void;
}

/** Of what an edition was filled. */
export interface Filled {
  revision: number;
  /** By code of the municipality. */
  revisions: Record<string, number>;
}

/** The archives that the pages of an edition read their ground from. */
function originOf(addresses: ReadonlyMap<string, string>): TileOrigin {
  return { kind: 'archives', base: addresses.get('base')!, buildings: addresses.get('buildings')! };
}

/** Adds every page. @returns who may show which embeds */
async function addPages(
  tree: EditionTree,
  tiles: TileOrigin,
  { source, signal, tell }: Filling,
): Promise<EmbedGroup[]> {
  const session = source.database.as('visitor');
  const codes = await publishedMunicipalities(session);
  const embeds: { id: string; sites: readonly string[] }[] = [];
  let pages = 0;
  const added = inOrder(editionPages(source, { tiles, codes }), WIDTH, async page => {
    signal.throwIfAborted();
    await tree.add(page);
    if (page.sites) embeds.push({ id: page.address.split('/')[2]!, sites: page.sites });
  });
  for await (const _ of added) {
    pages += 1;
    tell('Pages and data', `${pages.toLocaleString('en-GB')} so far`);
  }
  return embedGroups(embeds);
}

async function addClient(tree: EditionTree, { files }: EditionSource): Promise<void> {
  for (const { path, bytes, encodings } of files.values()) {
    if (!path.startsWith('/assets/') && path !== '/icon.svg' && path !== '/embed.js') continue;
    await tree.add({ address: path, body: async () => bytes });
    const brotli = await encodings.get('br');
    if (brotli !== undefined) await tree.addBrotli(path, brotli);
  }
}

async function addServerFiles(
  tree: EditionTree,
  { origin }: EditionSource,
  groups: readonly EmbedGroup[],
): Promise<void> {
  const headers = editionHeaders(origin.startsWith('https:'), groups);
  await tree.add({ address: `/${NGINX_FILE}`, body: async () => nginxText(headers) });
  await tree.add({ address: `/${HEADERS_FILE}`, body: async () => headersText(headers) });
}

async function allOf(tree: EditionTree, filling: Filling): Promise<Filled> {
  const { source, signal, tell } = filling;
  const session = source.database.as('visitor');
  const [revision, present] = await Promise.all([latestRevision(session), municipalities(session)]);
  const boxes = present.map(({ bbox }) => bbox);
  const order = { session, revision, boxes, software: source.software, signal, tell };
  const tiles = originOf(await addTiles(tree, order));
  await addClient(tree, source);
  await addServerFiles(tree, source, await addPages(tree, tiles, filling));
  const revisions = Object.fromEntries(present.map(each => [each.code, each.revision]));
  return { revision: revision.number, revisions };
}

/**
 * Fills a tree with everything that anybody may see, at one state of the data.
 * @throws DataMoved when the data changed meanwhile: then nothing of it is worth anything
 */
export async function fillTree(tree: EditionTree, filling: Filling): Promise<Filled> {
  const session = filling.source.database.as('visitor');
  const state = await publicState(session);
  const [filled] = await Promise.allSettled([allOf(tree, filling)]);
  filling.signal.throwIfAborted();
  // Asked also where something failed: what is not there any more is no fault of ours.
  if ((await publicState(session)) !== state) throw new DataMoved('the data changed');
  if (filled.status === 'rejected') throw filled.reason;
  return filled.value;
}
