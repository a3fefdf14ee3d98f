import type { StreetRange } from './write-areas.ts';

/** Part of a street as a list names it. */
export interface NamedRange extends StreetRange {
  /** Of the street, where the list names it: needed where two places have a street of that name. */
  place: string | null;
}

/** House numbers of the Netherlands are below this: a whole side is every number. */
export const HIGHEST_NUMBER = 99_999;

const SIDES: readonly [pattern: string, side: StreetRange['side']][] = [
  // `oneven` holds `even`: it goes first.
  ['(?:oneven|odd)(?:\\s*(?:nummers|zijde|kant|numbers|side))?', 'odd'],
  ['(?:even)(?:\\s*(?:nummers|zijde|kant|numbers|side))?', 'even'],
  ['(?:beide|beiden|both|even en oneven|oneven en even)(?:\\s*(?:zijden|kanten|sides))?', 'both'],
];

/** The side that words mean; undefined for words that mean none; `both` for none at all. */
export function sideOf(words: string): StreetRange['side'] | undefined {
  const text = words.trim().toLowerCase();
  if (text === '') return 'both';
  return SIDES.find(([pattern]) => new RegExp(`^${pattern}$`).test(text))?.[1];
}

const SIDE_PART =
  '(?:(?:\\s+|\\s*[,(]\\s*)(?<side>(?:on)?even[a-z ]*|odd[a-z ]*|both[a-z ]*|beide[a-z ]*)\\)?)?';
const WHOLE = '(?:(?:\\s+|\\s*[,(]\\s*)(?:geheel|hele straat|gehele straat|alle nummers|whole street)\\)?)?';
const NUMBERS =
  '(?:\\s+(?:nrs?\\.?|nummers?|huisnummers?)?\\s*(?<from>\\d{1,5})(?:\\s*(?:t\\/m|tm|t\\.m\\.|tot en met|to|-|–)\\s*(?<to>\\d{1,5}))?)?';
/** A street begins with a letter or an apostrophe (`'t Zand`) or with an ordinal (`1e Dwarsstraat`). */
const STREET = "(?<street>(?:\\d+e\\s)?[\\p{L}'’`(][^;]*?)";
const PLACE = "(?:\\s*\\((?<place>\\p{L}[\\p{L} '-]*)\\))?";

const RANGE = new RegExp(`^${STREET}${PLACE}${NUMBERS}${WHOLE}${SIDE_PART}$`, 'iu');

/** Words in brackets that say something else than a place. */
const NO_PLACE =
  /^(geheel|hele straat|gehele straat|alle nummers|whole street|even|oneven|odd|both|beide.*)$/i;

/**
 * Reads a part of a street as decisions write it: `Dorpsstraat 50 t/m 152 even`, `Markt 3`, `Kerkstraat oneven zijde`,
 * `Dorpsstraat (Holten) 2-10`, `Markt (geheel)`. Without a side both count; a single number is of its own side.
 * @returns undefined for what is none, or for numbers that run down
 */
export function parseRange(text: string): NamedRange | undefined {
  const clean = text.replace(/\s+/g, ' ').replace(/[.,]$/, '').trim();
  const found = RANGE.exec(clean)?.groups;
  if (found === undefined || found.street === undefined) return undefined;
  const { street, place, from, to, side: words } = found;
  // A number that was not taken for one is left in the name: letters and additions are no range.
  if (/\s\d/.test(street)) return undefined;
  const side = sideOf(words ?? '');
  if (side === undefined) return undefined;
  const [first, last] = from === undefined ? [1, HIGHEST_NUMBER] : [Number(from), Number(to ?? from)];
  if (first < 1 || last < first) return undefined;
  const named = place !== undefined && !NO_PLACE.test(place) ? place : null;
  return { street: street.trim(), place: named, from: first, to: last, side };
}

/** A range as it is read back, in Dutch. */
export function rangeText({ street, from, to, side }: StreetRange): string {
  const words = { even: ' even', odd: ' oneven', both: '' }[side];
  if (from === 1 && to === HIGHEST_NUMBER) return `${street}${words}`;
  return from === to ? `${street} ${from}` : `${street} ${from} t/m ${to}${words}`;
}
