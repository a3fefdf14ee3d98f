import type { Language } from './language.ts';
import { type ScenarioWords, scenarioDutch } from './scenario-reading-dutch.ts';
import { scenarioEnglish } from './scenario-reading-english.ts';

/** Words of the reading page in each language. */
export const scenarioWords: Record<Language, ScenarioWords> = { nl: scenarioDutch, en: scenarioEnglish };
