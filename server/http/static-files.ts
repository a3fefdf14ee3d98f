import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { extname, join, relative, sep } from 'node:path';
import type { Context } from 'hono';
import { acceptedEncoding, compressed, hasSame } from './answer.ts';
import type { AppEnv } from './context.ts';
import { onNotFound } from './problem.ts';

const TYPES: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json',
  '.webmanifest': 'application/manifest+json',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.webp': 'image/webp',
  '.woff2': 'font/woff2',
  '.pbf': 'application/x-protobuf',
  '.txt': 'text/plain; charset=utf-8',
  '.map': 'application/json',
};
/** Formats that are compressed in themselves. */
const PACKED = new Set(['.png', '.ico', '.webp', '.woff2']);
/** Brotli quality for bytes that are compressed once and sent often. */
const QUALITY = 9;
const ONE_YEAR = 'public, max-age=31536000, immutable';
/** Browsers ask for the icon again whenever the address changes: a step through time would cost a request. */
const ICON = '/icon.svg';
const ONE_DAY = 'public, max-age=86400';

/** What pages of other sites load: the loader of `<kern-kaart>`, and all that a frame without an origin of its own asks. */
const LOADER = '/embed.js';
const isShared = (path: string): boolean => path === LOADER || path.startsWith('/assets/');
const ONE_HOUR = 'public, max-age=3600';

/** One file of the built client with its encodings, made or read when first asked for. */
interface StaticFile {
  path: string;
  bytes: Uint8Array;
  type: string;
  etag: string;
  immutable: boolean;
  encodings: Map<'br' | 'gzip', Promise<Uint8Array>>;
}

/** Files by address. Only what was there at start exists: no path of a request ever reaches the disk. */
export type StaticFiles = ReadonlyMap<string, StaticFile>;

const SUFFIXES = [
  ['br', '.br'],
  ['gzip', '.gz'],
] as const;

/**
 * Reads the built client.
 * @param directory `dist/client`; an empty map when it does not exist (nothing is built yet)
 */
export async function readStaticFiles(directory: string): Promise<StaticFiles> {
  const entries = await readdir(directory, { recursive: true, withFileTypes: true }).catch(() => []);
  const names = entries.filter(entry => entry.isFile()).map(entry => join(entry.parentPath, entry.name));
  const files = new Map<string, StaticFile>();
  for (const name of names.filter(name => !/\.(br|gz)$/.test(name))) {
    const bytes = new Uint8Array(await readFile(name));
    const path = `/${relative(directory, name).split(sep).join('/')}`;
    const encodings = new Map<'br' | 'gzip', Promise<Uint8Array>>();
    for (const [encoding, suffix] of SUFFIXES)
      if (names.includes(name + suffix)) encodings.set(encoding, readFile(name + suffix));
    files.set(path, {
      path,
      bytes,
      type: TYPES[extname(name)] ?? 'application/octet-stream',
      etag: `W/"${createHash('sha256').update(bytes).digest('base64url').slice(0, 22)}"`,
      immutable: path.startsWith('/assets/'),
      encodings,
    });
  }
  return files;
}

function encoded(file: StaticFile, encoding: 'br' | 'gzip'): Promise<Uint8Array> {
  const known = file.encodings.get(encoding);
  if (known !== undefined) return known;
  const made = compressed(file.bytes, encoding, QUALITY);
  file.encodings.set(encoding, made);
  return made;
}

function cachingOf({ immutable, path }: StaticFile): string {
  if (immutable) return ONE_YEAR;
  if (path === LOADER) return ONE_HOUR;
  return path === ICON ? ONE_DAY : 'no-cache';
}

async function answer(c: Context<AppEnv>, file: StaticFile): Promise<Response> {
  c.header('Cache-Control', cachingOf(file));
  if (isShared(file.path)) c.header('Access-Control-Allow-Origin', '*');
  c.header('ETag', file.etag);
  c.header('Vary', 'Accept-Encoding');
  if (hasSame(c.req.header('If-None-Match'), file.etag)) return c.body(null, 304);
  c.header('Content-Type', file.type);
  const packed = PACKED.has(extname(file.path));
  const encoding = packed ? undefined : acceptedEncoding(c.req.header('Accept-Encoding'));
  if (encoding !== undefined) c.header('Content-Encoding', encoding);
  const bytes = encoding === undefined ? file.bytes : await encoded(file, encoding);
  c.header('Content-Length', String(bytes.byteLength));
  return c.body(new Uint8Array(bytes));
}

/** Serves the file of that very address; 404 where there is none. */
export function staticFile(files: StaticFiles) {
  return async (c: Context<AppEnv>): Promise<Response> => {
    const file = files.get(c.req.path);
    return file === undefined || file.path.endsWith('.html') ? onNotFound(c) : answer(c, file);
  };
}

/** Serves the one page of the client, whatever address of a screen was asked for. */
export function page(files: StaticFiles, path = '/index.html') {
  return async (c: Context<AppEnv>): Promise<Response> => {
    const file = files.get(path);
    return file === undefined ? onNotFound(c) : answer(c, file);
  };
}
