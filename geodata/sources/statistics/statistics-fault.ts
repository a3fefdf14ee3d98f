import { ImportError } from '../../import/import-error.ts';

const FAULTS = {
  'statistics-not': [
    'Dit bestand is geen publicatie van het CBS die Kernkaart kent: wijken en buurten, vierkanten van 100 of 500 meter, of de Landelijke Monitor Leegstand.',
    'This file is no publication of Statistics Netherlands that Kernkaart knows: districts and neighbourhoods, squares of 100 or 500 metres, or the vacancy monitor.',
  ],
  'statistics-year-needed': [
    'Van welk jaar deze cijfers zijn, staat niet in het bestand. Geef het jaar op.',
    'The file does not say of which year these figures are. Give the year.',
  ],
  'statistics-none-here': [
    'In dit bestand staat niets van de gekozen gemeente dat te laden is.',
    'This file holds nothing of the chosen municipality that can be loaded.',
  ],
  'statistics-square-size': [
    'Van de vierkanten is niet te zien of zij 100 of 500 meter zijn.',
    'The squares do not show whether they are of 100 or 500 metres.',
  ],
} as const;

/** A file of statistics that cannot be loaded, in words for whoever chose it. */
export function statisticsFault(code: keyof typeof FAULTS): ImportError {
  const [nl, en] = FAULTS[code];
  return new ImportError({ code, nl, en });
}
