import type { Language } from './language.ts';

/** Words that every page about scenarios shares: its head, its settings, and what can be the matter. */
const dutch = {
  toMap: 'Kaart',
  scenarios: 'Scenario’s',
  fictional: 'Verzonnen gemeente, om te oefenen',
  fictionalShort: 'Verzonnen gemeente',
  skip: 'Naar de inhoud',
  settings: 'Taal en weergave',
  language: 'Taal',
  theme: 'Weergave',
  themeAuto: 'Zoals het apparaat',
  themeLight: 'Licht',
  themeDark: 'Donker',
  close: 'Sluiten',
  signedIn: 'U bent ingelogd als planner.',
  signOut: 'Uitloggen',
  visitor: 'U kijkt als bezoeker.',
  sessionEnded: 'Uw inlog is verlopen. U ziet nu wat elke bezoeker ziet.',
  loading: 'Laden …',
  loadingSlow: 'Het duurt langer dan gewoonlijk …',
  retry: 'Probeer opnieuw',
  offline: 'Er is geen verbinding met de server. Wat u ziet, blijft staan.',
  busy: 'De server heeft het druk of is even weg.',
  fault: 'Er ging iets mis op de server.',
};

/** What every language must say. */
export type FrameWords = typeof dutch;

const english: FrameWords = {
  toMap: 'Map',
  scenarios: 'Scenarios',
  fictional: 'Fictional municipality, for practice',
  fictionalShort: 'Fictional municipality',
  skip: 'To the content',
  settings: 'Language and appearance',
  language: 'Language',
  theme: 'Appearance',
  themeAuto: 'Same as the device',
  themeLight: 'Light',
  themeDark: 'Dark',
  close: 'Close',
  signedIn: 'You are signed in as a planner.',
  signOut: 'Sign out',
  visitor: 'You are looking as a visitor.',
  sessionEnded: 'Your sign-in has expired. You now see what every visitor sees.',
  loading: 'Loading …',
  loadingSlow: 'This takes longer than usual …',
  retry: 'Try again',
  offline: 'There is no connection with the server. What you see stays.',
  busy: 'The server is busy or away for a moment.',
  fault: 'Something went wrong on the server.',
};

/** Words of the frame in each language. */
export const frameWords: Record<Language, FrameWords> = { nl: dutch, en: english };
