import { type DataWords, dataDutch } from './data-dutch.ts';
import { dataEnglish } from './data-english.ts';
import { type ImportWords, importDutch } from './data-import-dutch.ts';
import { importEnglish } from './data-import-english.ts';
import type { Language } from './language.ts';

/** Words of the page about data in each language. */
export const dataWords: Record<Language, DataWords> = { nl: dataDutch, en: dataEnglish };

/** Words of a file on its way in each language. */
export const importWords: Record<Language, ImportWords> = { nl: importDutch, en: importEnglish };
