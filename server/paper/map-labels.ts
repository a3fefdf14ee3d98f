import type { ScenarioGround } from '../contract/scenario-base.ts';
import { lengthOf, middleOfLongest, type Spot } from './along.ts';
import { COLOUR } from './colour.ts';
import { areaMark, type Label, lineMark, type Mark, rectangle } from './drawing.ts';
import { type Frame, isNarrow } from './frame.ts';
import { boxAround, type Room, textWidth } from './room.ts';

/** Classes of roads in the order in which they get their names. */
const NAMED_FIRST = ['main', 'local'];

/** A street: the rank of its class, its length, and its longest line, page units. */
export interface NamedStreet {
  name: string;
  rank: number;
  length: number;
  line: readonly number[];
}

/** Streets by name, main roads and long streets first. */
export function streetsOf({ roads }: Pick<ScenarioGround, 'roads'>, frame: Frame): NamedStreet[] {
  const streets = new Map<string, NamedStreet>();
  for (const { name, class: roadClass, line: metres } of roads) {
    if (name === null || roadClass === 'path') continue;
    const line = frame.line(metres);
    const length = lengthOf(line);
    const rank = (NAMED_FIRST.indexOf(roadClass) + 3) % 3;
    const known = streets.get(name);
    streets.set(name, {
      name,
      rank: Math.min(rank, known?.rank ?? rank),
      length: length + (known?.length ?? 0),
      line: known !== undefined && lengthOf(known.line) > length ? known.line : line,
    });
  }
  return [...streets.values()].toSorted((a, b) => a.rank - b.rank || b.length - a.length);
}

/** Names on a narrow map at most, those that find no room among them. */
const FEW = 8;

/** The name of a street at the first of some places that is free; none where all are taken. */
export function streetName(name: string, spots: readonly Spot[], size: number, room: Room): Label[] {
  const [width, height] = [textWidth(name, size) + 0.4 * size, 1.1 * size];
  const spot = spots.find(({ x, y }) => room.takeIfFree(boxAround(x, y, width, height)));
  if (spot === undefined) return [];
  const label = { x: spot.x, y: spot.y + 0.3 * size, text: name, size };
  return [{ kind: 'label', anchor: 'middle', ...label, colour: COLOUR.ink, halo: COLOUR.land }];
}

/** Names of streets, level, each once, main roads and long streets first; those without room are left out. */
export function streetNames(ground: ScenarioGround, frame: Frame, room: Room): Mark[] {
  // A narrow map has room for the first few: more would hide what it is about.
  const most = isNarrow(frame) ? FEW : Number.POSITIVE_INFINITY;
  return streetsOf(ground, frame)
    .slice(0, most)
    .flatMap(({ name, line }) => streetName(name, [middleOfLongest(line)], frame.type, room));
}

const ROUND_METRES = [10_000, 5000, 2000, 1000, 500, 250, 200, 100, 50, 25, 20, 10];

/** A bar of a round number of metres, at most a third of the map wide, below left. */
export function scaleBar(frame: Frame, room: Room): Mark[] {
  const { scale, width, height, type } = frame;
  const metres = ROUND_METRES.find(each => each * scale <= width / 3) ?? 10;
  const long = metres * scale;
  const [x, y] = [type, height - type];
  const field = { x: x - 0.6 * type, y: y - 1.9 * type, width: long + 1.2 * type, height: 2.4 * type };
  room.take(field);
  return [
    areaMark([rectangle(field.x, field.y, field.width, field.height)], { fill: COLOUR.paper }),
    lineMark([x, y - 0.5 * type, x, y, x + long, y, x + long, y - 0.5 * type], {
      stroke: COLOUR.ink,
      width: 0.12 * type,
    }),
    {
      kind: 'label',
      x: x + long / 2,
      y: y - 0.5 * type,
      text: metres > 1000 ? `${metres / 1000} km` : `${metres} m`,
      size: type,
      colour: COLOUR.ink,
      anchor: 'middle',
    },
  ];
}

/** An arrow to the north, above right: the map is never turned. */
export function northArrow({ width, type }: Frame, room: Room): Mark[] {
  const [x, y] = [width - 1.6 * type, 0.8 * type];
  room.take({ x: x - type, y: 0, width: 2.6 * type, height: 3.8 * type });
  return [
    areaMark([rectangle(x - type, 0.3 * type, 2 * type, 3.4 * type)], { fill: COLOUR.paper }),
    areaMark([[x, y, x + 0.6 * type, y + 1.6 * type, x, y + 1.2 * type, x - 0.6 * type, y + 1.6 * type]], {
      fill: COLOUR.ink,
    }),
    {
      kind: 'label',
      x,
      y: y + 2.6 * type,
      text: 'N',
      size: type,
      bold: true,
      colour: COLOUR.ink,
      anchor: 'middle',
    },
  ];
}
