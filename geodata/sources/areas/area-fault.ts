import { ImportError } from '../../import/import-error.ts';

const FAULTS = {
  'area-kind-needed': [
    'Wat voor gebieden dit zijn, staat niet in het bestand. Kies een soort, zoals kernwinkelgebied of aanloopstraat.',
    'The file does not say what kind of areas these are. Choose one, such as core shopping area or approach street.',
  ],
  'areas-none': [
    'Geen enkel gebied in dit bestand kan worden geladen. Bij elke rij staat waarom.',
    'No area in this file can be loaded. Every row says why.',
  ],
  'areas-not': [
    'Dit bestand heeft geen vlakken en geen straten met huisnummers.',
    'This file has neither polygons nor streets with house numbers.',
  ],
} as const;

/** A file of areas that cannot be loaded, in words for whoever chose it. */
export function areaFault(code: keyof typeof FAULTS, detail = ''): ImportError {
  const [nl, en] = FAULTS[code];
  return new ImportError({ code, nl: `${nl}${detail}`, en: `${en}${detail}` });
}
