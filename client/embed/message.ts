import { type EmbedMessage, type HostMessage, isAllowedSite, MESSAGE_KEY } from '#contract/embed-message.ts';

/** Ids of ours are digests of ten letters; what is much longer is none. */
const LONGEST_ID = 100;
const LONGEST_WORDS = 1000;

/** Heights that a page gives an embed at least and at most, pixels. */
export const HEIGHTS = { least: 100, most: 5000 } as const;

type Parts = Readonly<Record<string, unknown>>;

function partsOf(data: unknown): Parts | undefined {
  return typeof data === 'object' && data !== null && !Array.isArray(data) ? (data as Parts) : undefined;
}

const isId = (id: unknown): id is string | null =>
  id === null || (typeof id === 'string' && id !== '' && id.length <= LONGEST_ID);

/** What a page says to an embed; undefined for everything that is not exactly that. */
export function hostMessage(data: unknown): HostMessage | undefined {
  const parts = partsOf(data);
  const said = parts?.[MESSAGE_KEY];
  if (said === 'hello' || said === 'start') return { kernkaart: said };
  const id = parts?.id;
  return said === 'show' && isId(id) ? { kernkaart: 'show', id } : undefined;
}

/** What an embed says to a page, a height within {@link HEIGHTS}; undefined for everything that is not exactly that. */
export function embedMessage(data: unknown): EmbedMessage | undefined {
  const parts = partsOf(data);
  if (parts === undefined) return undefined;
  const { height, id, words, state } = parts;
  switch (parts[MESSAGE_KEY]) {
    case 'height':
      return isNumber(height) ? { kernkaart: 'height', height: withinHeights(height) } : undefined;
    case 'shown':
      return isId(id) && typeof words === 'string' && words.length <= LONGEST_WORDS
        ? { kernkaart: 'shown', id, words }
        : undefined;
    case 'map':
      return state === 'loading' || state === 'ready' || state === 'failed'
        ? { kernkaart: 'map', state }
        : undefined;
    default:
      return undefined;
  }
}

const isNumber = (value: unknown): value is number => typeof value === 'number' && Number.isFinite(value);

const withinHeights = (height: number): number =>
  Math.round(Math.min(Math.max(height, HEIGHTS.least), HEIGHTS.most));

/**
 * Whether an embed answers a page: one of its own origin, or one on the list.
 * @param origin of the page, as `event.origin` has it; `null` (a page without an origin) never is on a list
 */
export const isAnswered = (origin: string, own: string, sites: readonly string[]): boolean =>
  origin !== 'null' && (origin === own || isAllowedSite(origin, sites));
