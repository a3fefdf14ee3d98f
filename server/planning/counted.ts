import { FUNCTIONS } from '../../geodata/vocabulary/function.ts';
import type { PublishedScenario } from '../contract/published-scenario.ts';

const SENTENCES = {
  nl: (functions: string) =>
    `Leegstand is hier die van ${functions} samen. Andere panden tellen niet mee: u ziet ze niet vanaf de stoep, of hun leegstand is afgeschermd.`,
  en: (functions: string) =>
    `Vacancy here is that of ${functions} together. Other premises are not counted: they cannot be seen from the pavement, or their vacancy is confidential.`,
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
