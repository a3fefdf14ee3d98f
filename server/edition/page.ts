import { extname } from 'node:path';
import { Id } from '../contract/primitives.ts';

/**
 * One file of an edition, made when it is needed. Who has something to publish yields these; nobody but the tree of the
 * edition writes them.
 */
export interface EditionPage {
  /** Address at which the server that runs answers the same, or where `editionAddress` puts it. */
  address: string;
  /**
   * What it is made of, in few letters: as long as that is the same as in the edition before, the file of that edition
   * is taken and `body` is not asked. Left out: made every time and compared.
   */
  source?: string;
  /** Sites that may show it in a frame; left out: none may. */
  sites?: readonly string[];
  /** Undefined where nothing stands at the address after all. */
  body(): Promise<Uint8Array | string | undefined>;
}

/** Media type by the ending of a file: a web server that has nothing but files goes by that too. */
export const MEDIA_TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.webp': 'image/webp',
  '.woff2': 'font/woff2',
  '.pdf': 'application/pdf',
  '.csv': 'text/csv; charset=utf-8',
  '.gpkg': 'application/geopackage+sqlite3',
  '.frame': 'application/vnd.kernkaart.frame',
  '.pmtiles': 'application/vnd.pmtiles',
  '.txt': 'text/plain; charset=utf-8',
};

/** Media type of a file of an edition. */
export const mediaType = (path: string): string =>
  MEDIA_TYPES[extname(path).toLowerCase()] ?? 'application/octet-stream';

/** Names that mean something else to a file system, an address or both; and longer ones than any of them takes. */
const NAME = /^(?!\.+$)[A-Za-z0-9._~=,:@+-]{1,240}$/;

/**
 * Whether something with this id has an address. Nobody's id is `..`, but a source may say so, and an edition is no
 * place to find out.
 */
export const isAddressable = (id: string): boolean => Id.safeParse(id).success && !/^\.+$/.test(id);

/** First part of the addresses at which pages stand; at all others there are files. */
const PAGES: ReadonlySet<string | undefined> = new Set([undefined, 'en', 'areas', 'e', 'scenarios']);

/**
 * Path of the file that a web server answers an address with, from the root of the edition; undefined for an address
 * that no file can stand at: `..` in it would lead out of the edition. Ids may end like the name of a file, so what is a
 * page is told by where it stands.
 */
export function pathOf(address: string): string | undefined {
  const names = address === '/' ? [] : address.split('/').slice(1);
  if (!address.startsWith('/') || !names.every(name => NAME.test(name))) return undefined;
  return (PAGES.has(names[0]) ? [...names, 'index.html'] : names).join('/');
}
