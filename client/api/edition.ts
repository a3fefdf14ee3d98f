import { EDITION_META } from '#contract/edition.ts';
import type { TileOrigin } from '#contract/embed-map.ts';

/** What a page of a static edition says of itself; null on a server that runs, and where there is no page. */
function read(): TileOrigin | null {
  if (typeof document === 'undefined') return null;
  const meta = document.querySelector<HTMLMetaElement>(`meta[name="${EDITION_META}"]`);
  return meta === null ? null : (JSON.parse(meta.content) as TileOrigin);
}

/** Where the tiles of this static edition are; null where a server runs behind the page. */
export const edition: TileOrigin | null = read();
