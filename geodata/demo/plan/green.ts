import { type Line, pieces, shrunk, smooth, smoothRing } from '../plane/line.ts';
import { add, left, type Point, polar, scale } from '../plane/point.ts';
import { inset, middleOf, type Ring, rectangle } from '../plane/ring.ts';
import type { Random } from '../random.ts';
import { INNER_RING, SINGEL, sector } from './frame.ts';

/** A piece of green; parts of it may be cut out. */
export interface Green {
  ring: Ring;
  holes: readonly Ring[];
  greenClass: 'park' | 'grass' | 'wood' | 'farmland';
  name?: string;
}

/** A lake or a pond. */
export interface Pond {
  ring: Ring;
  name?: string;
}

/** Everything green and wet that was planned, and the ground that must stay free for it. */
export interface OpenSpace {
  greens: Green[];
  ponds: Pond[];
  paths: Line[];
  /** Convex pieces on which nothing may be built. */
  kept: Ring[];
}

/** An egg-shaped outline, never the same twice. */
export function blob(centre: Point, length: number, width: number, angle: number, random: Random): Ring {
  const along = polar([0, 0], angle, 1);
  const across = left(along);
  const points = Array.from({ length: 10 }, (_, index) => {
    const turn = (index / 10) * 2 * Math.PI;
    const reach = random.between(0.85, 1.12);
    const full = (value: number) => Math.sign(value) * Math.abs(value) ** 0.62 * reach * 0.5;
    return add(
      centre,
      add(scale(along, full(Math.cos(turn)) * length), scale(across, full(Math.sin(turn)) * width)),
    );
  });
  return smoothRing(points, 8);
}

function cityPark(random: Random): OpenSpace {
  const ring = shrunk(sector('north', 'west', SINGEL, INNER_RING), 46);
  const middle = middleOf(ring);
  const pond = blob(add(middle, [-20, -10]), 190, 62, 118, random);
  const walks = [12, 130, 250].map(angle =>
    smooth(
      [
        polar(middle, angle, 260),
        polar(middle, angle + 30, 90),
        polar(middle, angle + 115, 60),
        polar(middle, angle + 150, 260),
      ],
      14,
    ),
  );
  return {
    greens: [{ ring, holes: [], greenClass: 'park', name: 'Wilhelminapark' }],
    ponds: [{ ring: pond, name: 'Parkvijver' }],
    paths: walks.flatMap(walk => pieces(walk, ring, true)).flatMap(walk => pieces(walk, pond, false)),
    kept: [],
  };
}

/** Pitches in two rows along the railway, with trees around them. */
function sportsPark(): OpenSpace {
  const centre: Point = [-940, 330];
  const along = polar([0, 0], 8, 1);
  const across = left(along);
  const pitches: Ring[] = [];
  for (let column = -1; column <= 1; column += 1)
    for (const row of [-1, 1])
      pitches.push(
        rectangle(add(centre, add(scale(along, column * 124), scale(across, row * 42))), across, 66, 104),
      );
  return {
    greens: [
      {
        ring: rectangle(centre, along, 420, 190),
        holes: pitches,
        greenClass: 'park',
        name: 'Sportpark De Noordkant',
      },
      ...pitches.map(ring => ({ ring, holes: [], greenClass: 'grass' as const })),
    ],
    ponds: [],
    paths: [],
    kept: [rectangle(centre, along, 420, 190)],
  };
}

/** Woods and a cemetery at the edge of the town. */
function woods(random: Random): OpenSpace {
  const wood = (centre: Point, length: number, width: number, angle: number, name?: string): Green => ({
    ring: blob(centre, length, width, angle, random),
    holes: [],
    greenClass: 'wood',
    ...(name && { name }),
  });
  return {
    greens: [
      wood([-1520, 1330], 760, 330, 40, 'Noorderbos'),
      wood([-260, 1780], 520, 170, 4, 'Randbos'),
      wood([1560, -1760], 520, 260, 320),
      wood([-420, -1330], 420, 150, 12, 'Zuiderpark'),
      {
        ring: smoothRing(
          [
            [-250, -880],
            [-90, -900],
            [-80, -1150],
            [-210, -1180],
            [-330, -1060],
          ],
          20,
        ),
        holes: [],
        greenClass: 'park',
        name: 'Begraafplaats Zuiderhof',
      },
    ],
    ponds: [],
    paths: [
      smooth([
        [-1800, 1180],
        [-1560, 1300],
        [-1400, 1440],
        [-1250, 1560],
      ]),
      smooth([
        [-480, 1760],
        [-260, 1800],
        [-40, 1790],
      ]),
    ],
    kept: [],
  };
}

