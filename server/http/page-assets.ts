import type { StaticFiles } from './static-files.ts';

/** Addresses of the built parts of the pages that the server writes. */
export interface PageAssets {
  script: string;
  embedStyle: string;
  areaStyle: string;
}

type Manifest = Record<string, { file: string }>;

/** Where the build lists what became of each source. */
const MANIFEST = '/.vite/manifest.json';

/** The built script and style sheets of pages that the server writes; addresses that answer 404 when nothing is built. */
export function pageAssets(files: StaticFiles): PageAssets {
  const file = files.get(MANIFEST);
  const manifest: Manifest = file === undefined ? {} : JSON.parse(new TextDecoder().decode(file.bytes));
  const address = (source: string) => `/${manifest[source]?.file ?? `assets/${source}`}`;
  return {
    script: address('embed/embed.ts'),
    embedStyle: address('embed/embed.css'),
    areaStyle: address('embed/area-page.css'),
  };
}
