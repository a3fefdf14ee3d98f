/**
 * RD New (EPSG:28992), WGS 84 (EPSG:4326, degrees) and Web Mercator (EPSG:3857), by arithmetic alone, so
 * that server, browser and both database engines give the same position.
 *
 * The chain is the one PROJ takes without grid files: oblique stereographic on a Gauss sphere (EPSG
 * method 9809, IOGP guidance note 7-2), Bessel 1841, geocentric coordinates, the seven parameters of
 * "Amersfoort to WGS 84 (4)" (EPSG:4833; the parameters as a position vector), WGS 84. Without the RDNAPTRANS2018 grid
 * the absolute accuracy is about 0.25 m; agreement with PostGIS is held by test.
 */
export type Point = readonly [number, number];

const DEGREE = Math.PI / 180;
const ARC_SECOND = DEGREE / 3600;

/** Ellipsoids: semi-major axis in metres and first eccentricity squared. */
const ellipsoid = (a: number, inverseFlattening: number) => {
  const f = 1 / inverseFlattening;
  const e2 = f * (2 - f);
  return { a, e2, e: Math.sqrt(e2), b: a * (1 - f) };
};
const BESSEL = ellipsoid(6377397.155, 299.1528128);
const WGS84 = ellipsoid(6378137, 298.257223563);

/** RD New: origin Amersfoort, scale, false easting and northing in metres. */
const ORIGIN_LATITUDE = 52.15616055555555 * DEGREE;
const ORIGIN_LONGITUDE = 5.38763888888889 * DEGREE;
const SCALE = 0.9999079;
const FALSE_EASTING = 155_000;
const FALSE_NORTHING = 463_000;

/** Amersfoort to WGS 84, position vector: metres, radians, parts per one. */
const SHIFT = [565.4171, 50.3319, 465.5524] as const;
const ROTATION = [
  -0.398957388243134 * ARC_SECOND,
  0.343987817378283 * ARC_SECOND,
  -1.87740163998045 * ARC_SECOND,
] as const;
const GROWTH = 1 + 4.0725e-6;

// The Gauss sphere on which the stereographic projection works.
const sinOrigin = Math.sin(ORIGIN_LATITUDE);
const cosOrigin = Math.cos(ORIGIN_LATITUDE);
const SPHERE_RADIUS = Math.sqrt(1 - BESSEL.e2) / (1 - BESSEL.e2 * sinOrigin ** 2);
const EXPONENT = Math.sqrt(1 + (BESSEL.e2 * cosOrigin ** 4) / (1 - BESSEL.e2));
const SPHERE_ORIGIN = Math.asin(sinOrigin / EXPONENT);
const stretch = (sinLatitude: number): number =>
  ((1 - BESSEL.e * sinLatitude) / (1 + BESSEL.e * sinLatitude)) ** ((EXPONENT * BESSEL.e) / 2);
const FACTOR =
  Math.tan(SPHERE_ORIGIN / 2 + Math.PI / 4) /
  (Math.tan(ORIGIN_LATITUDE / 2 + Math.PI / 4) ** EXPONENT * stretch(sinOrigin));
const sinSphereOrigin = Math.sin(SPHERE_ORIGIN);
const cosSphereOrigin = Math.cos(SPHERE_ORIGIN);
const DIAMETER = 2 * SPHERE_RADIUS * SCALE * BESSEL.a;

/** Latitude and longitude on Bessel, radians, to RD. */
function besselToRd(latitude: number, longitude: number): Point {
  const sphere =
    2 * Math.atan(FACTOR * Math.tan(latitude / 2 + Math.PI / 4) ** EXPONENT * stretch(Math.sin(latitude))) -
    Math.PI / 2;
  const turn = EXPONENT * (longitude - ORIGIN_LONGITUDE);
  const [sin, cos, cosTurn] = [Math.sin(sphere), Math.cos(sphere), Math.cos(turn)];
  const k = DIAMETER / (1 + sinSphereOrigin * sin + cosSphereOrigin * cos * cosTurn);
  return [
    FALSE_EASTING + k * cos * Math.sin(turn),
    FALSE_NORTHING + k * (cosSphereOrigin * sin - sinSphereOrigin * cos * cosTurn),
  ];
}

