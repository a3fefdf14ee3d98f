import { stageAddresses, type Whereabouts } from './address.ts';
import { stageBuilding } from './building.ts';
import { isEmpty, type OsmFeature, type Tags } from './feature.ts';
import { type AccountedKind, kindsOf } from './kind.ts';
import { stageArea, stageBase, stageStreet } from './place-row.ts';
import { Stage } from './stage.ts';
import { stageUse } from './use-row.ts';

/**
 * Makes the staging rows of a file.
 * @param objects everything that must be accounted for (the census): what has no shape is rejected here
 * @param features what shapes could be made of
 */
export function buildStage(
  objects: ReadonlyMap<string, Tags>,
  features: readonly OsmFeature[],
  whereabouts: Whereabouts,
): Stage {
  const stage = new Stage();
  const byKind = sortByKind(stage, objects, features);
  const named = new Set<string>();
  const stated = stageAddresses(stage, byKind.address, whereabouts);
  for (const feature of byKind.building) stageBuilding(stage, feature, named);
  for (const feature of byKind['point-of-interest']) stageUse(stage, feature, stated);
  for (const feature of byKind.area) stageArea(stage, feature);
  for (const feature of features) {
    if (isEmpty(feature)) continue;
    stageStreet(stage, feature);
    stageBase(stage, feature);
  }
  return stage;
}

function sortByKind(
  stage: Stage,
  objects: ReadonlyMap<string, Tags>,
  features: readonly OsmFeature[],
): Record<AccountedKind, OsmFeature[]> {
  const byKind: Record<AccountedKind, OsmFeature[]> = {
    building: [],
    address: [],
    'point-of-interest': [],
    vacancy: [],
    area: [],
  };
  const shaped = new Map(features.map(feature => [feature.reference, feature]));
  for (const [reference, tags] of objects) {
    const feature = shaped.get(reference);
    for (const kind of kindsOf(tags)) {
      stage.read[kind] += 1;
      // The census has every tag as it stands in the file, whatever the reader of shapes made of them.
      if (!feature) stage.reject(kind, reference, 'geometry-incomplete');
      else if (isEmpty(feature)) stage.reject(kind, reference, 'geometry-invalid');
      else byKind[kind].push({ ...feature, tags });
    }
  }
  return byKind;
}
