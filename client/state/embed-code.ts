/** How an embed gets on a page: four ways, because editors of websites strip different things. */
export const COPY_WAYS = ['iframe', 'element', 'link', 'address'] as const;
export type CopyWay = (typeof COPY_WAYS)[number];

/** What the code is made of. */
export interface EmbedCodeParts {
  /** Of this Kernkaart, without a slash at the end. */
  origin: string;
  /** Path of the embed, such as `/e/centrum`. */
  path: string;
  /** Path of the page whose address can be pasted, such as `/areas/centrum`. */
  page: string;
  /** What it shows, for whoever does not see it. */
  title: string;
  /** Pixels; null: it grows along where the page can follow. */
  height: number | null;
}

/** Paths of a stored embed: it says itself what it shows. */
export const storedPaths = (id: string): Pick<EmbedCodeParts, 'path' | 'page'> => {
  const path = `/e/${encodeURIComponent(id)}`;
  return { path, page: path };
};

/** Paths of what is not stored: an area, a municipality or a scenario has an embed with plain settings. */
export function plainPaths(place: {
  area: string | null;
  municipality: string;
  /** In the place of the others; null: none. */
  scenario: string | null;
  version: number | null;
  language: 'nl' | 'en';
}): Pick<EmbedCodeParts, 'path' | 'page'> {
  const { area, municipality, scenario, version, language } = place;
  const english = language === 'en' ? '/en' : '';
  if (scenario !== null) {
    const what = encodeURIComponent(scenario) + (version === null ? '' : `/versions/${version}`);
    return { path: `/e/${what}${english}`, page: `/scenarios/${what}${english && '?language=en'}` };
  }
  const path = `/e/${encodeURIComponent(area ?? municipality)}${english}`;
  return { path, page: area === null ? path : `/areas/${encodeURIComponent(area)}${english}` };
}

/** Height of an iframe where none was chosen: a page without our script cannot follow what is in it. */
export const IFRAME_HEIGHT = 640;

/** What the embed needs of what a sandbox takes away: its own scripts and storage-free origin, and links that open. */
const SANDBOX = [
  'allow-scripts',
  'allow-same-origin',
  'allow-popups',
  'allow-popups-to-escape-sandbox',
  'allow-top-navigation-by-user-activation',
].join(' ');

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** Text as it may stand in an attribute between quotes or between tags, on one line. */
const escaped = (text: string): string =>
  text
    // biome-ignore lint/suspicious/noControlCharactersInRegex: no control character may reach somebody's page
    .replace(/[\u0000-\u001f\u007f\s]+/g, ' ')
    .trim()
    .replace(/[&<>"']/g, sign => ENTITIES[sign]!);

/** The code of an embed, on one line: what an editor copies. Whatever the title is, it stays a title. */
export function embedCode(way: CopyWay, { origin, path, page, title, height }: EmbedCodeParts): string {
  const address = escaped(origin + path);
  const words = escaped(title);
  const link = `<a href="${address}">${words}</a>`;
  if (way === 'address') return origin + page;
  if (way === 'link') return link;
  if (way === 'element') {
    const fixed = height === null ? '' : ` height="${height}" auto-height="off"`;
    return `<kern-kaart src="${address}" title="${words}"${fixed}>${link}</kern-kaart><script src="${escaped(origin)}/embed.js" async></script>`;
  }
  // `frameborder` and not a style: a page with a strict policy refuses styles, and says so in its console.
  return `<iframe src="${address}" title="${words}" width="100%" height="${height ?? IFRAME_HEIGHT}" loading="lazy" referrerpolicy="strict-origin-when-cross-origin" sandbox="${SANDBOX}" allow="fullscreen" frameborder="0">${link}</iframe>`;
}
