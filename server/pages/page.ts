import { html, raw } from 'hono/html';
import type { EmbedLanguage } from '../contract/embed.ts';
import type { EmbedMap, TileOrigin } from '../contract/embed-map.ts';

/** What a page is made of beside its content, as the server that runs or a static edition has it. */
export interface PageSetting {
  /** Where this instance is, without a slash at the end: for addresses that other programs follow. */
  origin: string;
  /** Addresses of the built script and style sheet. */
  assets: { script: string; embedStyle: string; areaStyle: string };
  /** Address of the municipality's house style; null where it has none. */
  theme: string | null;
  tiles: TileOrigin;
  /** Content security policy to write into the page, where headers cannot be set; null where they are. */
  policy: string | null;
}

/** Anything that `html` gives. */
export type Html = ReturnType<typeof html>;

/** The frame of a page. */
export interface PageFrame {
  title: string;
  description: string;
  language: EmbedLanguage;
  theme: 'device' | 'light' | 'dark';
  style: string;
  /** Of the body. */
  kind: 'embed' | 'area-page' | 'index-page';
  embed?: { id: string; sites: readonly string[] } | undefined;
  /** Address of the page itself, for oEmbed and for search engines; null: none of both. */
  canonical: string | null;
  map: EmbedMap | null;
}

/** JSON that cannot end the element it stands in. */
const jsonText = (value: unknown): string => JSON.stringify(value).replaceAll('<', '\\u003c');

function discovery(canonical: string, title: string, origin: string) {
  const address = (format: string) =>
    `${origin}/oembed?url=${encodeURIComponent(canonical)}&format=${format}`;
  return html`<link rel="canonical" href="${canonical}">
<link rel="alternate" type="application/json+oembed" href="${address('json')}" title="${title}">
<link rel="alternate" type="text/xml+oembed" href="${address('xml')}" title="${title}">`;
}

function head(frame: PageFrame, setting: PageSetting) {
  const { title, description, canonical } = frame;
  return html`<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
${setting.policy === null ? '' : html`<meta http-equiv="Content-Security-Policy" content="${setting.policy}">`}
<title>${title} · Kernkaart</title>
<meta name="description" content="${description}">
<link rel="icon" href="/icon.svg" type="image/svg+xml">
<link rel="stylesheet" href="${frame.style}">
${setting.theme === null ? '' : html`<link rel="stylesheet" href="${setting.theme}">`}
${canonical === null ? '' : discovery(canonical, title, setting.origin)}
${frame.kind === 'index-page' ? '' : html`<script type="module" src="${setting.assets.script}"></script>`}`;
}

/** A whole page. Nothing in it needs a script to be read. */
export async function pageHtml(frame: PageFrame, content: Html, setting: PageSetting): Promise<string> {
  const { language, theme, kind, embed, map } = frame;
  const attributes = embed ? html` data-embed="${embed.id}" data-sites="${embed.sites.join(' ')}"` : '';
  const page = await html`<!doctype html>
<html lang="${language}"${theme === 'device' ? '' : html` data-theme="${theme}"`}>
<head>
${head(frame, setting)}
</head>
<body class="${kind}"${attributes}>
${content}
${map === null ? '' : html`<script type="application/json" id="embed-map">${raw(jsonText(map))}</script>`}
</body>
</html>
`;
  return String(page);
}
