import type { Map as MapLibre } from 'maplibre-gl';
import type { PublishedSide } from '#contract/published-scenario.ts';
import type { ScenarioReading } from '../../state/scenario-reading.ts';
import type { Palette } from '../palette.ts';
import type { LayerGroup } from './layer.ts';

/** What one map of a scenario shows: the difference with doing nothing, the base date, or the last year of the proposal. */
export type ScenarioMapReading = 'difference' | 'before' | 'after';

/** One thing on the map of a scenario: how it is drawn, and how it follows what the reader chose. */
export interface ScenarioLayer {
  group(palette: Palette): LayerGroup;
  /** Brings the map in line with the state; called often, does only what changed. */
  sync(map: MapLibre, reading: ScenarioReading, shows: ScenarioMapReading): void;
}

/** Shows or hides layers. */
export function setVisible(map: MapLibre, layers: readonly string[], visible: boolean): void {
  for (const id of layers) map.setLayoutProperty(id, 'visibility', visible ? 'visible' : 'none');
}

/** Where the mark of a side that changes stands; nothing for the others. */
export function markPoint({ change, coordinates }: PublishedSide): [number, number][] {
  const longest = coordinates.toSorted((a, b) => b.length - a.length)[0];
  if (longest === undefined || (change !== 'better' && change !== 'worse')) return [];
  return [pointAlong(longest, 0.5)];
}

/** The point at a share of a line's length, 0 to 1; degrees will do, a street is short. */
export function pointAlong(line: readonly (readonly number[])[], share: number): [number, number] {
  const lengths = line.slice(1).map(([x, y], index) => {
    const [fromX, fromY] = line[index]!;
    return Math.hypot((x! - fromX!) * 0.62, y! - fromY!);
  });
  let left = lengths.reduce((sum, length) => sum + length, 0) * share;
  for (const [index, length] of lengths.entries()) {
    if (left <= length && length > 0) {
      const [[fromX, fromY], [x, y]] = [line[index]!, line[index + 1]!];
      const part = left / length;
      return [fromX! + part * (x! - fromX!), fromY! + part * (y! - fromY!)];
    }
    left -= length;
  }
  const [x, y] = line.at(-1)!;
  return [x!, y!];
}
