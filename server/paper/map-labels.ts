import type { ScenarioGround } from '../contract/scenario-base.ts';
import { lengthOf, middleOfLongest } from './along.ts';
import { COLOUR } from './colour.ts';
import { areaMark, lineMark, type Mark, rectangle } from './drawing.ts';
import { type Frame, isNarrow } from './frame.ts';
import { boxAround, type Room, textWidth } from './room.ts';

/** Classes of roads in the order in which they get their names. */
const NAMED_FIRST = ['main', 'local'];

/** Streets by name: the rank of their class, their length, and their longest line. */
function streetsOf({ roads }: ScenarioGround, frame: Frame) {
  const streets = new Map<string, { name: string; rank: number; length: number; line: readonly number[] }>();
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

/** Names of streets, level, each once, main roads and long streets first; those without room are left out. */
export function streetNames(ground: ScenarioGround, frame: Frame, room: Room): Mark[] {
  const size = frame.type;
  // A narrow map has room for the first few: more would hide what it is about.
  const most = isNarrow(frame) ? FEW : Number.POSITIVE_INFINITY;
  return streetsOf(ground, frame)
    .slice(0, most)
    .flatMap(({ name, line }): Mark[] => {
      const { x, y } = middleOfLongest(line);
      if (!room.takeIfFree(boxAround(x, y, textWidth(name, size) + 0.4 * size, 1.1 * size))) return [];
      const label = { x, y: y + 0.3 * size, text: name, size, colour: COLOUR.ink, halo: COLOUR.land };
      return [{ kind: 'label', anchor: 'middle', ...label }];
    });
}

const ROUND_METRES = [1000, 500, 250, 200, 100, 50, 25, 20, 10];

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
      text: `${metres} m`,
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
