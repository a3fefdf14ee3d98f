/** Why an object of an OpenStreetMap file was not loaded, in both languages; `leftOut` when rightly so. */
export interface OsmReason {
  code: string;
  nl: string;
  en: string;
  leftOut: boolean;
}

/** Every reason that an import from OpenStreetMap can give. */
export const OSM_REASONS = [
  reason(
    'geometry-incomplete',
    'De vorm is niet te maken: punten of lijnen van dit object staan niet in het bestand.',
    'The shape cannot be made: nodes or ways of this object are not in the file.',
  ),
  reason(
    'not-an-area',
    'Een pand of gebied moet een vlak zijn; dit is een punt, een open lijn of een verzameling delen.',
    'A building or area must be a polygon; this is a point, an open line or a collection of parts.',
  ),
  reason(
    'geometry-invalid',
    'Het vlak is niet te herstellen: er blijft geen oppervlak over.',
    'The polygon cannot be repaired: no surface is left.',
  ),
  reason(
    'house-number-unreadable',
    'Het huisnummer is niet te lezen als nummer, letter en toevoeging.',
    'The house number cannot be read as number, letter and addition.',
  ),
  reason('street-missing', 'Het adres heeft geen straatnaam.', 'The address has no street name.'),
  reason(
    'duplicate-address',
    'Dit adres staat al op een ander object; het telt een keer.',
    'Another object already has this address; it counts once.',
  ),
  reason(
    'duplicate-use',
    'Deze zaak staat op dezelfde plek al onder dezelfde naam; zij telt een keer.',
    'A premises of the same name stands in the same place already; it counts once.',
  ),
  reason(
    'in-other-dataset',
    'Dit object hoort al bij een andere gegevensset; die blijft staan.',
    'This object belongs to another dataset already, which stays as it is.',
  ),
  reason(
    'not-a-premises',
    'Dit is geen bedrijfspand of voorziening: het telt niet mee als pand.',
    'This is not a premises, such as a bench or a charging station.',
    true,
  ),
  reason(
    'ground-with-addresses',
    'Een terrein met meer adressen: de adressen erop tellen zelf.',
    'A ground with several addresses: the addresses on it count themselves.',
    true,
  ),
  reason(
    'in-use-again',
    'Er staat ook een huidig gebruik op dit object; dat telt.',
    'The object has a present use as well, and that counts.',
    true,
  ),
  reason(
    'outside-extract',
    'Ligt buiten het gebied van het uittreksel.',
    'Lies outside the area of the extract.',
    true,
  ),
] as const satisfies readonly OsmReason[];

/** Code of a reason, as stored with a rejected row. */
export type OsmReasonCode = (typeof OSM_REASONS)[number]['code'];

function reason<const Code extends string>(code: Code, nl: string, en: string, leftOut = false) {
  return { code, nl, en, leftOut };
}
