import { opaqueId } from '../../import/opaque-id.ts';
import { searchText } from '../../import/search-text.ts';
import { bagId } from './building.ts';
import type { OsmFeature, Tags } from './feature.ts';
import { type HouseNumber, parseHouseNumber, writeHouseNumber } from './house-number.ts';
import type { Stage } from './stage.ts';
import { useOf } from './use.ts';

/** An address as the tags have it. */
interface StatedAddress extends HouseNumber {
  street: string;
  place: string;
  postcode: string | null;
}

/** Which municipality, and the place of addresses that name none. */
export interface Whereabouts {
  municipality: string;
  place: string;
}

function statedAddress(
  tags: Tags,
  place: string,
): StatedAddress | 'street-missing' | 'house-number-unreadable' {
  const street = (tags['addr:street'] ?? tags['addr:place'] ?? '').trim();
  if (street === '') return 'street-missing';
  const number = parseHouseNumber(tags['addr:housenumber']!);
  if (!number) return 'house-number-unreadable';
  const postcode = (tags['addr:postcode'] ?? '').replace(/\s/g, '').toUpperCase();
  return {
    ...number,
    street,
    place: (tags['addr:city'] ?? '').trim() || place,
    postcode: /^\d{4}[A-Z]{2}$/.test(postcode) ? postcode : null,
  };
}

function addressId(address: StatedAddress, municipality: string): string {
  const { street, place } = address;
  return opaqueId('address', municipality, searchText(`${street}|${writeHouseNumber(address)}|${place}`));
}

/**
 * Adds the addresses, each once: plain address points before shops and buildings that repeat them.
 * @returns id of the address that each object states, also of those that were doubles
 */
export function stageAddresses(
  stage: Stage,
  features: readonly OsmFeature[],
  whereabouts: Whereabouts,
): Map<string, string> {
  const stated = new Map<string, string>();
  const kept = new Map<string, string>();
  const bagIds = new Set<string>();
  for (const feature of [...features].sort(plainFirst)) {
    const { reference, tags } = feature;
    const address = statedAddress(tags, whereabouts.place);
    if (typeof address === 'string') {
      stage.reject('address', reference, address, tags['addr:housenumber']);
      continue;
    }
    const id = addressId(address, whereabouts.municipality);
    stated.set(reference, id);
    const first = kept.get(id);
    if (first) {
      stage.reject('address', reference, 'duplicate-address', first);
      continue;
    }
    kept.set(id, reference);
    stageAddress(stage, feature, id, address, bagIds);
  }
  return stated;
}

function stageAddress(
  stage: Stage,
  { reference, tags, geometry }: OsmFeature,
  id: string,
  address: StatedAddress,
  bagIds: Set<string>,
): void {
  const { street, number, letter, addition, postcode, place } = address;
  const bag = bagId(tags, 'premises');
  const premises = bag && !bagIds.has(bag) ? bag : opaqueId('premises', reference);
  bagIds.add(premises);
  const label = `${street} ${writeHouseNumber(address)} ${place}`;
  const row = [
    id,
    premises,
    bag,
    street,
    number,
    letter,
    addition,
    postcode,
    place,
    label,
    searchText(label),
  ];
  stage.add('osm_address', reference, ...row, geometry);
}

/** Nodes that are an address and nothing else, then other nodes, then the rest; by age within each. */
function plainFirst(a: OsmFeature, b: OsmFeature): number {
  return weight(a) - weight(b) || idOf(a) - idOf(b);
}

function weight({ shape, tags }: OsmFeature): number {
  return (shape === 'point' ? 0 : 2) + (useOf(tags) ? 1 : 0);
}

function idOf({ reference }: OsmFeature): number {
  return Number(reference.split('/')[1]);
}
