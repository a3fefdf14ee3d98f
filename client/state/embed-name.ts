import type { EmbedDocument } from '#contract/embed.ts';
import { FUNCTIONS } from '#vocabulary/function.ts';
import { embedWords } from '../text/embed-builder.ts';
import { choiceOf, type EmbedChoice } from './embed-choice.ts';
import type { EmbedPlace } from './embed-place.ts';

/** What an embed is called, as its heading says it: its own title, else what it shows, in its own language. */
export function embedName(choice: EmbedChoice, place: EmbedPlace): string {
  const { show, title, language, area, scenario } = choice;
  if (title !== null) return title;
  const { names } = embedWords[language];
  const municipality = place.municipality?.name ?? '';
  if (show === 'scenario') {
    const line = place.scenarios.value?.scenarios.find(({ id }) => id === scenario);
    const own = scenario === place.choice.value.scenario ? place.scenarioTitle : undefined;
    return line?.title ?? own ?? embedWords[language].show.scenario;
  }
  const name = place.areas.value?.areas.find(({ id }) => id === area)?.name;
  const term = FUNCTIONS.find(({ code }) => code === choice.function);
  return show === 'vacancy-map' && term
    ? names.use(name ?? municipality, term[language])
    : names[show](name ?? municipality);
}

/** The same of a stored embed. */
export const storedName = (document: EmbedDocument, place: EmbedPlace): string =>
  embedName(choiceOf(document), place);
