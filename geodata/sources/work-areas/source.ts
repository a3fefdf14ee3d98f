import { textOf } from '../../formats/column-name.ts';
import { ENOUGH_TO_SEE, readVectorFile } from '../../formats/vector-file.ts';
import { holdsShapes } from '../../formats/vector-format.ts';
import { previewColumns, previewRows, vectorNotices } from '../../formats/vector-preview.ts';
import type { ImportPreview, ImportSource } from '../../import/source.ts';
import { askMunicipality } from '../areas/area-preview.ts';
import { boundedMunicipality } from '../areas/municipality-here.ts';
import { fileYear, importWorkAreas, notOfWorkAreas } from './import.ts';
import { isOfWorkAreas, workAreaColumns, workAreaRows } from './work-area-row.ts';

/** Work areas of IBIS. */
export const source: ImportSource = {
  code: 'work-areas',

  async recognise(file) {
    if (!(await holdsShapes(file.path))) return false;
    const found = await readVectorFile(file.path, { most: ENOUGH_TO_SEE }).catch(() => undefined);
    return found !== undefined && isOfWorkAreas(found.features);
  },

  async preview(file, options, { database, signal }): Promise<ImportPreview> {
    const vector = await readVectorFile(file.path, { signal });
    if (!isOfWorkAreas(vector.features)) throw notOfWorkAreas();
    const rows = workAreaRows(vector.features);
    const chosen = textOf(options.municipality);
    const municipality = chosen === null ? null : await boundedMunicipality(database, chosen);
    const year = fileYear(rows);
    const fields = Object.entries(workAreaColumns(vector.features)).map(([field, header]) => [header, field]);
    const keyless = new Set(rows.filter(({ key }) => key === null).map(({ feature }) => feature.number));
    return {
      source: 'work-areas',
      title: `Bedrijventerreinen (IBIS)${year === null ? '' : ` ${year}`}`,
      municipality,
      referenceDate: year === null ? null : `${year}-01-01`,
      found: [
        { kind: 'polygon', count: rows.length },
        { kind: 'area', count: new Set(rows.map(({ key }) => key).filter(key => key !== null)).size },
      ],
      columns: previewColumns(vector.features, new Map(fields as [string, string][])),
      rows: previewRows(vector.features, ({ number }) => (keyless.has(number) ? 'name-missing' : null)),
      // Which of them lie in the municipality is found out by the database, when they are loaded.
      changes: [],
      questions: [await askMunicipality(database, true)],
      notices: vectorNotices(vector),
    };
  },

  load(file, options, context) {
    const municipality = textOf(options.municipality) ?? '';
    return importWorkAreas(file.path, { municipality, fileName: file.name }, context);
  },
};
