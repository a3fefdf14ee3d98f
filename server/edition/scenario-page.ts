import { html } from 'hono/html';
import { EDITION_META, editionAddress } from '../contract/edition.ts';
import type { TileOrigin } from '../contract/embed-map.ts';
import { API_BASE } from '../contract/operations.ts';
import type { Scenarios } from '../contract/scenario-version.ts';
import type { StaticFiles } from '../http/static-files.ts';
import { sitePolicy } from './header-rules.ts';
import { type EditionPage, isAddressable } from './page.ts';
import { askJson, type EditionSource } from './source.ts';

const TEMPLATE = '/scenario.html';
const NOSCRIPT = /<noscript>[\s\S]*?<\/noscript>/;
const CHARSET = '<meta charset="utf-8" />';
const TITLE = '<title>Scenario · Kernkaart</title>';

/** The client was built without a part that stands in every build. */
function placed(page: string, part: string | RegExp, text: string): string {
  const changed = page.replace(part, () => text);
  if (changed === page) throw new Error(`the built page of scenarios has no ${part}`);
  return changed;
}

/** The page of the built client, told where its tiles are and that no server runs behind it. */
export function editionTemplate(files: StaticFiles, tiles: TileOrigin): string {
  const file = files.get(TEMPLATE);
  if (file === undefined) throw new Error('the client is not built');
  const page = new TextDecoder().decode(file.bytes);
  // First of all, so that it holds for everything that follows.
  const told = html`${CHARSET_META}<meta http-equiv="Content-Security-Policy" content="${sitePolicy('page')}" />
    <meta name="${EDITION_META}" content="${JSON.stringify(tiles)}" />`;
  return placed(page, CHARSET, String(told));
}

const CHARSET_META = html`<meta charset="utf-8" />
    `;

type Line = Scenarios['scenarios'][number];

/** What whoever has no script gets: the same as a PDF and as a picture. */
function withoutScript({ id, title, summary }: Line, version: number): string {
  const at = (path: string) =>
    editionAddress(`${API_BASE}/scenarios/${encodeURIComponent(id)}/versions/${version}${path}`);
  return String(html`<noscript>
      <h1>${title}</h1>
      <p>${summary}</p>
      <p><a href="${at('/paper.pdf?language=nl')}">Het voorstel op twee pagina’s (PDF)</a></p>
      <p lang="en"><a href="${at('/paper.pdf?language=en')}">The proposal on two pages (PDF)</a></p>
      <p><img src="${at('/map.svg?reading=difference&language=nl')}" alt="${title}" width="800" height="600" /></p>
    </noscript>`);
}

function pageOf(template: string, line: Line, version: number): string {
  const page = placed(template, NOSCRIPT, withoutScript(line, version));
  return placed(page, TITLE, String(html`<title>${line.title} · Kernkaart</title>`));
}

/** Pages on which scenarios are read: the list, the latest version of each, and every version. */
export async function* scenarioPages(
  { ask, files }: EditionSource,
  { tiles, codes }: { tiles: TileOrigin; codes: readonly string[] },
): AsyncGenerator<EditionPage, void> {
  const template = editionTemplate(files, tiles);
  yield { address: '/scenarios', body: async () => placed(template, NOSCRIPT, '') };
  for (const code of codes) {
    const { scenarios } = await askJson<Scenarios>(ask, `${API_BASE}/scenarios?municipality=${code}`);
    for (const line of scenarios.filter(({ id }) => isAddressable(id))) {
      const { id, latest } = line;
      yield { address: `/scenarios/${id}`, body: async () => pageOf(template, line, latest.version) };
      for (let version = 1; version <= latest.version; version += 1) {
        const address = `/scenarios/${id}/versions/${version}`;
        yield { address, body: async () => pageOf(template, line, version) };
      }
    }
  }
}
