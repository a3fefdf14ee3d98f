/**
 * What a page and the embed in it say to each other by `postMessage`. Both sides check the origin and the window that a
 * message comes from, then its shape; anything else is not answered.
 *
 * The page begins: `hello`, to the origin of the embed. The embed answers only who is on the list of allowed sites, and
 * only to that origin. No message carries a name, an address or anything of the reader.
 */
export const MESSAGE_KEY = 'kernkaart';

/** From the page around it to the embed. */
export type HostMessage =
  | { kernkaart: 'hello' }
  /** Bring the moving map. */
  | { kernkaart: 'start' }
  /** Show what has this id (an area, a street side); null: everything again. */
  | { kernkaart: 'show'; id: string | null };

/** From the embed to the page around it. */
export type EmbedMessage =
  /** Said once after `hello`, and with every height after it: CSS pixels of all there is to see. */
  | { kernkaart: 'height'; height: number }
  /** What is shown now; null: everything. */
  | { kernkaart: 'shown'; id: string | null; words: string }
  /** How far the moving map is. */
  | { kernkaart: 'map'; state: 'loading' | 'ready' | 'failed' };

/** True for a site on the list: an origin, or a star for every name below one. @param origin as `event.origin` has it */
export function isAllowedSite(origin: string, sites: readonly string[]): boolean {
  return sites.some(site => {
    if (!site.includes('//*.')) return site === origin;
    const [scheme, rest] = site.split('//*') as [string, string];
    return (
      origin.startsWith(`${scheme}//`) &&
      origin.endsWith(rest) &&
      origin.length > scheme.length + 2 + rest.length
    );
  });
}
