import { html, raw } from 'hono/html';
import type { EmbedReading } from '../contract/embed.ts';
import type { EmbedMap } from '../contract/embed-map.ts';
import type { PlaceView } from '../contract/place-view.ts';
import type { LegendEntry } from '../paper/drawing.ts';
import { drawingSvg, swatchSvg } from '../paper/svg.ts';
import { vacancyLegend } from '../paper/vacancy-legend.ts';
import { vacancyMap } from '../paper/vacancy-map.ts';
import { mapFeatures } from './map-features.ts';
import type { Html, PageSetting } from './page.ts';
import { placeName } from './sentence.ts';
import type { PageLanguage } from './words.ts';

/** Size of the still map in its own units; a page shows it as wide as it has room. */
const STILL = { width: 640, height: 560, type: 12 };

/** How a map stands on a page. */
export interface MapOptions {
  reading: EmbedReading;
  legend: boolean;
  search: boolean;
  interaction: 'still' | 'press' | 'visible';
}

/** Where names of areas and streets are, for the finder. */
export const placesAddress = (municipality: string, revision: number): string =>
  `/places/${municipality}/${revision}.json`;

/** A legend as a list: swatch and words. */
export function legendPart(entries: readonly LegendEntry[], { say }: PageLanguage): Html {
  return html`<ul class="legend" aria-label="${say.legend}">${entries.map(entry => html`<li>${raw(swatchSvg(entry, STILL.type))}<span>${entry.words}</span></li>`)}</ul>`;
}

/** The map of a view: heading, a sentence, the still map and its legend; a script may put a moving one in its place. */
export function mapPart(view: PlaceView, options: MapOptions, language: PageLanguage): Html {
  const { say, code } = language;
  const { reading } = options;
  const drawing = vacancyMap(view, { reading, language: code, ...STILL });
  const legend = options.legend
    ? legendPart(vacancyLegend(view, reading, { language: code, type: STILL.type }), language)
    : '';
  const finder = options.search
    ? html`<div class="finder" hidden data-places="${placesAddress(view.municipality.code, view.revision)}"></div>`
    : '';
  return html`<section class="map" id="map" aria-labelledby="map-title">
    <h2 id="map-title">${say.map}</h2>
    <p class="map-words">${say.mapOf[reading](placeName(view))} ${say.mapSame}</p>
    ${finder}
    <div class="map-frame"><div class="still">${raw(drawingSvg(drawing, code, 'still'))}</div></div>
    <div class="map-actions" hidden></div>
    <p class="map-status" role="status"></p>
    ${legend}
  </section>`;
}

/** What the moving map needs; null where there is to be none. */
export function embedMap(
  view: PlaceView,
  { reading, interaction }: MapOptions,
  { language, setting }: { language: PageLanguage; setting: PageSetting },
): EmbedMap | null {
  if (interaction === 'still') return null;
  return {
    bounds: (view.area ?? view.municipality).bbox,
    interaction,
    tiles: setting.tiles,
    features: mapFeatures(view, reading, language),
    attribution: attributionOf(view),
  };
}

/** Whom the data are of, each once. */
export const attributionOf = ({ datasets }: PlaceView): string =>
  [...new Set(datasets.map(({ attribution }) => attribution).filter(text => text !== ''))].join(' · ');
