import { html } from 'hono/html';
import { type PageSetting, pageHtml } from './page.ts';
import { PAGE_LANGUAGES } from './words.ts';

/** What stands where an embed shows nothing any more: said in words, in both languages, because nobody knows in which. */
export function gonePage(setting: PageSetting): Promise<string> {
  const [nl, en] = [PAGE_LANGUAGES.nl.say, PAGE_LANGUAGES.en.say];
  const body = html`<main>
  <h1>${nl.gone}</h1><p>${nl.goneLead}</p><p>${nl.goneHelp}</p>
  <div lang="en"><h2>${en.gone}</h2><p>${en.goneLead}</p><p>${en.goneHelp}</p></div>
</main>`;
  const frame = {
    title: nl.gone,
    description: nl.goneLead,
    language: 'nl' as const,
    theme: 'device' as const,
    style: setting.assets.embedStyle,
    kind: 'embed' as const,
    canonical: null,
    map: null,
  };
  return pageHtml(frame, body, setting);
}
