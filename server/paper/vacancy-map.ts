import { lookOfFigure, VACANCY_CLASSES, type VacancyClass } from '../../geodata/figures/vacancy-class.ts';
import type { EmbedReading } from '../contract/embed.ts';
import type { PlaceView } from '../contract/place-view.ts';
import type { Drawing, Mark } from './drawing.ts';
import { type Frame, frameOf, LARGER } from './frame.ts';
import { builtMarks, landMarks, overviewMarks, waterMarks } from './map-ground.ts';
import { lookMarks } from './map-sides.ts';
import type { Language } from './map-words.ts';
import { concentrationMarks } from './vacancy-circles.ts';
import { vacancyDescription } from './vacancy-description.ts';
import { vacancyLetters } from './vacancy-letters.ts';
import { areaOutlines } from './vacancy-outlines.ts';
import { percentageMarks, shownSquares } from './vacancy-squares.ts';
import { vacancyTitle } from './vacancy-words.ts';

/** What is drawn, in which language, and how large at most; `type` is the size of names. */
export interface VacancyMapOptions {
  reading: EmbedReading;
  language: Language;
  width: number;
  height: number;
  type: number;
}

/** Sides that say most are drawn last. */
const ORDER: readonly VacancyClass[] = [
  ...VACANCY_CLASSES.slice(6).toReversed(),
  ...VACANCY_CLASSES.slice(0, 6),
];

/** On the map of a municipality a street is so short that its lines must be finer. */
const FINE = 0.35;

function sideMarks({ sides, area }: PlaceView, frame: Frame): Mark[] {
  const type = area === null ? FINE * frame.type : frame.type;
  return ORDER.flatMap(look => {
    const alike = sides.filter(({ figure }) => lookOfFigure(figure) === look);
    const lines = alike.flatMap(({ side }) => (side.geometry?.coordinates ?? []).map(frame.degrees));
    return lines.length === 0 ? [] : lookMarks(look, lines, type);
  });
}

/** Vacancy itself: what lies under the streets, and what lies over them. */
function vacancyMarks(view: PlaceView, reading: EmbedReading, frame: Frame): { under: Mark[]; over: Mark[] } {
  if (reading === 'percentage') return { under: percentageMarks(shownSquares(view), frame), over: [] };
  if (reading === 'concentration') return { under: [], over: concentrationMarks(shownSquares(view), frame) };
  return { under: [], over: sideMarks(view, frame) };
}

/** Sizes of the type of width and height together under which a building is a shed that only fills the map. */
const LEAST = 0.46;

/**
 * A still map of vacancy in a municipality or in one of its areas. Pure: the same view gives the same marks. Its shape
 * is that of the ground's box, as large as fits.
 */
export function vacancyMap(view: PlaceView, options: VacancyMapOptions): Drawing {
  const { reading, language } = options;
  const frame = frameOf(view.ground.box, options);
  const vacancy = vacancyMarks(view, reading, frame);
  const marks = [
    ...landMarks(view.ground, frame),
    ...vacancy.under,
    // Over the squares: nobody has premises in it, and everybody finds the way by it.
    ...waterMarks(view.ground, frame),
    ...(view.area === null
      ? overviewMarks(view.ground, frame)
      : builtMarks(view.ground, frame, LEAST * options.type)),
    ...areaOutlines(view, frame),
    ...vacancy.over,
  ];
  const lettering = { reading, language, drawnAt: frame };
  const larger = frameOf(view.ground.box, { ...options, type: LARGER * options.type });
  return {
    width: frame.width,
    height: frame.height,
    title: vacancyTitle(view, reading, language),
    description: vacancyDescription(view, reading, language),
    marks: [...marks, ...vacancyLetters(view, frame, lettering)],
    small: { from: marks.length, marks: vacancyLetters(view, larger, lettering) },
  };
}
