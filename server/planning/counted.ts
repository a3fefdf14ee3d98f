import { FUNCTIONS } from '../../geodata/vocabulary/function.ts';
import type { PublishedScenario } from '../contract/published-scenario.ts';

const SENTENCES = {
  nl: (functions: string) =>
    `Leegstand is hier die van ${functions} samen: de andere panden ziet u niet vanaf de stoep.`,
  en: (functions: string) =>
    `Vacancy here is that of ${functions} together: other premises cannot be seen from the pavement.`,
};

/**
 * Which premises the vacancy of a published scenario counts, in a sentence; empty where that is everything observed.
 * On screen and on paper it stands where the source of vacancy stands.
 */
export function countedSentence({ vacancyOf }: PublishedScenario, language: 'nl' | 'en'): string {
  if (vacancyOf === undefined) return '';
  const names = FUNCTIONS.filter(({ code }) => vacancyOf.includes(code)).map(term => term[language]);
  return SENTENCES[language](new Intl.ListFormat(language === 'nl' ? 'nl' : 'en-GB').format(names));
}
