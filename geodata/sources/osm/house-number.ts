/** Parts of a Dutch house number as the address register keeps them. */
export interface HouseNumber {
  number: number;
  /** One capital letter, or empty. */
  letter: string;
  /** Up to four letters and digits as written on the door (`II`, `100`, `bis`), or empty. */
  addition: string;
}

// Number, at most one letter, addition: sizes of the fields huisnummer, huisletter and huisnummertoevoeging of the BAG.
const WITH_LETTER = /^(\d{1,5}) ?([A-Za-z])(?:[- ]?(\d{1,4})|[- ]([A-Za-z0-9]{1,4}))?$/;
const WITH_ADDITION = /^(\d{1,5})(?:[- ]([A-Za-z0-9]{1,4})|([A-Za-z]{2,4}))$/;
const PLAIN = /^(\d{1,5})$/;

/**
 * Splits OpenStreetMap's one string: `4A`, `1-II`, `139A-100`, `12bis`, `7 hs`. A letter that follows a dash is an
 * addition: the register writes a letter against its number.
 * @returns undefined for anything else (`12;14`, `z.n.`, `0`): that is not one house number
 */
export function parseHouseNumber(text: string): HouseNumber | undefined {
  const tidy = text.trim().replace(/\s+/g, ' ').replace(/ ?- ?/g, '-');
  const [, digits, letter = '', ...additions] =
    PLAIN.exec(tidy) ?? WITH_LETTER.exec(tidy) ?? withoutLetter(WITH_ADDITION.exec(tidy)) ?? [];
  const number = Number(digits ?? 0);
  if (number === 0) return undefined;
  return { number, letter: letter.toUpperCase(), addition: additions.find(Boolean) ?? '' };
}

/** The groups of a match with an empty one where the letter would be. */
function withoutLetter(match: RegExpExecArray | null): (string | undefined)[] | undefined {
  return match ? [match[0], match[1], '', match[2], match[3]] : undefined;
}

/** `4A`, `1-II`, `139A-100`: number and letter together, the addition after a dash. */
export function writeHouseNumber({ number, letter, addition }: HouseNumber): string {
  return `${number}${letter}${addition ? `-${addition}` : ''}`;
}
