import { opaqueId } from '../import/opaque-id.ts';
import type { FunctionCode } from '../vocabulary/function.ts';
import { quarterDate, quarterOf } from './calendar.ts';
import type { Spell } from './hidden-truth.ts';
import type { Holding } from './holdings.ts';
import type { Random } from './random.ts';

/** Name of the department store, by which it is found among the holdings. */
export const STORE_NAME = 'Warenhuis De Waard';

/** Days on which the town's few large stories turned. */
export const STORE_CLOSED = '2019-04-01';
export const STORE_SPLIT = '2023-03-01';
/** The supermarket of the old town moved out early in 2016; the building stood empty until the spring of 2019. */
const MARKET_LEFT = '2016-02-01';
const MARKET_LET = '2019-04-01';
const TOWER_BECAME_HOMES = '2022-05-01';
const VILLA_BECAME_HOME = '2022-09-01';

/** The floors of the store that stood empty, m2, by quarter; the others had a temporary outlet. */
export function storeVacancy(quarter: number): number | null {
  if (quarter < quarterOf(STORE_CLOSED) || quarter >= quarterOf(STORE_SPLIT) + 1) return null;
  return quarter < quarterOf('2020-07-01') ? 1400 : 1600;
}

/** Five premises that the store was split into: use, m2, storey, and since which quarter they are in use. One is still to let. */
const STORE_PARTS: readonly {
  use: FunctionCode;
  floorArea: number;
  storey: number;
  name: string;
  /** Null: still to let. */
  opened: string | null;
}[] = [
  { use: 'retail', floorArea: 2800, storey: 0, name: 'Drogisterij De Waard', opened: '2023-04-01' },
  { use: 'retail', floorArea: 2200, storey: 0, name: 'Mode Zuiderzee', opened: '2023-04-01' },
  { use: 'retail', floorArea: 1400, storey: 1, name: 'Wonen Prins', opened: null },
  { use: 'retail', floorArea: 900, storey: 1, name: 'Speelgoed Het Anker', opened: '2023-07-01' },
  { use: 'hospitality', floorArea: 700, storey: 2, name: 'Restaurant De Dakkamer', opened: '2023-04-01' },
];

/** A holding that came out of another one: same building, same number, a letter further. */
function successor(from: Holding, letter: string, on: string, rest: Partial<Holding>): Holding {
  const { street, place, number } = from.addressed;
  const key = `${place}|${street}|${number}${letter}`;
  const holding: Holding = {
    ...from,
    id: opaqueId('demo', 'premises', key),
    address: opaqueId('demo', 'address', key),
    addressed: { ...from.addressed, letter },
    from: on,
    until: null,
    later: null,
    successors: [],
    ...rest,
  };
  from.successors.push({ id: holding.id, onDate: on });
  return holding;
}

const LETTERS = 'ABCDEFGHJKLMNPRSTVWXZ';

/** The store closes, and becomes five; the parts that did not open at once stand empty first. */
function splitStore(holdings: readonly Holding[], lives: Map<Holding, Spell[]>): Holding[] {
  const store = holdings.find(holding => holding.name === STORE_NAME)!;
  store.until = STORE_SPLIT;
  lives.set(store, []);
  return STORE_PARTS.map(({ opened, ...part }, index) => {
    const made = successor(store, LETTERS[index]!, STORE_SPLIT, part);
    const from = quarterOf(STORE_SPLIT) + 1;
    const until = opened === null ? null : quarterOf(opened);
    lives.set(
      made,
      until === null || until > from ? [{ kind: 'vacant', from, until, since: STORE_SPLIT }] : [],
    );
    return made;
  });
}

/** The old supermarket, empty for three years. */
function emptyMarket(holdings: readonly Holding[], lives: Map<Holding, Spell[]>): void {
  const market = holdings.find(({ name }) => name === 'Supermarkt Centrum')!;
  lives.set(market, [
    { kind: 'vacant', from: quarterOf(MARKET_LEFT) + 1, until: quarterOf(MARKET_LET), since: MARKET_LEFT },
  ]);
}

/** An office building that had emptied becomes homes: its offices end, homes begin. */
function turnTower(holdings: readonly Holding[], lives: Map<Holding, Spell[]>, random: Random): Holding[] {
  const towers = Map.groupBy(
    holdings.filter(holding => holding.zone === 'office-park'),
    holding => holding.structure,
  );
  const [structure, offices] = [...towers].sort(([a], [b]) => a.year - b.year)[0]!;
  for (const office of offices) {
    office.until = TOWER_BECAME_HOMES;
    lives.set(office, [
      {
        kind: 'vacant',
        from: quarterOf('2019-10-01') + random.whole(0, 3),
        until: null,
        since: '2019-08-12',
      },
    ]);
  }
  const first = offices[0]!;
  return Array.from({ length: Math.min(20, structure.storeys * 4) }, (_, index) => {
    const on = TOWER_BECAME_HOMES;
    const home = successor(first, LETTERS[index]!, on, {
      use: 'housing',
      zone: 'homes',
      name: null,
      floorArea: random.whole(46, 78),
      storey: Math.floor(index / 4),
    });
    for (const office of offices.slice(1)) office.successors.push({ id: home.id, onDate: on });
    lives.set(home, []);
    return home;
  });
}

/** An office in an old villa becomes a home again: the same premises, another use. */
function turnVilla(holdings: readonly Holding[], lives: Map<Holding, Spell[]>): void {
  const villa = holdings.find(({ zone, use, storey, structure, floorArea }) => {
    return (
      zone === 'scattered' && use === 'office' && storey === 0 && structure.kind === 'house' && floorArea > 60
    );
  })!;
  villa.later = { from: VILLA_BECAME_HOME, use: 'housing' };
  const [from, until] = [quarterOf('2021-07-01'), quarterOf('2022-10-01')];
  lives.set(villa, [{ kind: 'vacant', from, until, since: quarterDate(from - 1) }]);
}

/**
 * The stories everybody in the town knows: the store, the supermarket, the tower, the villa.
 * @param lives filled with the spells of the holdings concerned, which chance then leaves alone
 * @returns the holdings that came new
 */
export function tellStories(
  holdings: readonly Holding[],
  lives: Map<Holding, Spell[]>,
  random: Random,
): Holding[] {
  const made = [...splitStore(holdings, lives), ...turnTower(holdings, lives, random)];
  turnVilla(holdings, lives);
  emptyMarket(holdings, lives);
  return made;
}
