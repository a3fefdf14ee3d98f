import { clipLine, clipRing } from '../../geodata/geometry/clip.ts';
import { simplify } from '../../geodata/geometry/simplify.ts';
import type { ScenarioGround } from '../contract/scenario-base.ts';

type Box = ScenarioGround['box'];

const decimetres = (metres: number): number => Math.round(metres * 10) / 10;

/** Positions in decimetres, one after the other, without those that fall on the one before. */
export function rounded(line: readonly number[]): number[] {
  const kept: number[] = [];
  for (let index = 0; index < line.length; index += 2) {
    const [x, y] = [decimetres(line[index]!), decimetres(line[index + 1]!)];
    if (kept.length === 0 || x !== kept.at(-2) || y !== kept.at(-1)) kept.push(x, y);
  }
  return kept;
}

/** Cuts what is drawn to a box: a lake or a motorway is stored as far as paper shows it. */
export class Cutter {
  readonly #box: Box;
  readonly #finest: number;

  /** @param finest metres under which a bend is straightened; 0 keeps every bend */
  constructor(box: Box, finest: number) {
    this.#box = box;
    this.#finest = finest;
  }

  /** The part of a ring inside, metres RD, its first position repeated at the end; empty where there is none. */
  ring(positions: ArrayLike<number>): number[] {
    const cut = rounded(this.#fromUnit(clipRing(this.#toUnit(positions), 0, 1)));
    // A ring repeats its first position at the end, also where the knife took it away.
    const isClosed = cut[0] === cut.at(-2) && cut[1] === cut.at(-1);
    const ring = this.#plain(isClosed || cut.length === 0 ? cut : [...cut, cut[0]!, cut[1]!]);
    return ring.length < 8 ? [] : ring;
  }

  /** The pieces of a line inside, metres RD. */
  lines(positions: ArrayLike<number>): number[][] {
    return clipLine(this.#toUnit(positions), 0, 1)
      .map(piece => this.#plain(rounded(this.#fromUnit(piece))))
      .filter(piece => piece.length >= 4);
  }

  #plain(positions: number[]): number[] {
    return this.#finest === 0 ? positions : simplify(positions, this.#finest);
  }

  /** The box as the square from 0 to 1, which is what the knife takes. */
  #toUnit(positions: ArrayLike<number>): number[] {
    const [west, south, east, north] = this.#box;
    return Array.from(positions, (value, index) =>
      index % 2 === 0 ? (value - west) / (east - west) : (value - south) / (north - south),
    );
  }

  #fromUnit(positions: readonly number[]): number[] {
    const [west, south, east, north] = this.#box;
    return positions.map((value, index) =>
      index % 2 === 0 ? west + value * (east - west) : south + value * (north - south),
    );
  }
}
