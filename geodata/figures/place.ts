import { columnOf, type StockFrame, type StockHeader } from './stock-frame.ts';

/** Header of a frame of premises, as far as places go. */
export interface PlaceHeader extends StockHeader {
  /** Code: stands for the municipality as a whole. */
  municipality: string;
  areas: readonly string[];
  streetSides: readonly string[];
}

/**
 * Places that figures are counted for, each a set of premises; a premises is in several. The municipality
 * comes first, then areas, street sides and squares of 100 m.
 */
export interface Places {
  /** Municipality code, area id, street side id, or `100:x:y` (south-west corner, metres RD). */
  readonly keys: readonly string[];
  /** Index of the first area, street side and square in `keys`. */
  readonly first: { readonly area: number; readonly side: number; readonly cell: number };
  /** Places of premises n: `placeOf[begin[n]]` up to `placeOf[begin[n + 1]]` (not included). */
  readonly begin: Uint32Array;
  readonly placeOf: Uint32Array;
}

/** A premises in a place. */
type Membership = readonly [premises: number, place: number];

/** Memberships sorted by premises, as {@link Places} holds them. */
export function membershipColumns(
  premises: number,
  memberships: Iterable<Membership>,
): Pick<Places, 'begin' | 'placeOf'> {
  const list = Array.from(memberships);
  const begin = new Uint32Array(premises + 1);
  for (const [index] of list) begin[index + 1]! += 1;
  for (let index = 0; index < premises; index++) begin[index + 1]! += begin[index]!;
  const next = begin.slice();
  const placeOf = new Uint32Array(list.length);
  for (const [index, place] of list) placeOf[next[index]!++] = place;
  return { begin, placeOf };
}

/** The places of a frame of premises. */
export function placesOf(frame: StockFrame<PlaceHeader>): Places {
  const { ids, municipality, areas, streetSides } = frame.header;
  const first = { area: 1, side: 1 + areas.length, cell: 1 + areas.length + streetSides.length };
  const keys = [municipality, ...areas, ...streetSides];
  const memberships: Membership[] = ids.map((_, index) => [index, 0]);
  areas.forEach((_, area) => {
    for (const index of columnOf(frame, `area:${area}`)) memberships.push([index, first.area + area]);
  });
  const side = columnOf(frame, 'side');
  columnOf(frame, 'sidePremises').forEach((index, row) => {
    memberships.push([index, first.side + side[row]!]);
  });
  const [cellX, cellY] = [columnOf(frame, 'cellX'), columnOf(frame, 'cellY')];
  const known = new Map<string, number>();
  ids.forEach((_, index) => {
    const key = `100:${cellX[index]}:${cellY[index]}`;
    const place = known.get(key) ?? keys.push(key) - 1;
    known.set(key, place);
    memberships.push([index, place]);
  });
  return { keys, first, ...membershipColumns(ids.length, memberships) };
}
