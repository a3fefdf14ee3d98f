import { html } from 'hono/html';
import type { Area } from '../contract/area.ts';
import type { EmbedLanguage } from '../contract/embed.ts';
import type { Municipality } from '../contract/municipality.ts';
import type { Scenarios } from '../contract/scenario-version.ts';
import { areaAddress } from './area-page.ts';
import { INDEX_WORDS, type IndexWords } from './index-words.ts';
import { type Html, type PageSetting, pageHtml } from './page.ts';
import { kindName } from './sentence.ts';
import { PAGE_LANGUAGES } from './words.ts';

/** What there is to see of one municipality. */
export interface IndexPlace {
  municipality: Pick<Municipality, 'code' | 'name' | 'fictional'>;
  areas: readonly Pick<Area, 'id' | 'kind' | 'name'>[];
  scenarios: readonly Pick<Scenarios['scenarios'][number], 'id' | 'title' | 'area'>[];
  /** Stored embeds by their heading. */
  embeds: readonly { id: string; title: string }[];
}

/** How the page of an index is made. */
export interface IndexOptions {
  language: EmbedLanguage;
  setting: PageSetting;
}

const inLanguage = (path: string, language: EmbedLanguage): string =>
  language === 'nl' ? path : `${path}?language=${language}`;

/** One line of the list. @param beside what it is, in a few words */
const line = (address: string, name: string, beside = ''): Html =>
  html`<a href="${address}">${name}</a>${beside === '' ? '' : html` <span>${beside}</span>`}`;

function part(heading: string, lines: readonly Html[]): Html {
  return lines.length === 0
    ? html``
    : html`<h3>${heading}</h3><ul>${lines.map(each => html`<li>${each}</li>`)}</ul>`;
}

function placePart(
  { municipality, areas, scenarios, embeds }: IndexPlace,
  say: IndexWords,
  language: EmbedLanguage,
): Html {
  const { code, name, fictional } = municipality;
  const words = PAGE_LANGUAGES[language];
  const of = {
    areas: areas.map(({ id, name, kind }) => line(areaAddress(id, language), name, kindName(kind, words))),
    scenarios: scenarios.map(({ id, title, area }) =>
      line(inLanguage(`/scenarios/${id}`, language), title, area.name),
    ),
    embeds: embeds.map(({ id, title }) => line(`/e/${id}`, title)),
  };
  const whole = line(`/e/${code}${language === 'en' ? '/en' : ''}`, say.whole(name));
  return html`<section id="${code}" aria-labelledby="${code}-name">
    <h2 id="${code}-name">${name}${fictional ? html` <span class="badge">${words.say.fictional}</span>` : ''}</h2>
    ${part(say.areas, [whole, ...of.areas])}
    ${part(words.say.scenarios, of.scenarios)}
    ${part(say.embeds, of.embeds)}
  </section>`;
}

function head(language: EmbedLanguage): Html {
  const [other, address] = language === 'nl' ? (['en', '/en'] as const) : (['nl', '/'] as const);
  const { skip, product, otherLanguage } = PAGE_LANGUAGES[language].say;
  return html`<a class="skip" href="#content">${skip}</a>
<header class="page-head">
  <p class="product"><a href="${language === 'nl' ? '/' : '/en'}">${product}</a></p>
  <nav><a href="${address}" lang="${other}" hreflang="${other}">${otherLanguage}</a></nav>
</header>`;
}

function plainPage(
  title: string,
  lead: string,
  content: Html,
  { language, setting }: IndexOptions,
): Promise<string> {
  const body = html`${head(language)}
<main id="content" tabindex="-1">
  <h1>${title}</h1>
  <p class="summary">${lead}</p>
  ${content}
</main>`;
  const frame = {
    title,
    description: lead,
    language,
    theme: 'device' as const,
    style: setting.assets.areaStyle,
    kind: 'index-page' as const,
    canonical: null,
    map: null,
  };
  return pageHtml(frame, body, setting);
}

/** The front of a static edition: a plain list of everything that there is to see, municipality by municipality. */
export function indexPage(places: readonly IndexPlace[], options: IndexOptions): Promise<string> {
  const say = INDEX_WORDS[options.language];
  const parts = places.map(place => placePart(place, say, options.language));
  return plainPage(say.title, say.lead, html`${parts}`, options);
}

/** What a static edition answers where there is nothing. */
export function absentPage(options: IndexOptions): Promise<string> {
  const say = INDEX_WORDS[options.language];
  return plainPage(say.absent, say.absentLead, html`<p><a href="/">${say.title}</a></p>`, options);
}
