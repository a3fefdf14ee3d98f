import { ImportError } from '../../import/import-error.ts';

const FAULTS = {
  'bag-foreign': [
    'Dit is geen BAG-levering die Kernkaart kent: een LVC-extract (zip), een GeoPackage met verblijfsobjecten of panden, of een antwoord van de BAG-diensten van PDOK (GeoJSON).',
    'This is no BAG delivery that Kernkaart knows: an LVC extract (zip), a GeoPackage with verblijfsobjecten or panden, or an answer of the BAG services of PDOK (GeoJSON).',
  ],
  'bag-empty': [
    'Er staat geen enkel pand, verblijfsobject of adres in deze levering.',
    'There is no building, premises or address at all in this delivery.',
  ],
  'bag-nothing-usable': [
    'Geen enkel object in deze levering is bruikbaar voor deze gemeente. Kijk of de goede gemeente gekozen is.',
    'No object in this delivery can be used for this municipality. See whether the right municipality was chosen.',
  ],
  'bag-crs': [
    'De coördinaten zijn niet in RD (EPSG:28992). Lever het bestand in RD aan.',
    'The coordinates are not in RD (EPSG:28992). Provide the file in RD.',
  ],
  'bag-axis-order': [
    'De coördinaten staan in de verkeerde volgorde: eerst noord, dan oost. Lever het bestand met eerst x (oost) en dan y (noord) aan.',
    'The coordinates are in the wrong order: north first, then east. Provide the file with x (east) first and y (north) second.',
  ],
  'bag-too-large': [
    'Dit GeoJSON-bestand is te groot om in een keer te lezen. Gebruik het GeoPackage (bag-light) of het LVC-extract.',
    'This GeoJSON file is too large to be read at once. Use the GeoPackage (bag-light) or the LVC extract.',
  ],
  'bag-municipality-unknown': [
    'Het bestand zegt niet van welke gemeente dit is. Geef de code mee: --municipality GM0503.',
    'The file does not say which municipality this is of. Add its code: --municipality GM0503.',
  ],
  'bag-name-unknown': [
    'Het bestand zegt niet hoe de gemeente heet. Geef de naam mee: --name "Delft".',
    'The file does not say what the municipality is called. Add its name: --name "Delft".',
  ],
  'bag-boundary-missing': [
    'Van deze gemeente is nog geen grens bekend. Importeer eerst de gemeentegrens.',
    'No boundary of this municipality is known yet. Import its boundary first.',
  ],
  'bag-service-refused': [
    'De BAG-dienst van PDOK weigert de vraag. Er is niets geladen; kijk of het adres van de dienst nog klopt.',
    'The BAG service of PDOK refuses the question. Nothing was loaded; see whether the address of the service is still right.',
  ],
  'bag-service-unreachable': [
    'De BAG-dienst van PDOK geeft geen antwoord. Er is niets geladen. Probeer het later nog eens: wat al was opgehaald, is bewaard.',
    'The BAG service of PDOK does not answer. Nothing was loaded. Try again later: what had been fetched is kept.',
  ],
  'bag-filter-ignored': [
    'De BAG-dienst van PDOK stuurt objecten buiten het gevraagde gebied: de dienst negeert het filter. Er is niets geladen. Gebruik het GeoPackage of het LVC-extract.',
    'The BAG service of PDOK sends objects outside the area that was asked for: it ignores the filter. Nothing was loaded. Use the GeoPackage or the LVC extract.',
  ],
  'bag-answer-unreadable': [
    'Het antwoord van de BAG-dienst is niet te lezen. Er is niets geladen; probeer het later nog eens.',
    'The answer of the BAG service cannot be read. Nothing was loaded; try again later.',
  ],
} as const;

/** What can be wrong with a delivery as a whole. */
export type BagFault = keyof typeof FAULTS;

/** The fault as an error; the technical cause goes to the log only. */
export function bagFault(code: BagFault, cause?: unknown): ImportError {
  const [nl, en] = FAULTS[code];
  return new ImportError({ code, nl, en }, cause === undefined ? undefined : { cause });
}

/** Asks which municipality of a file with several is meant. @param codes as they stand in the file, `GM0221` */
export function whichMunicipality(codes: readonly string[]): ImportError {
  const some = codes.slice(0, 5).join(', ');
  const more = codes.length > 5 ? ' ...' : '';
  return new ImportError({
    code: 'bag-municipality-asked',
    nl: `In dit bestand staan ${codes.length} gemeenten (${some}${more}). Kies er een: --municipality ${codes[0]}.`,
    en: `There are ${codes.length} municipalities in this file (${some}${more}). Choose one: --municipality ${codes[0]}.`,
  });
}
