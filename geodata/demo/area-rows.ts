import { opaqueId } from '../import/opaque-id.ts';
import type { PlannedArea } from './areas.ts';
import type { Holding } from './holdings.ts';
import { boxOf, contains } from './plane/ring.ts';
import { polygonToRd } from './rd-frame.ts';
import type { AreaRow, StreetRange } from './town.ts';

/** Holdings that lie in an area. */
export function holdingsIn(area: PlannedArea, holdings: readonly Holding[]): Holding[] {
  const [west, south, east, north] = boxOf(area.ring);
  return holdings.filter(
    ({ point: [x, y] }) => x > west && x < east && y > south && y < north && contains(area.ring, [x, y]),
  );
}

/** House numbers of an area by street and side: from the lowest to the highest that lie in it. */
function rangesOf(area: PlannedArea, holdings: readonly Holding[]): StreetRange[] {
  const side = (number: number): 'odd' | 'even' => (number % 2 === 1 ? 'odd' : 'even');
  const groups = Map.groupBy(
    holdingsIn(area, holdings),
    ({ addressed }) => `${addressed.street}|${side(addressed.number)}`,
  );
  return [...groups]
    .map(([key, group]): StreetRange => {
      const numbers = group.map(({ addressed }) => addressed.number);
      const street = key.split('|')[0]!;
      return { street, from: Math.min(...numbers), to: Math.max(...numbers), side: side(numbers[0]!) };
    })
    .sort((a, b) => a.street.localeCompare(b.street, 'nl') || a.side.localeCompare(b.side));
}

/** Rows for all areas; zones that were decided in house numbers name them. */
export function areaRows(areas: readonly PlannedArea[], holdings: readonly Holding[]): AreaRow[] {
  return areas.map(area => ({
    id: opaqueId('demo', 'area', area.key),
    kind: area.kind,
    name: area.name,
    geom: [polygonToRd(area.ring)],
    ranges: area.byNumbers ? rangesOf(area, holdings) : null,
    decidingBody: area.decision === null ? null : 'Gemeenteraad van Markerwaard (fictief)',
    decision: area.decision?.title ?? null,
    decisionDate: area.decision?.date ?? null,
  }));
}
