import type { PublishedScenario } from '../contract/published-scenario.ts';
import { lookOf, type Reading, type SideLook } from './map-sides.ts';

/** Language of what is drawn or printed. */
export type Language = 'nl' | 'en';

const lastYear = ({ years }: PublishedScenario) => years.at(-1)!;

/** Title of a still map. */
export function mapTitle(scenario: PublishedScenario, reading: Reading, language: Language): string {
  const { name } = scenario.area;
  const [first, last] = [scenario.years[0]!, lastYear(scenario)];
  const titles = {
    nl: {
      difference: `${name}: leegstand per straatzijde in ${last}, voorstel vergeleken met niets doen`,
      before: `${name}: leegstand per straatzijde nu (${first})`,
      after: `${name}: leegstand per straatzijde met het voorstel (${last})`,
    },
    en: {
      difference: `${name}: vacancy by street side in ${last}, the proposal against doing nothing`,
      before: `${name}: vacancy by street side now (${first})`,
      after: `${name}: vacancy by street side with the proposal (${last})`,
    },
  };
  return titles[language][reading];
}

const LOOKS: Record<Language, Record<string, string>> = {
  nl: {
    better: 'minder leegstand dan bij niets doen',
    worse: 'meer leegstand dan bij niets doen',
    same: 'geen verschil',
    unknown: 'onbekend of te weinig panden om te tonen',
    unobserved: 'niet waargenomen',
    0: 'geen leegstand',
    1: 'minder dan 4 %',
    2: '4 tot 8 %',
    3: '8 tot 12 %',
    4: '12 tot 20 %',
    5: '20 % of meer',
  },
  en: {
    better: 'less vacancy than when doing nothing',
    worse: 'more vacancy than when doing nothing',
    same: 'no difference',
    unknown: 'unknown, or too few premises to show',
    unobserved: 'not observed',
    0: 'no vacancy',
    1: 'under 4 %',
    2: '4 to 8 %',
    3: '8 to 12 %',
    4: '12 to 20 %',
    5: '20 % or more',
  },
};

/** A look of street sides in words. */
export function lookWords(look: SideLook, language: Language): string {
  return LOOKS[language][look]!;
}

/** Streets of which a side looks so, each once. */
function streetsWith({ sides }: PublishedScenario, look: SideLook): string[] {
  return [...new Set(sides.filter(side => side.change === look).map(({ street }) => street))].toSorted();
}

/** Most streets that a description names. */
const MOST_STREETS = 8;

function streetsText(streets: readonly string[], language: Language): string {
  const more = streets.length - MOST_STREETS;
  const list = streets.slice(0, MOST_STREETS).join(', ');
  if (more <= 0) return list;
  return language === 'nl' ? `${list} en ${more} andere` : `${list} and ${more} others`;
}

function sidesText(count: number, language: Language): string {
  if (language === 'nl') return count === 1 ? '1 straatzijde' : `${count} straatzijden`;
  return count === 1 ? '1 street side' : `${count} street sides`;
}

/** What a still map shows, in sentences: how many street sides look how, and in which streets something changes. */
export function mapDescription(scenario: PublishedScenario, reading: Reading, language: Language): string {
  const looks: readonly SideLook[] =
    reading === 'difference'
      ? ['better', 'worse', 'same', 'unknown', 'unobserved']
      : [0, 1, 2, 3, 4, 5, 'unknown', 'unobserved'];
  const counts = looks.flatMap(look => {
    const count = scenario.sides.filter(side => lookOf(side, reading) === look).length;
    return count === 0 ? [] : [`${sidesText(count, language)}: ${lookWords(look, language)}`];
  });
  const sentences = [`${counts.join('; ')}.`];
  if (reading === 'difference')
    for (const look of ['better', 'worse'] as const) {
      const streets = streetsWith(scenario, look);
      const words = lookWords(look, language);
      if (streets.length > 0)
        sentences.push(`${words[0]!.toUpperCase()}${words.slice(1)}: ${streetsText(streets, language)}.`);
    }
  return sentences.join(' ');
}
