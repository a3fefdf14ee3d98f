import { areaColumns } from '../../queries/tile.ts';
import { encodeTile } from '../encode.ts';
import { labelPoint } from '../label-point.ts';
import type { TileLayer } from '../layer.ts';
import {
  featuresOf,
  leastArea,
  type TileFeature,
  toleranceAt,
  writeFeatures,
  writerFor,
} from '../make-tile.ts';

const AREA_FIELDS = { id: 'String', kind: 'String', name: 'String' } as const;
const area = { id: 'area', description: 'Outlines of areas', fields: AREA_FIELDS };
const areaLabel = { id: 'area_label', description: 'A point inside each area', fields: AREA_FIELDS };

/** Centres, cores, work areas and policy zones. */
export const areas: TileLayer = {
  name: 'areas',
  description: 'Areas: centres, work areas, policy zones',
  minZoom: 5,
  maxZoom: 15,
  vectorLayers: [area, areaLabel],
  async make(session, window) {
    const rows = await areaColumns(session, window.box, leastArea(window));
    const features = [...featuresOf(rows, ['id', 'kind', 'name'])];
    // Before the outlines: they move the coordinates into the tile.
    const labels = features.flatMap(labelFeature);
    const [outlineWriter, labelWriter] = [writerFor(area), writerFor(areaLabel)];
    writeFeatures(outlineWriter, features, window, toleranceAt(window.z, areas.maxZoom));
    writeFeatures(labelWriter, labels, window, 0);
    return { revision: rows.revision, bytes: encodeTile([outlineWriter, labelWriter]) };
  },
};

function labelFeature({ geometry, values }: TileFeature): TileFeature[] {
  const point = geometry.kind === 'polygon' ? labelPoint(geometry.polygons) : undefined;
  return point === undefined
    ? []
    : [{ geometry: { kind: 'point', points: Float64Array.from(point) }, values }];
}
