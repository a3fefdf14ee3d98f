import { leftOut, type Reason, reason } from './reason.ts';

/** Every reason why a row of a vacancy list is not loaded. */
export const LIST_REASONS = [
  reason(
    'address-missing',
    'De rij zegt niet welk adres het is: een BAG-nummer, postcode met huisnummer, of straat met huisnummer ontbreekt.',
    'The row does not say which address it is: it has no BAG id, no postcode with number, and no street with number.',
  ),
  reason('number-missing', 'Het huisnummer ontbreekt.', 'The house number is missing.'),
  reason(
    'number-unreadable',
    'Het huisnummer is niet te lezen als nummer, letter en toevoeging.',
    'The house number cannot be read as number, letter and addition.',
  ),
  reason(
    'id-unknown',
    'Dit BAG-nummer komt in deze gemeente niet voor.',
    'This BAG id does not occur in this municipality.',
  ),
  reason(
    'id-rounded',
    'Excel heeft de laatste cijfers van dit BAG-nummer weggelaten. Maak van de kolom tekst en vul het nummer opnieuw in.',
    'Excel dropped the last digits of this BAG id. Make the column text and enter the id again.',
  ),
  reason('id-unreadable', 'Dit is geen BAG-nummer van 16 cijfers.', 'This is no BAG id of 16 digits.'),
  reason(
    'id-contradicts-address',
    'Het BAG-nummer en het adres in deze rij horen niet bij elkaar.',
    'The BAG id and the address in this row do not belong together.',
  ),
  reason(
    'street-unknown',
    'Deze straat komt in deze gemeente niet voor.',
    'This street does not occur in this municipality.',
  ),
  reason(
    'place-unknown',
    'Deze plaats komt in deze gemeente niet voor.',
    'This place does not occur in this municipality.',
  ),
  reason(
    'postcode-unknown',
    'Deze postcode komt in deze gemeente niet voor.',
    'This postcode does not occur in this municipality.',
  ),
  reason(
    'number-unknown',
    'Dit huisnummer komt in deze straat niet voor.',
    'This house number does not occur in this street.',
  ),
  reason(
    'addition-unknown',
    'Het huisnummer is er wel, maar niet met deze letter of toevoeging.',
    'The house number exists, but not with this letter or addition.',
  ),
  reason(
    'address-ambiguous',
    'Meer dan een adres past bij deze rij. Vul aan met plaats, letter of toevoeging, of met het BAG-nummer.',
    'More than one address fits this row. Add the place, letter or addition, or the BAG id.',
  ),
  reason(
    'premises-ambiguous',
    'Op dit adres zijn meer ruimten bekend. Geef het BAG-nummer van het verblijfsobject.',
    'Several premises are known at this address. Give the BAG id of the premises.',
  ),
  reason(
    'address-contradicts',
    'De postcode hoort niet bij deze straat.',
    'The postcode does not belong to this street.',
  ),
  reason(
    'premises-missing',
    'Dit adres bestaat, maar er hoort geen ruimte bij die leeg kan staan.',
    'This address exists, but no premises belongs to it.',
  ),
  reason(
    'not-standing',
    'Deze ruimte is op de peildatum niet bekend: zij bestond toen nog niet of niet meer.',
    'This premises is not known on the reference date: it did not exist yet, or any more.',
  ),
  reason('date-impossible', 'Deze datum bestaat niet.', 'This date does not exist.'),
  reason(
    'since-after-reference-date',
    'De begindatum ligt na de peildatum. Klopt de datum niet, of is de leegstand alleen aangekondigd?',
    'The starting date lies after the reference date. Is the date wrong, or is the vacancy announced only?',
  ),
  reason(
    'until-before-since',
    'De einddatum ligt voor de begindatum.',
    'The end date lies before the starting date.',
  ),
  reason('status-unreadable', 'De status is niet te lezen.', 'The status cannot be read.'),
  reason(
    'vacant-area-zero',
    'De leegstaande oppervlakte is 0. Staat het leeg of niet? Vul de status in, of de hele oppervlakte.',
    'The vacant floor area is 0. Is it vacant or not? Fill in the status, or the whole floor area.',
  ),
  reason('status-missing', 'De status is leeg gelaten.', 'The status was left blank.'),
  reason(
    'duplicate-premises',
    'Deze ruimte staat al in een eerdere rij.',
    'An earlier row names this premises already.',
  ),
  leftOut(
    'ended-before-reference-date',
    'De leegstand was op de peildatum al voorbij.',
    'The vacancy was over before the reference date.',
  ),
  leftOut(
    'other-reference-date',
    'De rij is van een andere peildatum.',
    'The row is of another reference date.',
  ),
  leftOut(
    'no-row',
    'Dit is geen rij van de lijst, maar een opmerking of een totaal.',
    'This is no row of the list, but a note or a total.',
  ),
  leftOut(
    'second-table',
    'Deze rij hoort bij een tweede tabel op hetzelfde blad; alleen de eerste is gelezen.',
    'This row belongs to a second table on the same sheet; only the first was read.',
  ),
] as const satisfies readonly Reason[];

/** Code of such a reason. */
export type ListReasonCode = (typeof LIST_REASONS)[number]['code'];

/** What was not understood of a row that was loaded: the vacancy counts, this part of it is unknown. */
export const LIST_DOUBTS = [
  reason(
    'date-unreadable',
    'De datum is niet te lezen; sinds wanneer het leeg staat, blijft onbekend.',
    'The date cannot be read; since when it is vacant stays unknown.',
  ),
  reason(
    'floor-area-unreadable',
    'De oppervlakte is niet te lezen en blijft onbekend.',
    'The floor area cannot be read and stays unknown.',
  ),
  reason(
    'storey-unreadable',
    'De verdieping is niet te lezen en blijft onbekend.',
    'The storey cannot be read and stays unknown.',
  ),
  reason('function-unreadable', 'De functie is niet te herkennen.', 'The function is not recognised.'),
  reason(
    'id-unused',
    'Het BAG-nummer is niet te gebruiken; het adres is gebruikt.',
    'The BAG id cannot be used; the address was used.',
  ),
] as const satisfies readonly Reason[];

/** Code of such a doubt. */
export type ListDoubtCode = (typeof LIST_DOUBTS)[number]['code'];

/** How sure it is which premises a row is about. */
export const LIST_MATCHES = [
  { code: 'exact-id', nl: 'op BAG-nummer', en: 'by BAG id' },
  { code: 'exact-address', nl: 'op adres', en: 'by address' },
  {
    code: 'near',
    nl: 'bijna: een tikfout of een ontbrekende toevoeging, en maar een mogelijkheid',
    en: 'nearly: a slip or a missing addition, and one possibility only',
  },
  { code: 'ambiguous', nl: 'meer mogelijkheden', en: 'several possibilities' },
  { code: 'none', nl: 'niet gevonden', en: 'not found' },
] as const;

/** Code of such a degree. */
export type ListMatch = (typeof LIST_MATCHES)[number]['code'];
