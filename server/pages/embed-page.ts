import { html } from 'hono/html';
import type { Embed, EmbedDocument } from '../contract/embed.ts';
import type { PlaceView } from '../contract/place-view.ts';
import { figuresPart } from './figures.ts';
import { attributionOf, embedMap, type MapOptions, mapPart } from './map-part.ts';
import { type Html, type PageSetting, pageHtml } from './page.ts';
import { placeName, provenanceOf, stopped, summaryOf, useName } from './sentence.ts';
import { datesTable, placesTable, usesTable } from './table.ts';
import { trendChart, trendWords } from './trend-chart.ts';
import { PAGE_LANGUAGES, type PageLanguage } from './words.ts';

/** What of an embed is not in its document: under which id, on which sites, and whether it was withdrawn. */
export interface EmbedStanding {
  id: string;
  sites: readonly string[];
  withdrawn: Embed['withdrawn'];
}

/** An embed about vacancy. */
export type VacancyDocument = Exclude<EmbedDocument, { show: 'scenario' }>;

/** Heading of an embed about a place: the editor's own, or what it shows. */
export function vacancyTitle(document: VacancyDocument, view: PlaceView): string {
  if (document.title !== null) return document.title;
  const language = PAGE_LANGUAGES[document.language];
  const { say } = language;
  const place = placeName(view);
  if (document.show === 'trend') return say.titleTrend(place);
  if (document.show === 'figures') return say.titleFigures(place);
  return document.function === 'all'
    ? say.titleMap(place)
    : say.titleUse(place, useName(document.function, language));
}

/** A dated message in the place of what was withdrawn. */
export function withdrawnPart({ withdrawn }: EmbedStanding, { say, write }: PageLanguage): Html {
  if (withdrawn === null) return html``;
  return html`<p class="notice" role="note">${say.withdrawn(write.date(withdrawn.on), stopped(withdrawn.reason))}</p>`;
}

/** The table, folded; open where it is all there is. */
export function tablePart(table: Html, { open, say }: { open: boolean; say: PageLanguage['say'] }): Html {
  return html`<details class="table"${open ? html` open` : ''}><summary>${say.table}</summary>${table}</details>`;
}

/** A link that leaves the frame: a page in a frame must not lead the reader away from the website. */
export function openLink(href: string, { say }: PageLanguage): Html {
  return html`<a class="open" href="${href}" target="_blank" rel="noopener">${say.open}<span class="hidden"> (${say.newTab})</span></a>`;
}

function mapOptions(document: VacancyDocument, standing: EmbedStanding): MapOptions | null {
  if (document.show !== 'vacancy-map' || standing.withdrawn !== null) return null;
  const { reading, legend, search, interaction } = document;
  return { reading, legend, search, interaction };
}

function content(document: VacancyDocument, view: PlaceView, language: PageLanguage): Html {
  if (document.show === 'trend') return html`<section class="trend">${trendChart(view, language)}</section>`;
  return figuresPart(view, language);
}

function tableOf({ show }: VacancyDocument, view: PlaceView, language: PageLanguage): Html {
  if (show === 'trend') return datesTable(view, language);
  return show === 'figures' ? usesTable(view, language) : placesTable(view, language);
}

function footer(view: PlaceView, language: PageLanguage): Html {
  const { say, code } = language;
  const { area, series, municipality } = view;
  const page = code === 'nl' ? '' : '/en';
  const href = area === null ? `/?municipality=${municipality.code}` : `/areas/${area.id}${page}`;
  return html`<footer>
    <p class="provenance">${say.source}: ${provenanceOf(view, language)}. ${say.rounded}</p>
    <details class="definition"><summary>${say.definition}</summary><p>${series.definition[code]}</p><p>${attributionOf(view)}</p></details>
    <p>${openLink(href, language)}</p>
  </footer>`;
}

/** The page that an iframe shows of an embed about vacancy. */
export function vacancyEmbedPage(
  document: VacancyDocument,
  view: PlaceView,
  { standing, setting }: { standing: EmbedStanding; setting: PageSetting },
): Promise<string> {
  const language = PAGE_LANGUAGES[document.language];
  const { say } = language;
  const withdrawn = standing.withdrawn !== null;
  const map = mapOptions(document, standing);
  const title = vacancyTitle(document, view);
  const table =
    document.table || withdrawn ? tablePart(tableOf(document, view, language), { open: withdrawn, say }) : '';
  const summary = document.show === 'trend' ? trendWords(view, language) : summaryOf(view, language);
  const body = html`<main>
  <h1>${title}</h1>
  ${view.municipality.fictional ? html`<p class="badge">${say.fictional}</p>` : ''}
  ${withdrawnPart(standing, language)}
  ${document.show === 'trend' && !withdrawn ? '' : html`<p class="summary">${summary}</p>`}
  ${withdrawn ? '' : content(document, view, language)}
  ${map === null ? '' : mapPart(view, map, language)}
  ${table}
  ${footer(view, language)}
</main>`;
  const { id, sites } = standing;
  const frame = {
    title,
    description: summary,
    language: document.language,
    theme: document.theme,
    style: setting.assets.embedStyle,
    kind: 'embed' as const,
    embed: { id, sites },
    canonical: id === '' ? null : `${setting.origin}/e/${id}`,
    map: map === null ? null : embedMap(view, map, { language, setting }),
  };
  return pageHtml(frame, body, setting);
}
