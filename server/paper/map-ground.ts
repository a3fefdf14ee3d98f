import type { PublishedScenario } from '../contract/published-scenario.ts';
import type { ScenarioGround } from '../contract/scenario-base.ts';
import { extentOf } from './along.ts';
import { COLOUR } from './colour.ts';
import { areaMark, lineMark, type Mark, rectangle } from './drawing.ts';
import type { Frame } from './frame.ts';

/** Metres that a road is drawn wide, by its class; a line on paper is never thinner than a quarter of its type. */
const ROAD_METRES: Readonly<Record<string, number>> = {
  motorway: 12,
  main: 9,
  local: 6,
  service: 4,
  path: 2.5,
};
const OTHER_ROAD_METRES = 4;

function roadMarks({ roads }: ScenarioGround, frame: Frame): Mark[] {
  const classes = [...new Set(roads.map(road => road.class))].toSorted(
    (a, b) => (ROAD_METRES[a] ?? OTHER_ROAD_METRES) - (ROAD_METRES[b] ?? OTHER_ROAD_METRES),
  );
  const marks = (stroke: string, more: number) =>
    classes.map((name): Mark => {
      const rings = roads.filter(road => road.class === name).map(({ line }) => frame.line(line));
      const metres = ROAD_METRES[name] ?? OTHER_ROAD_METRES;
      const width = Math.max(metres * frame.scale, frame.type / 8) + more;
      return { kind: 'shape', rings, closed: false, stroke, width };
    });
  // All casings first: a crossing of two roads is open.
  return [...marks(COLOUR.roadCasing, frame.type / 8), ...marks(COLOUR.road, 0)];
}

function shown(rings: readonly (readonly number[])[], frame: Frame): number[][] {
  return rings.map(frame.ring).filter(ring => ring !== undefined);
}

/** Patches as one area: they may lie over each other, so holes are told by running the other way round. */
function patches(list: ScenarioGround['green'], fill: string, frame: Frame): Mark[] {
  const rings = list.flatMap(([outline = [], ...holes]) => [
    ...shown([outline], frame).map(ring => running(ring, 1)),
    ...shown(holes, frame).map(ring => running(ring, -1)),
  ]);
  return rings.length === 0 ? [] : [{ ...areaMark(rings, { fill }), rule: 'nonzero' }];
}

/** A ring that runs one way or the other. */
function running(ring: number[], way: 1 | -1): number[] {
  if (way * signedArea(ring) >= 0) return ring;
  return Array.from({ length: ring.length }, (_, at) => ring[ring.length - 2 - at + 2 * (at % 2)]!);
}

function signedArea(ring: readonly number[]): number {
  let sum = 0;
  for (let at = 0; at < ring.length; at += 2) {
    const next = (at + 2) % ring.length;
    sum += ring[at]! * ring[next + 1]! - ring[next]! * ring[at + 1]!;
  }
  return sum / 2;
}

/** Land and green. */
export function landMarks({ green }: ScenarioGround, frame: Frame): Mark[] {
  const page = rectangle(0, 0, frame.width, frame.height);
  return [areaMark([page], { fill: COLOUR.land }), ...patches(green, COLOUR.green, frame)];
}

/** Water. */
export function waterMarks({ water }: ScenarioGround, frame: Frame): Mark[] {
  return patches(water, COLOUR.water, frame);
}

function railMarks({ rails }: ScenarioGround, frame: Frame): Mark[] {
  const { type } = frame;
  return rails.map(rail =>
    lineMark(frame.line(rail), { stroke: COLOUR.rail, width: type / 5, dash: [type / 2, type / 3] }),
  );
}

/** Roads, rails and buildings. @param least page units of width and height together that a building has at least */
export function builtMarks(ground: ScenarioGround, frame: Frame, least = 0): Mark[] {
  const isSeen = (ring: readonly number[]) => {
    const { width, height } = extentOf([ring]);
    return width + height >= least;
  };
  const buildings = ground.buildings.flatMap(({ rings }) => shown(rings, frame).filter(isSeen));
  return [
    ...roadMarks(ground, frame),
    ...railMarks(ground, frame),
    areaMark(buildings, { fill: COLOUR.building, stroke: COLOUR.buildingEdge, width: frame.type / 25 }),
  ];
}

/** Water, green, roads, rails and buildings: what a reader finds the way by. */
export function groundMarks(ground: ScenarioGround, frame: Frame): Mark[] {
  return [...landMarks(ground, frame), ...waterMarks(ground, frame), ...builtMarks(ground, frame)];
}

/** Of a map of a whole municipality: local streets are a fine line, what leads through it a broader one. */
const OVERVIEW_ROADS = [
  { class: 'local', stroke: COLOUR.roadCasing, width: 0.07 },
  { class: 'main', stroke: COLOUR.roadFar, width: 0.2 },
  { class: 'main', stroke: COLOUR.road, width: 0.12 },
  { class: 'motorway', stroke: COLOUR.roadFar, width: 0.3 },
  { class: 'motorway', stroke: COLOUR.road, width: 0.19 },
] as const;

/** Roads and rails of a map of a whole municipality, where no road is as wide as its line. */
export function overviewMarks(ground: ScenarioGround, frame: Frame): Mark[] {
  const roads = OVERVIEW_ROADS.map(({ class: name, stroke, width }): Mark => {
    const rings = ground.roads.filter(road => road.class === name).map(({ line }) => frame.line(line));
    return { kind: 'shape', rings, closed: false, stroke, width: width * frame.type };
  });
  return [...roads, ...railMarks(ground, frame)];
}

/** Outlines of the area (ink) and of its core shopping areas (the same, short-dashed). */
export function outlineMarks({ area, zones }: PublishedScenario, frame: Frame): Mark[] {
  const cores = zones.filter(zone => zone.kind === 'core-shopping');
  const rings = (coordinates: typeof area.coordinates) => coordinates.flat().map(frame.degrees);
  return [
    areaMark(rings(area.coordinates), { stroke: COLOUR.ink, width: frame.type / 6 }),
    ...cores.map(core =>
      areaMark(rings(core.coordinates), {
        stroke: COLOUR.ink,
        width: frame.type / 8,
        dash: [frame.type / 3, frame.type / 3],
      }),
    ),
  ];
}
