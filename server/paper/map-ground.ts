import type { PublishedScenario } from '../contract/published-scenario.ts';
import type { ScenarioGround } from '../contract/scenario-base.ts';
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

/** Water, green, roads, rails and buildings: what a reader finds the way by. */
export function groundMarks(ground: ScenarioGround, frame: Frame): Mark[] {
  const { width, height, type } = frame;
  const polygons = (list: readonly (readonly (readonly number[])[])[], fill: string) =>
    list
      .map(rings => shown(rings, frame))
      .filter(rings => rings.length > 0)
      .map(rings => areaMark(rings, { fill }));
  const buildings = ground.buildings.flatMap(({ rings }) => shown(rings, frame));
  return [
    areaMark([rectangle(0, 0, width, height)], { fill: COLOUR.land }),
    ...polygons(ground.green, COLOUR.green),
    ...polygons(ground.water, COLOUR.water),
    ...roadMarks(ground, frame),
    ...ground.rails.map(rail =>
      lineMark(frame.line(rail), { stroke: COLOUR.rail, width: type / 5, dash: [type / 2, type / 3] }),
    ),
    areaMark(buildings, { fill: COLOUR.building, stroke: COLOUR.buildingEdge, width: type / 25 }),
  ];
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
