/** Tags of an OpenStreetMap object. */
export type Tags = Readonly<Record<string, string>>;

/** Shape in which an object came out of the file; `parts` is a relation that is no area. */
export type Shape = 'point' | 'line' | 'area' | 'parts';

/** One object with its shape. */
export interface OsmFeature {
  /** `node/1`, `way/2`, `relation/3`: how the project itself names its objects. */
  reference: string;
  shape: Shape;
  tags: Tags;
  /** EWKT in degrees (EPSG:4326). */
  geometry: string;
}

/** Positions that a ring needs: a triangle that closes. */
const RING = 4;

/** GeoJSON geometry as EWKT with SRID 4326; `EMPTY` where too few points are left to draw it (rings, lines). */
export function ewkt(geometry: GeoJSON.Geometry): string {
  return `SRID=4326;${wkt(geometry)}`;
}

/** Whether {@link ewkt} could draw nothing. */
export function isEmpty({ geometry }: OsmFeature): boolean {
  return geometry.endsWith(' EMPTY');
}

type Geometry = GeoJSON.Geometry;
type Position = GeoJSON.Position;

function wkt(geometry: Geometry): string {
  const type = geometry.type.toUpperCase();
  const text = body(geometry);
  return text === '' ? `${type} EMPTY` : `${type}(${text})`;
}

function body(geometry: Geometry): string {
  if (geometry.type === 'GeometryCollection') return geometry.geometries.map(wkt).join(',');
  if (geometry.type === 'Point') return position(geometry.coordinates);
  if (geometry.type === 'LineString') return line(geometry.coordinates);
  if (geometry.type === 'Polygon') return polygon(geometry.coordinates);
  const parts = geometry.coordinates.map(part => {
    if (geometry.type === 'MultiPoint') return position(part as Position);
    if (geometry.type === 'MultiLineString') return line(part as Position[]);
    return polygon(part as Position[][]);
  });
  return joined(parts);
}

/** A polygon whose outer ring is no ring is nothing; of the holes only the useless ones go. */
function polygon(rings: Position[][]): string {
  if ((rings[0]?.length ?? 0) < RING) return '';
  return joined(rings.map(ring => (ring.length < RING ? '' : line(ring))));
}

function line(positions: Position[]): string {
  return positions.length < 2 ? '' : positions.map(position).join(',');
}

function joined(parts: string[]): string {
  return parts
    .filter(part => part !== '')
    .map(part => `(${part})`)
    .join(',');
}

function position([x, y]: Position): string {
  return `${x} ${y}`;
}
