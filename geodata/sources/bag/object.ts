import type { FunctionCode } from '#vocabulary/function.ts';
import { FUNCTIONS, functionIndex } from '#vocabulary/function.ts';

/** Kinds of object that are accounted for to the row. */
export const BAG_KINDS = ['building', 'premises', 'address'] as const;
export type BagKind = (typeof BAG_KINDS)[number];

/** A pand of the stock, as every channel gives it. */
export interface BagBuilding {
  /** 16 digits. */
  id: string;
  /** How the delivery itself refers to it where that is not by its id; null else. */
  reference: string | null;
  /** Number of the voorkomen; 0 where the channel has none. */
  occurrence: number;
  year: number | null;
  status: string;
  /** Hex EWKB in RD. */
  geometry: string;
}

/** A house number with its street and place: a nummeraanduiding. */
export interface BagAddress {
  /** 16 digits; null where the channel does not name it. */
  id: string | null;
  occurrence: number;
  street: string;
  number: number;
  letter: string;
  addition: string;
  postcode: string | null;
  place: string;
}

/** A verblijfsobject, ligplaats or standplaats of the stock. */
export interface BagPremises {
  /** 16 digits; null where the channel names the address only. */
  id: string | null;
  occurrence: number;
  purposes: string[];
  /** Whole m2; null unknown. */
  floorArea: number | null;
  /** Hex EWKB in RD: a point, or the polygon of a berth or pitch. */
  geometry: string;
  /** Nummeraanduiding of the main address, where the channel has addresses apart; null else. */
  main: string | null;
  secondary: string[];
  /** Ids or references of buildings; a premises may be in several. */
  buildings: string[];
  /** Main address where the channel has it on the premises itself; null else. */
  address: BagAddress | null;
}

/** The eleven gebruiksdoelen. */
const PURPOSES: ReadonlySet<string> = new Set(FUNCTIONS.flatMap(({ bagPurposes }) => bagPurposes));

/** Fillers that mean that the floor area is not known: up to 1, and rows of nines. */
const FILLERS = new Set([9_999, 99_999, 999_999]);
/** Years that mean that the year is not known: "very old" and "unknown". */
const UNKNOWN_YEARS = new Set([1005, 9999]);

/** A floor area in whole m2; null for a filler, nothing, or what is no number. */
export function floorArea(value: unknown): number | null {
  const area = Math.round(Number(value ?? 0));
  return Number.isFinite(area) && area > 1 && area < 10_000_000 && !FILLERS.has(area) ? area : null;
}

/** A year of construction; null for a filler, nothing, or what is no year. */
export function buildYear(value: unknown): number | null {
  const year = Number(value ?? 0);
  return Number.isInteger(year) && year >= 1000 && year <= 2200 && !UNKNOWN_YEARS.has(year) ? year : null;
}

/** Purposes from a list, or from one string with commas; each once, in order, those of the register only. */
export function purposesOf(value: unknown): string[] {
  const parts = Array.isArray(value) ? value : `${value ?? ''}`.split(',');
  const tidy = parts.map(part => `${part}`.trim().toLowerCase()).filter(part => PURPOSES.has(part));
  return [...new Set(tidy)];
}

const FUNCTION_OF: ReadonlyMap<string, FunctionCode> = new Map(
  FUNCTIONS.flatMap(({ code, bagPurposes }) => bagPurposes.map(purpose => [purpose, code] as const)),
);

/**
 * The function that is taken for the actual one when nothing better is known. Of several purposes the first in the
 * order of functions counts: a shop with a home above it, behind one door, is a shop. `unknown` without a purpose.
 */
export function functionOf(purposes: readonly string[]): FunctionCode {
  const codes = purposes.map(purpose => FUNCTION_OF.get(purpose)!);
  return codes.reduce<FunctionCode>(
    (best, code) => (functionIndex(code) < functionIndex(best) ? code : best),
    'unknown',
  );
}

/** Digits 5 and 6 of an id say what kind of object it is. */
const TYPES = { building: '10', unit: '01', berth: '02', pitch: '03', address: '20' } as const;

/**
 * An id as 16 digits, with the leading zeros that numbers lose and without `NL.IMBAG...` before it.
 * @returns null when it is none of these kinds
 */
export function bagId(value: unknown, ...types: (keyof typeof TYPES)[]): string | null {
  const digits = `${value ?? ''}`.trim().replace(/^NL\.IMBAG\.[A-Za-z]+\./, '');
  if (!/^\d{12,16}$/.test(digits)) return null;
  const id = digits.padStart(16, '0');
  return types.some(type => TYPES[type] === id.slice(4, 6)) ? id : null;
}

const text = (value: unknown): string => `${value ?? ''}`.trim();

/** The parts of an address as they stand in a delivery. */
export interface StatedAddress {
  id: unknown;
  street: unknown;
  number: unknown;
  letter: unknown;
  addition: unknown;
  postcode: unknown;
  place: unknown;
}

/** An address with its parts tidy; null when street, place or number is missing. */
export function addressOf(stated: StatedAddress, occurrence = 0): BagAddress | null {
  const number = Number(stated.number ?? 0);
  const [street, place] = [text(stated.street), text(stated.place)];
  if (!Number.isInteger(number) || number < 1 || number > 99_999 || street === '' || place === '')
    return null;
  const postcode = text(stated.postcode).replace(/\s/g, '').toUpperCase();
  return {
    id: bagId(stated.id, 'address'),
    occurrence,
    street,
    number,
    letter: text(stated.letter).toUpperCase(),
    addition: text(stated.addition),
    postcode: /^\d{4}[A-Z]{2}$/.test(postcode) ? postcode : null,
    place,
  };
}
