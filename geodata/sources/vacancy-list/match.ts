import type { FunctionCode } from '../../vocabulary/function.ts';
import type { ListMatch, ListReasonCode } from '../../vocabulary/list-reason.ts';
import type { AddressReading } from './address-text.ts';
import type { Door } from './door-number.ts';
import { fold, likeliest, similarity } from './fold.ts';
import { atNumber, type Candidate, type Found, type Register, underId } from './register.ts';
import type { StatedAddress } from './stated-address.ts';

/** Which premises a row is about, and how sure that is. */
export interface Matched {
  match: 'exact-id' | 'exact-address' | 'near';
  /** More than one only where the row itself names several doors. */
  premises: string[];
  /** An id in the row could not be used. */
  withoutId: boolean;
}

/** Why none was found, or more than one. */
export interface Unmatched {
  match: Extract<ListMatch, 'ambiguous' | 'none'>;
  reason: ListReasonCode;
  detail: string;
}

/** What a row says beside its address that can tell premises at one address apart. */
export interface Beside {
  func: FunctionCode | null;
}

/** Addresses that a row means. */
interface Addresses {
  exact: boolean;
  /** Per door that the row names, what is there. */
  doors: (readonly Candidate[])[];
}

const none = (reason: ListReasonCode, detail = ''): Unmatched => ({ match: 'none', reason, detail });
const ambiguous = (reason: ListReasonCode, detail = ''): Unmatched => ({
  match: 'ambiguous',
  reason,
  detail,
});
const isUnmatched = (found: object): found is Unmatched => 'reason' in found;

/** Less alike than this, street and postcode of one row name two places. */
const SAME_STREET = 0.3;

/** Addresses among candidates, each once: an address with several premises is one. */
function apart(candidates: readonly Candidate[]): Map<string, Candidate[]> {
  const addresses = new Map<string, Candidate[]>();
  for (const found of candidates) {
    const key = `${found.street} ${found.number}${found.suffix === '' ? '' : ` ${found.suffix}`}, ${found.place}`;
    addresses.set(key, [...(addresses.get(key) ?? []), found]);
  }
  return addresses;
}

/** Keeps the candidates for which something holds; all of them where it would leave none. */
function narrow(
  candidates: readonly Candidate[],
  holds: (candidate: Candidate) => boolean,
): readonly Candidate[] {
  const kept = candidates.filter(holds);
  return kept.length > 0 ? kept : candidates;
}

interface Pool {
  exact: boolean;
  /** Everything at a number in the streets that the row may mean. */
  at(number: number): readonly Candidate[];
  unknown: ListReasonCode;
}

/** One address of a door, by letter and addition; without one where the register has one only. */
function atDoor({ at, exact, unknown }: Pool, { number, suffix }: Door): Addresses | Unmatched {
  const all = at(number);
  const same = apart(all.filter(found => found.suffix === suffix));
  if (same.size === 1) return { exact, doors: [[...same.values()][0]!] };
  if (same.size > 1) return ambiguous('address-ambiguous', [...same.keys()].join('; '));
  if (all.length === 0) return none(unknown);
  if (suffix !== '') return none('addition-unknown', [...apart(all).keys()].join('; '));
  const others = apart(all);
  return others.size === 1
    ? { exact: false, doors: [[...others.values()][0]!] }
    : ambiguous('address-ambiguous', [...others.keys()].join('; '));
}

/** Every door must be there: naming one that is not makes the row doubtful as a whole. */
function atDoors(pool: Pool, doors: readonly Door[]): Addresses | Unmatched {
  const found: (readonly Candidate[])[] = [];
  for (const door of doors) {
    const one = atDoor(pool, door);
    if (isUnmatched(one)) return one;
    found.push(...one.doors);
  }
  return { exact: false, doors: found };
}

/** Numbers on one side: both ends there, then all that are there; else the one address that has the whole of it. */
function inRange(pool: Pool, { from, to }: { from: number; to: number }): Addresses | Unmatched {
  const numbers = Array.from({ length: Math.floor((to - from) / 2) + 1 }, (_, index) => from + index * 2);
  if (!numbers.includes(to)) return none('number-unreadable');
  const addresses = numbers.map(number => apart(pool.at(number).filter(({ suffix }) => suffix === '')));
  const found = addresses.flatMap(each => [...each.values()]);
  const isWhole =
    addresses[0]!.size === 1 && addresses.at(-1)!.size === 1 && addresses.every(({ size }) => size < 2);
  if (isWhole || found.length === 1) return { exact: false, doors: found };
  return found.length === 0 ? none(pool.unknown) : ambiguous('address-ambiguous');
}

