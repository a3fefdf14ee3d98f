import { leftOut, reason } from './reason.ts';
import { SHAPE_REASONS } from './shape-reason.ts';

/** Every reason that an import of areas and policy zones can give, for polygons and for street numbers. */
export const AREA_REASONS = [
  ...SHAPE_REASONS,
  reason(
    'kind-unknown',
    'De soort gebied is niet bekend. Gebruik bijvoorbeeld kernwinkelgebied, aanloopstraat of centrum.',
    'The kind of area is not known. Use for instance core shopping area, approach street or town centre.',
  ),
  reason(
    'date-unreadable',
    'De datum van het besluit is niet te lezen.',
    'The date of the decision cannot be read.',
  ),
  reason(
    'name-missing',
    'Er staat niet bij welk gebied dit hoort.',
    'It does not say which area this belongs to.',
  ),
  reason(
    'range-unreadable',
    'Dit is niet te lezen als straat met huisnummers, zoals: Dorpsstraat 50 t/m 152 even.',
    'This cannot be read as a street with house numbers, such as: Dorpsstraat 50 t/m 152 even.',
  ),
  reason(
    'street-unknown',
    'Deze straat staat niet bij de adressen van de gemeente.',
    'This street is not among the addresses of the municipality.',
  ),
  reason(
    'street-ambiguous',
    'Deze straat is er in meer dan een plaats. Zet de plaats erachter: Dorpsstraat (Holten) 2 t/m 10.',
    'This street exists in more than one place. Add the place: Dorpsstraat (Holten) 2 t/m 10.',
  ),
  reason(
    'range-empty',
    'Er zijn geen adressen met deze huisnummers aan deze kant van de straat.',
    'There are no addresses with these house numbers on this side of the street.',
  ),
  leftOut(
    'other-municipality',
    'Ligt in een andere gemeente dan de gekozen.',
    'Lies in another municipality than the chosen one.',
  ),
  leftOut(
    'duplicate-polygon',
    'Precies dit vlak staat er al onder deze naam; het telt een keer.',
    'Exactly this polygon stands under this name already; it counts once.',
  ),
  leftOut(
    'centre-known',
    'Dit centrum is er al als gebied; het wordt niet nog eens voorgesteld.',
    'This centre is there as an area already; it is not proposed again.',
  ),
  leftOut(
    'duplicate-range',
    'Deze huisnummers staan er al bij dit gebied; zij tellen een keer.',
    'The area has these house numbers already; they count once.',
  ),
] as const;

/** Code of a reason, as stored with a polygon or range that was not loaded. */
export type AreaReasonCode = (typeof AREA_REASONS)[number]['code'];
