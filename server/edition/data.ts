import { createHash } from 'node:crypto';
import type { Areas } from '../contract/area.ts';
import { editionAddress } from '../contract/edition.ts';
import type { Municipalities, Municipality } from '../contract/municipality.ts';
import { API_BASE } from '../contract/operations.ts';
import type { Scenarios, ScenarioVersion } from '../contract/scenario-version.ts';
import type { SeriesList } from '../contract/series.ts';
import { type EditionPage, isAddressable } from './page.ts';
import { type Ask, askJson, type EditionSource } from './source.ts';

const LANGUAGES = ['nl', 'en'] as const;
const READINGS = ['difference', 'before', 'after'] as const;

/** What the API answers, as a file. @param path behind the API's base @param source as of {@link EditionPage} */
function answer(ask: Ask, path: string, source?: string): EditionPage {
  const address = `${API_BASE}${path}`;
  return { address: editionAddress(address), ...(source && { source }), body: () => ask(address) };
}

const hasAddress = ({ id }: { id: string }): boolean => isAddressable(id);

/** Municipality by municipality: its areas, series, published figures, squares and street sides. */
async function* municipalityData(ask: Ask, { code }: Municipality): AsyncGenerator<EditionPage, void> {
  const of = `municipality=${code}`;
  for (const noun of ['areas', 'series', 'datasets', 'street-sides']) yield answer(ask, `/${noun}?${of}`);
  const { series } = await askJson<SeriesList>(ask, `${API_BASE}/series?${of}`);
  for (const { id } of series.filter(hasAddress)) {
    yield answer(ask, `/vacancy?${of}&series=${encodeURIComponent(id)}`);
    yield answer(ask, `/cells?${of}&series=${encodeURIComponent(id)}&size=500`);
  }
  const { areas } = await askJson<Areas>(ask, `${API_BASE}/areas?${of}`);
  for (const { id } of areas.filter(hasAddress)) {
    const path = `/areas/${encodeURIComponent(id)}`;
    yield answer(ask, path);
    for (const language of LANGUAGES) yield answer(ask, `${path}/map.svg?language=${language}`);
  }
}

/** A version with everything that is made of it alone: maps and paper take time, so they are made once. */
async function* versionData(
  { ask, software, origin }: EditionSource,
  id: string,
  version: number,
): AsyncGenerator<EditionPage, void> {
  const path = `/scenarios/${encodeURIComponent(id)}/versions/${version}`;
  yield answer(ask, path);
  const { scenario } = await askJson<ScenarioVersion>(ask, API_BASE + path);
  const shown = createHash('sha256').update(JSON.stringify(scenario)).digest('hex');
  const source = `${software}, ${origin}, ${shown}`;
  yield answer(ask, `${path}/settings`, source);
  for (const format of ['csv', 'json', 'gpkg']) yield answer(ask, `${path}/export.${format}`, source);
  for (const language of LANGUAGES) {
    yield answer(ask, `${path}/paper.pdf?language=${language}`, source);
    for (const reading of READINGS)
      yield answer(ask, `${path}/map.svg?reading=${reading}&language=${language}`, source);
  }
}

/** Everything of the API that anybody may ask and that has an end, as files. @param codes whose scenarios */
export async function* dataPages(
  source: EditionSource,
  codes: readonly string[],
): AsyncGenerator<EditionPage, void> {
  const { ask } = source;
  yield answer(ask, '/municipalities');
  const { municipalities } = await askJson<Municipalities>(ask, `${API_BASE}/municipalities`);
  for (const municipality of municipalities) yield* municipalityData(ask, municipality);
  for (const code of codes) {
    const list = `/scenarios?municipality=${code}`;
    yield answer(ask, list);
    const { scenarios } = await askJson<Scenarios>(ask, API_BASE + list);
    for (const { id, latest } of scenarios.filter(hasAddress)) {
      yield answer(ask, `/scenarios/${encodeURIComponent(id)}`);
      for (let version = 1; version <= latest.version; version += 1) yield* versionData(source, id, version);
    }
  }
}
