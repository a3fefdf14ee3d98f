import type { Session } from '../../database/database.ts';
import { sql } from '../../database/sql.ts';
import type { FunctionCode } from '../../vocabulary/function.ts';
import { suffixText } from './door-number.ts';
import { expand, fold, isNearName, likeliest } from './fold.ts';
import type { StatedAddress, StatedId } from './stated-address.ts';

/** A street in a place, as the register names both. */
export interface RegisterStreet {
  street: string;
  place: string;
}

/** A premises with one of its addresses; `premises` is null where nothing that can be vacant has the address. */
export interface Candidate {
  premises: string | null;
  address: string | null;
  street: string | null;
  number: number | null;
  /** Letter and addition to compare by. */
  suffix: string;
  postcode: string | null;
  place: string | null;
  /** On the reference date; null where it did not stand then. */
  func: FunctionCode | null;
}

/** What was asked of the register for some rows. */
export interface Found {
  byStreet: ReadonlyMap<string, readonly Candidate[]>;
  byId: ReadonlyMap<string, readonly Candidate[]>;
}

/** Streets that a name may mean, and whether it is written as the register has it. */
export interface StreetGuess {
  streets: readonly RegisterStreet[];
  exact: boolean;
}

/** Streets that are tried for one that is not known: beyond these it is no slip. */
const MOST_NEAR = 6;

const keyOf = (street: string, number: number): string => `${street}|${number}`;
const idKey = ({ kind, id }: StatedId): string => `${kind}|${id}`;

function group<Key, Value>(entries: Iterable<readonly [Key, Value]>): Map<Key, Value[]> {
  const groups = new Map<Key, Value[]>();
  for (const [key, value] of entries) groups.set(key, [...(groups.get(key) ?? []), value]);
  return groups;
}

type StreetRow = RegisterStreet & { postcode: string | null };

/**
 * The addresses and premises of a municipality, for finding rows of a list in: names of streets, places and postcodes are
 * in memory, the rest is asked for some rows at a time.
 */
export class Register {
  readonly #session: Session;
  readonly #municipality: { code: string; name: string };
  readonly #referenceDate: string;
  readonly #streets: ReadonlyMap<string, RegisterStreet[]>;
  readonly #expanded: ReadonlyMap<string, string[]>;
  readonly #postcodes: ReadonlyMap<string, RegisterStreet[]>;
  readonly #places: ReadonlyMap<string, string>;
  readonly #guesses = new Map<string, StreetGuess>();

