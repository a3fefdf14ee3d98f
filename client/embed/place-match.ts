import type { Place } from '../api/place.ts';

/** Letters as they are compared: without marks and capitals, everything that is no letter or digit a space. */
export const folded = (text: string): string =>
  text
    .normalize('NFD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();

/** How well a name suits, least is best; undefined where a word of the query starts no word of the name. */
function rank(name: string, query: string): number | undefined {
  const words = name.split(' ');
  if (!query.split(' ').every(part => words.some(word => word.startsWith(part)))) return undefined;
  if (name === query) return 0;
  return name.startsWith(query) ? 1 : 2;
}

/**
 * Places whose name has every word of what was typed at the start of one of its own words: the same first, then those
 * that start with it; of equals areas before streets, in the order of the list.
 */
export function matchPlaces(places: readonly Place[], typed: string, most: number): Place[] {
  const query = folded(typed);
  if (query === '') return [];
  const ranked = places.flatMap(place => {
    const at = rank(folded(place.name), query);
    return at === undefined ? [] : [{ place, at: 2 * at + Number(place.kind === 'street') }];
  });
  return ranked
    .sort((a, b) => a.at - b.at)
    .slice(0, most)
    .map(({ place }) => place);
}
