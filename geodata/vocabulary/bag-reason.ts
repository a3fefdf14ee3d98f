import { leftOut, type Reason, reason } from './reason.ts';

/** Every reason that an import of the BAG can give; remarks are said of objects that were loaded. */
export const BAG_REASONS = [
  reason(
    'id-unreadable',
    'De identificatie is geen BAG-identificatie van dit soort object (16 cijfers).',
    'The identification is not a BAG identification of this kind of object (16 digits).',
  ),
  reason(
    'geometry-missing',
    'Het object heeft geen leesbare ligging of vorm.',
    'The object has no readable location or shape.',
  ),
  reason(
    'geometry-invalid',
    'Het vlak is niet te herstellen: er blijft geen oppervlak over.',
    'The polygon cannot be repaired: no surface is left.',
  ),
  reason(
    'outside-netherlands',
    'De coördinaten liggen buiten Nederland.',
    'The coordinates lie outside the Netherlands.',
  ),
  reason(
    'duplicate-id',
    'Deze identificatie komt vaker voor, met andere gegevens; de eerste telt.',
    'This identification occurs more than once, with other data; the first one counts.',
  ),
  reason(
    'address-incomplete',
    'Van dit adres ontbreekt de straat, de plaats of een geldig huisnummer.',
    'The street, the place or a valid house number of this address is missing.',
  ),
  reason(
    'status-unknown',
    'De status is niet een van de statussen van de BAG.',
    'The status is not one of the statuses of the BAG.',
  ),
  reason(
    'in-other-dataset',
    'Dit object hoort al bij een andere gemeente; dat blijft zo.',
    'This object belongs to another municipality already, which stays as it is.',
  ),
  leftOut(
    'earlier-occurrence',
    'Een voorkomen dat op de peildatum niet geldt.',
    'An occurrence that is not valid on the reference date.',
  ),
  leftOut(
    'repeated',
    'Hetzelfde object staat nog eens in de levering.',
    'The same object stands in the delivery once more.',
  ),
  leftOut(
    'planned',
    'Vergund of in aanbouw: nog geen deel van de voorraad.',
    'Permitted or under construction: not part of the stock yet.',
  ),
  leftOut(
    'gone',
    'Gesloopt of ingetrokken: geen deel van de voorraad meer.',
    'Demolished or withdrawn: no longer part of the stock.',
  ),
  leftOut(
    'never-there',
    'Niet gerealiseerd of ten onrechte opgevoerd.',
    'Not realised, or entered by mistake.',
  ),
  leftOut(
    'other-municipality',
    'Ligt in een andere gemeente dan die wordt geladen.',
    'Lies in another municipality than the one that is loaded.',
  ),
  leftOut('outside-box', 'Ligt buiten het gevraagde gebied.', 'Lies outside the area that was asked for.'),
  leftOut(
    'address-without-premises',
    'Dit adres hoort bij een object dat niet tot de voorraad hoort of niet in de levering zit.',
    'This address belongs to an object that is not in the stock or not in the delivery.',
  ),
  leftOut(
    'floor-area-implausible',
    'Geladen, maar het vloeroppervlak past niet bij de oppervlakte van het pand.',
    'Loaded, but the floor area does not fit the footprint of the building.',
  ),
  leftOut(
    'geometry-repaired',
    'Geladen, maar het vlak raakte of kruiste zichzelf en is hersteld.',
    'Loaded, but the polygon touched or crossed itself and was repaired.',
  ),
  leftOut(
    'floor-area-unknown',
    'Geladen zonder vloeroppervlak: er stond een vulwaarde of niets.',
    'Loaded without a floor area: a filler or nothing was given.',
  ),
  leftOut(
    'building-missing',
    'Geladen zonder pand: het pand staat niet in de levering of hoort niet tot de voorraad.',
    'Loaded without a building: the building is not in the delivery or not in the stock.',
  ),
] as const satisfies readonly Reason[];

/** Code of a reason, as stored with a rejected row. */
export type BagReasonCode = (typeof BAG_REASONS)[number]['code'];
