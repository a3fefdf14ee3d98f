import type { ScenarioDocument } from '../contract/scenario.ts';
import type { ScenarioBase } from '../contract/scenario-base.ts';
import { areaPlace, premisesInPlace } from './place.ts';

const flagsOf = new WeakMap<readonly (readonly number[])[], Uint8Array>();
const zonesOf = new WeakMap<ScenarioBase, readonly (readonly number[])[]>();
const measuresOf = new WeakMap<readonly number[], readonly (readonly number[])[]>();

/** Premises of the core shopping areas of a base. */
function zoneMembers(base: ScenarioBase): readonly (readonly number[])[] {
  const known = zonesOf.get(base);
  if (known) return known;
  const zones = base.zones.filter(({ kind }) => kind === 'core-shopping');
  const made = zones.map(({ id }) => premisesInPlace(areaPlace(base, id), base));
  zonesOf.set(base, made);
  return made;
}

function flags(members: readonly (readonly number[])[], premises: number): Uint8Array {
  const known = flagsOf.get(members);
  if (known) return known;
  const made = new Uint8Array(premises);
  for (const list of members) for (const index of list) made[index] = 1;
  flagsOf.set(members, made);
  return made;
}

/**
 * Which premises lie in the core: in the place of the first measure that makes one compact, else in the core shopping
 * areas. By index of the premises 1 or 0; the same array as long as the place is the same. Undefined without a core,
 * and where the whole area is one.
 */
export function coreFlags(document: ScenarioDocument, base: ScenarioBase): Uint8Array | undefined {
  const count = base.premises.ids.length;
  const made = document.measures.find(({ kind, place }) => kind === 'compact-core' && place !== null);
  if (made) {
    const found = premisesInPlace(made.place!, base);
    const members = measuresOf.get(found) ?? [found];
    measuresOf.set(found, members);
    return flags(members, count);
  }
  const zones = zoneMembers(base);
  if (base.area.kind === 'core-shopping' || zones.length === 0) return undefined;
  return flags(zones, count);
}
