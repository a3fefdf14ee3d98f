import type { Areas } from '../contract/area.ts';
import type { TileOrigin } from '../contract/embed-map.ts';
import type { Municipality } from '../contract/municipality.ts';
import { API_BASE } from '../contract/operations.ts';
import type { Scenarios } from '../contract/scenario-version.ts';
import { embedTitle } from '../pages/embed.ts';
import { gonePage } from '../pages/gone-page.ts';
import { absentPage, type IndexPlace, indexPage } from '../pages/index-page.ts';
import type { PageSetting } from '../pages/page.ts';
import { embeds } from '../queries/embed.ts';
import { municipalities } from '../queries/municipality.ts';
import { dataPages } from './data.ts';
import { GONE_PAGE, sitePolicy } from './header-rules.ts';
import { type EditionPage, isAddressable } from './page.ts';
import { placePages, scenarioEmbedPages, storedEmbedPages } from './place-page.ts';
import { scenarioPages } from './scenario-page.ts';
import { askJson, type EditionSource } from './source.ts';

async function storedEmbeds({ database }: EditionSource, code: string): Promise<IndexPlace['embeds']> {
  const stored = await embeds(database.as('visitor'), code);
  const shown = stored.filter(({ withdrawn }) => withdrawn === null);
  const titles = await Promise.all(shown.map(({ document }) => embedTitle(database, document)));
  return shown.flatMap(({ id }, index) => (titles[index] ? [{ id, title: titles[index] }] : []));
}

async function indexPlace(source: EditionSource, municipality: Municipality): Promise<IndexPlace> {
  const of = `municipality=${municipality.code}`;
  const { areas } = await askJson<Areas>(source.ask, `${API_BASE}/areas?${of}`);
  const { scenarios } = await askJson<Scenarios>(source.ask, `${API_BASE}/scenarios?${of}`);
  const some = <T extends { id: string }>(all: readonly T[]) => all.filter(({ id }) => isAddressable(id));
  const shown = await storedEmbeds(source, municipality.code);
  return { municipality, areas: some(areas), scenarios: some(scenarios), embeds: some(shown) };
}

function* frontPages(
  source: EditionSource,
  tiles: TileOrigin,
  present: readonly Municipality[],
): Generator<EditionPage, void> {
  const { origin, assets } = source;
  const setting: PageSetting = { origin, assets, theme: null, tiles, policy: sitePolicy('page') };
  const front = (language: 'nl' | 'en') => async () => {
    const places: IndexPlace[] = [];
    for (const municipality of present) places.push(await indexPlace(source, municipality));
    return indexPage(places, { language, setting });
  };
  yield { address: '/', body: front('nl') };
  yield { address: '/en', body: front('en') };
  yield { address: '/404.html', body: () => absentPage({ language: 'nl', setting }) };
  yield { address: GONE_PAGE, body: () => gonePage({ ...setting, policy: sitePolicy('embed') }) };
}

/**
 * Everything of an edition but tiles and the built client, in the order in which it is made: where two would stand at
 * one address, the first does. Whoever has more to publish adds a line here.
 * @param codes municipalities that anything was published of, those that are not here any more included
 */
export async function* editionPages(
  source: EditionSource,
  { tiles, codes }: { tiles: TileOrigin; codes: readonly string[] },
): AsyncGenerator<EditionPage, void> {
  const present = await municipalities(source.database.as('visitor'));
  yield* frontPages(source, tiles, present);
  yield* dataPages(source, codes);
  yield* scenarioPages(source, { tiles, codes });
  for (const code of codes) yield* storedEmbedPages(source, tiles, code);
  for (const municipality of present) yield* placePages(source, tiles, municipality);
  for (const code of codes) yield* scenarioEmbedPages(source, tiles, code);
}
