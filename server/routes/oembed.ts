import { type Context, Hono, type Next } from 'hono';
import { html } from 'hono/html';
import { z } from 'zod';
import type { AppContext, AppEnv } from '../http/context.ts';
import { found } from '../http/problem.ts';
import { queryOf } from '../http/validate.ts';
import { embedTitle } from '../pages/embed.ts';
import {
  type EmbedAddress,
  type KnownEmbed,
  knownEmbed,
  readEmbedAddress,
  writeEmbedAddress,
} from '../pages/embed-document.ts';
import { originOfRequest } from './embed.ts';

const Pixels = z.coerce.number().int().min(100).max(10_000);

/** Query of an oEmbed consumer (oEmbed 1.0, 2.2); what consumers send beside is not ours to refuse. */
const OembedQuery = z.object({
  url: z.string().max(2000),
  format: z.enum(['json', 'xml']).default('json'),
  maxwidth: Pixels.optional(),
  maxheight: Pixels.optional(),
});

/** Size of an embed where nobody says otherwise, and how wide it is at least. */
const SIZE = { width: 800, height: 640 };
const CACHED_FOR = 3600;
const THUMBNAIL = { width: 640, height: 560 };

const ADDRESSES = [
  /^\/e\/(?<path>[\w.:/-]+?)\/?$/,
  /^\/areas\/(?<path>[\w.:-]+(?:\/en)?)\/?$/,
  /^\/scenarios\/(?<path>[\w.:-]+(?:\/versions\/\d+)?)\/?$/,
];

/** What an address shows, when it is one of ours. */
export function targetOf(url: string, origin: string): EmbedAddress | undefined {
  if (!URL.canParse(url)) return undefined;
  const { origin: asked, username, pathname, searchParams } = new URL(url);
  if (asked !== new URL(origin).origin || username !== '') return undefined;
  const path = ADDRESSES.map(pattern => pattern.exec(pathname)?.groups?.path).find(Boolean);
  const address = path === undefined ? undefined : readEmbedAddress(path);
  return address && { ...address, language: searchParams.get('language') === 'en' ? 'en' : address.language };
}

function frameHtml(src: string, title: string, { width, height }: { width: number; height: number }): string {
  const sandbox =
    'allow-scripts allow-same-origin allow-popups allow-popups-to-escape-sandbox allow-top-navigation-by-user-activation';
  return String(
    html`<iframe src="${src}" title="${title}" width="${width}" height="${height}" loading="lazy" referrerpolicy="strict-origin-when-cross-origin" sandbox="${sandbox}" allow="fullscreen"></iframe>`,
  );
}

function xmlOf(answer: Readonly<Record<string, string | number>>): string {
  const fields = Object.entries(answer).map(
    ([name, value]) => `  <${name}>${String(html`${String(value)}`)}</${name}>`,
  );
  return `<?xml version="1.0" encoding="utf-8" standalone="yes"?>\n<oembed>\n${fields.join('\n')}\n</oembed>\n`;
}

function thumbnailOf(document: KnownEmbed['document'], origin: string): string | undefined {
  const { language } = document;
  if (document.show === 'scenario')
    return document.version === null
      ? undefined
      : `${origin}/api/v1/scenarios/${document.scenario}/versions/${document.version}/map.svg?language=${language}`;
  const place = document.area ?? document.municipality;
  return `${origin}/api/v1/areas/${place}/map.svg?language=${language}`;
}

/** `/oembed`: what to put in the place of an address of ours that somebody pasted into a page. */
export function oembedRoutes(context: AppContext): Hono<AppEnv> {
  const { database } = context;
  return new Hono<AppEnv>().get('/oembed', async (c: Context<AppEnv>) => {
    const { url, format, maxwidth, maxheight } = queryOf(c, OembedQuery);
    const origin = originOfRequest(context, c);
    const target = found(targetOf(url, origin), 'embed');
    const known = found(await knownEmbed(database, target), 'embed');
    const { document } = known;
    const title = found(await embedTitle(database, document), 'embed');
    const width = Math.min(SIZE.width, maxwidth ?? SIZE.width);
    const height = Math.min(document.height ?? SIZE.height, maxheight ?? 2000);
    const thumbnail = thumbnailOf(document, origin);
    const answer = {
      version: '1.0',
      type: 'rich',
      title,
      provider_name: 'Kernkaart',
      provider_url: origin,
      cache_age: CACHED_FOR,
      width,
      height,
      html: frameHtml(`${origin}/e/${writeEmbedAddress(target)}`, title, { width, height }),
      ...(thumbnail && {
        thumbnail_url: thumbnail,
        thumbnail_width: THUMBNAIL.width,
        thumbnail_height: THUMBNAIL.height,
      }),
    };
    c.header('Access-Control-Allow-Origin', '*');
    c.header('Cache-Control', `public, max-age=${CACHED_FOR}`);
    c.header('Vary', 'Host');
    if (format === 'xml') return c.body(xmlOf(answer), 200, { 'Content-Type': 'text/xml; charset=utf-8' });
    return c.json(answer);
  });
}

/** Tells in the header of a page of a scenario where its oEmbed answer is: the page itself is the same for all. */
export function oembedDiscovery(context: AppContext) {
  return async (c: Context<AppEnv>, next: Next): Promise<void> => {
    const origin = originOfRequest(context, c);
    const url = encodeURIComponent(`${origin}${c.req.path}`);
    const link = (format: string, type: string) =>
      `<${origin}/oembed?url=${url}&format=${format}>; rel="alternate"; type="${type}+oembed"`;
    if (c.req.param('id') !== undefined && !c.req.path.endsWith('/edit'))
      c.header('Link', [link('json', 'application/json'), link('xml', 'text/xml')].join(', '));
    await next();
  };
}
