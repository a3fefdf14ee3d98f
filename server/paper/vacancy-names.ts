import type { PlaceView } from '../contract/place-view.ts';
import { extentOf, type Spot } from './along.ts';
import { COLOUR } from './colour.ts';
import type { Mark } from './drawing.ts';
import type { Frame } from './frame.ts';
import { type Box, boxAround, overlap, type Precious, type Room, textWidth } from './room.ts';
import { OUTLINE_KINDS, type OutlineKind, outlineKind, ringsOf } from './vacancy-outlines.ts';

/** Sizes of the type from which a name is written in two lines. */
const LONG = 8;

/** A name in one line, or in two that are as equal as its words allow. */
function linesOf(name: string, size: number): string[] {
  const words = name.split(' ');
  if (words.length < 2 || textWidth(name, size) < LONG * size) return [name];
  const parts = words.slice(1).map((_, at) => [words.slice(0, at + 1), words.slice(at + 1)]);
  const wide = (part: string[][]) => Math.max(...part.map(line => textWidth(line.join(' '), size)));
  return parts.toSorted((a, b) => wide(a) - wide(b))[0]!.map(line => line.join(' '));
}

const LEADING = 1.1;

interface Size {
  width: number;
  height: number;
}

/** Where the name of an area may stand, the best first: inside where it fits, else around the edge. */
function spotsFor(box: Box, frame: Frame, { width, height }: Size): Spot[] {
  const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
  const gap = 0.25 * frame.type;
  const [left, right] = [box.x - width / 2 - gap, box.x + box.width + width / 2 + gap];
  const [above, below] = [box.y - height / 2 - gap, box.y + box.height + height / 2 + gap];
  const level = [x, x + width / 3, x - width / 3];
  const inside = width < box.width && height < 0.8 * box.height ? [{ x, y }] : [];
  return [
    ...inside,
    ...level.map(middle => ({ x: middle, y: above })),
    ...level.map(middle => ({ x: middle, y: below })),
    { x: right, y },
    { x: left, y },
    ...[above, below].flatMap(corner => [
      { x: right, y: corner },
      { x: left, y: corner },
    ]),
    { x, y },
  ];
}

/** What a name must not lie on, and what it should not. */
interface Obstacles {
  /** Other areas, to which it would seem to belong. */
  others: readonly Box[];
  /** Figures. */
  avoid: readonly Precious[];
  /** Better over a figure than not at all. */
  needed: boolean;
}

/** How much of a box another one covers. */
function common(a: Box, b: Box): number {
  const across = Math.min(a.x + a.width, b.x + b.width) - Math.max(a.x, b.x);
  const up = Math.min(a.y + a.height, b.y + b.height) - Math.max(a.y, b.y);
  return Math.max(0, across) * Math.max(0, up);
}

function freeSpot(spots: readonly Spot[], { width, height }: Size, room: Room, obstacles: Obstacles) {
  const { others, avoid, needed } = obstacles;
  const boxOf = ({ x, y }: Spot) => boxAround(x, y, width, height);
  const hidden = (spot: Spot) => avoid.reduce((sum, box) => sum + box.weight * common(boxOf(spot), box), 0);
  const free = spots.filter(spot => room.isFree(boxOf(spot)));
  const clear = free.filter(spot => !others.some(box => overlap(boxOf(spot), box)));
  // Sorting keeps the order of what hides as much.
  const [first] = (clear.length > 0 ? clear : free).toSorted((a, b) => hidden(a) - hidden(b));
  const best = first !== undefined && (needed || hidden(first) === 0) ? first : undefined;
  if (best !== undefined) room.take(boxOf(best));
  return best;
}

function nameLabels(lines: readonly string[], { x, y }: Spot, size: number, kind: OutlineKind): Mark[] {
  const first = y - ((lines.length - 1) / 2) * LEADING * size + 0.35 * size;
  return lines.map((text, at) => ({
    kind: 'label',
    x,
    y: first + at * LEADING * size,
    text,
    size,
    bold: kind === 'centre' || kind === 'village',
    colour: kind === 'work' ? COLOUR.muted : COLOUR.ink,
    anchor: 'middle',
    halo: COLOUR.paper,
  }));
}

/**
 * Names of the areas of a municipality, centres first and the larger first, each where it finds room: those of work
 * areas only where they hide no figure.
 * @param avoid where figures would stand
 */
export function areaNames(
  { areas }: PlaceView,
  frame: Frame,
  room: Room,
  avoid: readonly Precious[],
): Mark[] {
  const placed = areas.map(({ area, outline }) => {
    const kind = outlineKind(area.kind);
    return { area, kind, rank: OUTLINE_KINDS.indexOf(kind), box: extentOf(ringsOf(outline, frame)) };
  });
  return placed
    .toSorted((a, b) => a.rank - b.rank || b.area.hectares - a.area.hectares)
    .flatMap(({ area, kind, box }) => {
      const size = kind === 'work' ? 0.9 * frame.type : frame.type;
      const lines = linesOf(area.name, size);
      const width = 1.1 * Math.max(...lines.map(line => textWidth(line, size))) + 0.4 * size;
      const needs = { width, height: (lines.length * LEADING + 0.1) * size };
      const others = placed.filter(other => other.area !== area).map(other => other.box);
      const needed = kind === 'centre' || kind === 'village';
      const spot = freeSpot(spotsFor(box, frame, needs), needs, room, { others, avoid, needed });
      return spot === undefined ? [] : nameLabels(lines, spot, size, kind);
    });
}