/** Strip between two estates, with a long pond in it. */
function strip(
  centre: Point,
  length: number,
  width: number,
  angle: number,
  random: Random,
  name?: string,
): OpenSpace {
  const along = polar([0, 0], angle, 1);
  const ring = rectangle(centre, along, length, width);
  const pond = blob(
    add(centre, scale(along, random.between(-60, 60))),
    length * 0.55,
    width * 0.3,
    angle,
    random,
  );
  const side = scale(left(along), width * 0.38);
  const path = smooth(
    [-0.5, -0.2, 0.1, 0.5].map((share, index) =>
      add(add(centre, scale(along, length * share)), scale(side, index % 2 === 0 ? 1 : 0.7)),
    ),
  );
  return {
    greens: [{ ring, holes: [], greenClass: 'park', ...(name && { name }) }],
    ponds: [{ ring: pond }],
    paths: [path],
    kept: [inset(ring, width * 0.22)],
  };
}

/** Green wedges that keep the quarters apart: hospital grounds, an old estate, allotments. */
function wedges(random: Random): OpenSpace {
  const green = (ring: Ring, name: string, greenClass: Green['greenClass'] = 'park'): Green => ({
    ring,
    holes: [],
    greenClass,
    name,
  });
  const [oosterpark, slotpark] = [OOSTERPARK, SLOTPARK];
  const ponds = [blob([610, 300], 120, 46, 30, random), blob([560, -150], 150, 54, 340, random)];
  const walks = [
    smooth([
      [420, 190],
      [520, 230],
      [620, 250],
      [720, 210],
    ]),
    smooth([
      [520, 380],
      [560, 330],
      [540, 230],
    ]),
    smooth([
      [400, -60],
      [500, -90],
      [640, -70],
      [740, -110],
    ]),
    smooth([
      [470, -220],
      [530, -100],
      [520, -20],
    ]),
  ];
  return {
    greens: [
      green(oosterpark, 'Oosterpark'),
      green(slotpark, 'Slotpark'),
      green(
        smoothRing(
          [
            [1130, -900],
            [1260, -760],
            [1440, -560],
            [1380, -860],
            [1240, -1080],
          ],
          20,
        ),
        'Volkstuinen Het Akkertje',
        'grass',
      ),
      green(blob([1210, -640], 260, 110, 34, random), 'Meerbos', 'wood'),
    ],
    ponds: ponds.map(ring => ({ ring })),
    paths: walks.flatMap(walk =>
      ponds.reduce<Line[]>((lines, pond) => lines.flatMap(line => pieces(line, pond, false)), [walk]),
    ),
    kept: [
      inset(rectangle([610, 250], polar([0, 0], 28, 1), 250, 150), 1),
      inset(rectangle([575, -125], polar([0, 0], 345, 1), 300, 130), 1),
    ],
  };
}

/** Outlines of the two parks inside the ring street; their quarters were laid out around them. */
export const OOSTERPARK: Ring = smoothRing(
  [
    [470, 130],
    [590, 130],
    [690, 170],
    [700, 270],
    [650, 360],
    [550, 390],
    [480, 330],
    [440, 220],
  ],
  12,
);
export const SLOTPARK: Ring = smoothRing(
  [
    [410, -80],
    [550, -36],
    [680, -54],
    [712, -150],
    [670, -240],
    [550, -226],
    [440, -190],
  ],
  12,
);

/** Lake that the newest quarter was built around. */
export const PLAS: Ring = smoothRing(
  [
    [1700, 150],
    [1830, 130],
    [1880, 260],
    [1840, 420],
    [1900, 560],
    [1800, 600],
    [1740, 470],
    [1690, 330],
  ],
  12,
);

/** Green around an estate: from the roads around it to its collecting street. */
export const verge = (ring: Ring, estate: Ring): Green => ({ ring, holes: [estate], greenClass: 'grass' });

/** Parks, woods, pitches and the strips of green that part the estates. */
export function planOpenSpace(random: Random): OpenSpace {
  const parts = [
    cityPark(random),
    sportsPark(),
    woods(random),
    wedges(random),
    strip([236, 1060], 600, 132, 92, random, 'Meentpark'),
    strip([1130, 410], 580, 100, 88, random),
    strip([1130, -448], 720, 112, 353, random, 'Heempark'),
  ];
  return {
    greens: parts.flatMap(part => part.greens),
    ponds: [...parts.flatMap(part => part.ponds), { ring: PLAS, name: 'De Plas' }],
    paths: parts.flatMap(part => part.paths),
    kept: parts.flatMap(part => part.kept),
  };
}
