import type { PublishedScenario } from '../contract/published-scenario.ts';
import type { Language } from './map-words.ts';

/** Language tags as documents and formats want them. */
export const TAGS = { nl: 'nl-NL', en: 'en-GB' } as const;

/** A date in words: a day (ISO), or a moment as it was in the Netherlands. */
export function dateWords(date: string, language: Language): string {
  const timeZone = date.length === 10 ? 'UTC' : 'Europe/Amsterdam';
  return new Intl.DateTimeFormat(TAGS[language], { dateStyle: 'long', timeZone }).format(new Date(date));
}

/** What stands on paper and nowhere else. */
export const WORDS = {
  nl: {
    kind: 'Transformatiescenario',
    fictional: 'fictief',
    municipality: 'Gemeente',
    difference: 'Verschil op de kaart',
    inYear: (year: number) => `leegstand per straatzijde in ${year}, voorstel vergeleken met niets doen`,
    figures: 'Verschil in cijfers',
    indicator: 'Onderwerp',
    now: (year: number) => `Nu (${year})`,
    nothing: (year: number) => `Niets doen, ${year}`,
    proposal: (year: number) => `Voorstel, ${year}`,
    change: 'Verschil',
    norm: 'Eigen norm',
    least: 'ten minste',
    most: 'hoogstens',
    noNorm: 'geen',
    ranges: 'Tussen haakjes staan de laagste en de hoogste uitkomst.',
    norms: 'Normen',
    measures: 'Maatregelen en fasen',
    offMap: 'Niet op de kaart: de plek zou verraden welke panden leeg staan.',
    maps: 'Leegstand per straatzijde, nu en straks',
    mapNow: (year: number) => `Nu (${year})`,
    mapThen: (year: number) => `Met het voorstel (${year})`,
    assumptions: 'Aannames',
    assumption: 'Aanname (nummer van de maatregel)',
    low: 'Laag',
    mid: 'Verwacht',
    high: 'Hoog',
    source: 'Bron',
    sources: 'Bronnen',
    brief: 'In het kort',
    notSaid: 'Wat dit niet zegt',
    nothingNotSaid: 'De indiener heeft hier niets ingevuld.',
    evidence: 'Bron en definitie',
    referenceDate: 'peildatum',
    version: 'Versie',
    checksum: 'Controlegetal (SHA-256)',
    link: 'Alles over deze versie',
    qr: (address: string) => `QR-code met de link ${address}`,
    page: (page: number) => `Bladzijde ${page} van 2`,
    more: (count: number) => `… en nog ${count}: zie de link onderaan.`,
    moreText: '… Lees verder via de link.',
    observed: 'waargenomen in dit gebied',
    pooled: 'waargenomen, alle functies samen',
    empties: (what: string) => `${what}: komt leeg, per jaar`,
    fills: (what: string) => `${what}: raakt weer gevuld, per jaar`,
    staying: 'gebruikers die elders in het gebied een leeg pand vinden (alle)',
    hardPlan: (name: string, year: number) => `plan dat doorgaat: ${name} (${year}), m²`,
    normKinds: {
      jobs: 'm² per baan',
      parking: 'parkeerplaatsen per 100 m² (woning: per woning)',
      energy: 'kWh per m² per jaar',
    },
    noMeasures: 'Dit voorstel heeft geen maatregelen.',
  },
  en: {
    kind: 'Transformation scenario',
    fictional: 'fictional',
    municipality: 'Municipality of',
    difference: 'Difference on the map',
    inYear: (year: number) => `vacancy by street side in ${year}, the proposal against doing nothing`,
    figures: 'Difference in figures',
    indicator: 'Subject',
    now: (year: number) => `Now (${year})`,
    nothing: (year: number) => `Doing nothing, ${year}`,
    proposal: (year: number) => `Proposal, ${year}`,
    change: 'Difference',
    norm: 'Own norm',
    least: 'at least',
    most: 'at most',
    noNorm: 'none',
    ranges: 'In brackets: the lowest and the highest outcome.',
    norms: 'Norms',
    measures: 'Measures and phases',
    offMap: 'Not on the map: the place would show which premises are vacant.',
    maps: 'Vacancy by street side, now and later',
    mapNow: (year: number) => `Now (${year})`,
    mapThen: (year: number) => `With the proposal (${year})`,
    assumptions: 'Assumptions',
    assumption: 'Assumption (number of the measure)',
    low: 'Low',
    mid: 'Expected',
    high: 'High',
    source: 'Source',
    sources: 'Sources',
    brief: 'In brief',
    notSaid: 'What this does not say',
    nothingNotSaid: 'Nothing was filled in here.',
    evidence: 'Source and definition',
    referenceDate: 'reference date',
    version: 'Version',
    checksum: 'Checksum (SHA-256)',
    link: 'Everything about this version',
    qr: (address: string) => `QR code with the link ${address}`,
    page: (page: number) => `Page ${page} of 2`,
    more: (count: number) => `… and ${count} more: see the link below.`,
    moreText: '… Read on by the link.',
    observed: 'observed in this area',
    pooled: 'observed, all functions together',
    empties: (what: string) => `${what}: become vacant, per year`,
    fills: (what: string) => `${what}: are filled again, per year`,
    staying: 'users who find other vacant premises in the area (all)',
    hardPlan: (name: string, year: number) => `plan that goes ahead: ${name} (${year}), m²`,
    normKinds: {
      jobs: 'm² per job',
      parking: 'parking places per 100 m² (home: per home)',
      energy: 'kWh per m² a year',
    },
    noMeasures: 'This proposal has no measures.',
  },
} as const;

function decisionText({ decision }: PublishedScenario, language: Language): string {
  if (decision === null) return '';
  const { body, number, date, amended } = decision;
  const day = dateWords(date, language);
  if (language === 'nl')
    return `hoort bij besluit ${number} van ${body} van ${day}${amended ? ' (gewijzigd vastgesteld)' : ''}`;
  return `belongs to decision ${number} of ${body} of ${day}${amended ? ' (adopted as amended)' : ''}`;
}

/** Which version this is, since when, and the decision that it belongs to. */
export function statusLine(scenario: PublishedScenario, language: Language): string {
  const { version, publishedAt } = scenario;
  const day = dateWords(publishedAt, language);
  const published = language === 'nl' ? `gepubliceerd op ${day}` : `published on ${day}`;
  const parts = [`${WORDS[language].version} ${version}`, published, decisionText(scenario, language)];
  return parts.filter(part => part !== '').join(' · ');
}

/** The dated message of a withdrawal; empty for a version that stands. */
export function withdrawalText({ withdrawn }: PublishedScenario, language: Language): string {
  if (withdrawn === null) return '';
  const day = dateWords(withdrawn.on, language);
  return language === 'nl'
    ? `Ingetrokken op ${day}. Reden: ${withdrawn.reason}`
    : `Withdrawn on ${day}. Reason: ${withdrawn.reason}`;
}

/** What an amendment changes; empty for a scenario that is none. */
export function amendmentText({ amendmentOf }: PublishedScenario, language: Language): string {
  if (amendmentOf === null) return '';
  const { number, title, version } = amendmentOf;
  return language === 'nl'
    ? `Amendement A${number} op “${title}”, versie ${version}`
    : `Amendment A${number} to “${title}”, version ${version}`;
}
