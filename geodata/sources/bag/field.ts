import type { Account } from './account.ts';
import {
  addressOf,
  type BagBuilding,
  type BagPremises,
  bagId,
  buildYear,
  floorArea,
  purposesOf,
} from './object.ts';
import { buildingStanding, premisesStanding } from './status.ts';

/**
 * What each channel calls a field, tried in this order: bag-light, the OGC API v2, the WFS v2_0, files of addresses.
 * A field that a channel does not have is null.
 */
export const FIELD_NAMES = {
  id: ['identificatie'],
  status: ['status'],
  year: ['bouwjaar', 'oorspronkelijk_bouwjaar'],
  purposes: ['gebruiksdoel'],
  floorArea: ['oppervlakte'],
  address: ['nummeraanduiding_hoofdadres_identificatie', 'hoofdadres_identificatie', 'nummer_id'],
  street: ['openbare_ruimte_naam', 'openbare_ruimte', 'straatnaam'],
  number: ['huisnummer'],
  letter: ['huisletter'],
  addition: ['toevoeging', 'huisnummertoevoeging'],
  postcode: ['postcode'],
  place: ['woonplaats_naam', 'woonplaats'],
  building: ['pand_identificatie', 'pandidentificatie', 'pand.href'],
  municipality: ['bronhouder_identificatie'],
  municipalityName: ['bronhouder_naam'],
} as const satisfies Record<string, readonly string[]>;

/** A field of a pand or a verblijfsobject, whatever the channel calls it. */
export type BagField = keyof typeof FIELD_NAMES;

/** Gives the value of a field of one object; undefined or null when the channel has none. */
export type FieldReader = (field: BagField) => unknown;

/** Where an object lies: hex EWKB in RD and a position of it. */
export interface Placed {
  hex: string;
  x: number;
  y: number;
}

/** The column of a field among those that a layer has; undefined without it. */
export function columnOf(field: BagField, columns: readonly string[]): string | undefined {
  return FIELD_NAMES[field].find(name => columns.includes(name));
}

/** Ids or references out of one id, ids with commas, an address, or a list of those. */
function referencesOf(value: unknown): string[] {
  const parts = Array.isArray(value) ? value : `${value ?? ''}`.split(',');
  return parts.flatMap(part => {
    const last = `${part}`.trim().split('/').at(-1) ?? '';
    return last === '' ? [] : [bagId(last, 'building') ?? last];
  });
}

/**
 * The pand of a row, or undefined when it is not loaded; the account then says why.
 * @param reference how others refer to it, where that is not by its id
 */
export function buildingFrom(
  read: FieldReader,
  placed: Placed | null,
  account: Account,
  reference: string | null = null,
): BagBuilding | undefined {
  const said = `${read('id') ?? reference ?? ''}`;
  const standing = buildingStanding(read('status'));
  if (standing && 'leftOut' in standing) return void account.count('building', standing.leftOut);
  const id = bagId(said, 'building');
  if (id === null) return void account.refuse('building', said, 'id-unreadable');
  if (!standing) return void account.refuse('building', id, 'status-unknown', `${read('status') ?? ''}`);
  if (placed === null) return void account.refuse('building', id, 'geometry-missing');
  if (!account.lies('building', id, placed)) return undefined;
  const year = buildYear(read('year'));
  return { id, reference, occurrence: 0, year, status: standing.stands, geometry: placed.hex };
}

/**
 * The premises of a row with its main address, or undefined when it is not loaded; the account then says why.
 * @param identified whether the channel names premises; a file of addresses does not
 */
export function premisesFrom(
  read: FieldReader,
  placed: Placed | null,
  account: Account,
  identified: boolean,
): BagPremises | undefined {
  const said = `${(identified ? read('id') : read('address')) ?? ''}`;
  const standing = premisesStanding(read('status'));
  if (standing && 'leftOut' in standing) return void account.count('premises', standing.leftOut);
  const id = identified ? bagId(said, 'unit', 'berth', 'pitch') : null;
  if (identified ? id === null : bagId(said, 'address') === null)
    return void account.refuse('premises', said, 'id-unreadable');
  if (!standing) return void account.refuse('premises', said, 'status-unknown', `${read('status') ?? ''}`);
  if (placed === null) return void account.refuse('premises', said, 'geometry-missing');
  if (!account.lies('premises', said, placed)) return undefined;
  return {
    id,
    occurrence: 0,
    purposes: purposesOf(read('purposes')),
    floorArea: floorArea(read('floorArea')),
    geometry: placed.hex,
    main: null,
    secondary: [],
    buildings: referencesOf(read('building')),
    address: mainAddress(read, said, account),
  };
}

function mainAddress(read: FieldReader, premises: string, account: Account): BagPremises['address'] {
  const stated = {
    id: read('address'),
    street: read('street'),
    number: read('number'),
    letter: read('letter'),
    addition: read('addition'),
    postcode: read('postcode'),
    place: read('place'),
  };
  // A row without any address is a premises without one; half an address is a fault in the row.
  if (stated.street == null && stated.number == null) return null;
  account.read.address += 1;
  const address = addressOf(stated);
  if (address === null) account.refuse('address', premises, 'address-incomplete', JSON.stringify(stated));
  return address;
}
