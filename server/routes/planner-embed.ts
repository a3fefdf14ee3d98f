import { Hono } from 'hono';
import type { Database } from '../../geodata/database/database.ts';
import {
  AllowedSiteQuery,
  AllowedSites,
  type Embed,
  EmbedQuery,
  type Embeds,
  type EmbedUse,
  type EmbedUses,
  EmbedWithdrawal,
  NewEmbed,
  SaveEmbed,
} from '../contract/embed.ts';
import { isAllowedSite } from '../contract/embed-message.ts';
import { IdParameters, NoQuery } from '../contract/primitives.ts';
import type { AppContext, AppEnv } from '../http/context.ts';
import { found, Refusal } from '../http/problem.ts';
import type { UseCounter } from '../http/use-counter.ts';
import { bodyOf, paramsOf, queryOf } from '../http/validate.ts';
import { embedTitle } from '../pages/embed.ts';
import { knownEmbed, readEmbedAddress } from '../pages/embed-document.ts';
import { allowedSites, setAllowedSites } from '../queries/allowed-site.ts';
import { addEmbed, embedById, embeds, saveEmbed, withdrawEmbed } from '../queries/embed.ts';
import { embedUses, type StoredUse } from '../queries/embed-use.ts';
import { municipalityRevision } from '../queries/municipality.ts';

const CONFLICT = 'Somebody saved this embed after you opened it. Nothing was overwritten: ask for it anew.';

/** What an embed shows must be there when it is stored. @throws Refusal bad-input naming the field */
async function requireShown(database: Database, document: Embed['document']): Promise<void> {
  if ((await embedTitle(database, { ...document, title: null })) !== undefined) return;
  const field = document.show === 'scenario' ? 'document.scenario' : 'document.area';
  throw new Refusal('bad-input', 'What the embed should show is not there.', [
    { field, message: 'there is no such place, scenario, series or date for everyone to see' },
  ]);
}

async function saved(database: Database, id: string, body: SaveEmbed): Promise<Embed> {
  const known = found(await embedById(database.as('planner'), id), 'embed');
  if (known.withdrawn !== null)
    throw new Refusal('immutable', 'This embed was withdrawn; make another in its place.');
  await requireShown(database, body.document);
  const stored = await saveEmbed(database, { id, ...body });
  if (stored === undefined) throw new Refusal('conflict', CONFLICT);
  return stored;
}

type About = { title: string | null; withdrawn: boolean };

async function aboutOf(database: Database, path: string): Promise<About> {
  const address = readEmbedAddress(path);
  const known = address && (await knownEmbed(database, address));
  const title = known && (await embedTitle(database, known.document));
  return { title: title ?? null, withdrawn: known?.withdrawn != null };
}

/** A use with what is wrong with it: first what keeps readers from seeing anything. */
function useOf(
  use: StoredUse,
  { title, withdrawn }: About,
  sites: readonly string[],
  own: string | undefined,
): EmbedUse {
  const { origin, ...rest } = use;
  const fault = (): EmbedUse['fault'] => {
    if (title === null) return 'gone';
    if (origin !== '' && origin !== own && !isAllowedSite(origin, sites)) return 'site-not-allowed';
    return withdrawn ? 'withdrawn' : null;
  };
  return { ...rest, origin: origin === '' ? null : origin, title, fault: fault() };
}

async function usesOf(
  database: Database,
  municipality: string,
  own: string | undefined,
): Promise<EmbedUse[]> {
  const session = database.as('planner');
  const [stored, sites] = [await embedUses(session, municipality), await allowedSites(session, municipality)];
  const about = new Map<string, About>();
  for (const { embed } of stored) if (!about.has(embed)) about.set(embed, await aboutOf(database, embed));
  const uses = stored.map(use => useOf(use, about.get(use.embed)!, sites, own));
  return uses.toSorted((a, b) => Number(b.fault !== null) - Number(a.fault !== null));
}

/** Making, changing and withdrawing embeds, the sites that may show them, and where they are used: planners only. */
export function plannerEmbedRoutes({ database, config }: AppContext, uses: UseCounter): Hono<AppEnv> {
  const session = database.as('planner');
  const known = async (municipality: string) =>
    found(await municipalityRevision(session, municipality), 'municipality');
  return new Hono<AppEnv>()
    .get('/planner/embeds', async c => {
      const { municipality } = queryOf(c, EmbedQuery);
      return c.json({ embeds: await embeds(session, municipality) } satisfies Embeds);
    })
    .post('/planner/embeds', async c => {
      queryOf(c, NoQuery);
      const { document } = await bodyOf(c, NewEmbed);
      await requireShown(database, document);
      return c.json(await addEmbed(database, document));
    })
    .get('/planner/embeds/:id', async c => {
      queryOf(c, NoQuery);
      return c.json(found(await embedById(session, paramsOf(c, IdParameters).id), 'embed'));
    })
    .put('/planner/embeds/:id', async c => {
      queryOf(c, NoQuery);
      return c.json(await saved(database, paramsOf(c, IdParameters).id, await bodyOf(c, SaveEmbed)));
    })
    .put('/planner/embeds/:id/withdrawal', async c => {
      queryOf(c, NoQuery);
      const { reason } = await bodyOf(c, EmbedWithdrawal);
      return c.json(found(await withdrawEmbed(database, paramsOf(c, IdParameters).id, reason), 'embed'));
    })
    .get('/planner/allowed-sites', async c => {
      const { municipality } = queryOf(c, AllowedSiteQuery);
      await known(municipality);
      return c.json({ sites: await allowedSites(session, municipality) } satisfies AllowedSites);
    })
    .put('/planner/allowed-sites', async c => {
      const { municipality } = queryOf(c, AllowedSiteQuery);
      await known(municipality);
      const { sites } = await bodyOf(c, AllowedSites);
      await setAllowedSites(database, municipality, sites);
      return c.json({ sites: await allowedSites(session, municipality) } satisfies AllowedSites);
    })
    .get('/planner/embed-uses', async c => {
      const { municipality } = queryOf(c, EmbedQuery);
      await known(municipality);
      await uses.flush(database);
      const own =
        config.publicUrl === undefined ? new URL(c.req.url).origin : new URL(config.publicUrl).origin;
      return c.json({ uses: await usesOf(database, municipality, own) } satisfies EmbedUses);
    });
}
