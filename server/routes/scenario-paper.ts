import { type Context, Hono } from 'hono';
import type { PublishedScenario } from '../contract/published-scenario.ts';
import { PaperQuery, StillMapQuery, VersionParameters } from '../contract/scenario-version.ts';
import type { AppContext, AppEnv } from '../http/context.ts';
import { found, Refusal } from '../http/problem.ts';
import { paramsOf, queryOf } from '../http/validate.ts';
import { paperInThread } from '../paper/paper-thread.ts';
import { Press } from '../paper/press.ts';
import { stillMapSvg } from '../paper/svg.ts';
import { versionGround } from '../queries/scenario-paper.ts';
import { publishedVersion } from '../queries/scenario-version.ts';

/** Papers keep a core busy each. Who comes when so many wait already is told to come back. */
const LIMITS = { atOnce: 2, waiting: 20 };

/** @throws Refusal overloaded */
function notBusy(bytes: Uint8Array<ArrayBuffer> | undefined): Uint8Array<ArrayBuffer> {
  if (bytes === undefined) throw new Refusal('overloaded', 'Too many papers are being made; try again.');
  return bytes;
}

/** Everything in a paper that is not under the checksum of its version. */
function besideOf({ checksum, status, decision, withdrawn }: PublishedScenario): string {
  return JSON.stringify([checksum, status, decision, withdrawn]);
}

/** Versions as still maps and on paper: the same for everyone, made once and kept for a while. */
export function scenarioPaperRoutes({ database, config }: AppContext): Hono<AppEnv> {
  const visitor = database.as('visitor');
  const planner = database.as('planner');
  const press = new Press(LIMITS);
  const ofVersion = async (c: Context<AppEnv>) => {
    const { id, version } = paramsOf(c, VersionParameters);
    const { scenario } = found(await publishedVersion(visitor, id, version), 'version');
    const ground = async () => found(await versionGround(planner, id, version), 'version');
    return { scenario, ground };
  };
  return new Hono<AppEnv>()
    .get('/scenarios/:id/versions/:version/map.svg', async c => {
      const options = queryOf(c, StillMapQuery);
      const { scenario, ground } = await ofVersion(c);
      const { checksum } = scenario;
      const bytes = await press.get(JSON.stringify(['map', checksum, options]), async () =>
        new TextEncoder().encode(stillMapSvg(await ground(), scenario, options)),
      );
      return c.body(notBusy(bytes), 200, { 'Content-Type': 'image/svg+xml' });
    })
    .get('/scenarios/:id/versions/:version/paper.pdf', async c => {
      const { language } = queryOf(c, PaperQuery);
      const { scenario, ground } = await ofVersion(c);
      const { id, version } = scenario;
      const origin = config.publicUrl ?? new URL(c.req.url).origin;
      const address = `${origin}/scenarios/${id}/versions/${version}`;
      const key = JSON.stringify(['paper', besideOf(scenario), language, address]);
      const bytes = await press.get(key, async () =>
        paperInThread({ scenario, ground: await ground(), language, address }),
      );
      // An id may have a colon, which names of files may not have everywhere.
      const name = `kernkaart-paper-${id.replaceAll(':', '-')}-v${version}-${language}.pdf`;
      const disposition = `inline; filename="${name}"`;
      return c.body(notBusy(bytes), 200, {
        'Content-Type': 'application/pdf',
        'Content-Disposition': disposition,
      });
    });
}
