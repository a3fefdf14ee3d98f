import { densified, shrunk, smooth } from '../plane/line.ts';
import type { Point } from '../plane/point.ts';
import { clip, counterClockwise, type Ring } from '../plane/ring.ts';
import { INNER_RING, RING_ROAD, sector } from './frame.ts';
import type { Quarter } from './quarters.ts';

const leftOf = (ring: Ring, from: Point, to: Point): Ring =>
  clip(counterClockwise(densified([...ring, ring[0]!], 40).slice(0, -1)), from, [
    to[0] - from[0],
    to[1] - from[1],
  ]);

const southWest = sector('canal', 'south', INNER_RING, RING_ROAD);

/** Basins of the port, dug from the canal: lines and half of their width. */
export const BASINS: readonly { line: readonly Point[]; halfWidth: number }[] = [
  {
    line: [
      [-770, -716],
      [-650, -850],
      [-560, -945],
    ],
    halfWidth: 26,
  },
  {
    line: [
      [-1290, -1160],
      [-1170, -1290],
      [-1060, -1400],
    ],
    halfWidth: 30,
  },
];

/** Business parks, the office park by the station, and the port. */
export function planWorkAreas(): Quarter[] {
  const work = { layout: 'work' as const, theme: 'work' as const };
  return [
    {
      ...work,
      name: 'Havenbedrijven',
      ring: shrunk(leftOf(southWest, [-930, -1330], [-300, -620]), 14),
      grain: { angle: 42, pitch: 92, cross: 210, bend: 3 },
      long: ['workshop', 'workshop', 'quay'],
      cross: ['workshop'],
      halfWidth: 9,
    },
    {
      ...work,
      name: 'Zeehaven',
      ring: [
        [-1350, -1140],
        [-1640, -1400],
        [-1330, -1730],
        [-960, -1540],
        [-1010, -1190],
        [-1150, -1060],
      ]
        .map(([x, y]) => [x! + 30, y! - 50] as const)
        .toReversed(),
      grain: { angle: 312, pitch: 128, cross: 260, bend: 2 },
      long: ['quay'],
      cross: ['quay', 'workshop'],
      halfWidth: 11,
    },
    {
      ...work,
      name: 'De Wissel',
      ring: [
        [1590, -50],
        [1560, -560],
        [1780, -760],
        [2330, -860],
        [2560, -700],
        [2540, -330],
        [2400, -90],
        [2050, -30],
      ],
      grain: { angle: 4, pitch: 158, cross: 300, bend: 10 },
      long: ['hall'],
      cross: ['hall'],
      halfWidth: 12,
    },
    {
      ...work,
      name: 'Stationspark',
      ring: [
        [34, 652],
        [200, 666],
        [370, 672],
        [520, 664],
        [640, 668],
        [700, 712],
        [660, 736],
        [380, 724],
        [36, 694],
      ],
      grain: { angle: 3, pitch: 62, cross: 150, bend: 1 },
      spine: smooth([
        [6, 668],
        [200, 686],
        [380, 698],
        [560, 704],
        [700, 696],
        [784, 684],
      ]),
      long: ['office'],
      cross: ['office'],
      halfWidth: 4.5,
    },
  ];
}
