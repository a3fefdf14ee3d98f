import { rdToWgs84 } from '../../geodata/geometry/rd.ts';
import type { PublishedBuilding } from '../contract/published-scenario.ts';
import { PublishedBuilding as Schema } from '../contract/published-scenario.ts';
import type { ScenarioArchive } from '../contract/scenario-version.ts';
import type { MeasureGrain } from './scenario-measure-grain.ts';

/** Decimals of a degree that are worth writing down: about a centimetre. */
const DECIMALS = 7;

const isBecoming = (becomes: string): becomes is PublishedBuilding['becomes'] =>
  Schema.shape.becomes.safeParse(becomes).success;

/** A flat ring of the ground, metres RD, as positions in degrees. */
function ringOf(flat: readonly number[]): [number, number][] {
  return Array.from({ length: flat.length / 2 }, (_, index) => {
    const [longitude, latitude] = rdToWgs84([flat[index * 2]!, flat[index * 2 + 1]!]);
    return [Number(longitude.toFixed(DECIMALS)), Number(latitude.toFixed(DECIMALS))];
  });
}

/** Buildings of what one measure took, with what each becomes; of several premises in a building the first taken tells. */
function changedBy(
  { base, result }: ScenarioArchive,
  measure: string,
): Map<string, PublishedBuilding['becomes']> {
  const { ids, buildings } = base.premises;
  const buildingOf = new Map(ids.map((id, index) => [id, base.buildings[buildings[index]!]]));
  const changed = new Map<string, PublishedBuilding['becomes']>();
  for (const { id, becomes } of result.measures.find(one => one.id === measure)?.premises ?? []) {
    const building = buildingOf.get(id);
    if (building !== undefined && !changed.has(building) && isBecoming(becomes))
      changed.set(building, becomes);
  }
  return changed;
}

/**
 * Buildings that a scenario changes, as published: only of measures that take everything in their place. A measure
 * that takes a share begins with what has been vacant longest, so its buildings would say which those are.
 */
export function publishedBuildings(
  archive: ScenarioArchive,
  grains: readonly MeasureGrain[],
): PublishedBuilding[] {
  const rings = new Map(archive.ground.buildings.map(({ id, rings: flat }) => [id, flat]));
  return archive.document.measures.flatMap(({ id }, index) => {
    if (!grains[index]!.takesEverything) return [];
    return Array.from(changedBy(archive, id)).flatMap(([building, becomes]) => {
      const flat = rings.get(building);
      return flat === undefined
        ? []
        : [{ id: building, measure: index + 1, becomes, coordinates: [flat.map(ringOf)] }];
    });
  });
}