function ofReading(pool: Pool, { doors: { doors, range } }: AddressReading): Addresses | Unmatched {
  if (doors.length > 1) return atDoors(pool, doors);
  if (doors.length === 0) return inRange(pool, range!);
  const one = atDoor(pool, doors[0]!);
  if (!isUnmatched(one) || range === null) return one;
  const several = inRange(pool, range);
  return isUnmatched(several) ? one : several;
}

/** Finds rows in a register. */
export class Matcher {
  readonly #register: Register;

  constructor(register: Register) {
    this.#register = register;
  }

  /** @param found what the register has for this row, asked with others */
  match(stated: StatedAddress, beside: Beside, found: Found): Matched | Unmatched {
    const address = this.#byAddress(stated, beside, found);
    if (stated.ids.length === 0) {
      if (stated.idFault === null) return address;
      // A fault in the id is what has to be mended when the address does not help either.
      return isUnmatched(address) ? none(stated.idFault, stated.written) : { ...address, withoutId: true };
    }
    const ids = stated.ids.flatMap(id => underId(found, id));
    if (ids.length === 0)
      return isUnmatched(address) ? none('id-unknown', stated.written) : { ...address, withoutId: true };
    return this.#byId(ids, stated, beside, address);
  }

  #byId(
    ids: readonly Candidate[],
    stated: StatedAddress,
    beside: Beside,
    address: Matched | Unmatched,
  ): Matched | Unmatched {
    const standing = ids.filter(({ func }) => func !== null);
    if (standing.length === 0) return none('not-standing', stated.written);
    const named = new Set(
      stated.ids.length > 1 ? common(stated, ids) : standing.map(({ premises }) => premises!),
    );
    const all = standing.filter(({ premises }) => named.has(premises!));
    // Of a building or an address with several premises, the rest of the row may name one.
    const byAddress = isUnmatched(address)
      ? all
      : narrow(all, ({ premises }) => address.premises.includes(premises!));
    const left = new Set(
      narrow(byAddress, ({ func }) => func === beside.func).map(({ premises }) => premises!),
    );
    if (left.size !== 1) return ambiguous('premises-ambiguous', stated.written);
    const [premises] = left as Set<string>;
    if (!agrees(stated, premises!, all, address)) return none('id-contradicts-address', stated.written);
    return { match: 'exact-id', premises: [premises!], withoutId: false };
  }

  #byAddress(stated: StatedAddress, beside: Beside, found: Found): Matched | Unmatched {
    const { addressFault, written } = stated;
    if (addressFault !== null) return none(addressFault, written);
    const place = stated.place === null ? null : this.#register.placeNamed(stated.place);
    if (place === undefined) return none('place-unknown', stated.place!);
    const addresses = this.#addresses(stated, found, place?.place ?? null);
    if (isUnmatched(addresses)) return { ...addresses, detail: addresses.detail || written };
    const premises: string[] = [];
    for (const door of addresses.doors) {
      const one = premisesOf(door, beside, written);
      if (isUnmatched(one)) return one;
      premises.push(one.premises);
    }
    const isExact = addresses.exact && (place?.exact ?? true);
    return { match: isExact ? 'exact-address' : 'near', premises: [...new Set(premises)], withoutId: false };
  }

  /** The first reading whose street is known as it is written; else the first that leads somewhere. */
  #addresses(stated: StatedAddress, found: Found, place: string | null): Addresses | Unmatched {
    const known = stated.readings.filter(
      ({ street }) => street !== '' && this.#register.streetsNamed(street).exact,
    );
    let first: Unmatched | undefined;
    for (const reading of known.length > 0 ? known : stated.readings) {
      const addresses = this.#read(reading, stated.postcode, found, place);
      if (!isUnmatched(addresses)) return addresses;
      first ??= addresses;
    }
    return first ?? none('address-missing');
  }

  #read(
    reading: AddressReading,
    postcode: string | null,
    found: Found,
    place: string | null,
  ): Addresses | Unmatched {
    const inPlace = (candidates: readonly Candidate[]) =>
      candidates.filter(candidate => place === null || candidate.place === place);
    const under = (streets: readonly { street: string }[], exact: boolean, unknown: ListReasonCode): Pool => {
      const names = [...new Set(streets.map(({ street }) => street))];
      return { exact, unknown, at: number => inPlace(names.flatMap(name => atNumber(found, name, number))) };
    };
    const coded = postcode === null ? [] : this.#register.streetsOf(postcode);
    const withCode = (pool: Pool): Pool => ({
      ...pool,
      at: number => pool.at(number).filter(candidate => candidate.postcode === postcode),
    });
    if (reading.street === '') {
      if (coded.length === 0) return none('postcode-unknown', postcode ?? '');
      return ofReading(withCode(under(coded, true, 'number-unknown')), reading);
    }
    const { streets, exact } = this.#register.streetsNamed(reading.street);
    if (exact) return this.#inStreet(reading, postcode, under(streets, true, 'number-unknown'), withCode);
    const stated = fold(reading.street);
    const inCode = likeliest(stated, coded.filter(alike(stated)), ({ street }) => fold(street));
    if (inCode.length > 0) return ofReading(withCode(under(inCode, false, 'number-unknown')), reading);
    if (streets.length === 0)
      return none(coded.length > 0 ? 'address-contradicts' : 'street-unknown', reading.street);
    return nearStreet(
      reading,
      streets.map(street => under([street], false, 'street-unknown')),
    );
  }

  /** The street is known. A postcode tells streets of one name apart; where it fits none of them, it may be the slip. */
  #inStreet(
    reading: AddressReading,
    postcode: string | null,
    pool: Pool,
    withCode: (pool: Pool) => Pool,
  ): Addresses | Unmatched {
    if (postcode === null) return ofReading(pool, reading);
    const coded = ofReading(withCode(pool), reading);
    if (!isUnmatched(coded) || coded.match === 'ambiguous') return coded;
    const all = ofReading({ ...pool, exact: false }, reading);
    if (isUnmatched(all)) return all;
    // Addresses whose postcode is not known say nothing against the one in the list.
    if (all.doors.flat().every(candidate => candidate.postcode === null)) return ofReading(pool, reading);
    const isElsewhere = this.#register.streetsOf(postcode).length > 0;
    return isElsewhere ? none('address-contradicts', `${reading.street} ${postcode}`) : all;
  }
}

