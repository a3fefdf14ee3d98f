import { sql } from '../../database/sql.ts';
import { findColumn, textOf } from '../../formats/column-name.ts';
import { ENOUGH_TO_SEE, readVectorFile } from '../../formats/vector-file.ts';
import { holdsShapes } from '../../formats/vector-format.ts';
import { previewColumns, previewRows, vectorNotices } from '../../formats/vector-preview.ts';
import type { ImportPreview, ImportQuestion, ImportSource } from '../../import/source.ts';
import { BOUNDARY_COLUMNS, type BoundaryFile, boundaryRows, isOfMunicipalities } from './boundary-row.ts';
import { BOUNDARY_LAYERS, importBoundaries } from './import.ts';

const read = (path: string, signal?: AbortSignal) =>
  readVectorFile(path, { prefer: BOUNDARY_LAYERS, signal });

/** Municipalities of the file to choose from, by name; the one that is here without a boundary first. */
function question({ rows }: BoundaryFile, proposal: string | null): ImportQuestion {
  const found = rows.filter(({ code, abroad }) => code !== null && !abroad);
  const choices = new Map(found.map(({ code, name }) => [code!, name ?? code!]));
  const sorted = [...choices].sort(([, a], [, b]) => a.localeCompare(b, 'nl'));
  return {
    key: 'municipality',
    kind: 'municipality',
    required: true,
    proposal,
    choices: sorted.map(([code, name]) => ({ code, nl: name, en: name })),
  };
}

/** Municipal boundaries of Statistics Netherlands or Kadaster. */
export const source: ImportSource = {
  code: 'boundaries',

  async recognise(file) {
    if (!(await holdsShapes(file.path))) return false;
    const options = { prefer: BOUNDARY_LAYERS, most: ENOUGH_TO_SEE };
    const found = await readVectorFile(file.path, options).catch(() => undefined);
    return found !== undefined && isOfMunicipalities(found);
  },

  async preview(file, options, { database, signal }): Promise<ImportPreview> {
    const vector = await read(file.path, signal);
    const boundaries = boundaryRows(vector, file.name);
    const known = await database.query<{ code: string; boundary: boolean }>(sql`
      select code, boundary is not null as boundary from municipality where not fictional order by boundary, code`);
    const codes = new Set(boundaries.rows.map(({ code }) => code));
    const proposal = known.find(({ code }) => codes.has(code))?.code ?? null;
    const chosen = textOf(options.municipality);
    const row = boundaries.rows.find(({ code }) => code !== null && code === chosen);
    const fields = new Map<string, string>();
    const headers = Object.keys(vector.features[0]!.properties);
    for (const [field, names] of Object.entries(BOUNDARY_COLUMNS)) {
      const header = findColumn(headers, names);
      if (header !== undefined) fields.set(header, field);
    }
    const there = known.some(({ code }) => code === chosen);
    const change = {
      kind: 'municipality',
      added: there ? 0 : 1,
      changed: there ? 1 : 0,
      removed: 0,
      unchanged: 0,
    };
    return {
      source: 'boundaries',
      title: `Gemeentegrenzen${boundaries.year === null ? '' : ` ${boundaries.year}`}`,
      municipality: row ? { code: row.code!, name: row.name ?? row.code! } : null,
      referenceDate: boundaries.year === null ? null : `${boundaries.year}-01-01`,
      found: [{ kind: 'municipality', count: boundaries.rows.length }],
      columns: previewColumns(vector.features, fields),
      rows: previewRows(vector.features, ({ number }) => {
        if (chosen === null) return null;
        return number === row?.feature.number ? null : 'other-municipality';
      }),
      changes: row ? [change] : [],
      questions: [question(boundaries, proposal)],
      notices: vectorNotices(vector),
    };
  },

  load(file, options, context) {
    const municipality = textOf(options.municipality) ?? '';
    return importBoundaries(file.path, { municipality, fileName: file.name }, context);
  },
};
