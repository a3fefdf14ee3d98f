import type { Language } from './language.ts';
import { editActs } from './scenario-edit-acts.ts';
import { type EditWords, editDutch } from './scenario-edit-dutch.ts';
import { editEnglish } from './scenario-edit-english.ts';

/** Everything that the screen on which a scenario is made says. */
export type ScenarioEditWords = EditWords & (typeof editActs)['nl'];

const WORDS: Record<Language, ScenarioEditWords> = {
  nl: { ...editDutch, ...editActs.nl },
  en: { ...editEnglish, ...editActs.en },
};

/** The words of a language. */
export const scenarioEditWords = (language: Language): ScenarioEditWords => WORDS[language];
