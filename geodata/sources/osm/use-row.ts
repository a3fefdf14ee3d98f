import { functionIndex } from '#vocabulary/function.ts';
import { opaqueId } from '../../import/opaque-id.ts';
import type { OsmFeature } from './feature.ts';
import type { Stage } from './stage.ts';
import { useOf, vacancyTags } from './use.ts';

/**
 * Adds what an object is used for, and accounts for what its tags say of vacancy.
 * @param stated id of the address that each object states
 */
export function stageUse(stage: Stage, feature: OsmFeature, stated: ReadonlyMap<string, string>): void {
  const { reference, tags, geometry } = feature;
  const use = useOf(tags)!;
  const vacancy = vacancyTags(tags)[0];
  if (use.code === 'not-premises') {
    stage.reject('point-of-interest', reference, 'not-a-premises', use.tag);
    if (vacancy) stage.reject('vacancy', reference, 'not-a-premises', vacancy.tag);
    return;
  }
  if (vacancy && !use.vacant)
    stage.reject('vacancy', reference, 'in-use-again', `${vacancy.tag}, ${use.tag}`);
  const address = stated.get(reference) ?? null;
  const name = tags.name?.trim() || null;
  const row = [opaqueId('premises', reference), address, name, use.code, functionIndex(use.code), use.vacant];
  stage.add('osm_use', reference, ...row, use.tag, geometry);
}
