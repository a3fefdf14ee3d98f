import { formatFor } from '../../geodata/figures/format.ts';
import { lookOfFigure } from '../../geodata/figures/vacancy-class.ts';
import type { ViewSquare } from '../contract/place-view.ts';
import { COLOUR, VACANCY_COLOURS } from './colour.ts';
import type { Label, Mark } from './drawing.ts';
import type { Frame } from './frame.ts';
import { rateText } from './map-sides.ts';
import type { Language } from './map-words.ts';
import { type Box, boxAround, overlap, type Precious, type Room, textWidth } from './room.ts';
import { boxOfSquare } from './vacancy-squares.ts';

/** Premises in a square from which on a per cent says something: "100 %" of one shop misleads, "1 van 1" does not. */
const FEW = 10;

/** A rate in per cent, or how many of how few; empty where a mark says it. */
function squareText({ observed, vacant, rate }: ViewSquare, language: Language): string {
  if (typeof rate !== 'number' || typeof vacant !== 'number' || typeof observed !== 'number') return '';
  const { count } = formatFor(language);
  if (observed >= FEW) return rateText(rate);
  return `${count(vacant)} ${language === 'nl' ? 'van' : 'of'} ${count(observed)}`;
}

/** Parts of a square, the best first, in which its number may stand. */
const SHARES = [
  [0.5, 0.5],
  [0.5, 0.8],
  [0.5, 0.2],
  [0.25, 0.5],
  [0.75, 0.5],
  [0.25, 0.8],
  [0.75, 0.8],
  [0.25, 0.2],
  [0.75, 0.2],
] as const;

/** Sizes of the type that a square is wide at least for larger numbers. */
const WIDE = 10;

interface Rate {
  look: 1 | 2 | 3 | 4 | 5;
  text: string;
  size: number;
  /** Where it may stand, the best first. */
  boxes: Box[];
}

/** How and where numbers are written. */
export interface RateWriting {
  frame: Frame;
  language: Language;
  /** What a number is better not written across. */
  edges: readonly Box[];
}

/** A number as wide as nearly all are: where it has no room no square has one, or a few would seem to stand out. */
const USUAL = '20 %';

/** The number of a square; undefined where a mark says it, or where the square has no room. */
function rateOf(square: ViewSquare, { frame, language, edges }: RateWriting): Rate | undefined {
  const look = lookOfFigure(square);
  const box = boxOfSquare(square, frame);
  const text = squareText(square, language);
  if (box === undefined || typeof look !== 'number' || text === '') return undefined;
  const size = (box.width > WIDE * frame.type ? 1.5 : 0.9) * frame.type;
  const [width, height] = [1.1 * textWidth(text, size), 1.15 * size];
  const usual = Math.max(width, 1.1 * textWidth(USUAL, size));
  if (usual > 0.95 * box.width || height > box.height) return undefined;
  const boxes = SHARES.map(([right, down]) =>
    boxAround(
      box.x + width / 2 + right * (box.width - width),
      box.y + height / 2 + down * (box.height - height),
      width,
      height,
    ),
  );
  const near = edges.filter(edge => overlap(box, edge));
  const across = (one: Box) => Number(near.some(edge => overlap(one, edge)));
  return { look, text, size, boxes: boxes.toSorted((a, b) => across(a) - across(b)) };
}

/** Where the numbers of squares stand if nothing else does; without a number the middle of the square. */
export function rateBoxes(squares: readonly ViewSquare[], writing: RateWriting): Precious[] {
  return squares.flatMap((square): Precious[] => {
    const [look, box] = [lookOfFigure(square), boxOfSquare(square, writing.frame)];
    if (typeof look !== 'number' || box === undefined) return [];
    const { x, y, width, height } = box;
    const middle = boxAround(x + width / 2, y + height / 2, width / 2, height / 2);
    return [{ ...(rateOf(square, writing)?.boxes[0] ?? middle), weight: look }];
  });
}

/** Ink on the three light classes, white on the two dark ones, each with a rim in the colour of the class. */
function rateLabel({ look, text, size }: Rate, { x, y, width, height }: Box): Label {
  return {
    kind: 'label',
    x: x + width / 2,
    y: y + height / 2 + 0.35 * size,
    text,
    size,
    bold: true,
    colour: look < 4 ? COLOUR.ink : COLOUR.paper,
    anchor: 'middle',
    halo: VACANCY_COLOURS[look - 1]!,
  };
}

/** Numbers of the squares, as many as find room. */
export function squareRates(squares: readonly ViewSquare[], writing: RateWriting, room: Room): Mark[] {
  return squares.flatMap((square): Mark[] => {
    const rate = rateOf(square, writing);
    const box = rate?.boxes.find(each => room.takeIfFree(each));
    return rate === undefined || box === undefined ? [] : [rateLabel(rate, box)];
  });
}
