import type { ImportColumn, ImportNotice, ImportRow } from '../import/source.ts';
import { columnNames } from './column-name.ts';
import type { VectorFeature } from './vector-feature.ts';
import type { VectorFile } from './vector-file.ts';

/** Rows and values that a preview shows. */
const ROWS = 10;
const EXAMPLES = 3;
/** Characters of a cell in a preview. */
const CELL = 100;

const shown = (value: unknown): string => {
  if (value === null || value === undefined) return '';
  return (typeof value === 'object' ? JSON.stringify(value) : String(value)).slice(0, CELL);
};

/**
 * The columns of objects as they were recognised.
 * @param fields what each recognised column was taken for, by its name in the file
 */
export function previewColumns(
  features: readonly VectorFeature[],
  fields: ReadonlyMap<string, string>,
): ImportColumn[] {
  return columnNames(features).map((header, index) => {
    const values = new Set<string>();
    for (const { properties } of features) {
      const value = shown(properties[header]);
      if (value !== '') values.add(value);
      if (values.size === EXAMPLES) break;
    }
    return { index, header, field: fields.get(header) ?? null, examples: [...values] };
  });
}

/** The first rows, and what would become of each. @param reasonOf null: it would be loaded */
export function previewRows(
  features: readonly VectorFeature[],
  reasonOf: (feature: VectorFeature) => string | null,
): ImportRow[] {
  const names = columnNames(features);
  return features.slice(0, ROWS).map(feature => {
    const reason = reasonOf(feature);
    const cells = names.map(name => shown(feature.properties[name]));
    return { number: feature.number, cells, outcome: reason === null ? 'loaded' : 'rejected', reason };
  });
}

/** What whoever imports should know of a file of shapes before it is loaded. */
export function vectorNotices({ crsStated, outside, layers, layer }: VectorFile): ImportNotice[] {
  const notices: ImportNotice[] = [];
  if (!crsStated)
    notices.push({
      code: 'crs-by-numbers',
      nl: 'Het bestand noemt geen coördinatenstelsel; het is herkend aan de getallen.',
      en: 'The file names no coordinate system; it was recognised by its numbers.',
    });
  if (outside.size > 0)
    notices.push({
      code: 'some-outside-netherlands',
      nl: `${outside.size} objecten liggen (deels) buiten Nederland en worden geweigerd.`,
      en: `${outside.size} objects lie outside the Netherlands, wholly or in part, and are rejected.`,
    });
  if (layers.length > 1)
    notices.push({
      code: 'several-layers',
      nl: `Het bestand heeft ${layers.length} lagen; gelezen is ${layer}.`,
      en: `The file has ${layers.length} layers; ${layer} was read.`,
    });
  return notices;
}
