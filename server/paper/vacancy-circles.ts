import { formatFor } from '../../geodata/figures/format.ts';
import type { ViewSquare } from '../contract/place-view.ts';
import type { Shown } from '../contract/vacancy.ts';
import { COLOUR, VACANCY_COLOURS } from './colour.ts';
import { areaMark, lineMark, type Mark, rectangle } from './drawing.ts';
import type { Frame } from './frame.ts';
import type { Language } from './map-words.ts';
import { type Box, boxAround, type Precious, textWidth } from './room.ts';
import { boxOfSquare } from './vacancy-squares.ts';

/** What is drawn in a square of which the number of vacant premises is this: a circle or a mark. */
export type CircleLook = 'circle' | 'none' | 'below-five' | 'confidential' | 'not-observed';

/** Marks in the order of the legend. */
const CIRCLE_LOOKS: readonly CircleLook[] = ['circle', 'none', 'below-five', 'confidential', 'not-observed'];

/** How a number of vacant premises is drawn. */
export function circleLook(vacant: Shown): CircleLook {
  if (vacant === null) return 'not-observed';
  if (vacant === '<5') return 'below-five';
  if (vacant === 'confidential') return 'confidential';
  return vacant === 0 ? 'none' : 'circle';
}

/** How many squares are drawn how, in the order of the legend; what does not occur is left out. */
export function circleTally(squares: readonly ViewSquare[]): { look: CircleLook; count: number }[] {
  const looks = squares.map(({ vacant }) => circleLook(vacant));
  return CIRCLE_LOOKS.map(look => ({ look, count: looks.filter(each => each === look).length })).filter(
    ({ count }) => count > 0,
  );
}

/** The largest number of vacant premises in any square; 0 where none is a number. */
export function mostVacant(squares: readonly ViewSquare[]): number {
  return Math.max(0, ...squares.map(({ vacant }) => (typeof vacant === 'number' ? vacant : 0)));
}

/** Metres of the largest radius: circles of neighbours touch, and hardly cover each other. */
const LARGEST_METRES = 260;
/** The same in sizes of the type, where squares are large. */
const LARGEST = 3.2;
const LEAST = 0.22;

function radiusOf(vacant: number, most: number, frame: Frame): number {
  const largest = Math.min(LARGEST_METRES * frame.scale, LARGEST * frame.type);
  return Math.max(LEAST * frame.type, largest * Math.sqrt(vacant / most));
}

/** A circle or a small open mark around a middle. @param radius of the circle, page units */
export function circleMarks(
  look: CircleLook,
  [x, y]: readonly [number, number],
  radius: number,
  type: number,
): Mark[] {
  const rim = { stroke: COLOUR.vacancyEdge, width: 0.1 * type };
  const half = 0.36 * type;
  if (look === 'circle')
    return [{ kind: 'disc', x, y, radius, fill: VACANCY_COLOURS[2], opacity: 0.85, ...rim }];
  if (look === 'none') return [{ kind: 'disc', x, y, radius: 0.18 * type, fill: COLOUR.same }];
  if (look === 'below-five')
    return [
      { kind: 'disc', x, y, radius: half, fill: COLOUR.paper, ...rim },
      { kind: 'disc', x, y, radius: 0.12 * type, fill: COLOUR.vacancyEdge },
    ];
  const grey = { stroke: COLOUR.unknownHatch, width: 0.1 * type };
  const cross = (rise: number) => lineMark([x - half, y - rise, x + half, y + rise], grey);
  if (look === 'not-observed') return [cross(half), cross(-half)];
  const bar = (down: number) => lineMark([x - half, y + down, x + half, y + down], grey);
  const box = areaMark([rectangle(x - half, y - half, 2 * half, 2 * half)], { fill: COLOUR.paper, ...grey });
  return [box, bar(-half / 3), bar(half / 3)];
}

interface Placed {
  square: ViewSquare;
  box: Box;
  middle: [number, number];
}

/** Squares with the part of them on the page, the least vacant last: a small circle lies on a large one. */
function placed(squares: readonly ViewSquare[], frame: Frame): Placed[] {
  const size = ({ vacant }: ViewSquare) => (typeof vacant === 'number' ? vacant : -1);
  return squares
    .toSorted((a, b) => size(b) - size(a))
    .flatMap((square): Placed[] => {
      const box = boxOfSquare(square, frame);
      if (box === undefined) return [];
      return [{ square, box, middle: [box.x + box.width / 2, box.y + box.height / 2] }];
    });
}

/** The squares as thin lines, and in each a circle whose area goes by how many premises are vacant. */
export function concentrationMarks(squares: readonly ViewSquare[], frame: Frame): Mark[] {
  const { type } = frame;
  const most = mostVacant(squares);
  const shown = placed(squares, frame);
  const grid = shown.map(({ box }) => rectangle(box.x, box.y, box.width, box.height));
  return [
    areaMark(grid, { stroke: COLOUR.vacancyEdge, width: 0.06 * type, opacity: 0.35 }),
    ...shown.flatMap(({ square: { vacant }, middle }) => {
      const radius = typeof vacant === 'number' ? radiusOf(vacant, most, frame) : 0;
      return circleMarks(circleLook(vacant), middle, radius, type);
    }),
  ];
}

/** Boxes within the circles, where their numbers stand. */
export function circleBoxes(squares: readonly ViewSquare[], frame: Frame): Precious[] {
  const most = mostVacant(squares);
  return placed(squares, frame).map(({ square: { vacant }, middle }) => {
    const isCircle = typeof vacant === 'number' && vacant > 0;
    const size = isCircle ? 1.6 * radiusOf(vacant, most, frame) : 0.8 * frame.type;
    return { ...boxAround(...middle, size, size), weight: isCircle ? 2 : 1 };
  });
}

/** How many premises are vacant, in circles that have room for it. */
export function circleCounts(
  squares: readonly ViewSquare[],
  frame: Frame,
  { drawnAt, language }: { drawnAt: Frame; language: Language },
): Mark[] {
  const write = formatFor(language);
  const most = mostVacant(squares);
  return placed(squares, frame).flatMap(({ square: { vacant }, middle: [x, y] }): Mark[] => {
    if (typeof vacant !== 'number' || vacant === 0) return [];
    const text = write.count(vacant);
    const across = 1.75 * radiusOf(vacant, most, drawnAt);
    const size = Math.max(0.9 * frame.type, Math.min(1.4 * frame.type, 0.4 * across));
    if (Math.hypot(textWidth(text, size), 0.8 * size) > across) return [];
    const label = { x, y: y + 0.35 * size, text, size, bold: true, colour: COLOUR.ink };
    return [{ kind: 'label', anchor: 'middle', ...label }];
  });
}
