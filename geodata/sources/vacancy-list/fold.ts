import { searchText } from '../../import/search-text.ts';

/** A name as it is compared: lower case, without accents and signs, single spaces. */
export function fold(name: string): string {
  return searchText(name)
    .replace(/[.'’`´"]/g, '')
    .replace(/[^a-z0-9]+/g, ' ')
    .trim();
}

/** Words that lists shorten, and what they stand for; at the end of a name, and anywhere. */
const ENDS: readonly (readonly [RegExp, string])[] = [
  [/str$/, 'straat'],
  [/(?<=[a-z])ln$/, 'laan'],
  [/(?<=[a-z])pln$/, 'plein'],
  [/(?<=[a-z])wg$/, 'weg'],
  [/(?<=[a-z])dk$/, 'dijk'],
];
const WORDS: Readonly<Record<string, string>> = {
  burg: 'burgemeester',
  st: 'sint',
  dr: 'doctor',
  mr: 'meester',
  prof: 'professor',
  ds: 'dominee',
  kon: 'koningin',
  pr: 'prins',
  gen: 'generaal',
  past: 'pastoor',
  v: 'van',
  vd: 'van der',
  'v d': 'van der',
};

/** A folded street name with its abbreviations written out: `burg jansenstr` as `burgemeester jansenstraat`. */
export function expand(folded: string): string {
  const words = folded.split(' ').map(word => WORDS[word] ?? word);
  return ENDS.reduce((name, [end, whole]) => name.replace(end, whole), words.join(' '));
}

function trigrams(folded: string): Set<string> {
  const found = new Set<string>();
  for (const word of folded.split(' ')) {
    const padded = `  ${word} `;
    for (let at = 0; at + 3 <= padded.length; at++) found.add(padded.slice(at, at + 3));
  }
  return found;
}

/** Share of three-letter pieces that two folded names have in common, as pg_trgm's `similarity` counts it: 0 to 1. */
export function similarity(a: string, b: string): number {
  const [first, second] = [trigrams(a), trigrams(b)];
  let common = 0;
  for (const piece of first) if (second.has(piece)) common += 1;
  return common / (first.size + second.size - common);
}

/** Whether one letter too many, too few or another, or two letters changed round, is all that differs. */
export function isOneSlip(a: string, b: string): boolean {
  if (Math.abs(a.length - b.length) > 1 || a === b) return false;
  let at = 0;
  while (at < a.length && a[at] === b[at]) at += 1;
  const rests = [
    [a.slice(at + 1), b.slice(at + 1)],
    [a.slice(at + 1), b.slice(at)],
    [a.slice(at), b.slice(at + 1)],
  ];
  if (rests.some(([one, other]) => one === other)) return true;
  return a[at] === b[at + 1] && a[at + 1] === b[at] && a.slice(at + 2) === b.slice(at + 2);
}

/**
 * Of names that may all be the one stated, those that a single slip explains, where there are any: `Niewe Fordstraat` is
 * Nieuwe Fordstraat, though Fordstraat is like it too.
 */
export function likeliest<Item>(
  stated: string,
  items: readonly Item[],
  name: (item: Item) => string,
): readonly Item[] {
  const slips = items.filter(item => isOneSlip(stated, name(item)));
  return slips.length > 0 ? slips : items;
}

/** Least similarity of two names that may be one name with a slip; sister streets (`Oosterweg`, `Westerweg`) stay below. */
const ALIKE = 0.55;
/** Below this many letters one other letter makes another name. */
const SHORT = 5;

/** Whether a folded name may be another one, written with a slip. */
export function isNearName(stated: string, known: string): boolean {
  if (stated.length < SHORT || known.length < SHORT) return false;
  return isOneSlip(stated, known) || similarity(stated, known) >= ALIKE;
}
