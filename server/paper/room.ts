/** A box that something takes up, page units. */
export interface Box {
  x: number;
  y: number;
  width: number;
  height: number;
}

/** A box that is better not covered. */
export interface Precious extends Box {
  /** How much worse it is to cover this than another. */
  weight: number;
}

/** Letters that are narrower or wider than most, in parts of the size of the type. */
const NARROW = /[ijlftrI.,:;'’|()1 -]/;
const WIDE = /[mwMWOQ€%@]/;
const CAPITAL = /[A-Z]/;

/** About as wide as a text is: for placing labels, where the page is not there to measure them. */
export function textWidth(text: string, size: number): number {
  const parts = [...text].map(letter =>
    NARROW.test(letter) ? 0.3 : WIDE.test(letter) ? 0.78 : CAPITAL.test(letter) ? 0.6 : 0.5,
  );
  return size * parts.reduce((sum, part) => sum + part, 0);
}

/** Whether two boxes share more than an edge. */
export function overlap(a: Box, b: Box): boolean {
  return a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;
}

/** Which places of a page are taken, so that labels do not lie over each other. */
export class Room {
  readonly #taken: Box[] = [];
  readonly #within: Box;

  constructor(within: Box) {
    this.#within = within;
  }

  /** Takes a box, whatever lies there. */
  take(box: Box): void {
    this.#taken.push(box);
  }

  /** Whether a box is free and within the page. */
  isFree(box: Box): boolean {
    const { x, y, width, height } = this.#within;
    const inside =
      box.x >= x && box.y >= y && box.x + box.width <= x + width && box.y + box.height <= y + height;
    return inside && !this.#taken.some(other => overlap(box, other));
  }

  /** Takes a box when it is free and within the page. */
  takeIfFree(box: Box): boolean {
    if (!this.isFree(box)) return false;
    this.take(box);
    return true;
  }
}

/** The box around a middle. */
export function boxAround(x: number, y: number, width: number, height: number): Box {
  return { x: x - width / 2, y: y - height / 2, width, height };
}
