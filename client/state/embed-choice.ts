import type { EmbedDocument, EmbedReading, INTERACTIONS } from '#contract/embed.ts';

/** What an embed can show. */
export const EMBED_SHOWS = ['vacancy-map', 'figures', 'trend', 'scenario'] as const;
export type EmbedShow = EmbedDocument['show'];

type Of<Show extends EmbedShow> = Omit<Extract<EmbedDocument, { show: Show }>, 'show' | 'municipality'>;

/** As in the contract, without the checking code that comes with it. */
export const MAP_READINGS = ['percentage', 'concentration', 'streets'] as const satisfies EmbedReading[];
export const MAP_INTERACTIONS = ['still', 'press', 'visible'] as const satisfies typeof INTERACTIONS;

/**
 * Every setting of every kind of embed at once. What the chosen kind does not have waits here: who looks at another
 * kind and comes back finds it as it was.
 */
export type EmbedChoice = Omit<Of<'vacancy-map'>, 'reading'> &
  Omit<Of<'scenario'>, 'scenario'> & {
    show: EmbedShow;
    /** Null: none is chosen yet. */
    scenario: string | null;
    /** Null: what says most about the place. */
    reading: EmbedReading | null;
  };

/** Name of a setting. */
export type EmbedField = keyof EmbedChoice;

/** What the builder opens with: the map of the whole municipality, and what the contract takes where nothing is said. */
export const PLAIN_EMBED: EmbedChoice = {
  show: 'vacancy-map',
  area: null,
  scenario: null,
  version: null,
  view: 'difference',
  title: null,
  language: 'nl',
  theme: 'device',
  height: null,
  table: true,
  series: null,
  referenceDate: null,
  function: 'all',
  reading: null,
  legend: true,
  search: true,
  interaction: 'press',
};

const FRAME = ['title', 'language', 'theme', 'height', 'table'] as const;
const FIGURES = ['area', 'series', 'referenceDate', 'function'] as const;

/** Settings that each kind has. */
export const EMBED_FIELDS: Readonly<Record<EmbedShow, readonly EmbedField[]>> = {
  'vacancy-map': [...FIGURES, ...FRAME, 'reading', 'legend', 'search', 'interaction'],
  figures: [...FIGURES, ...FRAME],
  trend: [...FIGURES, ...FRAME],
  scenario: ['scenario', 'version', 'view', 'legend', ...FRAME],
};

/** What a choice is about, as far as it does not say itself. */
export interface EmbedSetting {
  municipality: string;
  /** Reading that says most about the place. */
  reading: EmbedReading;
}

/** The document of a choice; null while a scenario is still to be chosen. */
export function documentOf(
  choice: EmbedChoice,
  { municipality, reading }: EmbedSetting,
): EmbedDocument | null {
  const { show } = choice;
  if (show === 'scenario' && choice.scenario === null) return null;
  const settings = Object.fromEntries(
    EMBED_FIELDS[show].map(field => [
      field,
      field === 'reading' ? (choice.reading ?? reading) : choice[field],
    ]),
  );
  return { show, municipality, ...settings } as EmbedDocument;
}

/** What a document says; what its kind does not have is not among it. */
export function settingsOf({ municipality: _, ...settings }: EmbedDocument): Partial<EmbedChoice> {
  return settings;
}

/** The choice that a document is of. */
export const choiceOf = (document: EmbedDocument): EmbedChoice => ({
  ...PLAIN_EMBED,
  ...settingsOf(document),
});

/** Settings of the chosen kind that are not as in another choice. */
export function differing(choice: EmbedChoice, other: EmbedChoice): EmbedField[] {
  const fields: EmbedField[] = ['show', ...EMBED_FIELDS[choice.show]];
  return fields.filter(field => choice[field] !== other[field]);
}

/** Settings that the address of a place says, or the code around it. */
const BESIDE_THE_EMBED: readonly EmbedField[] = ['show', 'area', 'scenario', 'version', 'language', 'height'];

/**
 * True where nothing needs to be stored: the address of the place itself shows the same. Only a map and a scenario
 * have such an address.
 */
export function isPlain(choice: EmbedChoice, { reading }: EmbedSetting): boolean {
  if (choice.show !== 'vacancy-map' && choice.show !== 'scenario') return false;
  const own = choice.reading === reading ? { ...choice, reading: null } : choice;
  return differing(own, PLAIN_EMBED).every(field => BESIDE_THE_EMBED.includes(field));
}

/** The same place, with plain settings: what somebody gets who cannot store anything. */
export function plainOf({ show, ...choice }: EmbedChoice): EmbedChoice {
  const { area, scenario, version, language, height } = choice;
  const plain = show === 'scenario' ? 'scenario' : 'vacancy-map';
  return { ...PLAIN_EMBED, show: plain, area, scenario, version, language, height };
}
