/** Lines or areas in page units, y downwards. Rings are flat: `x, y, x, y, ...`. */
export interface Shape {
  kind: 'shape';
  rings: readonly (readonly number[])[];
  closed: boolean;
  fill?: string;
  /** What lies within several rings: `evenodd` (left out) or, for areas that lie over each other, `nonzero`. */
  rule?: 'evenodd' | 'nonzero';
  stroke?: string;
  /** Of the stroke. */
  width?: number;
  /** Lengths of dash and gap. */
  dash?: readonly [dash: number, gap: number];
  /** Of what is seen through it, 0 to 1; left out: 1. */
  opacity?: number;
}

/** A round mark. */
export interface Disc {
  kind: 'disc';
  x: number;
  y: number;
  radius: number;
  fill?: string;
  stroke?: string;
  width?: number;
  opacity?: number;
}

/** One line of text; `y` is its baseline. */
export interface Label {
  kind: 'label';
  x: number;
  y: number;
  text: string;
  /** Of the type. */
  size: number;
  bold?: boolean;
  colour: string;
  anchor: 'start' | 'middle';
  /** Colour of the rim that parts it from what lies under it. */
  halo?: string;
}

/** One thing that is drawn. */
export type Mark = Shape | Disc | Label;

/** A list of what is drawn, in order, that a page of any kind can show. Nothing outside its size is to be seen. */
export interface Drawing {
  width: number;
  height: number;
  title: string;
  /** What there is to see, in words: the alternative text. */
  description: string;
  marks: readonly Mark[];
  /**
   * Where it is shown much smaller than it is, these stand instead of the marks from number `from` on: the letters,
   * large enough to be read there, and fewer.
   */
  small?: { from: number; marks: readonly Mark[] };
}

/** One line of a legend: a swatch as wide as {@link swatchWidth} and as high as one line, and its words. */
export interface LegendEntry {
  swatch: readonly Mark[];
  words: string;
}

/** Width of a swatch beside type of a size. */
export function swatchWidth(size: number): number {
  return 2.6 * size;
}

/** A line in page units. */
export function lineMark(line: readonly number[], rest: Omit<Shape, 'kind' | 'rings' | 'closed'>): Shape {
  return { kind: 'shape', rings: [line], closed: false, ...rest };
}

/** An area in page units, first ring outside, further rings holes or areas of their own. */
export function areaMark(
  rings: readonly (readonly number[])[],
  rest: Omit<Shape, 'kind' | 'rings' | 'closed'>,
): Shape {
  return { kind: 'shape', rings, closed: true, ...rest };
}

/** A rectangle. */
export function rectangle(x: number, y: number, width: number, height: number): number[] {
  return [x, y, x + width, y, x + width, y + height, x, y + height];
}

const CORNERS = 24;

/** A circle, as the polygon that print does not tell from one. */
export function circle(x: number, y: number, radius: number): number[] {
  return Array.from({ length: CORNERS }, (_, at) => (2 * Math.PI * at) / CORNERS).flatMap(turn => [
    x + radius * Math.cos(turn),
    y + radius * Math.sin(turn),
  ]);
}
