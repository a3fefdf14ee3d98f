import type { Context, Next } from 'hono';
import type { AppEnv } from './context.ts';
import { Refusal } from './problem.ts';

// Encoded slashes and dots would be read differently by a proxy, a guard and a router in front of the
// same file; an address of ours needs none of them.
const REFUSED = /\/\/|\\|%2f|%5c|%00|\0|\/(?:\.|%2e){1,2}(?:\/|$)/i;

/** Path as it came over the wire where that is known: `Request` has resolved `..` already. */
function rawPath(c: Context): string {
  const wire: string | undefined = c.env?.incoming?.url;
  const target = wire ?? c.req.url.replace(/^[a-z]+:\/\/[^/]*/i, '');
  return target.split(/[?#]/, 1)[0] ?? '/';
}

function isDecodable(path: string): boolean {
  try {
    decodeURIComponent(path);
    return true;
  } catch {
    return false;
  }
}

/** Refuses `//`, backslashes, encoded slashes, NUL, `.` and `..` segments and broken percent signs. */
export async function pathGuard(c: Context<AppEnv>, next: Next): Promise<void> {
  const path = rawPath(c);
  if (REFUSED.test(path) || !isDecodable(path))
    throw new Refusal('bad-path', 'The path has a part that no address here has.', [
      {
        field: 'path',
        message: 'double slash, backslash, encoded slash, dot segment, NUL or broken encoding',
      },
    ]);
  await next();
}
