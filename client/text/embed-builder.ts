import { type EmbedWords, embedDutch } from './embed-builder-dutch.ts';
import { embedEnglish } from './embed-builder-english.ts';
import type { Language } from './language.ts';

/** Words of the builder of embeds in each language. */
export const embedWords: Record<Language, EmbedWords> = { nl: embedDutch, en: embedEnglish };