/** RD to latitude and longitude on Bessel, radians. */
function rdToBessel([easting, northing]: Point): Point {
  const [x, y] = [easting - FALSE_EASTING, northing - FALSE_NORTHING];
  const rho = Math.hypot(x, y);
  if (rho === 0) return [ORIGIN_LATITUDE, ORIGIN_LONGITUDE];
  const c = 2 * Math.atan2(rho, DIAMETER);
  const [sin, cos] = [Math.sin(c), Math.cos(c)];
  const sphere = Math.asin(cos * sinSphereOrigin + (y * sin * cosSphereOrigin) / rho);
  const turn = Math.atan2(x * sin, rho * cosSphereOrigin * cos - y * sinSphereOrigin * sin);
  return [ellipsoidLatitude(sphere), ORIGIN_LONGITUDE + turn / EXPONENT];
}

/** Latitude on Bessel of a latitude on the Gauss sphere; converges in four or five rounds. */
function ellipsoidLatitude(sphere: number): number {
  const target = (Math.tan(sphere / 2 + Math.PI / 4) / FACTOR) ** (1 / EXPONENT);
  let latitude = sphere;
  for (let round = 0; round < 20; round++) {
    const next = 2 * Math.atan(target * stretch(Math.sin(latitude)) ** (-1 / EXPONENT)) - Math.PI / 2;
    if (Math.abs(next - latitude) < 1e-15) return next;
    latitude = next;
  }
  return latitude;
}

type Space = readonly [number, number, number];

/** Geocentric coordinates, metres, of a point on the ellipsoid. */
function toSpace(shape: typeof WGS84, latitude: number, longitude: number): Space {
  const sin = Math.sin(latitude);
  const normal = shape.a / Math.sqrt(1 - shape.e2 * sin * sin);
  const equator = normal * Math.cos(latitude);
  return [equator * Math.cos(longitude), equator * Math.sin(longitude), normal * (1 - shape.e2) * sin];
}

/** Latitude and longitude of geocentric coordinates near the ellipsoid (Bowring 1976). */
function fromSpace(shape: typeof WGS84, [x, y, z]: Space): Point {
  const equator = Math.hypot(x, y);
  const theta = Math.atan2(z * shape.a, equator * shape.b);
  const secondEccentricity = shape.e2 / (1 - shape.e2);
  const latitude = Math.atan2(
    z + secondEccentricity * shape.b * Math.sin(theta) ** 3,
    equator - shape.e2 * shape.a * Math.cos(theta) ** 3,
  );
  return [latitude, Math.atan2(y, x)];
}

/** Bessel to WGS 84 in space. Rotations are small angles, as the parameters are defined. */
function shift([x, y, z]: Space): Space {
  const [rx, ry, rz] = ROTATION;
  return [
    SHIFT[0] + GROWTH * (x - rz * y + ry * z),
    SHIFT[1] + GROWTH * (rz * x + y - rx * z),
    SHIFT[2] + GROWTH * (-ry * x + rx * y + z),
  ];
}

/** WGS 84 to Bessel in space: the transposed rotation, as PROJ does it. */
function unshift(point: Space): Space {
  const [rx, ry, rz] = ROTATION;
  const [x, y, z] = point.map((value, axis) => (value - SHIFT[axis]!) / GROWTH) as unknown as Space;
  return [x + rz * y - ry * z, -rz * x + y + rx * z, ry * x - rx * y + z];
}

/** RD (metres) to longitude and latitude in degrees, WGS 84. */
export function rdToWgs84(point: Point): Point {
  const [latitude, longitude] = fromSpace(WGS84, shift(toSpace(BESSEL, ...rdToBessel(point))));
  return [longitude / DEGREE, latitude / DEGREE];
}

/** Longitude and latitude in degrees, WGS 84, to RD (metres). */
export function wgs84ToRd([longitude, latitude]: Point): Point {
  const space = toSpace(WGS84, latitude * DEGREE, longitude * DEGREE);
  return besselToRd(...fromSpace(BESSEL, unshift(space)));
}

/** Longitude and latitude in degrees to Web Mercator (metres); latitudes within 85.06 degrees. */
export function wgs84ToWebMercator([longitude, latitude]: Point): Point {
  return [WGS84.a * longitude * DEGREE, WGS84.a * Math.asinh(Math.tan(latitude * DEGREE))];
}

/** RD (metres) to Web Mercator (metres). */
export function rdToWebMercator(point: Point): Point {
  return wgs84ToWebMercator(rdToWgs84(point));
}

/** Web Mercator (metres) to RD (metres). */
export function webMercatorToRd([x, y]: Point): Point {
  return wgs84ToRd([x / WGS84.a / DEGREE, Math.atan(Math.sinh(y / WGS84.a)) / DEGREE]);
}
