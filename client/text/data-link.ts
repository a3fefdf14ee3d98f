import type { Language } from './language.ts';

/** Words by which other pages lead to the page about data. */
export const dataLinkWords: Record<Language, { toData: string; emptyOr: string; emptyLoad: string }> = {
  nl: {
    toData: 'Gegevens: wat er geladen is',
    emptyOr: 'Of laad een bestand in de browser, als planner:',
    emptyLoad: 'Bestand laden',
  },
  en: {
    toData: 'Data: what has been loaded',
    emptyOr: 'Or load a file in the browser, as a planner:',
    emptyLoad: 'Load a file',
  },
};
