import { LRUCache } from 'lru-cache';
import type { Database } from '../../geodata/database/database.ts';
import type { Areas } from '../contract/area.ts';
import type { TileOrigin } from '../contract/embed-map.ts';
import type { Municipality } from '../contract/municipality.ts';
import { API_BASE } from '../contract/operations.ts';
import type { PlaceView } from '../contract/place-view.ts';
import type { Scenarios } from '../contract/scenario-version.ts';
import { areaAddress, areaPage } from '../pages/area-page.ts';
import { embedHtml } from '../pages/embed.ts';
import {
  type EmbedAddress,
  type KnownEmbed,
  knownEmbed,
  writeEmbedAddress,
} from '../pages/embed-document.ts';
import { vacancyEmbedPage } from '../pages/embed-page.ts';
import { gonePage } from '../pages/gone-page.ts';
import { placesAddress } from '../pages/map-part.ts';
import type { PageSetting } from '../pages/page.ts';
import { type PlaceQuery, placeView } from '../pages/place-view.ts';
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
  views: Views;
}

/** What the last few pages showed: the next ones often show the same. */
class Views {
  readonly #database: Database;
  readonly #kept = new LRUCache<string, Promise<PlaceView | undefined>>({ max: 8 });

  constructor(database: Database) {
    this.#database = database;
  }

  get(query: PlaceQuery): Promise<PlaceView | undefined> {
    const key = JSON.stringify(query);
    const view = this.#kept.get(key) ?? placeView(this.#database, query);
    this.#kept.set(key, view);
    return view;
  }
}

async function houseOf(source: EditionSource, tiles: TileOrigin, code: string): Promise<House> {
  const session = source.database.as('visitor');
  const [tokens, sites] = await Promise.all([themeOf(session, code), allowedSites(session, code)]);
  const theme = themeAddress(code, tokens ?? null);
  return { source, tiles, theme, sites, views: new Views(source.database) };
}

function settingOf({ source, tiles, theme }: House, kind: 'page' | 'embed'): PageSetting {
  return { origin: source.origin, assets: source.assets, theme, tiles, policy: sitePolicy(kind) };
}

function* areaPages(house: House, id: string): Generator<EditionPage, void> {
  const setting = settingOf(house, 'page');
  const query = { place: id, series: null, referenceDate: null, function: 'all' } as const;
  for (const language of LANGUAGES) {
    const body = async () => {
      const view = await house.views.get(query);
      return view?.area ? areaPage(view, { language, setting, isLive: false }) : undefined;
    };
    // One without an address is named all the same, so that whoever publishes hears that it is left out.
    yield { address: areaAddress(isAddressable(id) ? id : encodeURIComponent(id), language), body };
  }
}

async function embedBody(house: House, { document, withdrawn }: KnownEmbed, path: string) {
  const beside = {
    standing: { id: path, sites: house.sites, withdrawn },
    setting: settingOf(house, 'embed'),
  };
  if (document.show === 'scenario') return embedHtml(house.source.database, document, beside);
  const { area, municipality, series, referenceDate, function: scope } = document;
  const view = await house.views.get({ place: area ?? municipality, series, referenceDate, function: scope });
  return view && vacancyEmbedPage(document, view, beside);
}

function embedPage(house: House, address: EmbedAddress): EditionPage {
  const { source, sites } = house;
  const path = writeEmbedAddress(address);
  const body = async () => {
    const known = await knownEmbed(source.database, address);
    return known && embedBody(house, known, path);
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

/** Address of the house style as a file, where there is one. */
function* themeFile({ source, theme }: House): Generator<EditionPage, void> {
  if (theme !== null) yield { address: theme, body: () => source.ask(theme) };
}

/**
 * Stored embeds of a municipality, here still or not any more; where what one shows is gone, words that say so. They
 * come before everything else of the same id: on the server too it is them that stand there.
 */
export async function* storedEmbedPages(
  source: EditionSource,
  tiles: TileOrigin,
  code: string,
): AsyncGenerator<EditionPage, void> {
  const house = await houseOf(source, tiles, code);
  yield* themeFile(house);
  const stored = await embeds(source.database.as('visitor'), code);
  for (const { id } of stored.filter(each => isAddressable(each.id))) {
    const page = embedPage(house, { id, version: null, language: null });
    yield { ...page, body: async () => (await page.body()) ?? gonePage(settingOf(house, 'embed')) };
  }
}

/** Pages and embeds of what is in a municipality, and the names for its finder. */
export async function* placePages(
  source: EditionSource,
  tiles: TileOrigin,
  { code, revision }: Pick<Municipality, 'code' | 'revision'>,
): AsyncGenerator<EditionPage, void> {
  const { ask } = source;
  const house = await houseOf(source, tiles, code);
  const { areas } = await askJson<Areas>(ask, `${API_BASE}/areas?municipality=${code}`);
  const names = placesAddress(code, revision);
  yield { address: names, body: () => ask(names) };
  // Page and embeds of an area right behind each other: they share what they show.
  for (const { id } of areas) {
    yield* areaPages(house, id);
    if (isAddressable(id)) yield* embedPages(house, id);
  }
  yield* embedPages(house, code);
}

/** Embeds of the scenarios of a municipality, here still or not any more. */
export async function* scenarioEmbedPages(
  source: EditionSource,
  tiles: TileOrigin,
  code: string,
): AsyncGenerator<EditionPage, void> {
  const house = await houseOf(source, tiles, code);
  const { scenarios } = await askJson<Scenarios>(source.ask, `${API_BASE}/scenarios?municipality=${code}`);
  for (const { id, latest } of scenarios.filter(each => isAddressable(each.id)))
    yield* embedPages(house, id, latest.version);
}
