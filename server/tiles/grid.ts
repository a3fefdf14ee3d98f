/** Units along one side of a tile (Vector Tile Specification 2.1, 4.1). */
export const EXTENT = 4096;

/** Units around the tile that geometry keeps, so that outlines and joins are not cut where they show. */
export const BUFFER = 64;

/** Deepest zoom that has an address. */
export const MAX_ZOOM = 18;

/** Half the circumference of the Web Mercator sphere, metres (EPSG:3857, radius 6378137). */
const HALF_WORLD = Math.PI * 6378137;

/** Address of a tile in the XYZ scheme: y counts from the north. */
export interface TileAddress {
  z: number;
  x: number;
  y: number;
}

/** What a tile shows: metres in EPSG:3857, buffer included in the box and not in the origin. */
export interface TileWindow {
  z: number;
  /** West and north edge of the tile itself. */
  west: number;
  north: number;
  /** Metres per unit. */
  unit: number;
  /** West, south, east, north with the buffer around it. */
  box: [number, number, number, number];
}

/** The window of a tile; the address has been checked (z up to {@link MAX_ZOOM}, x and y below 2^z). */
export function tileWindow({ z, x, y }: TileAddress): TileWindow {
  const side = (2 * HALF_WORLD) / 2 ** z;
  const west = x * side - HALF_WORLD;
  const north = HALF_WORLD - y * side;
  const unit = side / EXTENT;
  const margin = BUFFER * unit;
  return {
    z,
    west,
    north,
    unit,
    box: [west - margin, north - side - margin, west + side + margin, north + margin],
  };
}

/** Longitude and latitude in degrees of a place in EPSG:3857. */
export function lonLat(x: number, y: number): [number, number] {
  const latitude = 2 * Math.atan(Math.exp((y / HALF_WORLD) * Math.PI)) - Math.PI / 2;
  return [(x / HALF_WORLD) * 180, (latitude * 180) / Math.PI];
}
