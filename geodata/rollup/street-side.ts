import { createHash } from 'node:crypto';
import type { Transaction } from '../database/database.ts';
import { NO_FRONT, type SideMember } from '../figures/front.ts';
import type { AreaKind } from '../vocabulary/area-kind.ts';
import type { RolledArea } from './area.ts';
import { type Front, readFronts, readStreets, sideOf } from './front.ts';
import type { PremisesList } from './premises.ts';
import { linesOfSides, type StreetSide } from './side-line.ts';

/** Kinds of area that are walked street by street. */
const WALKED: readonly AreaKind[] = [
  'town-centre',
  'village-core',
  'neighbourhood-centre',
  'shopping-area',
  'core-shopping',
  'approach-street',
];

/** Metres to decimetres: fronts are counted in these, so that sums are exact. */
const DECIMETRES = 10;

/** A street side as figures are counted for it. */
export interface RolledSide {
  id: string;
  members: SideMember[];
}

/**
 * Writes the street sides of centres, cores and shopping areas: the premises by street and by odd or even
 * number of their main address, the metres of front they have, and a line beside the street.
 */
export async function deriveStreetSides(
  transaction: Transaction,
  municipality: string,
  premises: PremisesList,
  areas: readonly RolledArea[],
): Promise<RolledSide[]> {
  const sides = areas.filter(({ kind }) => WALKED.includes(kind)).flatMap(area => sidesOf(area, premises));
  const wanted = new Set(sides.flatMap(({ members }) => members));
  const streets = await readStreets(transaction, municipality);
  const fronts = await readFronts(transaction, municipality, premises, wanted, streets);
  const lines = linesOfSides(sides, { premises, streets, fronts });
  const rolled = sides.map(({ id, members }) => ({
    id,
    members: members.map((index): SideMember => [index, decimetres(fronts.get(index))]),
  }));
  await transaction.copy(
    'street_side',
    ['id', 'municipality', 'area', 'street', 'side', 'frontage_metres', 'geom'],
    sides.map(({ id, area, street, side }, index) => {
      return [id, municipality, area, street, side, totalMetres(rolled[index]!), lines.get(id) ?? null];
    }),
  );
  await transaction.copy(
    'street_side_premises',
    ['street_side', 'premises', 'frontage_metres'],
    rolled.flatMap(({ id, members }) =>
      members.map(([index, front]) => [id, premises.list[index]!.id, metresOf(front)]),
    ),
  );
  return rolled;
}

const decimetres = (front: Front | undefined): number =>
  front?.metres == null ? NO_FRONT : Math.round(front.metres * DECIMETRES);

const metresOf = (front: number): number | null => (front === NO_FRONT ? null : front / DECIMETRES);

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
function totalMetres({ members }: RolledSide): number | null {
  const known = members.map(([, front]) => front).filter(front => front !== NO_FRONT);
  return known.length === 0 ? null : Math.round(known.reduce((sum, front) => sum + front, 0) / DECIMETRES);
}
