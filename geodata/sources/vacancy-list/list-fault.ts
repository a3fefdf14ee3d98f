import { ImportError } from '../../import/import-error.ts';

const FAULTS = {
  'list-not-recognised': [
    'In dit bestand is geen lijst met adressen gevonden. Zet boven de kolommen wat erin staat, zoals straat, huisnummer en postcode.',
    'No list of addresses was found in this file. Put above the columns what they hold, such as street, number and postcode.',
  ],
  'list-without-rows': [
    'De lijst heeft alleen een kop, geen rijen.',
    'The list has a heading only, and no rows.',
  ],
  'list-without-match': [
    'Geen enkele rij past bij een adres van deze gemeente. Is de goede gemeente gekozen?',
    'Not one row fits an address of this municipality. Was the right municipality chosen?',
  ],
  'list-sheet-unknown': ['Dit blad staat niet in het bestand.', 'This sheet is not in the file.'],
  'list-municipality-missing': [
    'Kies van welke gemeente deze lijst is.',
    'Choose which municipality this list is of.',
  ],
  'list-municipality-unknown': [
    'Deze gemeente is nog niet geladen. Laad eerst de adressen (BAG of OpenStreetMap).',
    'This municipality is not loaded yet. Load its addresses first (BAG or OpenStreetMap).',
  ],
  'list-date-missing': [
    'Geef de peildatum: op welke dag gold wat in de lijst staat?',
    'Give the reference date: on which day did the list hold?',
  ],
  'list-coverage-missing': [
    'Geef aan waar en naar welke functies is gekeken. Alleen daarbinnen geldt: niet op de lijst is in gebruik.',
    'Say where and at which functions somebody looked. Only within it holds: not on the list is in use.',
  ],
  'list-area-unknown': [
    'Een gebied in de dekking bestaat niet (meer) in deze gemeente. Kies de gebieden opnieuw.',
    'An area of the coverage does not exist (any more) in this municipality. Choose the areas again.',
  ],
  'list-answer-invalid': [
    'Een van de antwoorden bij deze lijst is niet te gebruiken.',
    'One of the answers to this list cannot be used.',
  ],
  'list-series-missing': [
    'Kies bij welke lijst deze ronde hoort, of geef een nieuwe lijst een naam.',
    'Choose which list this round belongs to, or name a new list.',
  ],
  'list-round-missing': [
    'Er is nog geen lijst van deze bron en peildatum om aan te vullen. Importeer eerst de hele lijst.',
    'There is no list of this source and date yet to add to. Import the whole list first.',
  ],
  'list-series-taken': [
    'Met een lijst kan alleen een eigen lijst of veldopname worden aangevuld, geen register.',
    'A list can only add to a list or survey of one’s own, not to a register.',
  ],
} as const;

/** What can be wrong with a list as a whole. */
export type ListFault = keyof typeof FAULTS;

/** The fault as an error in words for whoever imports; `detail` is for the log and for the command line. */
export function listFault(code: ListFault, detail = ''): ImportError {
  const [nl, en] = FAULTS[code];
  const more = detail === '' ? '' : ` (${detail})`;
  return new ImportError({ code, nl: `${nl}${more}`, en: `${en}${more}` });
}
