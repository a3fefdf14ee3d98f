import { ImportError } from '../../import/import-error.ts';
import { AREA_REASONS, type AreaReasonCode } from '../../vocabulary/area-reason.ts';

const FAULTS = {
  'area-kind-needed': [
    'Wat voor gebieden dit zijn, staat niet in het bestand. Kies een soort, zoals kernwinkelgebied of aanloopstraat.',
    'The file does not say what kind of areas these are. Choose one, such as core shopping area or approach street.',
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

/** No row of a file can be loaded: says the reason that most of them have, because nothing is kept to look it up in. */
export function noAreas(reasons: readonly AreaReasonCode[]): ImportError {
  const counts = Map.groupBy(reasons, code => code);
  const [most] = [...counts].sort(([, a], [, b]) => b.length - a.length);
  const reason = AREA_REASONS.find(({ code }) => code === most?.[0]);
  const times = most?.[1].length ?? 0;
  return new ImportError({
    code: 'areas-none',
    nl: `Geen enkel gebied in dit bestand kan worden geladen.${reason ? ` Vooral (${times} keer): ${reason.nl}` : ''}`,
    en: `No area in this file can be loaded.${reason ? ` Mostly (${times} times): ${reason.en}` : ''}`,
  });
}
