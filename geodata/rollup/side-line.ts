import type { Edge, Position } from '../geometry/frontage.ts';
import { type Beside, besideLine, lineLength, offsetLine, partOfLine } from '../geometry/street-line.ts';
import type { Front } from './front.ts';
import type { PremisesList } from './premises.ts';

/** One side of a street within an area. */
export interface StreetSide {
  id: string;
  area: string;
  street: string;
  side: 'odd' | 'even';
  /** Indexes of the premises by side of their house number. */
  members: number[];
}

/** What the lines of street sides are drawn from. */
interface Ground {
  premises: PremisesList;
  /** Lines of each street, metres RD. */
  streets: ReadonlyMap<string, Position[][]>;
  fronts: ReadonlyMap<number, Front>;
}

/** Metres beside the middle of the street: inside the pavement of a street of 6 to 10 m between walls. */
const OFFSET = 4;
/** Metres beyond which a premises does not stand along the street that its address names. */
const REACH = 80;
/** Half a front where it is not known, metres. */
const HALF_FRONT = 3;

/** A premises beside the nearest line of its street. */
interface Standing extends Beside {
  line: Position[];
  /** Half its front, metres. */
  half: number;
}

function standingOf(index: number, street: string, { premises, streets, fronts }: Ground): Standing[] {
  const { x, y } = premises.list[index]!;
  const metres = fronts.get(index)?.metres ?? null;
  const half = metres === null ? HALF_FRONT : metres / 2;
  const candidates = (streets.get(street) ?? [])
    .filter(line => line.length > 1)
    .map(line => ({ line, half, ...besideLine([x, y], line) }))
    .filter(({ distance }) => distance <= REACH);
  return candidates.sort((a, b) => a.distance - b.distance).slice(0, 1);
}

/** The hand on which most stand. */
const handOf = (standing: readonly Standing[]): number =>
  standing.reduce((sum, { hand }) => sum + hand, 0) > 0 ? 1 : -1;

/** The part of a street line along which premises stand, beside it on their hand. */
function lineBeside(line: Position[], standing: readonly Standing[], offset: number): Position[] {
  const from = Math.max(0, Math.min(...standing.map(({ along, half }) => along - half)));
  const to = Math.min(lineLength(line), Math.max(...standing.map(({ along, half }) => along + half)));
  return offsetLine(partOfLine(line, from, to), offset);
}

/** Where a street has no line: the walls of the fronts, each once. */
function wallsOf({ members }: StreetSide, { fronts }: Ground): Position[][] {
  const text = ([[ax, ay], [bx, by]]: Edge) => `${ax} ${ay} ${bx} ${by}`;
  const walls = members.flatMap(index => fronts.get(index)?.walls ?? []);
  return [...new Map(walls.map(wall => [text(wall), [...wall]])).values()];
}

/**
 * A line for each street side, beside the middle of the street on the hand where most of its premises stand,
 * as long as they stand along it. Where odd and even stand on the same hand (a street built up on one
 * side), the even one lies twice as far out, so that both can be seen.
 * @returns EWKT (RD) by id of the side; none where nothing is known to draw it along
 */
export function linesOfSides(sides: readonly StreetSide[], ground: Ground): Map<string, string> {
  const lines = new Map<string, string>();
  const standing = new Map(
    sides.map(side => [side, side.members.flatMap(index => standingOf(index, side.street, ground))]),
  );
  for (const side of sides) {
    const opposite = sides.find(
      other => other.area === side.area && other.street === side.street && other.side !== side.side,
    );
    const drawn = Array.from(Map.groupBy(standing.get(side)!, ({ line }) => line)).map(([line, members]) => {
      const others = opposite ? standing.get(opposite)!.filter(other => other.line === line) : [];
      const hand = handOf(members);
      const shared = side.side === 'even' && others.length > 0 && handOf(others) === hand;
      return lineBeside(line, members, hand * (shared ? 2 * OFFSET : OFFSET));
    });
    const found = drawn.filter(line => line.length > 1);
    const text = textOf(found.length > 0 ? found : wallsOf(side, ground));
    if (text !== undefined) lines.set(side.id, text);
  }
  return lines;
}

function textOf(lines: readonly (readonly Position[])[]): string | undefined {
  if (lines.length === 0) return undefined;
  const text = lines.map(line => `(${line.map(([x, y]) => `${x.toFixed(2)} ${y.toFixed(2)}`).join(',')})`);
  return `SRID=28992;MULTILINESTRING(${text.join(',')})`;
}
