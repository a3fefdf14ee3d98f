import type { Language } from '../text/language.ts';

/** MapLibre's own words, for the parts of it that we show. */
const WORDS = {
  nl: { 'Map.Title': 'Kaart', 'ScaleControl.Meters': 'm', 'ScaleControl.Kilometers': 'km' },
  en: { 'Map.Title': 'Map', 'ScaleControl.Meters': 'm', 'ScaleControl.Kilometers': 'km' },
} as const;

/** MapLibre's words in a language. */
export const mapLocale = (language: Language): Record<string, string> => WORDS[language];
