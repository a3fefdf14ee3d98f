import type { SeriesRow } from './town.ts';

/** Ids of the town's three series. */
export const LIST = 'GM9999.list';
export const ADMINISTRATIVE = 'GM9999.administrative';
export const SURVEY = 'GM9999.survey';

/** The three ways in which Markerwaard knows about vacancy, with their definitions. */
export const SERIES: readonly SeriesRow[] = [
  {
    id: LIST,
    evidence: 'own-list',
    kind: 'spell',
    name: { nl: 'gemeentelijke lijst', en: 'municipal list' },
    definition: {
      nl: 'Medewerkers van de gemeente lopen elk kwartaal door het centrum, de dorpskernen en de wijkcentra. Een winkel, horecazaak of dienst vanaf 25 m² is leeg als hij die dag zichtbaar niet in gebruik is. Bedrijventerreinen doen mee sinds april 2021, kantoren elk jaar in oktober.',
      en: 'Municipal staff walk the town centre, the village cores and the neighbourhood centres every quarter. A shop, bar or service of 25 m² or more is vacant when it is visibly out of use that day. Business parks joined in April 2021, offices are visited every October.',
    },
    source: 'Gemeente Markerwaard (fictief)',
    rhythmMonths: 3,
    access: 'open',
    profile: 'visible',
    profileDecision:
      'Besluit college van Markerwaard, 14 juni 2016 (fictief): zichtbare leegstand op de begane grond mag precies getoond worden.',
    reliability: 'high',
    rank: 0,
  },
  {
    id: ADMINISTRATIVE,
    evidence: 'administrative',
    kind: 'state',
    name: { nl: 'administratieve leegstand', en: 'administrative vacancy' },
    definition: {
      nl: 'Op 1 januari staat op het adres niemand ingeschreven: geen bewoner, geen gebruiker voor de WOZ en geen vestiging in het Handelsregister. Niemand is gaan kijken. Sinds 2020 komt de gebruiker uit een andere registratie; cijfers van voor en na 2020 zijn niet te vergelijken.',
      en: 'On 1 January nobody is registered at the address: no resident, no user for property valuation and no establishment in the business register. Nobody went to look. Since 2020 the user comes from another register; figures before and after 2020 cannot be compared.',
    },
    source: 'Registraties van Markerwaard (fictief)',
    rhythmMonths: 12,
    access: 'open',
    profile: 'strict',
    profileDecision: null,
    reliability: 'medium',
    rank: 1,
  },
  {
    id: SURVEY,
    evidence: 'surveyed',
    kind: 'state',
    name: { nl: 'veldopname verkooppunten', en: 'field survey of retail units' },
    definition: {
      nl: 'Een onderzoeksbureau bezocht in september 2026 alle verkooppunten in het centrum, de dorpskernen en de wijkcentra. Een verkooppunt valt niet altijd samen met één verblijfsobject.',
      en: 'A research firm visited all retail units in the town centre, the village cores and the neighbourhood centres in September 2026. A retail unit does not always coincide with one premises.',
    },
    source: 'Onderzoeksbureau Vloer en Gevel (fictief), onder licentie',
    rhythmMonths: 12,
    access: 'licensed',
    profile: 'strict',
    profileDecision: null,
    reliability: 'high',
    rank: 2,
  },
];
