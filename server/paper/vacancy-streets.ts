import { lookOfFigure } from '../../geodata/figures/vacancy-class.ts';
import { isInside, type Ring } from '../../geodata/geometry/ring.ts';
import type { EmbedReading } from '../contract/embed.ts';
import type { PlaceView } from '../contract/place-view.ts';
import { along, middleOfLongest } from './along.ts';
import { COLOUR } from './colour.ts';
import type { Label, Mark } from './drawing.ts';
import { type Frame, isNarrow } from './frame.ts';
import { type NamedStreet, streetName, streetsOf } from './map-labels.ts';
import type { Room } from './room.ts';

function pairs(flat: readonly number[]): Ring {
  return Array.from({ length: flat.length / 2 }, (_, at) => [flat[2 * at]!, flat[2 * at + 1]!]);
}

/** Most names inside an area and around it; fewer on a narrow map, which they would hide. */
const MOST = { inside: 30, around: 8 };
const MOST_NARROW = { inside: 6, around: 2 };

/** Where along a street its name may stand, after the middle of its longest stretch. */
const SHARES = [0.5, 0.25, 0.75];

/** Sizes of the type beside a line where its name stands when a figure stands on it. */
const BESIDE = 1.3;

function names(
  streets: readonly NamedStreet[],
  frame: Frame,
  { room, most, first }: { room: Room; most: number; first: ReadonlySet<string> },
): Label[] {
  const labels: Label[] = [];
  for (const { name, line } of streets) {
    if (labels.length >= most) break;
    const on = [middleOfLongest(line), ...SHARES.map(share => along(line, share))];
    const down = BESIDE * frame.type;
    const beside = on.flatMap(({ x, y }) => [down, -down].map(by => ({ x, y: y + by })));
    labels.push(...streetName(name, first.has(name) ? [...on, ...beside] : on, frame.type, room));
  }
  return labels;
}

/** Streets of which a side has a number, where that is what the map is about. */
function figured({ sides }: PlaceView, reading: EmbedReading): Set<string> {
  if (reading !== 'streets') return new Set();
  const told = sides.filter(({ figure }) => typeof lookOfFigure(figure) === 'number');
  return new Set(told.map(({ side }) => side.street));
}

/** Names of the streets of an area, those with figures first, and paler of some that lead there. */
export function placeStreets(
  view: PlaceView,
  frame: Frame,
  { room, reading }: { room: Room; reading: EmbedReading },
): Mark[] {
  const { area, ground } = view;
  const outline = area?.geometry.coordinates.flat().map(ring => pairs(frame.degrees(ring))) ?? [];
  const inside = ground.roads.filter(({ line }) => {
    const { x, y } = middleOfLongest(frame.line(line));
    return isInside(outline, x, y);
  });
  const first = figured(view, reading);
  const ranked = streetsOf({ roads: inside }, frame).toSorted(
    (a, b) => Number(first.has(b.name)) - Number(first.has(a.name)),
  );
  const told = new Set(ranked.map(({ name }) => name));
  const others = streetsOf(ground, frame).filter(({ name }) => !told.has(name));
  const most = isNarrow(frame) ? MOST_NARROW : MOST;
  const here = names(ranked, frame, { room, first, most: most.inside });
  const there = names(others, frame, { room, first, most: most.around });
  return [...there.map(label => ({ ...label, colour: COLOUR.muted })), ...here];
}
