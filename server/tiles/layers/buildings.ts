import { buildingColumns } from '../../queries/tile.ts';
import type { TileLayer } from '../layer.ts';
import { leastArea, plainTile } from '../make-tile.ts';

/** Buildings with year and use. */
export const buildings: TileLayer = {
  name: 'buildings',
  description: 'Buildings',
  minZoom: 13,
  maxZoom: 16,
  vectorLayers: [
    {
      id: 'building',
      description: 'Outlines of buildings',
      fields: { id: 'String', year: 'Number', use: 'String' },
    },
  ],
  async make(session, window) {
    return plainTile(buildings, window, await buildingColumns(session, window.box, leastArea(window)));
  },
};
