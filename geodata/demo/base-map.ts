import { TOWN_NAME } from './addresses.ts';
import { IJSSELMEER, MARKERMEER } from './lake.ts';
import type { Layout } from './layout.ts';
import { MOAT, RAIL, SHORE, WAYS } from './plan/frame.ts';
import { HARBOUR, HARBOUR_HALF_WIDTH } from './plan/old-town.ts';
import { VILLAGES } from './plan/villages.ts';
import { CANAL_HALF_WIDTH, MOAT_HALF_WIDTH } from './plan/water.ts';
import { BASINS } from './plan/work-areas.ts';
import { band, type Line, lengthOf, pieces, shifted, stationAt } from './plane/line.ts';
import { angleOf, direction, distance, mix, type Point, polar } from './plane/point.ts';
import { middleOf, type Ring, rectangle } from './plane/ring.ts';
import { lineToRd, polygonToRd, ringToRd, toRd } from './rd-frame.ts';
import type { StreetPlan } from './structure.ts';
import type { BaseRow, Polygon } from './town.ts';

type Layer = BaseRow['layer'];

/** Zoom from which a class is worth a tile's bytes. */
const MIN_ZOOM: Record<string, number> = {
  motorway: 6,
  main: 9,
  local: 12,
  service: 14,
  path: 14,
  rail: 8,
  farmland: 11,
  wood: 9,
  park: 11,
  grass: 13,
  'built-up': 8,
  line: 13,
};

const row = (
  layer: Layer,
  featureClass: string,
  geometry: BaseRow['geometry'],
  name: string | null = null,
  rest: Partial<BaseRow> = {},
): BaseRow => ({
  layer,
  featureClass,
  name,
  bridge: false,
  minZoom: MIN_ZOOM[featureClass] ?? 0,
  geometry,
  ...rest,
});

const areaRow = (
  layer: Layer,
  featureClass: string,
  polygon: Polygon,
  name: string | null = null,
  rest: Partial<BaseRow> = {},
): BaseRow => row(layer, featureClass, { kind: 'polygon', polygon }, name, rest);

const lineRow = (
  layer: Layer,
  featureClass: string,
  line: Line,
  name: string | null = null,
  rest: Partial<BaseRow> = {},
): BaseRow => row(layer, featureClass, { kind: 'line', positions: lineToRd(line) }, name, rest);

const around = (ring: Ring, by: number): Ring =>
  ring.map((point: Point) => polar([0, 0], angleOf(point), Math.hypot(...point) + by));

const CANAL = band(WAYS.canal, CANAL_HALF_WIDTH + 1);
const MOAT_OUTSIDE = around(MOAT, MOAT_HALF_WIDTH);
const MOAT_INSIDE = around(MOAT, -MOAT_HALF_WIDTH);

function waterRows(layout: Layout): BaseRow[] {
  const local = { minZoom: 10 };
  return [
    areaRow('water', 'area', [MARKERMEER, ringToRd(SHORE).toReversed()], 'Markermeer'),
    areaRow('water', 'area', [IJSSELMEER], 'IJsselmeer'),
    areaRow('water', 'area', polygonToRd(MOAT_OUTSIDE, [MOAT_INSIDE]), 'Stadsgracht', local),
    areaRow('water', 'area', polygonToRd(band(HARBOUR, HARBOUR_HALF_WIDTH)), 'Oude Haven', local),
    areaRow('water', 'area', polygonToRd(band(WAYS.canal, CANAL_HALF_WIDTH)), 'Markervaart', local),
    ...BASINS.map(({ line, halfWidth }) =>
      areaRow('water', 'area', polygonToRd(band(line, halfWidth)), null, local),
    ),
    ...layout.ponds.map(({ ring, name }) =>
      areaRow('water', 'area', polygonToRd(ring), name ?? null, { minZoom: 12 }),
    ),
    ...layout.ditches.map(ditch => lineRow('water', 'line', ditch)),
  ];
}

/** Half the width of the ground that a village street and its gardens take, and the length of one piece of it. */
const VILLAGE_HALF_WIDTH = 36;
const VILLAGE_PIECE = 42;

