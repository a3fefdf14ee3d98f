import { columnNames, numberOf, textOf } from '../../formats/column-name.ts';
import { boxOf, type VectorFeature } from '../../formats/vector-feature.ts';
import type { VectorFile } from '../../formats/vector-file.ts';
import { type CellSize, cellCorner } from '../../geometry/cell.ts';
import { figureColumns, keyFigure } from './figures.ts';
import { foundColumns, SQUARE_COLUMNS } from './statistics-column.ts';

/** One square of a file. */
export interface SquareRow {
  feature: VectorFeature;
  /** `E1550N4630`; null: none that is one. */
  code: string | null;
  /** South-west corner, RD metres; null without a code. */
  corner: readonly [number, number] | null;
  /** Null: fewer than five, or kept secret. */
  inhabitants: number | null;
  figures: Record<string, number | null>;
  /** A figure is negative and no sign of secrecy. */
  impossible: boolean;
}

/** Whether objects are squares: a code of one is in the column for it. */
export function isOfSquares(features: readonly VectorFeature[]): boolean {
  const { code } = foundColumns(columnNames(features), SQUARE_COLUMNS);
  return (
    code !== undefined &&
    features.some(({ properties }) => cellCorner(textOf(properties[code]) ?? '') !== undefined)
  );
}

/** The size of the squares: by the name of their column, else by the first that is drawn; undefined for neither. */
export function squareSize({ features, crs }: Pick<VectorFile, 'features' | 'crs'>): CellSize | undefined {
  const column = foundColumns(columnNames(features), SQUARE_COLUMNS).code;
  const named = /(100|500)m?$/.exec(column ?? '')?.[1];
  if (named !== undefined) return Number(named) as CellSize;
  const drawn = features.find(({ geometry }) => geometry !== null)?.geometry;
  const box = drawn && crs === 28992 ? boxOf(drawn) : undefined;
  const width = box === undefined ? 0 : Math.round(box[2] - box[0]);
  return width === 100 || width === 500 ? width : undefined;
}

/** The squares of a file. */
export function squareRows(features: readonly VectorFeature[], size: CellSize): SquareRow[] {
  const names = columnNames(features);
  const columns = foundColumns(names, SQUARE_COLUMNS);
  const told: readonly (string | undefined)[] = Object.values(columns);
  const figures = figureColumns(
    features,
    names.filter(name => !told.includes(name)),
  );
  return features.map((feature): SquareRow => {
    const { properties } = feature;
    const stated = columns.code === undefined ? null : textOf(properties[columns.code]);
    const corner = cellCorner(stated ?? '');
    const fits = corner?.every(metres => metres % size === 0) ?? false;
    const inhabitants = columns.inhabitants === undefined ? null : keyFigure(properties[columns.inhabitants]);
    const values = Object.fromEntries(figures.map(column => [column, keyFigure(properties[column])]));
    return {
      feature,
      code: fits ? stated : null,
      corner: fits ? corner! : null,
      inhabitants,
      figures: values,
      impossible: inhabitants !== null && (inhabitants < 0 || !Number.isInteger(inhabitants)),
    };
  });
}

/** The year that a file of squares says, in a column. */
export function squareYear(features: readonly VectorFeature[]): number | null {
  const { year } = foundColumns(columnNames(features), SQUARE_COLUMNS);
  return year === undefined ? null : numberOf(features[0]?.properties[year]);
}
