import { STATUS_CODES } from '#vocabulary/status.ts';
import { premisesColumns } from '../../queries/tile.ts';
import type { TileLayer } from '../layer.ts';
import { plainTile } from '../make-tile.ts';

/** Premises one by one: planners only. */
export const premises: TileLayer = {
  name: 'premises',
  description: 'Premises with their status on the latest reference date',
  minZoom: 13,
  maxZoom: 16,
  vectorLayers: [
    {
      id: 'premises',
      description: 'Premises as points; status and since of the first series of the municipality',
      fields: { id: 'String', function: 'String', name: 'String', status: 'String', since: 'String' },
    },
  ],
  async make(session, window) {
    const rows = await premisesColumns(session, window.box);
    const status = rows.columns.status.map(index => STATUS_CODES[Number(index ?? 0)] ?? 'not-observed');
    const kind = rows.columns.function.map(code => code ?? 'unknown');
    return plainTile(premises, window, { ...rows, columns: { ...rows.columns, status, function: kind } });
  },
};
