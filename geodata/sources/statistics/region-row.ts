import { columnNames, textOf } from '../../formats/column-name.ts';
import type { VectorFeature } from '../../formats/vector-feature.ts';
import type { StatisticsReasonCode } from '../../vocabulary/statistics-reason.ts';
import { municipalityCode } from '../boundaries/boundary-row.ts';
import { figureColumns, keyFigure } from './figures.ts';
import { foundColumns, REGION_COLUMNS } from './statistics-column.ts';

/** Levels of regions, by what their codes begin with. */
export const REGION_LEVELS = { BU: 'neighbourhood', WK: 'district', GM: 'municipality' } as const;
export type RegionLevel = (typeof REGION_LEVELS)[keyof typeof REGION_LEVELS];

/** One region of a file. */
export interface RegionRow {
  feature: VectorFeature;
  /** `BU02210101`, `WK022101`, `GM0221`; null: none that is one. */
  code: string | null;
  level: RegionLevel | null;
  name: string | null;
  /** `GM0221`: from its column, else from the code; null: not known. */
  municipality: string | null;
  water: string | null;
  figures: Record<string, number | null>;
}

const CODE = /^(?:\d{4})?(BU\d{8}|WK\d{6}|GM\d{4})$/;

/** Names without the number that differs per edition, so that years can stand side by side. */
const stemOf = (column: string): string => column.replace(/_\d+$/, '');

/** The regions of one layer. The most precise code of a row is its own; the others say where it belongs. */
export function regionRows(features: readonly VectorFeature[]): RegionRow[] {
  const names = columnNames(features);
  const columns = foundColumns(names, REGION_COLUMNS);
  const told: readonly (string | undefined)[] = Object.values(columns);
  const figures = figureColumns(
    features,
    names.filter(name => !told.includes(name)),
  );
  return features.map((feature): RegionRow => {
    const { properties } = feature;
    const cell = (column: keyof typeof REGION_COLUMNS): string | null => {
      const name = columns[column];
      return name === undefined ? null : textOf(properties[name]);
    };
    const stated = cell('neighbourhood') ?? cell('district') ?? cell('municipality') ?? cell('code');
    const code = CODE.exec(stated ?? '')?.[1] ?? null;
    const level = code === null ? null : REGION_LEVELS[code.slice(0, 2) as keyof typeof REGION_LEVELS];
    const name = level === null ? null : (cell(`${level}Name`) ?? cell('name'));
    return {
      feature,
      code,
      level,
      name,
      municipality:
        municipalityCode(cell('municipality')) ?? (code === null ? null : `GM${code.slice(2, 6)}`),
      water: cell('water'),
      figures: Object.fromEntries(figures.map(column => [stemOf(column), keyFigure(properties[column])])),
    };
  });
}

/** Whether objects are regions of CBS below the municipality. */
export function isOfRegions(features: readonly VectorFeature[]): boolean {
  const columns = foundColumns(columnNames(features), REGION_COLUMNS);
  if (columns.neighbourhood !== undefined || columns.district !== undefined) return true;
  const { code } = columns;
  return (
    code !== undefined && features.some(({ properties }) => /^(BU|WK)\d/.test(textOf(properties[code]) ?? ''))
  );
}

/** Why a region is not of the municipality's land, or cannot be read; undefined for one that is taken. */
export function regionFault(row: RegionRow, municipality: string): StatisticsReasonCode | undefined {
  if (row.name === 'Buitenland' || row.water === 'B') return 'abroad';
  if (row.code === null) return 'code-unreadable';
  if (row.municipality !== municipality) return 'other-municipality';
  return row.water === 'JA' ? 'water' : undefined;
}
