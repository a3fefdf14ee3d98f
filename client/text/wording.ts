import { type Format, formatFor } from '#figures/format.ts';
import { dutch, type Messages } from './dutch.ts';
import { english } from './english.ts';
import type { Language } from './language.ts';

/** Everything a panel needs to speak one language. */
export interface Wording {
  language: Language;
  say: Messages;
  write: Format;
}

const wordings: Partial<Record<Language, Wording>> = {};

/** Wording of a language, made once. */
export function wordingFor(language: Language): Wording {
  wordings[language] ??= { language, say: language === 'nl' ? dutch : english, write: formatFor(language) };
  return wordings[language];
}
