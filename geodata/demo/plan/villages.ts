import { STYLES } from '../build/styles.ts';
import { type Line, shrunk, smooth, smoothRing } from '../plane/line.ts';
import { add, left, type Point, polar, scale } from '../plane/point.ts';
import type { Ring } from '../plane/ring.ts';
import type { BuildingStyle, StreetPlan } from '../structure.ts';

const { ribbon, farm, semi, postwar, detached } = STYLES;

/** Ribbon village: houses and farms along the old dike in the west. */
const DIKE: Line = smooth([
  [-2470, -1130],
  [-2600, -780],
  [-2700, -420],
  [-2740, -130],
  [-2716, 230],
  [-2640, 520],
  [-2500, 800],
]);

/** Village around a green in the north-east; the road to the town passes along it. */
const GREEN_CENTRE: Point = [1716, 1922];
const GREEN_ANGLE = 48;

function brink(): Line {
  const along = polar([0, 0], GREEN_ANGLE, 1);
  const across = left(along);
  const ring = smoothRing(
    [
      [88, 0],
      [60, 34],
      [0, 44],
      [-58, 36],
      [-86, 4],
      [-60, -30],
      [0, -36],
      [62, -32],
    ].map(([u, v]) => add(GREEN_CENTRE, add(scale(along, u!), scale(across, v!)))),
    10,
  );
  return [...ring, ring[0]!];
}

interface VillageStreet {
  name: string;
  line: Line;
  style?: BuildingStyle;
  only?: 'left' | 'right';
  halfWidth?: number;
}

const plan = (quarter: string, { name, line, style, only, halfWidth }: VillageStreet): StreetPlan => ({
  name,
  quarter,
  line,
  roadClass: 'local',
  halfWidth: halfWidth ?? 5,
  ...(style && only !== 'right' && { left: style }),
  ...(style && only !== 'left' && { right: style }),
});

function gouwdijk(): VillageStreet[] {
  return [
    { name: 'Gouwdijk', line: DIKE, style: ribbon, halfWidth: 7 },
    {
      name: 'Kerkbuurt',
      line: smooth([
        [-2738, -160],
        [-2660, -215],
        [-2560, -236],
        [-2470, -210],
      ]),
      style: ribbon,
    },
    {
      name: 'Achterweg',
      line: smooth([
        [-2600, -228],
        [-2588, -330],
        [-2560, -440],
      ]),
      style: postwar,
    },
    {
      name: 'Schoolstraat',
      line: smooth([
        [-2500, -222],
        [-2490, -320],
        [-2470, -430],
        [-2560, -440],
      ]),
      style: semi,
    },
    {
      name: 'Nieuwe Gouw',
      line: smooth([
        [-2606, -102],
        [-2590, 40],
        [-2570, 130],
        [-2724, 156],
      ]),
      style: detached,
    },
  ];
}

function lutjewaard(): VillageStreet[] {
  return [
    { name: 'Brink', line: brink(), style: ribbon, only: 'right', halfWidth: 4.5 },
    {
      name: 'Kerkweg',
      line: smooth([
        [1690, 1962],
        [1610, 2030],
        [1560, 2120],
        [1480, 2190],
      ]),
      style: ribbon,
    },
    {
      name: 'Oosteinde',
      line: smooth([
        [1800, 1935],
        [1900, 1880],
        [2010, 1850],
        [2120, 1790],
      ]),
      style: ribbon,
    },
    {
      name: 'Meester Ploegstraat',
      line: smooth([
        [1600, 2042],
        [1680, 2080],
        [1780, 2110],
        [1880, 2060],
      ]),
      style: postwar,
    },
    {
      name: 'Boomgaard',
      line: smooth([
        [1900, 1882],
        [1930, 1960],
        [1960, 2030],
        [1880, 2060],
      ]),
      style: semi,
    },
    {
      name: 'Hogeweg',
      line: smooth([
        [1700, 2086],
        [1660, 2180],
        [1620, 2260],
      ]),
      style: farm,
    },
  ];
}

/** Where the churches of the villages stand, and the point that the map labels. */
export const VILLAGES = [
  { name: 'Gouwdijk', centre: [-2690, -190] as Point, church: [-2652, -178] as Point, angle: 340 },
  { name: 'Lutjewaard', centre: GREEN_CENTRE, church: GREEN_CENTRE, angle: GREEN_ANGLE },
] as const;

/** The green of the second village, inside its loop. */
export const BRINK: Ring = shrunk(brink().slice(0, -1), 6);

/** Streets of both villages. */
export function villageStreets(): StreetPlan[] {
  return [
    ...gouwdijk().map(street => plan('Gouwdijk', street)),
    ...lutjewaard().map(street => plan('Lutjewaard', street)),
  ];
}
