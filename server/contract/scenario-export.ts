import type { Operation } from './operations.ts';
import { NoQuery } from './primitives.ts';
import { PaperQuery, VersionParameters } from './scenario-version.ts';

/** Media types of the files of a version. */
export const EXPORT_TYPES = {
  csv: 'text/csv; charset=utf-8',
  json: 'application/json',
  gpkg: 'application/geopackage+sqlite3',
} as const;
export type ExportForm = keyof typeof EXPORT_TYPES;

/** The forms, in the order in which they are offered. */
export const EXPORT_FORMS = Object.keys(EXPORT_TYPES) as ExportForm[];

const NAMES: Record<ExportForm, string> = { csv: 'Csv', json: 'Json', gpkg: 'GeoPackage' };
const WORDS: Record<ExportForm, string> = {
  csv: 'spreadsheet (semicolons, decimal commas)',
  json: 'JSON file',
  gpkg: 'GeoPackage in RD New',
};

/** Query of an export: only a spreadsheet has words of a language. */
export function exportQuery(form: ExportForm) {
  return form === 'csv' ? PaperQuery : NoQuery;
}

function operationOf(form: ExportForm, path: string, id: string, summary: string): Operation {
  return {
    method: 'get',
    path: `${path}.${form}`,
    id: `${id}${NAMES[form]}`,
    summary,
    tag: 'scenario-export',
    params: VersionParameters,
    ...(form === 'csv' ? { query: PaperQuery } : {}),
    answer: { document: summary, type: EXPORT_TYPES[form] },
  };
}

/** Operations for everyone: a published version as a file. */
export const PUBLIC_EXPORTS: readonly Operation[] = EXPORT_FORMS.map(form =>
  operationOf(
    form,
    '/scenarios/{id}/versions/{version}/export',
    'exportScenario',
    `A published version as a ${WORDS[form]}`,
  ),
);

/** Operations for planners: the exact archive of a version; as JSON it is the text that the checksum was made of. */
export const ARCHIVE_EXPORTS: readonly Operation[] = EXPORT_FORMS.map(form =>
  operationOf(
    form,
    '/planner/scenarios/{id}/versions/{version}/archive',
    'archiveScenario',
    `The exact archive of a version as a ${WORDS[form]}`,
  ),
);
