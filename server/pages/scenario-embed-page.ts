import { html, raw } from 'hono/html';
import type { EmbedDocument } from '../contract/embed.ts';
import type { EmbedMap } from '../contract/embed-map.ts';
import type { PublishedScenario } from '../contract/published-scenario.ts';
import type { ScenarioGround } from '../contract/scenario-base.ts';
import { indicatorHead, indicatorRows } from '../paper/indicators.ts';
import { mapLegend } from '../paper/map-legend.ts';
import type { Reading } from '../paper/map-sides.ts';
import { stillMap } from '../paper/still-map.ts';
import { drawingSvg } from '../paper/svg.ts';
import { type EmbedStanding, openLink, tablePart, withdrawnPart } from './embed-page.ts';
import { legendPart } from './map-part.ts';
import { type Html, type PageSetting, pageHtml } from './page.ts';
import { scenarioFeatures } from './scenario-features.ts';
import { stopped } from './sentence.ts';
import { PAGE_LANGUAGES, type PageLanguage } from './words.ts';

/** An embed of a scenario. */
export type ScenarioEmbedDocument = Extract<EmbedDocument, { show: 'scenario' }>;

/** What an embed of a scenario is made of. */
export interface ScenarioView {
  scenario: PublishedScenario;
  ground: ScenarioGround;
  /** The newest version there is. */
  newest: number;
}

const STILL = { width: 640, height: 640, type: 12 };

function still({ scenario, ground }: ScenarioView, reading: Reading, { code }: PageLanguage): Html {
  return html`${raw(drawingSvg(stillMap(ground, scenario, { reading, language: code, ...STILL }), code, reading))}`;
}

function differencePart(view: ScenarioView, language: PageLanguage): Html {
  return html`<p class="map-words">${language.say.scenarioMap}</p>
    <div class="map-frame"><div class="still">${still(view, 'difference', language)}</div></div>
    <div class="map-actions" hidden></div>
    <p class="map-status" role="status"></p>`;
}

function swipePart(view: ScenarioView, language: PageLanguage): Html {
  const { say } = language;
  const { years } = view.scenario;
  const one = (reading: 'before' | 'after', words: string) =>
    html`<figure class="still ${reading}"><figcaption>${words}</figcaption>${still(view, reading, language)}</figure>`;
  return html`<p class="map-words">${say.scenarioSwipe}</p>
    <div class="swipe">${one('before', say.before(String(years[0])))}${one('after', say.after(String(years.at(-1))))}</div>
    <p class="map-status" role="status"></p>`;
}

function mapPart(document: ScenarioEmbedDocument, view: ScenarioView, language: PageLanguage): Html {
  const isSwipe = document.view === 'swipe';
  const reading: Reading = isSwipe ? 'after' : 'difference';
  const legend = document.legend
    ? legendPart(mapLegend(view.scenario, reading, { language: language.code, type: STILL.type }), language)
    : '';
  return html`<section class="map" id="map" aria-labelledby="map-title">
    <h2 id="map-title">${language.say.map}</h2>
    ${isSwipe ? swipePart(view, language) : differencePart(view, language)}
    ${legend}
  </section>`;
}

/** The indicators of a scenario: now, doing nothing, the proposal, the difference. */
export function scenarioTable(
  { scenario }: Pick<ScenarioView, 'scenario'>,
  { say, code }: PageLanguage,
): Html {
  const head = indicatorHead(scenario, code);
  const rows = indicatorRows(scenario, code);
  return html`<div class="table-frame" tabindex="0" role="region" aria-label="${say.tableScenario}"><table>
    <caption>${say.tableScenario}</caption>
    <thead><tr>${head.map(name => html`<th scope="col">${name}</th>`)}</tr></thead>
    <tbody>${rows.map(([name, ...cells]) => html`<tr><th scope="row">${name}</th>${cells.map(cell => html`<td>${cell}</td>`)}</tr>`)}</tbody>
  </table></div>`;
}

function notices(
  { scenario, newest }: ScenarioView,
  document: ScenarioEmbedDocument,
  language: PageLanguage,
): Html {
  const { say, write } = language;
  const { withdrawn, version } = scenario;
  const gone = withdrawn && say.scenarioWithdrawn(write.date(withdrawn.on), stopped(withdrawn.reason));
  const newer = document.version !== null && newest > version ? say.scenarioNewer(String(newest)) : null;
  return html`${[gone, newer].map(words => (words ? html`<p class="notice" role="note">${words}</p>` : ''))}`;
}

function moving(view: ScenarioView, setting: PageSetting, language: PageLanguage): EmbedMap {
  const { scenario } = view;
  return {
    bounds: scenario.area.bbox,
    interaction: 'press',
    tiles: setting.tiles,
    features: scenarioFeatures(scenario, language),
    attribution: scenario.series.source,
  };
}

/** The page that an iframe shows of a scenario: what it proposes, what that changes, and by how much. */
export function scenarioEmbedPage(
  document: ScenarioEmbedDocument,
  view: ScenarioView,
  { standing, setting }: { standing: EmbedStanding; setting: PageSetting },
): Promise<string> {
  const language = PAGE_LANGUAGES[document.language];
  const { say, write } = language;
  const { scenario } = view;
  const withdrawn = standing.withdrawn !== null;
  const title = document.title ?? scenario.title;
  const day = write.date(scenario.publishedAt.slice(0, 10));
  const address = `/scenarios/${scenario.id}/versions/${scenario.version}`;
  const body = html`<main>
  <h1>${title}</h1>
  ${scenario.fictional ? html`<p class="badge">${say.fictional}</p>` : ''}
  ${withdrawnPart(standing, language)}${notices(view, document, language)}
  <p class="summary">${scenario.summary}</p>
  ${withdrawn ? '' : mapPart(document, view, language)}
  ${document.table || withdrawn ? tablePart(scenarioTable(view, language), { open: withdrawn, say }) : ''}
  <footer>
    <p class="provenance">${scenario.area.name}, ${scenario.municipalityName} · ${say.scenarioVersion(String(scenario.version), day)} · ${say.source}: ${say.seriesOn(scenario.series.name[language.code], write.date(scenario.series.referenceDate))}</p>
    <p>${openLink(language.code === 'nl' ? address : `${address}?language=en`, language)}</p>
  </footer>
</main>`;
  const { id, sites } = standing;
  const frame = {
    title,
    description: scenario.summary,
    language: document.language,
    theme: document.theme,
    style: setting.assets.embedStyle,
    kind: 'embed' as const,
    embed: { id, sites },
    canonical: id === '' ? null : `${setting.origin}/e/${id}`,
    map: withdrawn || document.view === 'swipe' ? null : moving(view, setting, language),
  };
  return pageHtml(frame, body, setting);
}
