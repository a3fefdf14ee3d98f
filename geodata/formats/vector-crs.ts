import type { VectorFaultCode } from './vector-fault.ts';

/** Coordinate systems that shapes may come in, by EPSG code: RD New, WGS 84, ETRS89 and Web Mercator. */
export const VECTOR_CRS = [28992, 4326, 4258, 3857] as const;
export type VectorCrs = (typeof VECTOR_CRS)[number];

/** West, south, east, north in the unit of a coordinate system. */
export type Box = readonly [number, number, number, number];

/** The Netherlands with its part of the sea, generously: RD as in the definition of EPSG:28992, the others around it. */
const NETHERLANDS: Readonly<Record<VectorCrs, Box>> = {
  28992: [-7_000, 289_000, 300_000, 629_000],
  4326: [2.5, 50.6, 7.4, 53.8],
  4258: [2.5, 50.6, 7.4, 53.8],
  3857: [278_000, 6_550_000, 824_000, 7_140_000],
};

const within = ([west, south, east, north]: Box, [w, s, e, n]: Box): boolean =>
  w >= west && s >= south && e <= east && n <= north;

const swapped = ([west, south, east, north]: Box): Box => [south, west, north, east];

/** Whether a shape lies in the Netherlands wholly, by its box. */
export const isInNetherlands = (crs: VectorCrs, box: Box): boolean => within(NETHERLANDS[crs], box);

/**
 * The system that a file's own words mean.
 * @param code EPSG code, or undefined where the file has none
 * @returns undefined for one that is not supported
 */
export function crsOfEpsg(code: number): VectorCrs | undefined {
  // RD New with heights (NAP) has the same x and y.
  if (code === 7415) return 28992;
  return VECTOR_CRS.find(crs => crs === code);
}

/** What shapes say of the system that they are in. */
export type CrsFinding = { crs: VectorCrs; stated: boolean } | { fault: VectorFaultCode };

/** Share of the shapes that must agree before a file is said to be in another system or order. */
const AGREEMENT = 0.9;

/**
 * Holds the system that a file names against its coordinates. The boxes of the Netherlands in degrees, RD and Web
 * Mercator, in both orders, have nothing in common but a strip of RD near Limburg's south, so the numbers decide.
 * @param stated null: the file names none, and then the numbers alone say it
 * @param boxes of the shapes, in the file's own numbers
 */
export function findCrs(stated: VectorCrs | null, boxes: readonly Box[]): CrsFinding {
  const share = (fits: (box: Box) => boolean): number => boxes.filter(fits).length / boxes.length;
  const likely = VECTOR_CRS.filter(crs => share(box => isInNetherlands(crs, box)) >= AGREEMENT);
  if (stated === null) {
    if (likely[0] !== undefined) return { crs: likely[0], stated: false };
    const turned = VECTOR_CRS.some(crs => share(box => isInNetherlands(crs, swapped(box))) >= AGREEMENT);
    return { fault: turned ? 'vector-axes-swapped' : 'vector-crs-unclear' };
  }
  if (boxes.some(box => isInNetherlands(stated, box))) return { crs: stated, stated: true };
  if (share(box => isInNetherlands(stated, swapped(box))) >= AGREEMENT)
    return { fault: 'vector-axes-swapped' };
  return { fault: likely.length > 0 ? 'vector-crs-wrong' : 'vector-outside-netherlands' };
}
