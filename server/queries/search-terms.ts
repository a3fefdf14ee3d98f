/** What somebody typed, taken apart. Everything is lower case and without accents. */
export interface SearchTerms {
  /** Whole text. */
  text: string;
  /** What may be a street (or an area), without number and postcode; empty when only a postcode was typed. */
  street: string;
  number?: number;
  /** Letter and addition behind the number, such as `a` or `2`. */
  suffix?: string;
  /** As stored: `2611GX`, or only its digits when the letters are not typed yet. */
  postcode?: string;
}

/** Endings that people shorten, in the order in which Dutch streets use them. */
const ENDINGS: readonly (readonly [RegExp, string])[] = [
  [/str\.?$/, 'straat'],
  [/ln\.?$/, 'laan'],
  [/pln\.?$/, 'plein'],
  [/sngl\.?$/, 'singel'],
  [/wg\.?$/, 'weg'],
];

/** Lower case, without accents, single spaces: as the columns `search` hold it. */
export function searchable(text: string): string {
  return text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[\s,]+/g, ' ')
    .trim();
}

const POSTCODE = /\b(\d{4}) ?([a-z]{2})?\b/;
// A house number stands behind a word; `1e dwarsstraat` and `plein 1944` are tried as a street as well.
const NUMBER =
  /^(?<street>.*?\D) (?<number>\d{1,5})(?: ?-? ?(?<suffix>[a-z]\d?|[a-z]?-?\d{1,4}|bis|hs))?(?: (?<place>\D.*))?$/;

function longEnding(word: string): string {
  const ending = ENDINGS.find(([short]) => short.test(word));
  return ending === undefined ? word : word.replace(...ending);
}

const longEndings = (street: string): string => street.split(' ').map(longEnding).join(' ');

function withPostcode(text: string): SearchTerms | undefined {
  const match = POSTCODE.exec(text);
  // Four digits alone are a postcode only when nothing stands before them: otherwise a house number.
  if (match === null || (match[2] === undefined && text !== match[1])) return undefined;
  const rest = text.replace(match[0], ' ').trim();
  const number = /(?:^| )(\d{1,5})\b/.exec(rest);
  return {
    text,
    street: '',
    postcode: `${match[1]}${(match[2] ?? '').toUpperCase()}`,
    ...(number === null ? {} : { number: Number(number[1]) }),
  };
}

/** Takes a query apart: `marktstr 12a delft` is street `marktstraat delft`, number 12, suffix `a`. */
export function searchTerms(query: string): SearchTerms {
  const text = searchable(query);
  const postcode = withPostcode(text);
  if (postcode !== undefined) return postcode;
  const groups = NUMBER.exec(text)?.groups;
  if (groups === undefined) return { text, street: longEndings(text) };
  const { street = '', number, suffix, place } = groups;
  const name = longEndings(street.trim());
  return {
    text,
    street: place === undefined ? name : `${name} ${place}`,
    number: Number(number),
    ...(suffix === undefined ? {} : { suffix: suffix.replace(/^-/, '') }),
  };
}
