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

/** Headers on every answer, errors included. HSTS only where PUBLIC_URL says that browsers come by https. */
export function securityHeaders(config: Config): MiddlewareHandler<AppEnv> {
  const https = config.publicUrl?.startsWith('https:') ?? false;
  return async (c: Context<AppEnv>, next: Next) => {
    c.header('Content-Security-Policy', CONTENT_SECURITY_POLICY);
    c.header('X-Content-Type-Options', 'nosniff');
    c.header('X-Frame-Options', 'DENY');
    c.header('Referrer-Policy', 'same-origin');
    c.header('Permissions-Policy', PERMISSIONS_POLICY);
    c.header('Cross-Origin-Opener-Policy', 'same-origin');
    if (https) c.header('Strict-Transport-Security', HSTS);
    await next();
  };
}
