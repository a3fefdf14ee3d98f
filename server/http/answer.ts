import { createHash } from 'node:crypto';
import { promisify } from 'node:util';
import { brotliCompress, gzip, constants as zlib } from 'node:zlib';
import type { Context, Next } from 'hono';
import { encodeFrame, type Frame } from '../../geodata/figures/frame.ts';
import { API_VERSION } from '../contract/operations.ts';
import type { AppEnv } from './context.ts';

const brotli = promisify(brotliCompress);
const gzipped = promisify(gzip);

/** Bytes under which a compressed answer is not smaller in practice: it fits one packet anyway. */
const SMALL = 1024;
/** Brotli quality for answers made on request: near gzip's time, clearly smaller. */
const QUALITY = 5;

/** Media type of a frame (`geodata/figures/frame.ts`). */
export const FRAME_TYPE = 'application/vnd.kernkaart.frame';

/** Columns with a header, as one body. */
export function frameAnswer<Header extends object>(c: Context<AppEnv>, frame: Frame<Header>): Response {
  return c.body(encodeFrame(frame), 200, { 'Content-Type': FRAME_TYPE });
}

/** Which encoding to answer in: what the browser accepts, brotli first. */
export function acceptedEncoding(header: string | undefined): 'br' | 'gzip' | undefined {
  const accepted = (header ?? '').split(',').flatMap(part => {
    const [name, ...parameters] = part
      .trim()
      .toLowerCase()
      .split(/\s*;\s*/);
    return parameters.some(parameter => /^q=0(\.0*)?$/.test(parameter)) ? [] : [name];
  });
  if (accepted.includes('br')) return 'br';
  return accepted.includes('gzip') ? 'gzip' : undefined;
}

/** Compresses outside the main thread. */
export function compressed(bytes: Uint8Array, encoding: 'br' | 'gzip', quality = QUALITY) {
  if (encoding === 'gzip') return gzipped(bytes);
  const params = { [zlib.BROTLI_PARAM_QUALITY]: quality, [zlib.BROTLI_PARAM_SIZE_HINT]: bytes.byteLength };
  return brotli(bytes, { params });
}

/** True when the browser already has these bytes (RFC 9110 13.1.2: weak comparison). */
export function hasSame(header: string | undefined, etag: string): boolean {
  if (header === undefined) return false;
  const bare = (tag: string) => tag.trim().replace(/^W\//, '');
  return header.trim() === '*' || header.split(',').some(tag => bare(tag) === bare(etag));
}

async function packed(c: Context<AppEnv>, bytes: Uint8Array<ArrayBuffer>): Promise<Response> {
  const encoding = bytes.byteLength < SMALL ? undefined : acceptedEncoding(c.req.header('Accept-Encoding'));
  const headers = new Headers(c.res.headers);
  headers.append('Vary', 'Accept-Encoding');
  if (encoding !== undefined) headers.set('Content-Encoding', encoding);
  const body = encoding === undefined ? bytes : await compressed(bytes, encoding);
  headers.set('Content-Length', String(body.byteLength));
  return new Response(body, { status: c.res.status, headers });
}

/** Replaces the answer of the route; setting `c.res` twice is how Hono drops the old headers. */
function replace(c: Context<AppEnv>, response: Response): void {
  c.res = undefined;
  c.res = response;
}

/** Every answer of the API says its version (NL API Design Rules, version-header) and travels compressed. */
export async function apiAnswer(c: Context<AppEnv>, next: Next): Promise<void> {
  c.header('API-Version', API_VERSION);
  await next();
  if (c.res.body === null) return;
  replace(c, await packed(c, new Uint8Array(await c.res.arrayBuffer())));
}

/**
 * Public answers may be read by pages of any site, and be kept as long as they are asked for anew each
 * time: their address carries no revision, so an ETag says whether anything changed. An answer that says
 * itself that nobody may keep it (`no-store`) stays as it is.
 */
export async function publicAnswer(c: Context<AppEnv>, next: Next): Promise<void> {
  c.header('Access-Control-Allow-Origin', '*');
  c.header('Access-Control-Expose-Headers', 'API-Version, ETag');
  await next();
  if (c.res.status !== 200 || c.res.headers.get('Cache-Control') === 'no-store') return;
  const bytes = new Uint8Array(await c.res.arrayBuffer());
  const etag = `W/"${createHash('sha256').update(bytes).digest('base64url').slice(0, 22)}"`;
  const headers = new Headers(c.res.headers);
  headers.set('Cache-Control', 'no-cache');
  headers.set('ETag', etag);
  const known = hasSame(c.req.header('If-None-Match'), etag);
  if (known) headers.delete('Content-Type');
  replace(c, new Response(known ? null : bytes, { status: known ? 304 : 200, headers }));
}
