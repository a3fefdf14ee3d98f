import type { Context, Next } from 'hono';
import type { AppEnv } from './context.ts';
import { CONTENT_SECURITY_POLICY } from './security-headers.ts';

/**
 * What an embed may load: its own origin only. `blob:` workers are for frames without an origin of their own (a sandbox
 * without `allow-same-origin`), which may start no other.
 */
export const EMBED_POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "worker-src 'self' blob:",
  "style-src 'self'",
  "font-src 'self'",
  "img-src 'self' data: blob:",
  "connect-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
];

/** The policy of an embed that these sites may show in a frame, beside our own pages. */
export const framePolicy = (sites: readonly string[]): string =>
  [...EMBED_POLICY, `frame-ancestors 'self'${sites.map(site => ` ${site}`).join('')}`].join('; ');

/** Lets these sites show the answer in a frame, in the place of what all other pages say: nobody. */
export function allowFrames(c: Context<AppEnv>, sites: readonly string[]): void {
  c.header('Content-Security-Policy', framePolicy(sites));
  // The older header knows no list; where browsers read both, the policy counts.
  c.header('X-Frame-Options', undefined);
  c.header('Permissions-Policy', undefined);
}

/** Lets a page show embeds of our own in frames, as the builder does. */
export async function showsOwnFrames(c: Context<AppEnv>, next: Next): Promise<void> {
  c.header('Content-Security-Policy', `${CONTENT_SECURITY_POLICY}; frame-src 'self'`);
  await next();
}
