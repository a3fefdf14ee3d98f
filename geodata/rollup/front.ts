import type { Transaction } from '../database/database.ts';
import { sql } from '../database/sql.ts';
import { type Edge, edgeLength, frontEdges, type Position } from '../geometry/frontage.ts';
import { functionIndex } from '../vocabulary/function.ts';
import type { PremisesList, RolledPremises } from './premises.ts';

/** The front of one premises: its share of its building's front, and the walls of that front. */
export interface Front {
  /** Metres; null when no front was found or it belongs to other premises of the building. */
  metres: number | null;
  /** Of the whole building, whoever shares them. */
  walls: Edge[];
}

const HOUSING = functionIndex('housing');

interface BuildingOutline {
  rings: Position[][];
  /** Indexes of the premises in it. */
  members: number[];
}

async function readBuildings(
  transaction: Transaction,
  municipality: string,
  premises: PremisesList,
  wanted: ReadonlySet<number>,
): Promise<BuildingOutline[]> {
  const [links] = await transaction.query<{ rows: [building: string, premises: string][] }>(sql`
    select coalesce(json_agg(json_build_array(link.building, link.premises)), '[]') as rows
    from premises_building link join premises on premises.id = link.premises
    where premises.municipality = ${municipality}`);
  const members = new Map<string, number[]>();
  for (const [building, id] of links!.rows)
    members.set(building, [...(members.get(building) ?? []), premises.indexOf(id)]);
  // Chosen here and asked for by key: joined in SQL, tables this fresh have no statistics and the join takes minutes.
  const chosen = Array.from(members).filter(([, list]) => list.some(index => wanted.has(index)));
  const outlines = await transaction.query<{ id: string; outline: string }>(sql`
    select id, st_asgeojson(geom, 2, 0) as outline from building
    where id = any(${chosen.map(([building]) => building)}::text[])`);
  return outlines.map(({ id, outline }) => ({
    rings: JSON.parse(outline).coordinates.map((polygon: Position[][]) => polygon[0]!),
    members: members.get(id)!,
  }));
}

/** Lines of every street of a municipality, by name, metres RD; streets of the same name in two places are one. */
export async function readStreets(
  transaction: Transaction,
  municipality: string,
): Promise<Map<string, Position[][]>> {
  const rows = await transaction.query<{ name: string; line: string }>(sql`
    select name, st_asgeojson(geom, 2, 0) as line from street where municipality = ${municipality}`);
  const streets = new Map<string, Position[][]>();
  for (const { name, line } of rows)
    streets.set(name, [...(streets.get(name) ?? []), ...JSON.parse(line).coordinates]);
  return streets;
}

/**
 * Premises of a building that share its front: those that exist now, on the ground floor or without a known
 * storey; homes only when the building holds nothing else, because they are above the shop.
 */
function sharers(members: readonly number[], { list }: PremisesList): number[] {
  const current = (index: number) => list[index]!.periods.at(-1);
  const standing = members.filter(index => {
    const period = current(index);
    return period?.until === Number.POSITIVE_INFINITY && (period.storey ?? 0) === 0;
  });
  const others = standing.filter(index => current(index)!.function !== HOUSING);
  return others.length > 0 ? others : standing;
}

/**
 * Fronts of the premises asked for, on the street of their address; the rule for walls is in
 * `geometry/frontage.ts`. Premises at the same street in one building share its front equally.
 */
export async function readFronts(
  transaction: Transaction,
  municipality: string,
  premises: PremisesList,
  wanted: ReadonlySet<number>,
  streets: ReadonlyMap<string, Position[][]>,
): Promise<Map<number, Front>> {
  const fronts = new Map<number, Front>();
  for (const building of await readBuildings(transaction, municipality, premises, wanted)) {
    const byStreet = Map.groupBy(building.members, index => premises.list[index]!.street);
    for (const [street, members] of byStreet) {
      const lines = street === null ? undefined : streets.get(street);
      if (lines === undefined) continue;
      const walls = building.rings.flatMap(ring => frontEdges(ring, lines));
      if (walls.length > 0) share(fronts, walls, members, sharers(members, premises));
    }
  }
  return fronts;
}

function share(fronts: Map<number, Front>, walls: Edge[], members: number[], sharing: number[]): void {
  const total = walls.reduce((sum, wall) => sum + edgeLength(wall), 0);
  for (const index of members) {
    const front = fronts.get(index) ?? { metres: null, walls: [] };
    if (sharing.includes(index)) front.metres = (front.metres ?? 0) + total / sharing.length;
    front.walls.push(...walls);
    fronts.set(index, front);
  }
}

/** Side of the street by house number; undefined without an address. */
export function sideOf({ street, number }: RolledPremises): 'odd' | 'even' | undefined {
  if (street === null || number === null) return undefined;
  return number % 2 === 1 ? 'odd' : 'even';
}