  private constructor(
    session: Session,
    municipality: { code: string; name: string },
    referenceDate: string,
    rows: readonly StreetRow[],
  ) {
    this.#session = session;
    this.#municipality = municipality;
    this.#referenceDate = referenceDate;
    const distinct = new Map(rows.map(({ street, place }) => [`${street}|${place}`, { street, place }]));
    this.#streets = group([...distinct.values()].map(found => [fold(found.street), found] as const));
    this.#expanded = group([...this.#streets.keys()].map(name => [expand(name), name] as const));
    const coded = rows.filter(({ postcode }) => postcode !== null);
    this.#postcodes = group(
      coded.map(({ postcode, street, place }) => [postcode!, { street, place }] as const),
    );
    this.#places = new Map(rows.map(({ place }) => [fold(place), place]));
  }

  /** Reads the names of a municipality. @param referenceDate day on which premises must stand */
  static async open(
    session: Session,
    municipality: { code: string; name: string },
    referenceDate: string,
  ): Promise<Register> {
    const [row] = await session.query<{ rows: [string, string, string | null][] }>(sql`
      select coalesce(json_agg(json_build_array(street, place, postcode)), '[]') as rows from (
        select distinct street, place, postcode from address where municipality = ${municipality.code}
        order by street, place, postcode) known`);
    const rows = row!.rows.map(([street, place, postcode]) => ({ street, place, postcode }));
    return new Register(session, municipality, referenceDate, rows);
  }

  get isEmpty(): boolean {
    return this.#streets.size === 0;
  }

  /** Streets that a name as it is written may mean. */
  streetsNamed(name: string): StreetGuess {
    const folded = fold(name);
    const known = this.#guesses.get(folded);
    if (known) return known;
    const guess = this.#guess(folded);
    this.#guesses.set(folded, guess);
    return guess;
  }

  streetsOf(postcode: string): readonly RegisterStreet[] {
    return this.#postcodes.get(postcode) ?? [];
  }

  /**
   * The place that a name means: `null` where it does not narrow (it names the municipality), `undefined` where there is none.
   */
  placeNamed(name: string): { place: string; exact: boolean } | null | undefined {
    const folded = fold(name);
    const known = this.#places.get(folded);
    if (known !== undefined) return { place: known, exact: true };
    if (folded === fold(this.#municipality.name)) return null;
    const near = [...this.#places].filter(([key]) => isNearName(folded, key));
    return near.length === 1 ? { place: near[0]![1], exact: false } : undefined;
  }

  /** Everything that some rows may mean, asked at once. */
  async find(addresses: readonly StatedAddress[]): Promise<Found> {
    const wanted = new Map<string, [street: string, number: number]>();
    for (const address of addresses)
      for (const [street, number] of this.#wantedBy(address))
        wanted.set(keyOf(street, number), [street, number]);
    const ids = new Map(addresses.flatMap(address => address.ids).map(id => [idKey(id), id]));
    const byStreet = wanted.size === 0 ? [] : await this.#byStreet([...wanted.values()]);
    const byId = ids.size === 0 ? [] : await this.#byId([...ids.values()]);
    return {
      byStreet: group(byStreet.map(found => [keyOf(found.street!, found.number!), found] as const)),
      byId: group(byId),
    };
  }

  #guess(folded: string): StreetGuess {
    const own = this.#streets.get(folded);
    if (own) return { streets: own, exact: true };
    const written = this.#expanded.get(expand(folded)) ?? [];
    const alike = [...this.#streets.keys()].filter(name => isNearName(folded, name));
    const near = likeliest(folded, alike, name => name);
    const names = (written.length > 0 ? written : near).slice(0, MOST_NEAR);
    return { streets: names.flatMap(name => this.#streets.get(name)!), exact: false };
  }

  *#wantedBy({ readings, postcode }: StatedAddress): Generator<[string, number]> {
    for (const { street, doors: stated } of readings) {
      const numbers = new Set(stated.doors.map(({ number }) => number));
      if (stated.range)
        for (let at = stated.range.from; at <= stated.range.to; at += 2) numbers.add(at).add(stated.range.to);
      const streets = [
        ...(street === '' ? [] : this.streetsNamed(street).streets),
        ...(postcode === null ? [] : this.streetsOf(postcode)),
      ];
      for (const { street: name } of streets) for (const number of numbers) yield [name, number];
    }
  }

  async #byStreet(wanted: readonly [string, number][]): Promise<Candidate[]> {
    const rows = await this.#session.query<CandidateRow>(sql`
      select address.id as address, address.street, address.number, address.letter, address.addition,
        address.postcode, address.place, held.premises, period.function as func
      from unnest(${wanted.map(([street]) => street)}::text[], ${wanted.map(([, number]) => number)}::integer[])
        as wanted (street, number)
      join address on address.municipality = ${this.#municipality.code}
        and address.street = wanted.street and address.number = wanted.number
      left join lateral (
        select id as premises from premises where premises.address = address.id
        union select premises from premises_address where premises_address.address = address.id) held on true
      left join premises_period period on period.premises = held.premises
        and period.from_date <= ${this.#referenceDate}::date
        and (period.until_date is null or period.until_date > ${this.#referenceDate}::date)
      order by address.id, held.premises`);
    return rows.map(candidate);
  }

  async #byId(ids: readonly StatedId[]): Promise<(readonly [string, Candidate])[]> {
    const of = (kind: StatedId['kind']) => ids.filter(id => id.kind === kind).map(({ id }) => id);
    const rows = await this.#session.query<CandidateRow & { key: string }>(sql`
      with held as (
        select 'premises|' || wanted.id as key, premises.id as premises
        from unnest(${of('premises')}::text[]) as wanted (id)
        join premises on premises.municipality = ${this.#municipality.code} and premises.id = wanted.id
        union
        select 'premises|' || premises.bag_id, premises.id from premises
        where premises.municipality = ${this.#municipality.code} and bag_id = any(${of('premises')}::text[])
        union
        select 'address|' || premises.address, premises.id from premises
        where premises.municipality = ${this.#municipality.code} and premises.address = any(${of('address')}::text[])
        union
        select 'address|' || other.address, premises.id from premises_address other
        join premises on premises.id = other.premises and premises.municipality = ${this.#municipality.code}
        where other.address = any(${of('address')}::text[])
        union
        select 'building|' || building.bag_id, held.premises from building
        join premises_building held on held.building = building.id
        where building.municipality = ${this.#municipality.code} and building.bag_id = any(${of('building')}::text[])
        union
        select 'building|' || building.id, held.premises from building
        join premises_building held on held.building = building.id
        where building.municipality = ${this.#municipality.code} and building.id = any(${of('building')}::text[]))
      select held.key, held.premises, address.id as address, address.street, address.number, address.letter,
        address.addition, address.postcode, address.place, period.function as func
      from held join premises on premises.id = held.premises
      left join address on address.id = premises.address
      left join premises_period period on period.premises = held.premises
        and period.from_date <= ${this.#referenceDate}::date
        and (period.until_date is null or period.until_date > ${this.#referenceDate}::date)
      order by held.key, held.premises`);
    return rows.map(row => [row.key, candidate(row)] as const);
  }
}

interface CandidateRow {
  premises: string | null;
  address: string | null;
  street: string | null;
  number: number | null;
  letter: string | null;
  addition: string | null;
  postcode: string | null;
  place: string | null;
  func: FunctionCode | null;
}

function candidate({ letter, addition, ...row }: CandidateRow): Candidate {
  const { premises, address, street, number, postcode, place, func } = row;
  return {
    premises,
    address,
    street,
    number,
    postcode,
    place,
    func,
    suffix: suffixText(letter ?? '', addition ?? ''),
  };
}

/** What was found at a number of a street. */
export function atNumber({ byStreet }: Found, street: string, number: number): readonly Candidate[] {
  return byStreet.get(keyOf(street, number)) ?? [];
}

/** What was found under an id. */
export function underId({ byId }: Found, id: StatedId): readonly Candidate[] {
  return byId.get(idKey(id)) ?? [];
}
