import { FUNCTIONS, type FunctionCode } from '../../geodata/vocabulary/function.ts';
import type {
  PlaceGeometry,
  PublishedBuilding,
  PublishedMeasure,
  PublishedScenario,
} from '../contract/published-scenario.ts';
import { along, extentOf, longestOf, type Spot } from './along.ts';
import { COLOUR } from './colour.ts';
import { areaMark, circle, lineMark, type Mark, rectangle } from './drawing.ts';
import type { Frame } from './frame.ts';
import { hatch } from './hatch.ts';
import { boxAround, type Room } from './room.ts';

/** Direction of the hatch and how far apart its lines are: not 45 and 0 degrees, which mean vacant and confidential. */
const HATCHES = [
  [135, 1],
  [90, 0.9],
  [110, 1.3],
  [70, 1.3],
  [155, 1],
  [25, 1.1],
] as const;
const DASHES: readonly (readonly [number, number] | undefined)[] = [undefined, [0.9, 0.4], [0.3, 0.3]];

/** The area of a measure: an outline with a hatch of its own. @param type size of the type */
export function measureArea(number: number, rings: readonly (readonly number[])[], type: number): Mark[] {
  const [degrees, spacing] = HATCHES[(number - 1) % HATCHES.length]!;
  const dash = DASHES[(number - 1) % DASHES.length];
  return [
    {
      kind: 'shape',
      rings: hatch(rings, degrees, spacing * type),
      closed: false,
      stroke: COLOUR.accent,
      width: 0.06 * type,
    },
    areaMark(rings, {
      stroke: COLOUR.accent,
      width: 0.2 * type,
      dash: dash && [dash[0] * type, dash[1] * type],
    }),
  ];
}

/** The street sides of a measure: a band under them. */
export function measureBand(lines: readonly (readonly number[])[], type: number): Mark[] {
  const band = (stroke: string, width: number): Mark => ({
    kind: 'shape',
    rings: lines,
    closed: false,
    stroke,
    width: width * type,
  });
  return [band(COLOUR.accent, 1.7), band(COLOUR.accentTint, 1.4)];
}

function placeMarks(number: number, place: PlaceGeometry, frame: Frame): Mark[] {
  if (place.type === 'MultiLineString') return measureBand(place.coordinates.map(frame.degrees), frame.type);
  // Parts one by one: together they could cancel each other out where they overlap.
  return place.coordinates.flatMap(part => measureArea(number, part.map(frame.degrees), frame.type));
}

/** Outlines and bands of all measures that may be shown. */
export function measureMarks({ measures }: PublishedScenario, frame: Frame): Mark[] {
  const shown = measures.filter(({ geometry }) => geometry !== null);
  const bands = shown.toSorted((a, b) => Number(isLine(b)) - Number(isLine(a)));
  return bands.flatMap(({ number, geometry }) => placeMarks(number, geometry!, frame));
}

function isLine({ geometry }: PublishedMeasure): boolean {
  return geometry?.type === 'MultiLineString';
}

/** A number in a disc. */
export function numberMarks(number: number, { x, y }: Spot, type: number): Mark[] {
  return [
    areaMark([circle(x, y, 0.85 * type)], { fill: COLOUR.accent, stroke: COLOUR.paper, width: 0.15 * type }),
    {
      kind: 'label',
      x,
      y: y + 0.34 * type,
      text: String(number),
      size: type,
      bold: true,
      colour: COLOUR.paper,
      anchor: 'middle',
    },
  ];
}

/** Where the number of a measure may stand, the best first: along its line, or around the middle of its area. */
function spotsFor(place: PlaceGeometry, frame: Frame): Spot[] {
  if (place.type === 'MultiLineString') {
    const line = longestOf(place.coordinates.map(frame.degrees)) ?? [];
    return [0.5, 0.25, 0.75, 0, 1].map(share => along(line, share));
  }
  const largest = place.coordinates
    .map(([ring]) => extentOf([frame.degrees(ring ?? [])]))
    .toSorted((a, b) => b.width * b.height - a.width * a.height)[0];
  if (largest === undefined) return [];
  const { x, y, width, height } = largest;
  const shares = [0.5, 0.2, 0.8];
  return shares.flatMap(down => shares.map(right => ({ x: x + right * width, y: y + down * height })));
}

/** Numbers of the measures, each in its place. */
export function measureNumbers({ measures }: PublishedScenario, frame: Frame, room: Room): Mark[] {
  const size = 1.9 * frame.type;
  return measures.flatMap(({ number, geometry }) => {
    const spots = geometry === null ? [] : spotsFor(geometry, frame);
    const free = spots.find(({ x, y }) => room.takeIfFree(boxAround(x, y, size, size)));
    const spot = free ?? spots[0];
    return spot === undefined ? [] : numberMarks(number, spot, frame.type);
  });
}

/** A changed building: emphatic outline; upright lines where it gets another use, a cross where it goes. */
export function buildingMarks(
  becomes: PublishedBuilding['becomes'],
  rings: readonly (readonly number[])[],
  type: number,
): Mark[] {
  const outline = areaMark(rings, { fill: COLOUR.paper, stroke: COLOUR.ink, width: 0.1 * type });
  if (becomes !== 'demolished')
    return [
      outline,
      {
        kind: 'shape',
        rings: hatch(rings, 90, 0.3 * type),
        closed: false,
        stroke: COLOUR.ink,
        width: 0.06 * type,
      },
    ];
  const { x, y, width, height } = extentOf(rings);
  return [
    outline,
    lineMark([x, y, x + width, y + height], { stroke: COLOUR.ink, width: 0.1 * type }),
    lineMark([x + width, y, x, y + height], { stroke: COLOUR.ink, width: 0.1 * type }),
  ];
}

/** Letters of a function in a field of its colour. */
export function letterMarks(code: FunctionCode, { x, y }: Spot, type: number): Mark[] {
  const { letter, colour } = FUNCTIONS.find(term => term.code === code)!;
  return [
    areaMark([rectangle(x - 0.75 * type, y - 0.5 * type, 1.5 * type, type)], {
      fill: colour,
      stroke: COLOUR.paper,
      width: 0.1 * type,
    }),
    {
      kind: 'label',
      x,
      y: y + 0.28 * type,
      text: letter,
      size: 0.8 * type,
      bold: true,
      colour: COLOUR.paper,
      anchor: 'middle',
    },
  ];
}

/** Every changed building. */
export function changedBuildings({ buildings }: PublishedScenario, frame: Frame): Mark[] {
  return buildings.flatMap(({ becomes, coordinates }) =>
    coordinates.flatMap(part => buildingMarks(becomes, part.map(frame.degrees), frame.type)),
  );
}

/** Letters of what changed buildings become; where they stand close together one stands for its neighbours. */
export function buildingLetters({ buildings }: PublishedScenario, frame: Frame, room: Room): Mark[] {
  const { type } = frame;
  return buildings.flatMap(({ becomes, coordinates: [part] }) => {
    if (becomes === 'demolished' || part === undefined) return [];
    const { x, y, width, height } = extentOf(part.map(frame.degrees));
    const spot = { x: x + width / 2, y: y + height / 2 };
    const free = room.takeIfFree(boxAround(spot.x, spot.y, 1.7 * type, 1.2 * type));
    return free ? letterMarks(becomes, spot, type) : [];
  });
}
