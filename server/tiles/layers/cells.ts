import type { Session } from '../../../geodata/database/database.ts';
import { type Box, plannerCellColumns, publishedCellColumns, type TileColumns } from '../../queries/tile.ts';
import { cellCorners, cellId, cellSquare } from '../cell-square.ts';
import { encodeTile } from '../encode.ts';
import type { TileLayer, VectorLayer } from '../layer.ts';
import { type TileFeature, writeFeatures, writerFor } from '../make-tile.ts';

const FIELDS = { id: 'String', x: 'Number', y: 'Number' } as const;

type CellColumns = (session: Session, box: Box) => Promise<TileColumns<'x' | 'y'>>;

function cellLayer(size: number, minZoom: number, columns: CellColumns, description: string): TileLayer {
  const cell: VectorLayer = { id: 'cell', description, fields: FIELDS };
  return {
    name: 'cells',
    description,
    minZoom,
    maxZoom: 14,
    vectorLayers: [cell],
    async make(session, window) {
      // A box that nothing is in where the Netherlands are not: the revision is asked all the same.
      const rows = await columns(session, cellCorners(window.box, size) ?? [1, 1, 0, 0]);
      const writer = writerFor(cell);
      writeFeatures(writer, cellFeatures(size, rows), window, 0);
      return { revision: rows.revision, bytes: encodeTile([writer]) };
    },
  };
}

function* cellFeatures(size: number, { columns }: TileColumns<'x' | 'y'>): Generator<TileFeature> {
  for (const [index, value] of columns.x.entries()) {
    const [x, y] = [Number(value), Number(columns.y[index])];
    yield { geometry: cellSquare(x, y, size), values: [cellId(x, y, size), x, y] };
  }
}

/** Squares of 500 m that visitors have figures of. */
export const cells = cellLayer(500, 7, publishedCellColumns, 'CBS squares of 500 m with published figures');
/** Squares of 100 m: planners only. */
export const plannerCells = cellLayer(100, 10, plannerCellColumns, 'CBS squares of 100 m that hold premises');
