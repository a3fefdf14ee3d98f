/**
 * Postcodes that are nobody's. Dutch postcodes run from 1000 AA to 9999 XL; none begins with a zero, so the
 * town's are 0101 and up. Letters as they are really given: without F, I, O, Q, U and Y, and never SA, SD or SS.
 */
const LETTERS = 'ABCDEGHJKLMNPRSTVWXZ';
const NEVER = new Set(['SA', 'SD', 'SS']);

const PAIRS: string[] = [...LETTERS]
  .flatMap(first => [...LETTERS].map(second => first + second))
  .filter(pair => !NEVER.has(pair));

/** House numbers on one street side that share a postcode, at most. */
const PER_POSTCODE = 24;

/** Gives out postcodes: one per street side and stretch of numbers, digits by quarter. */
export class Postcodes {
  readonly #digits = new Map<string, number>();
  readonly #pairs = new Map<number, number>();
  readonly #given = new Map<string, string>();

  /** Postcode of the `rank`-th house on a street side. */
  of(quarter: string, street: string, side: 'odd' | 'even', rank: number): string {
    const key = `${quarter}|${street}|${side}|${Math.floor(rank / PER_POSTCODE)}`;
    const known = this.#given.get(key);
    if (known !== undefined) return known;
    let digits = this.#digits.get(quarter) ?? 101 + this.#digits.size;
    this.#digits.set(quarter, digits);
    const turn = this.#pairs.get(digits) ?? 0;
    this.#pairs.set(digits, turn + 1);
    digits += Math.floor(turn / PAIRS.length) * 100;
    const postcode = `0${digits}${PAIRS[turn % PAIRS.length]}`;
    this.#given.set(key, postcode);
    return postcode;
  }
}
