import type { AreaKind } from '../../geodata/vocabulary/area-kind.ts';
import type { Outline, PlaceView } from '../contract/place-view.ts';
import { COLOUR } from './colour.ts';
import { areaMark, lineMark, type Mark, type Shape } from './drawing.ts';
import type { Frame } from './frame.ts';
import { type Box, boxAround } from './room.ts';

/** How the edge of an area is drawn. */
export type OutlineKind = 'centre' | 'village' | 'work' | 'zone';

/** Kinds in the order of the legend; the first is drawn over the others and named before them. */
export const OUTLINE_KINDS: readonly OutlineKind[] = ['centre', 'village', 'work', 'zone'];

const KINDS: Partial<Record<AreaKind, OutlineKind>> = {
  'town-centre': 'centre',
  'neighbourhood-centre': 'centre',
  'shopping-area': 'centre',
  'village-core': 'village',
  'work-area': 'work',
};

/** How the edge of a kind of area is drawn: what is no place but a decision has a thin line. */
export function outlineKind(kind: AreaKind): OutlineKind {
  return KINDS[kind] ?? 'zone';
}

/** Widths and dashes in sizes of the type. */
const LINES: Readonly<Record<OutlineKind, { stroke: string; width: number; dash?: [number, number] }>> = {
  centre: { stroke: COLOUR.ink, width: 0.155 },
  village: { stroke: COLOUR.ink, width: 0.155, dash: [0.31, 0.23] },
  work: { stroke: COLOUR.workArea, width: 0.155, dash: [0.93, 0.46] },
  zone: { stroke: COLOUR.ink, width: 0.1 },
};

function paintOf(kind: OutlineKind, type: number): Omit<Shape, 'kind' | 'rings' | 'closed'> {
  const { stroke, width, dash } = LINES[kind];
  return { stroke, width: width * type, ...(dash && { dash: [dash[0] * type, dash[1] * type] as const }) };
}

/** The edge of a kind of area, as a legend shows it. */
export function outlineSwatch(kind: OutlineKind, line: readonly number[], type: number): Mark {
  return lineMark(line, paintOf(kind, type));
}

/** Rings of an outline, page units. */
export const ringsOf = ({ coordinates }: Outline, frame: Frame) => coordinates.flat().map(frame.degrees);

/** Edges of the areas, those that matter most last. */
export function areaOutlines({ areas }: PlaceView, frame: Frame): Mark[] {
  return OUTLINE_KINDS.toReversed().flatMap(kind =>
    areas
      .filter(({ area }) => outlineKind(area.kind) === kind)
      .map(({ outline }) => areaMark(ringsOf(outline, frame), paintOf(kind, frame.type))),
  );
}

/** Page units between the places of an edge that are kept free of figures. */
const STEP = 3;

/** Small boxes along the edges of the areas: what is written across an edge is hard to read. */
export function edgeBoxes({ areas }: PlaceView, frame: Frame): Box[] {
  const boxes: Box[] = [];
  for (const ring of areas.flatMap(({ outline }) => ringsOf(outline, frame)))
    for (let at = 2; at < ring.length; at += 2) {
      const [x, y, nextX, nextY] = ring.slice(at - 2, at + 2) as [number, number, number, number];
      const steps = Math.ceil(Math.hypot(nextX - x, nextY - y) / STEP);
      for (let step = 0; step < steps; step++) {
        const part = step / steps;
        boxes.push(boxAround(x + part * (nextX - x), y + part * (nextY - y), STEP, STEP));
      }
    }
  return boxes;
}
