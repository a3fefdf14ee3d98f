import { lookOfFigure } from '../../geodata/figures/vacancy-class.ts';
import type { EmbedReading } from '../contract/embed.ts';
import type { PlaceView } from '../contract/place-view.ts';
import { longestOf } from './along.ts';
import type { Mark } from './drawing.ts';
import { type Frame, isNarrow } from './frame.ts';
import { northArrow, scaleBar } from './map-labels.ts';
import { labelsAlong } from './map-sides.ts';
import type { Language } from './map-words.ts';
import { type Precious, Room } from './room.ts';
import { circleBoxes, circleCounts } from './vacancy-circles.ts';
import { areaNames } from './vacancy-names.ts';
import { edgeBoxes } from './vacancy-outlines.ts';
import { rateBoxes, squareRates } from './vacancy-rates.ts';
import { shownSquares } from './vacancy-squares.ts';
import { placeStreets } from './vacancy-streets.ts';

function sideRates({ sides }: PlaceView, frame: Frame, room: Room): Mark[] {
  const rated = sides.flatMap(({ side, figure }) => {
    const line = longestOf((side.geometry?.coordinates ?? []).map(frame.degrees));
    if (line === undefined || typeof lookOfFigure(figure) !== 'number') return [];
    return typeof figure?.rate === 'number' ? [{ rate: figure.rate, line }] : [];
  });
  return labelsAlong(rated, frame, room);
}

/** What is written over a map, and for which frame what lies under it was drawn. */
export interface Lettering {
  reading: EmbedReading;
  language: Language;
  /** The frame of the map; that of the letters has larger type where the map is shown small. */
  drawnAt: Frame;
}

function figureLetters(view: PlaceView, frame: Frame, lettering: Lettering, room: Room): Mark[] {
  const { reading, language, drawnAt } = lettering;
  if (reading === 'streets') return sideRates(view, frame, room);
  const squares = shownSquares(view);
  if (reading === 'concentration') return circleCounts(squares, frame, { drawnAt, language });
  return squareRates(squares, { frame, language, edges: edgeBoxes(view, frame) }, room);
}

/** What the names of areas stay off where they can. */
function figureBoxes(view: PlaceView, frame: Frame, { reading, language, drawnAt }: Lettering): Precious[] {
  if (reading === 'streets') return [];
  const squares = shownSquares(view);
  if (reading === 'concentration') return circleBoxes(squares, drawnAt);
  return rateBoxes(squares, { frame, language, edges: edgeBoxes(view, frame) });
}

/**
 * Letters over a map of vacancy: names of areas first where it is a municipality, then figures, then names of
 * streets. What finds no room is left out.
 */
export function vacancyLetters(view: PlaceView, frame: Frame, lettering: Lettering): Mark[] {
  const room = new Room({ x: 0, y: 0, width: frame.width, height: frame.height });
  // North is above on a small map too, but it has better use for its corner.
  const arrow = isNarrow(frame) ? [] : northArrow(frame, room);
  const fixed = [...scaleBar(frame, room), ...arrow];
  const avoid = figureBoxes(view, frame, lettering);
  const names = view.area === null ? areaNames(view, frame, room, avoid) : [];
  // Circles stand where they stand.
  if (lettering.reading === 'concentration') for (const box of avoid) room.take(box);
  const figures = figureLetters(view, frame, lettering, room);
  const streets = view.area === null ? [] : placeStreets(view, frame, { room, reading: lettering.reading });
  return [...streets, ...figures, ...names, ...fixed];
}
