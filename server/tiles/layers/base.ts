import { baseColumns } from '../../queries/tile.ts';
import { encodeTile } from '../encode.ts';
import type { TileLayer } from '../layer.ts';
import { featuresOf, leastArea, ShapeMerger, toleranceAt, writerFor } from '../make-tile.ts';
import { shapeOf } from '../shape.ts';

const BASE_FIELDS = { class: 'String', name: 'String', bridge: 'Boolean', tunnel: 'Boolean' } as const;
const BASE_LAYERS = {
  land: 'Land',
  water: 'Water: areas and lines',
  green: 'Parks, grass, woods, farmland',
  built_up: 'Built-up land',
  road: 'Roads and paths',
  rail: 'Railways',
  place: 'Names of places, as points',
} as const;

/** The base map. Names of its layers are the values of `base_feature.layer`. */
export const base: TileLayer = {
  name: 'base',
  description: 'Base map',
  minZoom: 0,
  maxZoom: 15,
  vectorLayers: Object.entries(BASE_LAYERS).map(([id, description]) => ({
    id,
    description,
    fields: BASE_FIELDS,
  })),
  async make(session, window) {
    const rows = await baseColumns(session, window.z, window.box, leastArea(window));
    const tolerance = toleranceAt(window.z, base.maxZoom);
    const mergers = new Map(base.vectorLayers.map(({ id }) => [id, new ShapeMerger()]));
    for (const { geometry, values } of featuresOf(rows, ['layer', 'class', 'name', 'bridge', 'tunnel'])) {
      const [layer, ...attributes] = values;
      const merger = mergers.get(String(layer));
      if (merger === undefined) throw new Error(`the base map has no layer ${layer}`);
      const shape = shapeOf(geometry, window, tolerance);
      if (shape !== undefined) merger.add(shape, attributes);
    }
    const writers = base.vectorLayers.map(layer => {
      const writer = writerFor(layer);
      mergers.get(layer.id)?.write(writer);
      return writer;
    });
    return { revision: rows.revision, bytes: encodeTile(writers) };
  },
};
