import { CLASS_BOUNDS, type VacancyClass } from '../../geodata/figures/vacancy-class.ts';
import type { PublishedScenario, PublishedSide } from '../contract/published-scenario.ts';
import type { Shown } from '../contract/vacancy.ts';
import { along, lengthOf, longestOf } from './along.ts';
import { COLOUR, VACANCY_COLOURS } from './colour.ts';
import { areaMark, circle, lineMark, type Mark, type Shape } from './drawing.ts';
import { type Frame, isNarrow } from './frame.ts';
import { boxAround, type Room, textWidth } from './room.ts';

/** What a still map shows of the street sides: the change against doing nothing, or vacancy now or at the end. */
export type Reading = 'difference' | 'before' | 'after';

/** How a street side is drawn: change, class of vacancy (0: none vacant), or the mark of what is not known. */
export type SideLook = PublishedSide['change'] | 0 | 1 | 2 | 3 | 4 | 5;

/** Vacant of observed premises, per cent; null where either is not a number. */
export function sideRate(side: PublishedSide, reading: 'before' | 'after'): number | null {
  const vacant: Shown = reading === 'before' ? side.vacant : side.proposal;
  if (typeof vacant !== 'number' || typeof side.observed !== 'number' || side.observed === 0) return null;
  return (100 * vacant) / side.observed;
}

/** How a street side looks in a reading. */
export function lookOf(side: PublishedSide, reading: Reading): SideLook {
  if (reading === 'difference' || side.change === 'unobserved') return side.change;
  const rate = sideRate(side, reading);
  if (rate === null) return 'unknown';
  return rate <= 0 ? 0 : ((1 + CLASS_BOUNDS.filter(bound => rate >= bound).length) as SideLook);
}

type Line = Omit<Shape, 'kind' | 'rings' | 'closed'>;

/** Lines on top of each other, the lowest first; widths and dashes in sizes of the type. */
const LOOKS: Readonly<Record<PublishedSide['change'] | Exclude<VacancyClass, number>, readonly Line[]>> = {
  better: [
    { stroke: COLOUR.paper, width: 0.85 },
    { stroke: COLOUR.better, width: 0.55 },
  ],
  worse: [
    { stroke: COLOUR.paper, width: 0.85 },
    { stroke: COLOUR.worse, width: 0.55, dash: [0.8, 0.35] },
  ],
  same: [{ stroke: COLOUR.same, width: 0.22 }],
  unknown: [
    { stroke: COLOUR.unknown, width: 0.6 },
    { stroke: COLOUR.unknownHatch, width: 0.6, dash: [0.1, 0.3] },
  ],
  unobserved: [{ stroke: COLOUR.same, width: 0.2, dash: [0.2, 0.5] }],
  none: [{ stroke: COLOUR.same, width: 0.22 }],
  'not-observed': [{ stroke: COLOUR.same, width: 0.2, dash: [0.2, 0.5] }],
  'below-five': [
    { stroke: COLOUR.vacancyEdge, width: 0.6 },
    { stroke: COLOUR.paper, width: 0.44 },
    { stroke: COLOUR.vacancyEdge, width: 0.2, dash: [0.2, 0.35] },
  ],
  confidential: [
    { stroke: COLOUR.unknownHatch, width: 0.6 },
    { stroke: COLOUR.unknown, width: 0.36 },
  ],
};

/** Darker and broader with every class, so that grey tells them apart as well. */
function classLines(step: number): readonly Line[] {
  const width = 0.24 + 0.11 * step;
  return [
    { stroke: COLOUR.vacancyEdge, width: width + 0.18 },
    { stroke: VACANCY_COLOURS[step - 1]!, width },
  ];
}

function linesOf(look: SideLook | VacancyClass): readonly Line[] {
  if (look === 0) return LOOKS.same;
  return typeof look === 'number' ? classLines(look) : LOOKS[look];
}

/** Lines drawn as a look says. @param type size of the type, page units */
export function lookMarks(
  look: SideLook | VacancyClass,
  lines: readonly (readonly number[])[],
  type: number,
): Mark[] {
  return linesOf(look).map(({ stroke, width = 0, dash }) => ({
    kind: 'shape',
    rings: lines,
    closed: false,
    stroke,
    width: width * type,
    dash: dash && [dash[0] * type, dash[1] * type],
  }));
}

