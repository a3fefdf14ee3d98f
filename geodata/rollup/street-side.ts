import { createHash } from 'node:crypto';
import type { Transaction } from '../database/database.ts';
import type { Edge } from '../geometry/frontage.ts';
import type { AreaKind } from '../vocabulary/area-kind.ts';
import type { RolledArea } from './area.ts';
import { type Front, readFronts, sideOf } from './front.ts';
import type { PremisesList } from './premises.ts';

/** Kinds of area that are walked street by street. */
const WALKED: readonly AreaKind[] = [
  'town-centre',
  'village-core',
  'neighbourhood-centre',
  'shopping-area',
  'core-shopping',
  'approach-street',
];

interface StreetSide {
  id: string;
  area: string;
  street: string;
  side: 'odd' | 'even';
  members: number[];
}

/**
 * Writes the street sides of centres, cores and shopping areas: the premises by street and by odd or even
 * number of their main address, and the metres of front they have. The line of a side is made of those fronts.
 */
export async function writeStreetSides(
  transaction: Transaction,
  municipality: string,
  premises: PremisesList,
  areas: readonly RolledArea[],
): Promise<void> {
  const sides = areas.filter(({ kind }) => WALKED.includes(kind)).flatMap(area => sidesOf(area, premises));
  const wanted = new Set(sides.flatMap(({ members }) => members));
  const fronts = await readFronts(transaction, municipality, premises, wanted);
  await transaction.copy(
    'street_side',
    ['id', 'municipality', 'area', 'street', 'side', 'frontage_metres', 'geom'],
    sides.map(({ id, area, street, side, members }) => {
      const known = members.flatMap(index => fronts.get(index) ?? []);
      return [id, municipality, area, street, side, totalMetres(known), lineOf(known)];
    }),
  );
  await transaction.copy(
    'street_side_premises',
    ['street_side', 'premises', 'frontage_metres'],
    sides.flatMap(({ id, members }) =>
      members.map(index => [id, premises.list[index]!.id, fronts.get(index)?.metres ?? null]),
    ),
  );
}

function sidesOf(area: RolledArea, { list }: PremisesList): StreetSide[] {
  const groups = Map.groupBy(area.members, index => {
    const side = sideOf(list[index]!);
    return side && JSON.stringify([list[index]!.street, side]);
  });
  return Array.from(groups).flatMap(([key, members]) => {
    if (key === undefined) return [];
    const [street, side] = JSON.parse(key) as [string, 'odd' | 'even'];
    const id = createHash('sha256').update(`${area.id}\n${key}`).digest('hex').slice(0, 20);
    return [{ id, area: area.id, street, side, members }];
  });
}

/** Whole metres, or null where no premises of the side has a known front. */
function totalMetres(fronts: readonly Front[]): number | null {
  const known = fronts.flatMap(({ metres }) => metres ?? []);
  return known.length === 0 ? null : Math.round(known.reduce((sum, metres) => sum + metres, 0));
}

/** The walls as one line in EWKT, each once; null where there are none. */
function lineOf(fronts: readonly Front[]): string | null {
  const text = ([[ax, ay], [bx, by]]: Edge) => `(${ax} ${ay},${bx} ${by})`;
  const walls = new Set(fronts.flatMap(front => front.walls.map(text)));
  return walls.size === 0 ? null : `SRID=28992;MULTILINESTRING(${[...walls].join(',')})`;
}
