import { columnNames, findColumn, textOf } from '../../formats/column-name.ts';
import type { VectorFeature } from '../../formats/vector-feature.ts';
import type { VectorFile } from '../../formats/vector-file.ts';
import { figureColumns, keyFigures } from '../statistics/figures.ts';

/** Columns under which the publishers of municipal boundaries give what is needed (CBS by year, Kadaster, NGR). */
export const BOUNDARY_COLUMNS = {
  code: ['gemeentecode', 'statcode', 'GM_CODE', 'gm_code', 'identificatie', 'code', 'gemeente_code'],
  name: ['gemeentenaam', 'statnaam', 'GM_NAAM', 'naam', 'gemeente_naam'],
  yearCode: ['jrstatcode'],
  year: ['jaar', 'year'],
  water: ['water', 'H2O', 'ind_water'],
} as const;

/** One row of a file of municipalities. */
export interface BoundaryRow {
  feature: VectorFeature;
  /** Null: none that is one. */
  code: string | null;
  name: string | null;
  /** As it stands in the file. */
  reference: string;
  water: boolean;
  abroad: boolean;
  /** Key figures by the publisher's names; null: not known or secret. */
  figures: Record<string, number | null>;
}

/** A file of municipalities. */
export interface BoundaryFile {
  rows: BoundaryRow[];
  /** Of the boundaries; null: the file does not say. */
  year: number | null;
}

/** `GM0221`, also written as `0221` or `221`; null for what is no code of a municipality. */
export function municipalityCode(value: unknown): string | null {
  const text = textOf(value) ?? '';
  const digits = /^(?:\d{4}(?=GM))?(?:GM)?(\d{1,4})$/i.exec(text)?.[1];
  return digits === undefined ? null : `GM${digits.padStart(4, '0')}`;
}

/** Years for which there are boundaries of CBS. */
const isYear = (year: number): boolean => Number.isInteger(year) && year >= 1995 && year <= 2100;

/** The year that rows, the file beside them, or its name say; in that order. */
export function yearOf(
  file: Pick<VectorFile, 'features' | 'beside' | 'layer'>,
  fileName: string,
): number | null {
  const columns = columnNames(file.features);
  const [byCode, byYear] = [
    findColumn(columns, BOUNDARY_COLUMNS.yearCode),
    findColumn(columns, BOUNDARY_COLUMNS.year),
  ];
  const first = file.features[0]?.properties ?? {};
  const metadata = (file.beside.metadata ?? {}) as { year?: unknown };
  const said = [
    byCode && /^(\d{4})(?:GM|WK|BU)\d/.exec(textOf(first[byCode]) ?? '')?.[1],
    byYear && first[byYear],
    metadata.year,
    /(?:^|\D)((?:19|20)\d{2})(?:\D|$)/.exec(file.layer ?? '')?.[1],
    /(?:^|\D)((?:19|20)\d{2})(?:\D|$)/.exec(fileName)?.[1],
  ];
  for (const one of said) if (isYear(Number(one ?? Number.NaN))) return Number(one);
  return null;
}

/** Whether the objects of a file are municipalities: most have a code of one, and none is a district or a job. */
export function isOfMunicipalities({ features }: Pick<VectorFile, 'features'>): boolean {
  const columns = columnNames(features);
  if (findColumn(columns, ['buurtcode', 'wijkcode', 'BU_CODE', 'WK_CODE', 'RIN_NUMMER', 'RINNUMMER']))
    return false;
  const [code, name] = [
    findColumn(columns, BOUNDARY_COLUMNS.code),
    findColumn(columns, BOUNDARY_COLUMNS.name),
  ];
  if (code === undefined || name === undefined) return false;
  const coded = features.filter(({ properties }) => /^GM\d{4}$/i.test(textOf(properties[code]) ?? ''));
  return coded.length > features.length / 2;
}

/** The rows of a file, as far as its columns can be told. */
export function boundaryRows(file: VectorFile, fileName: string): BoundaryFile {
  const columns = columnNames(file.features);
  const [code, name, water] = [
    findColumn(columns, BOUNDARY_COLUMNS.code),
    findColumn(columns, BOUNDARY_COLUMNS.name),
    findColumn(columns, BOUNDARY_COLUMNS.water),
  ];
  const told = [code, name, water].filter(column => column !== undefined);
  const figures = figureColumns(
    file.features,
    columns.filter(column => !told.includes(column)),
  );
  const rows = file.features.map((feature): BoundaryRow => {
    const { properties, number } = feature;
    const found = code === undefined ? null : municipalityCode(properties[code]);
    const named = name === undefined ? null : textOf(properties[name]);
    const wet = water === undefined ? null : textOf(properties[water]);
    return {
      feature,
      code: found,
      name: named,
      reference: found ?? `row ${number}`,
      water: wet === 'JA',
      // CBS: JA is water, NEE is land, B is abroad.
      abroad: named === 'Buitenland' || wet === 'B',
      figures: keyFigures(properties, figures),
    };
  });
  return { rows, year: yearOf(file, fileName) };
}