/** Sides that say most are drawn last. */
const ORDER: readonly SideLook[] = ['unobserved', 'same', 0, 'unknown', 1, 2, 3, 4, 5, 'worse', 'better'];

/** Every street side as its look says. */
export function sideMarks({ sides }: PublishedScenario, reading: Reading, frame: Frame): Mark[] {
  return ORDER.flatMap(look => {
    const alike = sides.filter(side => lookOf(side, reading) === look);
    const lines = alike.flatMap(side => side.coordinates.map(frame.degrees));
    return lines.length === 0 ? [] : lookMarks(look, lines, frame.type);
  });
}

/** A sign in a circle: what tells better from worse without colour. */
export function signMarks(look: SideLook, x: number, y: number, type: number): Mark[] {
  if (look !== 'better' && look !== 'worse' && look !== 'unknown') return [];
  const colour = look === 'unknown' ? COLOUR.unknownHatch : COLOUR[look];
  const rim = areaMark([circle(x, y, 0.55 * type)], {
    fill: COLOUR.paper,
    stroke: colour,
    width: 0.12 * type,
  });
  if (look === 'unknown')
    return [
      rim,
      {
        kind: 'label',
        x,
        y: y + 0.3 * type,
        text: '?',
        size: 0.85 * type,
        bold: true,
        colour,
        anchor: 'middle',
      },
    ];
  const arm = 0.32 * type;
  const stroke = { stroke: colour, width: 0.16 * type };
  const level = lineMark([x - arm, y, x + arm, y], stroke);
  return look === 'better' ? [rim, level] : [rim, level, lineMark([x, y - arm, x, y + arm], stroke)];
}

/** Where along a side a sign may stand, the best first. */
const SHARES = [0.5, 0.3, 0.7, 0.15, 0.85];

function freeSpot(line: readonly number[], room: Room, width: number, height: number) {
  return SHARES.map(share => along(line, share)).find(({ x, y }) =>
    room.takeIfFree(boxAround(x, y, width, height)),
  );
}

/** Signs of the difference: vacancy − is better, + is worse; `?` unknown. */
export function sideSigns({ sides }: PublishedScenario, frame: Frame, room: Room): Mark[] {
  const size = 1.25 * frame.type;
  return sides.flatMap(side => {
    const line = longestOf(side.coordinates.map(frame.degrees));
    if (line === undefined || !['better', 'worse', 'unknown'].includes(side.change)) return [];
    const spot = freeSpot(line, room, size, size);
    return spot === undefined ? [] : signMarks(side.change, spot.x, spot.y, frame.type);
  });
}

/** Percentages beside the street sides, the highest first, as many as find room. */
export function rateLabels(
  { sides }: PublishedScenario,
  reading: 'before' | 'after',
  frame: Frame,
  room: Room,
): Mark[] {
  if (isNarrow(frame)) return [];
  const rated = sides.flatMap(side => {
    const rate = sideRate(side, reading);
    const line = longestOf(side.coordinates.map(frame.degrees));
    return rate === null || rate <= 0 || line === undefined ? [] : [{ rate, line }];
  });
  return labelsAlong(rated, frame, room);
}

/** A rate in whole per cent; one that is not 0 is never written as 0. */
export function rateText(rate: number): string {
  const whole = Math.round(rate);
  return whole === 0 && rate > 0 ? '<1 %' : `${whole} %`;
}

/** Rates in per cent beside lines in page units, the highest first, as many as find room. */
export function labelsAlong(
  rated: readonly { rate: number; line: readonly number[] }[],
  frame: Frame,
  room: Room,
): Mark[] {
  const size = 0.85 * frame.type;
  return rated
    .toSorted((a, b) => b.rate - a.rate)
    .flatMap(({ rate, line }): Mark[] => {
      const text = rateText(rate);
      const width = textWidth(text, size);
      // On a short line the label would be all there is to see.
      const spot = lengthOf(line) < 2 * width ? undefined : freeSpot(line, room, width, size);
      if (spot === undefined) return [];
      const [x, y] = [spot.x, spot.y + 0.35 * size];
      return [
        {
          kind: 'label',
          x,
          y,
          text,
          size,
          bold: true,
          colour: COLOUR.ink,
          anchor: 'middle',
          halo: COLOUR.paper,
        },
      ];
    });
}
