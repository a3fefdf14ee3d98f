import type { Language } from './language.ts';

/** Words of correcting one premises, in Dutch at B1. */
const dutch = {
  title: 'Waarneming',
  of: (series: string, date: string) => `${series}, peildatum ${date}`,
  none: 'Op deze peildatum is over dit pand niets genoteerd.',
  now: 'Genoteerd',
  correct: 'Verbeteren',
  keptElsewhere: (source: string) =>
    `Deze bron wordt bijgehouden door ${source}. Meld een fout daar; uw eigen lijst kunt u hier wel verbeteren.`,
  lead: 'Wat u hier bewaart, wordt een nieuwe waarneming. Wat er stond, blijft in het verloop te zien.',
  status: 'Status',
  choose: 'Kies',
  since: 'Leeg sinds',
  sinceUnknown: 'Onbekend',
  sinceDay: 'Deze dag',
  sinceKept: (interval: string) => `Zoals genoteerd: ${interval}`,
  day: 'Dag',
  vacantFloorArea: 'Leegstaande vloeroppervlakte, in m² (leeg: alles of onbekend)',
  remark: 'Opmerking (mag leeg blijven)',
  reason: 'Waarom verbetert u dit?',
  reasonHelp: 'Bijvoorbeeld: zelf gezien op 12 maart. Deze reden blijft bij de waarneming staan.',
  save: 'Verbetering bewaren',
  saving: 'Bezig met bewaren …',
  cancel: 'Annuleren',
  saved: 'Bewaard. De cijfers zijn opnieuw geteld.',
  faults: {
    status: 'Kies een status.',
    'no-date': 'Dit is geen datum. Schrijf dag, maand en jaar, zoals 31-12-2025.',
    'too-late': (date: string) => `De dag kan niet na de peildatum liggen (${date}).`,
    'no-number': 'Vul een heel getal in van 0 tot 1.000.000.',
    reason: 'Schrijf waarom, in een paar woorden.',
  },
  failed: {
    offline: 'De server is niet te bereiken. Er is niets bewaard; wat u invulde, staat er nog.',
    busy: 'De server heeft het druk. Er is niets bewaard; wat u invulde, staat er nog. Probeer het zo nog eens.',
    'not-signed-in':
      'U bent uitgelogd. Er is niets bewaard; wat u invulde, staat er nog. Log in een ander tabblad in en bewaar opnieuw.',
    absent: 'Dit pand is er niet meer. Er is niets bewaard.',
    refused: 'De server nam dit niet aan. Er is niets bewaard; wat u invulde, staat er nog.',
    fault: 'Er ging iets mis op de server. Er is niets bewaard; wat u invulde, staat er nog.',
  },
  corrected: (by: string, date: string) => `verbeterd door ${by} op ${date}`,
  replaced: 'later verbeterd',
};

/** What every language must say. */
export type CorrectionWords = typeof dutch;

const english: CorrectionWords = {
  title: 'Observation',
  of: (series, date) => `${series}, reference date ${date}`,
  none: 'Nothing was recorded of these premises on this reference date.',
  now: 'Recorded',
  correct: 'Correct',
  keptElsewhere: source =>
    `This source is kept by ${source}. Report a mistake there; your own list you can correct here.`,
  lead: 'What you save here becomes a new observation. What was there stays in the story.',
  status: 'Status',
  choose: 'Choose',
  since: 'Vacant since',
  sinceUnknown: 'Unknown',
  sinceDay: 'This day',
  sinceKept: interval => `As recorded: ${interval}`,
  day: 'Day',
  vacantFloorArea: 'Vacant floor area, in m² (empty: all of it, or unknown)',
  remark: 'Remark (may stay empty)',
  reason: 'Why do you correct this?',
  reasonHelp: 'For example: seen myself on 12 March. This reason stays with the observation.',
  save: 'Save the correction',
  saving: 'Saving …',
  cancel: 'Cancel',
  saved: 'Saved. The figures were counted again.',
  faults: {
    status: 'Choose a status.',
    'no-date': 'This is no date. Write day, month and year, such as 31-12-2025.',
    'too-late': date => `The day cannot lie after the reference date (${date}).`,
    'no-number': 'Fill in a whole number from 0 to 1,000,000.',
    reason: 'Write why, in a few words.',
  },
  failed: {
    offline: 'The server cannot be reached. Nothing was saved; what you filled in is still here.',
    busy: 'The server is busy. Nothing was saved; what you filled in is still here. Try again in a moment.',
    'not-signed-in':
      'You are signed out. Nothing was saved; what you filled in is still here. Sign in in another tab and save again.',
    absent: 'These premises are not there any more. Nothing was saved.',
    refused: 'The server did not take this. Nothing was saved; what you filled in is still here.',
    fault: 'Something went wrong on the server. Nothing was saved; what you filled in is still here.',
  },
  corrected: (by, date) => `corrected by ${by} on ${date}`,
  replaced: 'corrected later',
};

/** Words of correcting one premises in each language. */
export const correctionWords: Record<Language, CorrectionWords> = { nl: dutch, en: english };
