/** Languages of the screens; Dutch is the first one. */
export const LANGUAGES = ['nl', 'en'] as const;
export type Language = (typeof LANGUAGES)[number];

/** True for a word that names one of our languages. */
export const isLanguage = (word: string | null): word is Language => word === 'nl' || word === 'en';

/**
 * Language of the screens when the address does not say: the first of the browser's that we have, else Dutch.
 * @param preferred BCP 47 tags in the reader's order of preference
 */
export function preferredLanguage(preferred: readonly string[]): Language {
  const known = preferred.map(tag => tag.slice(0, 2).toLowerCase()).find(isLanguage);
  return known ?? 'nl';
}
