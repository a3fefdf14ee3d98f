import { lookOfFigure, VACANCY_CLASSES, type VacancyClass } from '../../geodata/figures/vacancy-class.ts';
import { clipRing } from '../../geodata/geometry/clip.ts';
import { wgs84ToRd } from '../../geodata/geometry/rd.ts';
import type { PlaceView, ViewSquare } from '../contract/place-view.ts';
import { COLOUR, VACANCY_COLOURS } from './colour.ts';
import { areaMark, type Mark, rectangle } from './drawing.ts';
import type { Frame } from './frame.ts';
import { hatch } from './hatch.ts';
import type { Box } from './room.ts';

/** Metres of a side. */
const SIDE = 500;

/** Square metres of an area in a square under which its edge only touches. */
const LEAST = 100;

function areaOf(ring: readonly number[]): number {
  let sum = 0;
  for (let at = 0; at < ring.length; at += 2) {
    const next = (at + 2) % ring.length;
    sum += ring[at]! * ring[next + 1]! - ring[next]! * ring[at + 1]!;
  }
  return Math.abs(sum / 2) * SIDE * SIDE;
}

/** Squares that are drawn: all of a municipality; of one area those in which part of it lies. */
export function shownSquares({ area, squares }: PlaceView): ViewSquare[] {
  if (area === null) return [...squares];
  const outlines = area.geometry.coordinates.map(([ring]) => (ring ?? []).map(place => wgs84ToRd(place)));
  return squares.filter(({ x, y }) =>
    outlines.some(ring => {
      const inUnits = ring.flatMap(([east, north]) => [(east - x) / SIDE, (north - y) / SIDE]);
      return areaOf(clipRing(inUnits, 0, 1)) > LEAST;
    }),
  );
}

/** The part of a square that lies on the page; undefined where none does. */
export function boxOfSquare({ x, y }: ViewSquare, frame: Frame): Box | undefined {
  const [left, bottom, right, top] = frame.line([x, y, x + SIDE, y + SIDE]) as [
    number,
    number,
    number,
    number,
  ];
  const [from, to] = [Math.max(0, left), Math.min(frame.width, right)];
  const [above, below] = [Math.max(0, top), Math.min(frame.height, bottom)];
  if (from >= to || above >= below) return undefined;
  return { x: from, y: above, width: to - from, height: below - above };
}

/** Width of the lines of a class, in sizes of the type: heavier where more is vacant. */
const HATCH = [0.03, 0.055, 0.08, 0.085, 0.11] as const;
const SPACING = 0.62;
/** Rises to the right. */
const RISING = 135;
const FALLING = 45;

type Rings = readonly (readonly number[])[];

function lines(rings: Rings, stroke: string, width: number, opacity: number): Mark {
  return { kind: 'shape', rings, closed: false, stroke, width, opacity };
}

/** A class: its colour, lines that are heavier the more is vacant, pale on the two darkest, and an edge. */
function classMarks(look: 1 | 2 | 3 | 4 | 5, rings: Rings, type: number): Mark[] {
  const stroke = look < 4 ? COLOUR.vacancyEdge : VACANCY_COLOURS[0];
  return [
    areaMark(rings, { fill: VACANCY_COLOURS[look - 1]!, opacity: 0.88 }),
    lines(hatch(rings, RISING, SPACING * type), stroke, HATCH[look - 1]! * type, 0.5),
    areaMark(rings, { stroke: COLOUR.vacancyEdge, width: 0.07 * type, opacity: 0.9 }),
  ];
}

function dots(rings: Rings, type: number): Mark {
  const rows = hatch(rings, 0, SPACING * type);
  return {
    ...areaMark([], {}),
    rings: rows,
    closed: false,
    stroke: COLOUR.vacancyEdge,
    width: 0.16 * type,
    dash: [0.16 * type, (SPACING - 0.16) * type],
  };
}

const edge = (rings: Rings, type: number, opacity: number): Mark =>
  areaMark(rings, { stroke: COLOUR.vacancyEdge, width: 0.07 * type, opacity });

/** Squares of one look, each look with a mark of its own. @param type size of the type, page units */
export function squareMarks(look: VacancyClass, rings: Rings, type: number): Mark[] {
  if (typeof look === 'number') return classMarks(look, rings, type);
  if (look === 'none')
    return [areaMark(rings, { fill: COLOUR.paper, opacity: 0.35 }), edge(rings, type, 0.5)];
  if (look === 'below-five')
    return [
      areaMark(rings, { fill: COLOUR.paper, opacity: 0.35 }),
      dots(rings, type),
      edge(rings, type, 0.5),
    ];
  const mark = (degrees: number) =>
    lines(hatch(rings, degrees, SPACING * type), COLOUR.unknownHatch, 0.07 * type, 0.5);
  const ground = areaMark(rings, { fill: COLOUR.unknown, opacity: 0.6 });
  if (look === 'confidential') return [ground, mark(0), edge(rings, type, 0.5)];
  return [ground, mark(RISING), mark(FALLING)];
}

/** Every square as its look says. */
export function percentageMarks(squares: readonly ViewSquare[], frame: Frame): Mark[] {
  return VACANCY_CLASSES.flatMap(look => {
    const rings = squares
      .filter(square => lookOfFigure(square) === look)
      .map(square => boxOfSquare(square, frame))
      .filter(box => box !== undefined)
      .map(({ x, y, width, height }) => rectangle(x, y, width, height));
    return rings.length === 0 ? [] : squareMarks(look, rings, frame.type);
  });
}
