import type { PublishedScenario } from '../contract/published-scenario.ts';
import type { ScenarioGround } from '../contract/scenario-base.ts';
import type { Drawing, Mark } from './drawing.ts';
import { type Frame, frameOf, LARGER } from './frame.ts';
import { groundMarks, outlineMarks } from './map-ground.ts';
import { northArrow, scaleBar, streetNames } from './map-labels.ts';
import { buildingLetters, changedBuildings, measureMarks, measureNumbers } from './map-measures.ts';
import { type Reading, rateLabels, sideMarks, sideSigns } from './map-sides.ts';
import { type Language, mapDescription, mapTitle } from './map-words.ts';
import { Room } from './room.ts';

/** What is drawn, in which language, and how large at most; `type` is the size of street names. */
export interface StillMapOptions {
  reading: Reading;
  language: Language;
  width: number;
  height: number;
  type: number;
}

/** Signs first, names last: what the map is for gets its place before what surrounds it. */
function labelMarks(
  scenario: PublishedScenario,
  ground: ScenarioGround,
  reading: Reading,
  frame: Frame,
): Mark[] {
  const room = new Room({ x: 0, y: 0, width: frame.width, height: frame.height });
  const fixed = [...scaleBar(frame, room), ...northArrow(frame, room)];
  const numbers = reading === 'before' ? [] : measureNumbers(scenario, frame, room);
  const signs =
    reading === 'difference' ? sideSigns(scenario, frame, room) : rateLabels(scenario, reading, frame, room);
  const letters = reading === 'before' ? [] : buildingLetters(scenario, frame, room);
  const names = streetNames(ground, frame, room);
  return [...names, ...letters, ...signs, ...numbers, ...fixed];
}

/**
 * A still map of a scenario: the ground, what the measures change and where, and how the street sides stand. Pure: the
 * same scenario and ground give the same marks. Its size is that of the ground's box, as large as fits.
 */
export function stillMap(
  ground: ScenarioGround,
  scenario: PublishedScenario,
  options: StillMapOptions,
): Drawing {
  const { reading, language } = options;
  const frame = frameOf(ground.box, options);
  const measures = reading === 'difference' ? measureMarks(scenario, frame) : [];
  const marks = [
    ...groundMarks(ground, frame),
    ...measures,
    ...(reading === 'before' ? [] : changedBuildings(scenario, frame)),
    ...outlineMarks(scenario, frame),
    ...sideMarks(scenario, reading, frame),
  ];
  const larger = frameOf(ground.box, { ...options, type: LARGER * options.type });
  return {
    width: frame.width,
    height: frame.height,
    title: mapTitle(scenario, reading, language),
    description: mapDescription(scenario, reading, language),
    marks: [...marks, ...labelMarks(scenario, ground, reading, frame)],
    small: { from: marks.length, marks: labelMarks(scenario, ground, reading, larger) },
  };
}
