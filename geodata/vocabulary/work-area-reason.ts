import { leftOut, reason } from './reason.ts';
import { SHAPE_REASONS } from './shape-reason.ts';

/** Every reason that an import of work areas can give. */
export const WORK_AREA_REASONS = [
  ...SHAPE_REASONS,
  reason(
    'name-missing',
    'Het vlak heeft geen RIN-nummer en geen naam.',
    'The polygon has neither a RIN number nor a name.',
  ),
  reason(
    'code-contradicts-location',
    'De gemeentecode noemt deze gemeente, maar het vlak ligt erbuiten.',
    'The code names this municipality, but the polygon lies outside it.',
  ),
  leftOut(
    'other-municipality',
    'Ligt in een andere gemeente dan de gekozen.',
    'Lies in another municipality than the chosen one.',
  ),
  leftOut(
    'older-year',
    'Van dit terrein staat ook een later jaar in het bestand; dat telt.',
    'The file has a later year of this work area, and that counts.',
  ),
  leftOut(
    'duplicate-polygon',
    'Precies dit vlak staat er al bij dit terrein; het telt een keer.',
    'The work area has exactly this polygon already; it counts once.',
  ),
] as const;

/** Code of a reason, as stored with a polygon that was not loaded. */
export type WorkAreaReasonCode = (typeof WORK_AREA_REASONS)[number]['code'];