/** What is built up of a village: a string of rectangles along each street; a loop is filled. */
function villageOutlines(streets: readonly StreetPlan[]): Ring[] {
  const names = new Set<string>(VILLAGES.map(village => village.name));
  return streets
    .filter(({ quarter }) => names.has(quarter))
    .flatMap(({ line }) => {
      if (distance(line[0]!, line.at(-1)!) < 1) return [shifted(line, -VILLAGE_HALF_WIDTH).slice(0, -1)];
      const length = lengthOf(line);
      const count = Math.ceil(length / VILLAGE_PIECE);
      return Array.from({ length: count }, (_, piece) => {
        const [from, to] = [piece, piece + 1].map(end => stationAt(line, (length * end) / count).point);
        return rectangle(
          mix(from!, to!, 0.5),
          direction(from!, to!),
          distance(from!, to!) + 22,
          VILLAGE_HALF_WIDTH * 2,
        );
      });
    });
}

function landRows(layout: Layout): BaseRow[] {
  return [
    areaRow('land', 'land', [ringToRd(SHORE)], null),
    areaRow('built_up', 'built-up', polygonToRd(MOAT_INSIDE)),
    ...layout.quarters.map(quarter => areaRow('built_up', 'built-up', polygonToRd(quarter.ring))),
    ...villageOutlines(layout.streets).map(ring => areaRow('built_up', 'built-up', polygonToRd(ring))),
    ...layout.green.map(green =>
      areaRow('green', green.greenClass, polygonToRd(green.ring, green.holes), green.name ?? null),
    ),
    ...layout.paths.map(path => lineRow('road', 'path', path)),
  ];
}

/** Outlines that a road crosses on a bridge; a canal that ends in the moat is crossed with it. */
function overWater(line: Line): { bridges: Line[]; rest: Line[] } {
  const within = (parts: readonly Line[], ring: Ring, inside: boolean) =>
    parts.flatMap(part => pieces(part, ring, inside));
  const overMoat = within(within([line], MOAT_OUTSIDE, true), MOAT_INSIDE, false);
  const offMoat = [...within([line], MOAT_OUTSIDE, false), ...within([line], MOAT_INSIDE, true)];
  const isFar = line.some(point => Math.hypot(...point) > 2200);
  const ashore = isFar ? within(offMoat, SHORE, true) : offMoat;
  return {
    bridges: [
      ...overMoat,
      ...(isFar ? within(offMoat, SHORE, false) : []),
      ...within(ashore, CANAL, true),
    ].filter(part => lengthOf(part) > 2),
    rest: within(ashore, CANAL, false),
  };
}

function roadRows(streets: readonly StreetPlan[]): BaseRow[] {
  return streets.flatMap(({ line, roadClass, name }) => {
    const { bridges, rest } = overWater(line);
    return [
      ...rest.map(part => lineRow('road', roadClass, part, name || null)),
      ...bridges.map(part => lineRow('road', roadClass, part, name || null, { bridge: true })),
    ];
  });
}

function railRows(): BaseRow[] {
  const { bridges, rest } = overWater(RAIL);
  return [
    ...rest.map(part => lineRow('rail', 'rail', part, 'Spoorlijn')),
    ...bridges.map(part => lineRow('rail', 'rail', part, 'Spoorlijn', { bridge: true })),
  ];
}

function placeRows(layout: Layout): BaseRow[] {
  const place = (placeClass: string, name: string, point: Point, minZoom: number) =>
    row('place', placeClass, { kind: 'point', position: toRd(point) }, name, { minZoom });
  const homes = layout.quarters.filter(({ layout: kind }) => kind !== 'work');
  return [
    place('town', TOWN_NAME, [0, 0], 7),
    ...VILLAGES.map(village => place('village', village.name, village.centre, 10)),
    ...homes.map(quarter => place('quarter', quarter.name, middleOf(quarter.ring), 13)),
  ];
}

/** The base map: land, water, green, what is built up, roads, railway and names. */
export function baseMap(layout: Layout): BaseRow[] {
  return [
    ...landRows(layout),
    ...waterRows(layout),
    ...roadRows(layout.streets),
    ...railRows(),
    ...placeRows(layout),
  ];
}
