import type { Language } from './language.ts';

/** Words of the page that says where maps stand. */
const dutch = {
  title: 'Waar staat het?',
  titleOf: (municipality: string) => `Waar staan de kaarten van ${municipality}?`,
  warnings: (count: string, one: boolean) => (one ? '1 waarschuwing' : `${count} waarschuwingen`),
  lead: 'Op deze websites zijn kaarten van uw gemeente getoond.',
  plannersOnly: 'Deze lijst is er voor planners van de gemeente.',
  signIn: 'Over inloggen',
  none: 'Deze Kernkaart heeft nog geen gemeente.',
  toMap: 'Naar de kaart',
  fresh: 'Nieuwe kaart',
  municipality: 'Gemeente',
  municipalitiesFailed: 'De gemeenten konden niet worden geladen.',
  failed: 'De lijst kon niet worden geladen.',
  empty: 'Er is nog geen kaart getoond',
  emptyLead:
    'Zodra iemand een pagina met een kaart opent, staat de website hier. Dat kan een minuut duren. Zet eerst een kaart op uw website.',
  wrong: (count: string) => `Hier gaat iets mis (${count})`,
  fine: (count: string) => `Hier gaat het goed (${count})`,
  columnWhat: 'Wat',
  columnSite: 'Website',
  columnRecently: 'Laatste 30 dagen',
  columnEver: 'Ooit',
  columnFirst: 'Eerst gezien',
  columnLast: 'Laatst gezien',
  columnState: 'Toestand',
  gone: 'Kaart die er niet meer is',
  siteUnknown: 'onbekend: de browser zei het niet',
  fine1: 'goed',
  fault: {
    'site-not-allowed': 'Leeg: deze website is niet toegestaan',
    withdrawn: 'Toont de melding dat de kaart is ingetrokken',
    gone: 'Leeg: wat hier stond, bestaat niet meer',
  },
  advice: {
    'site-not-allowed': 'Hoort de kaart hier? Sta de website dan toe.',
    withdrawn: 'Vraag de redactie om de kaart van de pagina te halen of te vervangen.',
    gone: 'Vraag de redactie om de kaart van de pagina te halen of te vervangen.',
  },
  allow: 'Deze site toestaan',
  allowOf: (site: string) => `Deze site toestaan: ${site}`,
  allowing: 'Bezig …',
  allowed: (site: string) => `${site} is toegestaan. Binnen een minuut werkt de kaart daar.`,
  edit: 'Bewerken',
  editOf: (title: string) => `Bewerken: ${title}`,
  counted: 'Wat wordt er geteld?',
  countedLead:
    'Per dag hoe vaak een kaart is geladen, en op welke website. Van het adres van de pagina bewaren we alleen de website, zoals https://www.uwgemeente.nl. We bewaren niets van de lezer: geen IP-adres, geen cookie, geen browser. Zegt de browser niet van welke website hij komt, dan staat er onbekend.',
  failedAllow: {
    offline: 'De server is niet te bereiken. Er is niets veranderd; probeer het zo nog eens.',
    'not-signed-in': 'U bent uitgelogd. Er is niets veranderd; log opnieuw in.',
    other: 'De server nam dit niet aan. Er is niets veranderd.',
  },
};

/** What every language must say. */
export type EmbedUsesWords = typeof dutch;

const english: EmbedUsesWords = {
  title: 'Where is it used?',
  titleOf: municipality => `Where are the maps of ${municipality} used?`,
  warnings: (count, one) => (one ? '1 warning' : `${count} warnings`),
  lead: 'Maps of your municipality were shown on these websites.',
  plannersOnly: 'This list is for planners of the municipality.',
  signIn: 'About signing in',
  none: 'This Kernkaart has no municipality yet.',
  toMap: 'To the map',
  fresh: 'New map',
  municipality: 'Municipality',
  municipalitiesFailed: 'The municipalities could not be loaded.',
  failed: 'The list could not be loaded.',
  empty: 'No map has been shown yet',
  emptyLead:
    'As soon as somebody opens a page with a map, the website stands here. That may take a minute. First put a map on your website.',
  wrong: count => `Something is wrong here (${count})`,
  fine: count => `All is well here (${count})`,
  columnWhat: 'What',
  columnSite: 'Website',
  columnRecently: 'Last 30 days',
  columnEver: 'Ever',
  columnFirst: 'First seen',
  columnLast: 'Last seen',
  columnState: 'State',
  gone: 'A map that is not there any more',
  siteUnknown: 'unknown: the browser did not say',
  fine1: 'fine',
  fault: {
    'site-not-allowed': 'Empty: this website is not allowed',
    withdrawn: 'Shows the message that the map was withdrawn',
    gone: 'Empty: what stood here does not exist any more',
  },
  advice: {
    'site-not-allowed': 'Does the map belong here? Then allow the website.',
    withdrawn: 'Ask the editors to take the map off the page or to replace it.',
    gone: 'Ask the editors to take the map off the page or to replace it.',
  },
  allow: 'Allow this site',
  allowOf: site => `Allow this site: ${site}`,
  allowing: 'Busy …',
  allowed: site => `${site} is allowed. The map works there within a minute.`,
  edit: 'Edit',
  editOf: title => `Edit: ${title}`,
  counted: 'What is counted?',
  countedLead:
    'Per day how often a map was loaded, and on which website. Of the address of the page we keep the website only, such as https://www.yourmunicipality.nl. We keep nothing of the reader: no IP address, no cookie, no browser. Where the browser does not say which website it comes from, it says unknown.',
  failedAllow: {
    offline: 'The server cannot be reached. Nothing was changed; try again in a moment.',
    'not-signed-in': 'You are signed out. Nothing was changed; sign in again.',
    other: 'The server did not take this. Nothing was changed.',
  },
};

/** Words of the page in each language. */
export const embedUsesWords: Record<Language, EmbedUsesWords> = { nl: dutch, en: english };
