import { type Context, Hono } from 'hono';
import type { Session } from '../../geodata/database/database.ts';
import type { PublishedScenario } from '../contract/published-scenario.ts';
import { EXPORT_FORMS, EXPORT_TYPES, type ExportForm, exportQuery } from '../contract/scenario-export.ts';
import { PaperQuery, ScenarioArchive, VersionParameters } from '../contract/scenario-version.ts';
import { archiveGeoPackage } from '../exports/archive-geopackage.ts';
import { archiveCsv, scenarioCsv } from '../exports/scenario-csv.ts';
import { scenarioGeoPackage } from '../exports/scenario-geopackage.ts';
import { scenarioJson } from '../exports/scenario-json.ts';
import type { AppContext, AppEnv } from '../http/context.ts';
import { found } from '../http/problem.ts';
import { paramsOf, queryOf } from '../http/validate.ts';
import type { TellingLanguage } from '../planning/telling.ts';
import { archiveOf, publishedVersion } from '../queries/scenario-version.ts';

type Bytes = string | Uint8Array<ArrayBuffer>;

/** Which version is asked for, and in which language where the form has one. */
interface Asked {
  id: string;
  version: number;
  language: TellingLanguage;
}

const OPEN: Record<ExportForm, (scenario: PublishedScenario, language: TellingLanguage) => Bytes> = {
  csv: scenarioCsv,
  json: scenarioJson,
  gpkg: scenarioGeoPackage,
};

/** A version as anybody may see it, as a file. @throws Refusal not-found */
async function openFile(
  session: Session,
  form: ExportForm,
  { id, version, language }: Asked,
): Promise<Bytes> {
  const { scenario } = found(await publishedVersion(session, id, version), 'version');
  return OPEN[form](scenario, language);
}

/** The exact archive as a file. As JSON it is the stored text itself: its SHA-256 is the checksum. @throws Refusal not-found */
async function archiveFile(
  session: Session,
  form: ExportForm,
  { id, version, language }: Asked,
): Promise<Bytes> {
  const kept = found(await archiveOf(session, id, version), 'version');
  if (form === 'json') return kept.archive;
  const archive = ScenarioArchive.parse(JSON.parse(kept.archive));
  if (form === 'csv') return archiveCsv(archive, kept.checksum, language);
  const { scenario } = found(await publishedVersion(session, id, version), 'version');
  return archiveGeoPackage(archive, { checksum: kept.checksum, publishedAt: scenario.publishedAt });
}

/** Ids may have a colon, which names of files may not have everywhere. */
const fileName = (kind: string, form: ExportForm, { id, version }: Asked): string =>
  `kernkaart-${kind}-${id.replaceAll(':', '-')}-v${version}.${form}`;

function askedOf(c: Context<AppEnv>, form: ExportForm): Asked {
  const { language } = PaperQuery.parse(queryOf(c, exportQuery(form)));
  return { ...paramsOf(c, VersionParameters), language };
}

function fileAnswer(c: Context<AppEnv>, body: Bytes, form: ExportForm, name: string): Response {
  const headers = {
    'Content-Type': EXPORT_TYPES[form],
    'Content-Disposition': `attachment; filename="${name}"`,
  };
  return c.body(body, 200, headers);
}

/** Versions of scenarios as files: what anybody may see, and for planners the archive. */
export function scenarioExportRoutes({ database }: AppContext): Hono<AppEnv> {
  const routes = new Hono<AppEnv>();
  for (const form of EXPORT_FORMS) {
    routes.get(`/scenarios/:id/versions/:version/export.${form}`, async c => {
      const asked = askedOf(c, form);
      const body = await openFile(database.as('visitor'), form, asked);
      return fileAnswer(c, body, form, fileName('scenario', form, asked));
    });
    routes.get(`/planner/scenarios/:id/versions/:version/archive.${form}`, async c => {
      const asked = askedOf(c, form);
      const body = await archiveFile(database.as('planner'), form, asked);
      return fileAnswer(c, body, form, fileName('archive', form, asked));
    });
  }
  return routes;
}
