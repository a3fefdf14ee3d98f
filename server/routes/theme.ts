import { Hono } from 'hono';
import { z } from 'zod';
import { MunicipalityCode, NoQuery } from '../contract/primitives.ts';
import type { AppContext, AppEnv } from '../http/context.ts';
import { found } from '../http/problem.ts';
import { paramsOf, queryOf } from '../http/validate.ts';
import { themeAddress, themeCss } from '../pages/theme.ts';
import { themeOf } from '../queries/theme.ts';

const FOR_EVER = 'public, max-age=31536000, immutable';
const ThemeParameters = z.object({ municipality: MunicipalityCode, sheet: z.string() });

/** House styles of municipalities as style sheets, each at an address of its own content. */
export function themeRoutes({ database }: AppContext): Hono<AppEnv> {
  const session = database.as('visitor');
  return new Hono<AppEnv>().get('/themes/:municipality/:sheet', async c => {
    queryOf(c, NoQuery);
    const { municipality } = paramsOf(c, ThemeParameters);
    const tokens = found(await themeOf(session, municipality), 'theme');
    found(themeAddress(municipality, tokens) === c.req.path || undefined, 'theme');
    c.header('Access-Control-Allow-Origin', '*');
    c.header('Cache-Control', FOR_EVER);
    return c.body(themeCss(tokens), 200, { 'Content-Type': 'text/css; charset=utf-8' });
  });
}
