import { leftOut, reason } from './reason.ts';
import { SHAPE_REASONS } from './shape-reason.ts';

/** Every reason that an import of a municipality's boundary can give. */
export const BOUNDARY_REASONS = [
  ...SHAPE_REASONS,
  reason(
    'code-missing',
    'Er staat geen gemeentecode bij (GM met vier cijfers).',
    'There is no code of a municipality (GM and four digits).',
  ),
  reason(
    'duplicate-code',
    'Deze gemeente staat al eerder in het bestand; de eerste telt.',
    'This municipality stands earlier in the file; the first one counts.',
  ),
  leftOut(
    'other-municipality',
    'Een andere gemeente dan de gekozen.',
    'Another municipality than the chosen one.',
  ),
  leftOut('abroad', 'Gebied in het buitenland.', 'A place abroad.'),
  leftOut(
    'water',
    'Het water van een gemeente; alleen land telt.',
    'The water of a municipality; only land counts.',
  ),
] as const;

/** Code of a reason, as stored with a row that was not loaded. */
export type BoundaryReasonCode = (typeof BOUNDARY_REASONS)[number]['code'];