const alike =
  (stated: string) =>
  ({ street }: { street: string }): boolean =>
    similarity(stated, fold(street)) >= SAME_STREET;

/** Of the streets that a slip may stand for, the one that has the address; of two nobody knows which. */
function nearStreet(reading: AddressReading, pools: readonly Pool[]): Addresses | Unmatched {
  const results = pools.map(pool => ofReading(pool, reading));
  const found = results.filter(result => !isUnmatched(result)) as Addresses[];
  const names = new Set(found.map(({ doors }) => `${doors[0]?.[0]?.street}|${doors[0]?.[0]?.place}`));
  if (names.size > 1) return ambiguous('address-ambiguous', [...names].join('; ').replaceAll('|', ', '));
  if (found.length > 0) return { ...found[0]!, exact: false };
  return (
    (results.find(result => isUnmatched(result) && result.match === 'ambiguous') as Unmatched | undefined) ??
    none('street-unknown', reading.street)
  );
}

function premisesOf(
  door: readonly Candidate[],
  { func }: Beside,
  written: string,
): { premises: string } | Unmatched {
  const held = door.filter(({ premises }) => premises !== null);
  if (held.length === 0) return none('premises-missing', written);
  const standing = held.filter(candidate => candidate.func !== null);
  if (standing.length === 0) return none('not-standing', written);
  const left = new Set(
    narrow(standing, candidate => candidate.func === func).map(({ premises }) => premises!),
  );
  const [premises] = left;
  return left.size === 1 ? { premises: premises! } : ambiguous('premises-ambiguous', written);
}

/** Premises that every id of a row leads to. */
function common({ ids }: StatedAddress, candidates: readonly Candidate[]): string[] {
  const counts = new Map<string, number>();
  for (const { premises } of candidates) counts.set(premises!, (counts.get(premises!) ?? 0) + 1);
  const most = Math.max(...counts.values());
  return [...counts]
    .filter(([, count]) => count === Math.min(most, ids.length))
    .map(([premises]) => premises);
}

/** Whether the address of a row, as far as it says one, can be that of the premises. */
function agrees(
  stated: StatedAddress,
  premises: string,
  candidates: readonly Candidate[],
  address: Matched | Unmatched,
): boolean {
  if (!isUnmatched(address) && address.premises.includes(premises)) return true;
  const own = candidates.find(candidate => candidate.premises === premises);
  if (stated.readings.length === 0 || own?.number == null) return true;
  const numbers = stated.readings.flatMap(({ doors: { doors, range } }) => [
    ...doors.map(({ number }) => number),
    ...(range ? [range.from, range.to] : []),
  ]);
  return numbers.includes(own.number);
}
