import { isAllowedSite } from '#contract/embed-message.ts';
import { isSite } from './checked-site.ts';

/** Why what was typed names no site: nothing there, no address of a page, or a star for half the world. */
export type SiteFault = 'empty' | 'no-address' | 'too-wide';

/** A site of the list, or why it is none. */
export type PastedSite = { site: string } | { fault: SiteFault };

/** An address without `https://` is one only if it has a point or a port: a single word or a mail address is a mistake. */
function asUrl(text: string): URL | undefined {
  const whole = /^[a-z][a-z0-9+.-]*:\/\//i.test(text)
    ? text
    : /^[^@]*[.:][^@]*$/.test(text)
      ? `https://${text}`
      : '';
  if (/\s/.test(text) || !URL.canParse(whole)) return undefined;
  const url = new URL(whole);
  return ['http:', 'https:'].includes(url.protocol) ? url : undefined;
}

/**
 * The site that a page is on, from its whole address as somebody copies it; or a star for every site below a name,
 * as it was typed.
 */
export function siteOf(pasted: string): PastedSite {
  const text = pasted.trim();
  if (text === '') return { fault: 'empty' };
  const url = asUrl(text);
  if (!url) return { fault: 'no-address' };
  const port = url.port === '' ? '' : `:${url.port}`;
  const site = `${url.protocol}//${url.hostname.replace(/\.$/, '')}${port}`;
  if (isSite(site)) return { site };
  return { fault: site.includes('*') ? 'too-wide' : 'no-address' };
}

/** True for a site on the list, or below a star of it. */
export const siteIsAllowed = (site: string, sites: readonly string[]): boolean =>
  sites.includes(site) || (!site.includes('*') && isAllowedSite(site, sites));
