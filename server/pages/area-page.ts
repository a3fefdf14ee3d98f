import { html } from 'hono/html';
import type { EmbedLanguage, EmbedReading } from '../contract/embed.ts';
import type { PlaceView } from '../contract/place-view.ts';
import { durationsPart, figuresPart } from './figures.ts';
import { embedMap, mapPart } from './map-part.ts';
import { type Html, type PageSetting, pageHtml } from './page.ts';
import { kindName, placeName, provenanceOf, summaryOf } from './sentence.ts';
import { datesTable, placesTable, usesTable } from './table.ts';
import { trendChart } from './trend-chart.ts';
import { PAGE_LANGUAGES, type PageLanguage } from './words.ts';

/** Address of an area's page in a language. */
export const areaAddress = (id: string, language: EmbedLanguage): string =>
  `/areas/${id}${language === 'nl' ? '' : '/en'}`;

/** Where the streets of an area are walked they say most; elsewhere its squares do. */
export const areaReading = ({ sides }: PlaceView): EmbedReading =>
  sides.length > 0 ? 'streets' : 'percentage';

function head({ area, municipality }: PlaceView, { say, code }: PageLanguage, isLive: boolean): Html {
  const other = code === 'nl' ? 'en' : 'nl';
  return html`<a class="skip" href="#content">${say.skip}</a>
<header class="page-head">
  <p class="product"><a href="/">${say.product}</a></p>
  <nav>
    ${isLive ? html`<a href="/?municipality=${municipality.code}&area=${area!.id}&language=${code}">${say.openMap}</a>` : ''}
    ${isLive ? html`<a href="/embed?area=${area!.id}&language=${code}&map-language=${code}">${say.embedThis}</a>` : ''}
    <a href="${areaAddress(area!.id, other)}" lang="${other}" hreflang="${other}">${say.otherLanguage}</a>
  </nav>
</header>`;
}

function facts({ area }: PlaceView, { say, write }: PageLanguage): Html {
  const { hectares, decision, decidingBody, decisionDate, proposal, zones } = area!;
  const decided = [
    decision,
    decidingBody,
    decisionDate && write.date(decisionDate),
    proposal && say.proposal,
  ];
  const words = decided.filter(Boolean).join(', ');
  const share = (part: number) => (part >= 100 ? say.zoneWhole : say.zonePart(write.wholePercent(part)));
  return html`<section class="area-facts">
    <h2>${say.facts}</h2>
    <dl class="facts">
      <div><dt>${say.hectares}</dt><dd>${write.hectares(hectares)}</dd></div>
      ${words === '' ? '' : html`<div><dt>${say.decision}</dt><dd>${words}</dd></div>`}
    </dl>
    ${zones.length === 0 ? '' : html`<h3>${say.zones}</h3><ul>${zones.map(zone => html`<li><a href="/areas/${zone.id}">${zone.name}</a>: ${share(zone.share)}${zone.decision === null ? '' : html` (${zone.decision})`}</li>`)}</ul>`}
  </section>`;
}

function sources({ datasets, series }: PlaceView, { say, code }: PageLanguage): Html {
  return html`<section class="sources">
    <h2>${say.sources}</h2>
    <h3>${say.definition}</h3>
    <p>${series.name[code]}: ${series.definition[code]}</p>
    <p>${say.rounded}</p>
    <ul>${datasets.map(({ title, owner, licence, attribution }) => html`<li>${title}, ${owner} (${licence}). ${attribution}</li>`)}</ul>
  </section>`;
}

/**
 * The page of one area: to be read without a map, linked to and printed.
 * @param isLive whether a server runs behind it: a static edition has no large map and no builder
 */
export function areaPage(
  view: PlaceView,
  { language: code, setting, isLive }: { language: EmbedLanguage; setting: PageSetting; isLive: boolean },
): Promise<string> {
  const language = PAGE_LANGUAGES[code];
  const { say } = language;
  const { area, municipality } = view;
  const summary = summaryOf(view, language);
  const map = {
    reading: areaReading(view),
    legend: true,
    search: view.sides.length > 0,
    interaction: 'visible',
  } as const;
  const places = view.sides.length > 0 ? html`<section>${placesTable(view, language)}</section>` : '';
  const body = html`${head(view, language, isLive)}
<main id="content" tabindex="-1">
  <h1>${placeName(view)}</h1>
  <p class="kind">${kindName(area!.kind, language)} · ${say.municipality} ${municipality.name}${municipality.fictional ? html` <span class="badge">${say.fictional}</span>` : ''}</p>
  <p class="summary">${summary}</p>
  <p class="provenance">${provenanceOf(view, language)}</p>
  ${figuresPart(view, language)}
  ${durationsPart(view, language)}
  <section class="trend"><h2>${say.trend}</h2>${trendChart(view, language)}</section>
  ${mapPart(view, map, language)}
  <section class="tables"><h2>${say.table}</h2>
    ${usesTable(view, language)}
    ${places}
    ${datesTable(view, language)}
  </section>
  ${facts(view, language)}
  ${sources(view, language)}
</main>
<footer class="page-foot"><p><a href="/">${say.allAreas}</a> · <a href="/scenarios?municipality=${municipality.code}">${say.scenarios}</a></p></footer>`;
  const frame = {
    title: `${placeName(view)}, ${municipality.name}`,
    description: summary,
    language: code,
    theme: 'device' as const,
    style: setting.assets.areaStyle,
    kind: 'area-page' as const,
    canonical: `${setting.origin}${areaAddress(area!.id, code)}`,
    map: embedMap(view, map, { language, setting }),
  };
  return pageHtml(frame, body, setting);
}
