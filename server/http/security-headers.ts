import type { Context, MiddlewareHandler, Next } from 'hono';
import type { Config } from '../config.ts';
import type { AppEnv } from './context.ts';

/** What a page may load: its own origin only, no inline script or style, no `blob:` worker. */
export const CONTENT_SECURITY_POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "worker-src 'self'",
  "style-src 'self'",
  "font-src 'self'",
  "img-src 'self' data: blob:",
  "connect-src 'self'",
  "manifest-src 'self'",
  "base-uri 'none'",
  "form-action 'self'",
  "frame-ancestors 'none'",
].join('; ');

/** What our own pages never ask for; `geolocation` is for "my place" on the map, `fullscreen` for the map. */
const PERMISSIONS_POLICY = [
  'accelerometer=()',
  'camera=()',
  'fullscreen=(self)',
  'geolocation=(self)',
  'gyroscope=()',
  'microphone=()',
  'payment=()',
  'usb=()',
].join(', ');

/** One year, the least that internet.nl asks for. */
const HSTS = 'max-age=31536000; includeSubDomains';

/** Security headers of every answer by name. HSTS only where browsers come by https. */
export function siteHeaders(https: boolean): Readonly<Record<string, string>> {
  return {
    'Content-Security-Policy': CONTENT_SECURITY_POLICY,
    'X-Content-Type-Options': 'nosniff',
    'X-Frame-Options': 'DENY',
    'Referrer-Policy': 'same-origin',
    'Permissions-Policy': PERMISSIONS_POLICY,
    'Cross-Origin-Opener-Policy': 'same-origin',
    ...(https && { 'Strict-Transport-Security': HSTS }),
  };
}

/** Sets them on every answer, errors included; whether browsers come by https is what PUBLIC_URL says. */
export function securityHeaders(config: Config): MiddlewareHandler<AppEnv> {
  const headers = Object.entries(siteHeaders(config.publicUrl?.startsWith('https:') ?? false));
  return async (c: Context<AppEnv>, next: Next) => {
    for (const [name, value] of headers) c.header(name, value);
    await next();
  };
}
