import { type Context, Hono } from 'hono';
import { z } from 'zod';
import { EmbedDocument } from '../contract/embed.ts';
import { NoQuery } from '../contract/primitives.ts';
import type { AppContext, AppEnv } from '../http/context.ts';
import { allowFrames } from '../http/frame-policy.ts';
import type { PageAssets } from '../http/page-assets.ts';
import { found } from '../http/problem.ts';
import type { UseCounter } from '../http/use-counter.ts';
import { queryOf } from '../http/validate.ts';
import { embedHtml } from '../pages/embed.ts';
import { knownEmbed, readEmbedAddress } from '../pages/embed-document.ts';
import { gonePage } from '../pages/gone-page.ts';
import type { PageSetting } from '../pages/page.ts';
import { themeAddress } from '../pages/theme.ts';
import { type EmbedStamp, embedStamp, everyAllowedSite } from '../queries/embed-stamp.ts';
import { KEPT_A_MINUTE, PageShelf } from './page-shelf.ts';

/** What pages need beside the data. */
export interface PageParts {
  assets: PageAssets;
  uses: UseCounter;
}

/** How pages are made by the server that runs. @param origin where browsers reach it */
export function liveSetting(origin: string, assets: PageAssets, stamp: EmbedStamp): PageSetting {
  const { revision, municipality, theme } = stamp;
  return {
    origin,
    assets,
    theme: themeAddress(municipality, theme),
    tiles: { kind: 'server', revision },
    policy: null,
  };
}

/** Where browsers reach this instance: as the administrator said, else as this request came. */
export const originOfRequest = ({ config }: Pick<AppContext, 'config'>, c: Context): string =>
  config.publicUrl ?? new URL(c.req.url).origin;

const PreviewQuery = z.strictObject({
  document: z
    .string()
    .max(4000)
    .transform((text, issue) => {
      try {
        return JSON.parse(text) as unknown;
      } catch {
        issue.addIssue({ code: 'custom', message: 'malformed JSON' });
        return z.NEVER;
      }
    })
    .pipe(EmbedDocument),
});

/** Whether a website asks, to show it in a frame: not who opens the address in a tab, and no program. */
function isFramed(c: Context): boolean {
  const destination = c.req.header('Sec-Fetch-Dest');
  if (destination === undefined) return c.req.header('Referer') !== undefined;
  return destination === 'iframe' || destination === 'frame';
}

/** What websites show in a frame. */
export function embedRoutes(context: AppContext, { assets, uses }: PageParts): Hono<AppEnv> {
  const { database } = context;
  const session = database.as('visitor');
  // The key is origin and what stands behind `/e/`: links in a page name the address that it was asked at.
  const shelf = new PageShelf<EmbedStamp>({
    stampOf: key => embedStamp(session, key.split(' ')[1]!.split('/')[0]!),
    async make(key, stamp) {
      const [origin, path] = key.split(' ') as [string, string];
      const address = readEmbedAddress(path);
      const known = address && (await knownEmbed(database, address));
      const standing = { id: path, sites: stamp.sites, withdrawn: known?.withdrawn ?? null };
      return (
        known &&
        embedHtml(database, known.document, { standing, setting: liveSetting(origin, assets, stamp) })
      );
    },
  });
  const gone = async (c: Context<AppEnv>, stamp: EmbedStamp) => {
    const html = await gonePage(liveSetting(originOfRequest(context, c), assets, stamp));
    allowFrames(c, stamp.municipality === null ? await everyAllowedSite(session) : stamp.sites);
    return shelf.answer(c, html, { status: 404, caching: 'no-store' });
  };

  return new Hono<AppEnv>()
    .get('/e/preview', async c => {
      const { document } = queryOf(c, PreviewQuery);
      // What it says, anybody may have written: it is shown in the builder's frames and never as a page of ours.
      if (!['iframe', undefined].includes(c.req.header('Sec-Fetch-Dest'))) found(undefined, 'page');
      const stamp = await embedStamp(session, document.municipality);
      const standing = { id: '', sites: [], withdrawn: null };
      const setting = liveSetting(originOfRequest(context, c), assets, stamp);
      const html = await embedHtml(database, document, { standing, setting });
      allowFrames(c, []);
      return html === undefined
        ? gone(c, { ...stamp, sites: [] })
        : shelf.answer(c, html, { caching: 'no-store' });
    })
    .get('/e/:address{.+}', async c => {
      queryOf(c, NoQuery);
      const address = c.req.param('address').replace(/\/$/, '');
      found(readEmbedAddress(address), 'embed');
      const { html, stamp } = await shelf.get(`${originOfRequest(context, c)} ${address}`);
      const municipality = html === undefined ? null : stamp.municipality;
      if (isFramed(c)) uses.count(address, c.req.header('Referer'), municipality);
      if (html === undefined) return gone(c, stamp);
      allowFrames(c, stamp.sites);
      return shelf.answer(c, html, { caching: KEPT_A_MINUTE });
    });
}
