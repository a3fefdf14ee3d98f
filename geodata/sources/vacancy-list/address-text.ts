import { parseDoors, type StatedDoors } from './door-number.ts';

/** One way to take street and number apart. */
export interface AddressReading {
  street: string;
  doors: StatedDoors;
}

/** An address in one cell, taken apart. */
export interface AddressText {
  /** Ways to read it, the likeliest first (`Plein 1945 12` can be read in two); empty: no street with a number. */
  readings: AddressReading[];
  postcode: string | null;
  place: string | null;
}

const POSTCODE = /\b(\d{4}) ?([A-Z]{2})\b/i;

/** A postcode as the register writes it, `1234AB` (none of ours begins with 0, those of an invented town do); null for anything else. */
export function parsePostcode(text: string): string | null {
  const [, digits, letters] = /^\s*(\d{4})\s?([A-Z]{2})\s*$/i.exec(text) ?? [];
  return digits === undefined ? null : `${digits}${letters!.toUpperCase()}`;
}

/** Every space before a digit may be where the number begins; the last one mostly is. */
function readingsOf(text: string): AddressReading[] {
  const readings: AddressReading[] = [];
  for (const { index } of text.matchAll(/[ ,]+(?=\d)/g)) {
    const street = text.slice(0, index).replace(/,$/, '').trim();
    const doors = parseDoors(text.slice(index).replace(/^[ ,]+/, ''));
    if (doors && /[a-z]/i.test(street)) readings.unshift({ street, doors });
  }
  return readings;
}

/** The last part behind a comma is a place when it is a word of its own: `12 a, b` is not. */
function withPlace(text: string): { address: string; place: string | null } {
  const [, address, place] = /^(.*\d.*?)\s*[,(]\s*(?:te )?([A-Za-zÀ-ÿ'’\- ]{3,}?)\)?\s*$/.exec(text) ?? [];
  return address === undefined ? { address: text, place: null } : { address, place: place!.trim() };
}

/** Takes an address in one cell apart: `Dorpsstraat 12a, 1234 AB Proefdam`. */
export function parseAddress(text: string): AddressText {
  const tidy = text.trim().replace(/\s+/g, ' ');
  const found = POSTCODE.exec(tidy);
  if (!found) {
    const { address, place } = withPlace(tidy);
    return { readings: readingsOf(address), postcode: null, place };
  }
  const before = tidy.slice(0, found.index).replace(/[ ,]+$/, '');
  const after = tidy.slice(found.index + found[0].length).replace(/^[ ,]+/, '');
  return {
    readings: readingsOf(before),
    postcode: parsePostcode(found[0]),
    place: after === '' ? null : after,
  };
}
