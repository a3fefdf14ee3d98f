import { opaqueId } from '../import/opaque-id.ts';
import { searchText } from '../import/search-text.ts';
import type { FunctionCode } from '../vocabulary/function.ts';
import { groupStreets } from './addresses.ts';
import type { Holding } from './holdings.ts';
import { lineToRd, polygonToRd, toRd } from './rd-frame.ts';
import type { StreetPlan, Structure, StructureKind } from './structure.ts';
import type { AddressRow, BuildingRow, PeriodRow, PremisesRow, StreetRow } from './town.ts';
import { EDGE_STREET } from './uses.ts';

/** Use of a building as OpenStreetMap would say it. */
const BUILDING_USE: Record<StructureKind, string> = {
  house: 'house',
  flats: 'apartments',
  'town-house': 'house',
  'shop-hall': 'retail',
  hall: 'industrial',
  office: 'office',
  farm: 'farm',
  barn: 'barn',
  shed: 'shed',
  garages: 'garages',
  church: 'church',
  school: 'school',
  public: 'public',
};

/** Purposes as the address register has them: what was registered once, which is not always what is there. */
const PURPOSES: Record<FunctionCode, readonly string[]> = {
  retail: ['winkelfunctie'],
  hospitality: ['bijeenkomstfunctie'],
  services: ['winkelfunctie'],
  culture: ['bijeenkomstfunctie'],
  community: ['gezondheidszorgfunctie'],
  office: ['kantoorfunctie'],
  business: ['industriefunctie'],
  housing: ['woonfunctie'],
  other: ['overige gebruiksfunctie'],
  unknown: [],
};

/** Buildings, and their ids by structure. */
export function buildingRows(
  structures: readonly Structure[],
  shops: ReadonlySet<Structure>,
): { rows: BuildingRow[]; ids: Map<Structure, string> } {
  const ids = new Map<Structure, string>();
  const rows = structures.map((structure, index): BuildingRow => {
    const id = opaqueId('demo', 'building', String(index));
    ids.set(structure, id);
    const use =
      shops.has(structure) && structure.kind === 'town-house' ? 'retail' : BUILDING_USE[structure.kind];
    return { id, buildYear: structure.year, use, geom: polygonToRd(structure.ring) };
  });
  return { rows, ids };
}

/** One row per address. */
export function addressRows(holdings: readonly Holding[]): AddressRow[] {
  return holdings.map(({ address, addressed, point }) => {
    const { street, number, letter, postcode, place } = addressed;
    const label = `${street} ${number}${letter} ${place}`;
    return {
      id: address,
      street,
      number,
      letter,
      postcode,
      place,
      label,
      search: searchText(label),
      point: toRd(point),
    };
  });
}

/** One row per street name and place. */
export function streetRows(streets: readonly StreetPlan[]): StreetRow[] {
  return groupStreets(streets.filter(street => street.roadClass !== 'motorway')).map(
    ({ name, place, lines }) => ({
      id: opaqueId('demo', 'street', place, name),
      name,
      place,
      search: searchText(`${name} ${place}`),
      geom: lines.map(lineToRd),
    }),
  );
}

/** One row per premises, successors included. */
export function premisesRows(
  holdings: readonly Holding[],
  buildings: ReadonlyMap<Structure, string>,
): PremisesRow[] {
  return holdings.map(({ id, address, structure, name, point }) => ({
    id,
    address,
    building: buildings.get(structure)!,
    name,
    point: toRd(point),
  }));
}

/** How many times the shop floor in use the plan allows on the edge street. */
const ALLOWED_TIMES = 2;

/** Premises of the edge street on which the plan allows a shop: those that are one, and others up to twice their floor. */
function allowedShops(holdings: readonly Holding[]): Set<Holding> {
  const edge = holdings.filter(({ addressed }) => addressed.street === EDGE_STREET);
  const shops = edge.filter(({ use }) => use === 'retail');
  const used = shops.reduce((sum, { floorArea }) => sum + floorArea, 0);
  const allowed = new Set(shops);
  let sum = used;
  for (const holding of edge
    .filter(({ use }) => use !== 'retail')
    .sort((a, b) => a.storey - b.storey || a.addressed.number - b.addressed.number)) {
    if (sum + holding.floorArea > used * ALLOWED_TIMES) continue;
    allowed.add(holding);
    sum += holding.floorArea;
  }
  return allowed;
}

/** What every premises was, from when until when. */
export function periodRows(holdings: readonly Holding[]): PeriodRow[] {
  const allowed = allowedShops(holdings);
  return holdings.flatMap(holding => {
    const { id, from, until, later, use, floorArea, storey } = holding;
    const allowedFunction = allowed.has(holding)
      ? 'retail'
      : use === 'unknown' || use === 'other'
        ? null
        : use;
    const period = { premises: id, purposes: PURPOSES[use], allowedFunction, floorArea, storey } as const;
    const first: PeriodRow = { ...period, from, until: later?.from ?? until, function: use };
    if (later === null) return [first];
    return [
      first,
      {
        ...period,
        from: later.from,
        until,
        function: later.use,
        purposes: PURPOSES[later.use],
        allowedFunction: later.use,
      },
    ];
  });
}
