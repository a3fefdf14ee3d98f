import { EMBED_POLICY, framePolicy } from '../http/frame-policy.ts';
import { CONTENT_SECURITY_POLICY, siteHeaders } from '../http/security-headers.ts';

/** Headers of an answer by name. */
export type Headers = Readonly<Record<string, string>>;

/** Which addresses get which headers. No address falls under two rules: some hosts would send both. */
export interface HeaderRule {
  /** Those that end in `/` stand for all that begin so; the others for themselves. */
  addresses: readonly string[];
  headers: Headers;
}

/** Embeds that the same sites may show. */
export interface EmbedGroup {
  sites: readonly string[];
  /** What stands behind `/e/`, up to the next `/`. */
  ids: readonly string[];
}

/** Embeds by the sites that may show them, the largest group first. @param pages each with its sites */
export function embedGroups(pages: Iterable<{ id: string; sites: readonly string[] }>): EmbedGroup[] {
  const groups = new Map<string, { sites: readonly string[]; ids: Set<string> }>();
  for (const { id, sites } of pages) {
    const key = sites.join(' ');
    if (!groups.has(key)) groups.set(key, { sites, ids: new Set() });
    groups.get(key)!.ids.add(id);
  }
  return [...groups.values()]
    .map(({ sites, ids }) => ({ sites, ids: [...ids].sort() }))
    .sort((one, other) => other.ids.length - one.ids.length);
}

const FOR_EVER = { 'Cache-Control': 'public, max-age=31536000, immutable' };
/** So soon a new edition is everywhere. */
const A_MINUTE = { 'Cache-Control': 'public, max-age=60' };
const AN_HOUR = { 'Cache-Control': 'public, max-age=3600' };
const A_DAY = { 'Cache-Control': 'public, max-age=86400' };

/** Pages of any site may read it, and a frame without an origin of its own; also parts of it (archives). */
const SHARED = {
  'Access-Control-Allow-Origin': '*',
  'Access-Control-Expose-Headers': 'Content-Length, Content-Range, ETag',
};

/** Addresses at which pages of our own stand, beside embeds. */
const OWN_PAGES = ['/index.html', '/404.html', '/en/', '/areas/', '/scenarios', '/scenarios/'];
/** What has its revision or its checksum in its name. */
const NEVER_CHANGES = ['/assets/', '/tiles/', '/places/', '/themes/'];

/**
 * The policy of a page as a `<meta>` has it, for hosts that set no headers. Such a policy cannot say who may show the
 * page in a frame: browsers pass over `frame-ancestors` there.
 */
export function sitePolicy(kind: 'page' | 'embed'): string {
  const parts = kind === 'embed' ? EMBED_POLICY : CONTENT_SECURITY_POLICY.split('; ');
  return parts.filter(part => !part.startsWith('frame-ancestors')).join('; ');
}

/** What stands in a frame of which nobody knows any more what it showed, nor whose it was. */
export const GONE_PAGE = '/gone.html';

const everySite = (groups: readonly EmbedGroup[]): string[] => [
  ...new Set(groups.flatMap(({ sites }) => sites)),
];

/** The headers of an edition, by what they are for. */
export interface EditionHeaders {
  /** Everything but embeds. */
  rules: readonly HeaderRule[];
  /** Embeds by the sites that may show them; the first group is the largest, and nearly always the only one. */
  embeds: readonly { ids: readonly string[]; headers: Headers }[];
}

function embedHeaders(sites: readonly string[], site: Headers): Headers {
  const { 'X-Frame-Options': _, 'Permissions-Policy': __, ...rest } = site;
  return { ...rest, 'Content-Security-Policy': framePolicy(sites), ...A_MINUTE };
}

/** What a web server has to say with each file. @param https whether browsers come by https only */
export function editionHeaders(https: boolean, groups: readonly EmbedGroup[]): EditionHeaders {
  const site = siteHeaders(https);
  const rule = (addresses: readonly string[], ...headers: Headers[]): HeaderRule => ({
    addresses,
    headers: Object.assign({}, site, ...headers),
  });
  const some = groups.length > 0 ? groups : [{ sites: [], ids: [] }];
  return {
    rules: [
      rule(OWN_PAGES, A_MINUTE),
      rule(NEVER_CHANGES, FOR_EVER, SHARED),
      rule(['/data/', '/manifest.json'], A_MINUTE, SHARED),
      rule(['/embed.js'], AN_HOUR, SHARED),
      rule(['/icon.svg'], A_DAY),
      { addresses: [GONE_PAGE], headers: embedHeaders(everySite(groups), site) },
    ],
    embeds: some.map(({ sites, ids }) => ({ ids, headers: embedHeaders(sites, site) })),
  };
}
