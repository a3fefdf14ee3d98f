import type { Areas } from '../contract/area.ts';
import type { TileOrigin } from '../contract/embed-map.ts';
import type { Municipality } from '../contract/municipality.ts';
import { API_BASE } from '../contract/operations.ts';
import type { Scenarios } from '../contract/scenario-version.ts';
import { areaAddress, areaPage } from '../pages/area-page.ts';
import { embedHtml } from '../pages/embed.ts';
import { type EmbedAddress, knownEmbed, writeEmbedAddress } from '../pages/embed-document.ts';
import { gonePage } from '../pages/gone-page.ts';
import { placesAddress } from '../pages/map-part.ts';
import type { PageSetting } from '../pages/page.ts';
import { placeView } from '../pages/place-view.ts';
import { themeAddress } from '../pages/theme.ts';
import { allowedSites } from '../queries/allowed-site.ts';
import { embeds } from '../queries/embed.ts';
import { themeOf } from '../queries/theme.ts';
import { sitePolicy } from './header-rules.ts';
import { type EditionPage, isAddressable } from './page.ts';
import { askJson, type EditionSource } from './source.ts';

const LANGUAGES = ['nl', 'en'] as const;

/** What the pages of one municipality share. */
interface House {
  source: EditionSource;
  tiles: TileOrigin;
  /** Address of its house style; null where it has none. */
  theme: string | null;
  /** Sites that may show its embeds. */
  sites: readonly string[];
}

async function houseOf(source: EditionSource, tiles: TileOrigin, code: string): Promise<House> {
  const session = source.database.as('visitor');
  const [tokens, sites] = await Promise.all([themeOf(session, code), allowedSites(session, code)]);
  return { source, tiles, theme: themeAddress(code, tokens ?? null), sites };
}

function settingOf({ source, tiles, theme }: House, kind: 'page' | 'embed'): PageSetting {
  return { origin: source.origin, assets: source.assets, theme, tiles, policy: sitePolicy(kind) };
}

/** Asked once, by whoever comes first. */
function once<T>(ask: () => Promise<T>): () => Promise<T> {
  let answer: Promise<T> | undefined;
  return () => (answer ??= ask());
}

function* areaPages(house: House, ids: readonly string[]): Generator<EditionPage, void> {
  const setting = settingOf(house, 'page');
  for (const id of ids) {
    const query = { place: id, series: null, referenceDate: null, function: 'all' } as const;
    const view = once(() => placeView(house.source.database, query));
    for (const language of LANGUAGES) {
      const body = async () => {
        const shown = await view();
        return shown?.area ? areaPage(shown, { language, setting, isLive: false }) : undefined;
      };
      // One without an address is named all the same, so that whoever publishes hears that it is left out.
      yield { address: areaAddress(isAddressable(id) ? id : encodeURIComponent(id), language), body };
    }
  }
}

function embedPage(house: House, address: EmbedAddress): EditionPage {
  const { source, sites } = house;
  const path = writeEmbedAddress(address);
  const body = async () => {
    const known = await knownEmbed(source.database, address);
    const standing = { id: path, sites, withdrawn: known?.withdrawn ?? null };
    const setting = settingOf(house, 'embed');
    return known && embedHtml(source.database, known.document, { standing, setting });
  };
  return { address: `/e/${path}`, sites, body };
}

function* embedPages(house: House, id: string, versions = 0): Generator<EditionPage, void> {
  for (const language of [null, 'en'] as const) {
    yield embedPage(house, { id, version: null, language });
    for (let version = 1; version <= versions; version += 1)
      yield embedPage(house, { id, version, language });
  }
}

/**
 * Stored embeds; where what one shows is gone, words that say so. They come before everything else of the same id: so
 * it is what stands there on the server too.
 */
async function* storedEmbeds(house: House, code: string): AsyncGenerator<EditionPage, void> {
  const stored = await embeds(house.source.database.as('visitor'), code);
  for (const { id } of stored.filter(each => isAddressable(each.id))) {
    const page = embedPage(house, { id, version: null, language: null });
    yield { ...page, body: async () => (await page.body()) ?? gonePage(settingOf(house, 'embed')) };
  }
}

/** Pages and embeds of what is in one municipality, names for its finder, and its house style. */
export async function* placePages(
  source: EditionSource,
  tiles: TileOrigin,
  { code, revision }: Pick<Municipality, 'code' | 'revision'>,
): AsyncGenerator<EditionPage, void> {
  const { ask } = source;
  const house = await houseOf(source, tiles, code);
  const { areas } = await askJson<Areas>(ask, `${API_BASE}/areas?municipality=${code}`);
  const ids = areas.map(({ id }) => id);
  const files = [placesAddress(code, revision), ...(house.theme === null ? [] : [house.theme])];
  for (const address of files) yield { address, body: () => ask(address) };
  yield* areaPages(house, ids);
  for (const id of [...ids.filter(isAddressable), code]) yield* embedPages(house, id);
}

/** Stored embeds and embeds of scenarios: they stay when a municipality goes. */
export async function* lastingPages(
  source: EditionSource,
  tiles: TileOrigin,
  code: string,
): AsyncGenerator<EditionPage, void> {
  const house = await houseOf(source, tiles, code);
  yield* storedEmbeds(house, code);
  const { scenarios } = await askJson<Scenarios>(source.ask, `${API_BASE}/scenarios?municipality=${code}`);
  for (const { id, latest } of scenarios.filter(each => isAddressable(each.id)))
    yield* embedPages(house, id, latest.version);
}
