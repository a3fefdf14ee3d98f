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

type Position = readonly number[];

/** GeoJSON geometry as EWKT with SRID 4326. */
export function ewkt(geometry: GeoJSON.Geometry): string {
  return `SRID=4326;${wkt(geometry)}`;
}

function wkt(geometry: GeoJSON.Geometry): string {
  if (geometry.type === 'GeometryCollection') {
    return `GEOMETRYCOLLECTION(${geometry.geometries.map(wkt).join(',')})`;
  }
  return `${geometry.type.toUpperCase()}${nested(geometry.coordinates, geometry.type === 'Point')}`;
}

function nested(coordinates: unknown, point: boolean): string {
  const list = coordinates as readonly unknown[];
  if (point) return `(${list.slice(0, 2).join(' ')})`;
  const positions = typeof (list[0] as Position)[0] === 'number';
  const parts = positions
    ? (list as readonly Position[]).map(([x, y]) => `${x} ${y}`)
    : list.map(part => nested(part, false));
  return `(${parts.join(',')})`;
}
