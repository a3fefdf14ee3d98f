import type { Dataset } from '../contract/dataset.ts';

/** Who answers for a catalogue, as configured. */
export interface CatalogueContact {
  name: string;
  email: string;
  url: string;
}

/** What a catalogue is written of. */
export interface CatalogueParts {
  /** Where this instance is, without a slash at the end. */
  origin: string;
  contact: CatalogueContact;
  /** Public ones only. */
  datasets: readonly Dataset[];
  /** Names of municipalities by their codes. */
  names: ReadonlyMap<string, string>;
}

const AUTHORITY = 'http://publications.europa.eu/resource/authority';

/** Terms of DCAT-AP-NL 3.0 that are used, so that the document says what it means without another request. */
const CONTEXT = {
  dcat: 'http://www.w3.org/ns/dcat#',
  dct: 'http://purl.org/dc/terms/',
  foaf: 'http://xmlns.com/foaf/0.1/',
  vcard: 'http://www.w3.org/2006/vcard/ns#',
  xsd: 'http://www.w3.org/2001/XMLSchema#',
};

/** Licences of the sources that are known here, as addresses; what is not among them is written as it stands. */
const LICENCES: readonly [start: RegExp, address: string][] = [
  [/^CC0/i, `${AUTHORITY}/licence/CC0`],
  [/^CC[ -]BY[ -]4/i, `${AUTHORITY}/licence/CC_BY_4_0`],
  [/^ODbL/i, 'https://opendatacommons.org/licenses/odbl/1-0/'],
  [/public domain mark/i, 'https://creativecommons.org/publicdomain/mark/1.0/'],
];

const text = (language: string, value: string) => ({ '@language': language, '@value': value });
const id = (address: string) => ({ '@id': address });
const date = (value: string) => ({ '@type': 'xsd:date', '@value': value });

function licenceOf(licence: string) {
  const address = LICENCES.find(([start]) => start.test(licence))?.[1];
  return address === undefined
    ? { '@type': 'dct:LicenseDocument', 'dct:title': text('nl', licence) }
    : id(address);
}

const agent = (name: string) => ({ '@type': 'foaf:Agent', 'foaf:name': text('nl', name) });
const contactPoint = ({ name, email, url }: CatalogueContact) => ({
  '@type': 'vcard:Organization',
  'vcard:fn': name,
  'vcard:hasEmail': id(`mailto:${email}`),
  'vcard:hasURL': id(url),
});

function datasetOf(dataset: Dataset, { origin, contact, names }: CatalogueParts) {
  const { municipality, title, owner, licence, referenceDate, importedAt } = dataset;
  const place = names.get(municipality) ?? municipality;
  return {
    '@type': 'dcat:Dataset',
    '@id': `${origin}/data#${dataset.id}`,
    'dct:identifier': dataset.id,
    'dct:title': text('nl', `${title} (${place})`),
    'dct:description': text(
      'nl',
      `${title}, zoals geladen voor ${place}: ${dataset.loaded} van ${dataset.read} rijen, ${dataset.rejected} geweigerd.`,
    ),
    'dct:accessRights': id(`${AUTHORITY}/access-right/PUBLIC`),
    'dct:creator': agent(owner),
    'dct:publisher': agent(owner),
    'dcat:contactPoint': contactPoint(contact),
    'dcat:theme': id(`${AUTHORITY}/data-theme/REGI`),
    'dct:language': id(`${AUTHORITY}/language/NLD`),
    'dct:modified': { '@type': 'xsd:dateTime', '@value': importedAt },
    ...(referenceDate === null
      ? {}
      : { 'dct:temporal': { '@type': 'dct:PeriodOfTime', 'dcat:endDate': date(referenceDate) } }),
    'dcat:landingPage': id(`${origin}/data?municipality=${municipality}`),
    'dcat:distribution': {
      '@type': 'dcat:Distribution',
      'dct:title': text('nl', 'API van Kernkaart'),
      'dcat:accessURL': id(`${origin}/api/v1/areas?municipality=${municipality}`),
      'dct:license': licenceOf(licence),
      'dct:format': id(`${AUTHORITY}/file-type/JSON`),
    },
  };
}

/**
 * The catalogue of what is loaded, as DCAT-AP-NL 3.0 (Logius and Geonovum, 2024-12-12) in JSON-LD. Its obligatory
 * properties are those of that profile; it has not been held against its SHACL shapes.
 */
export function dcatCatalogue(parts: CatalogueParts): Record<string, unknown> {
  const { origin, contact, datasets } = parts;
  return {
    '@context': CONTEXT,
    '@id': `${origin}/data`,
    '@type': 'dcat:Catalog',
    'dct:title': text('nl', 'Gegevens in Kernkaart'),
    'dct:description': text('nl', 'Wat er geladen is, van wie, onder welke licentie en van welke peildatum.'),
    'dct:publisher': agent(contact.name),
    'dcat:contactPoint': contactPoint(contact),
    'dct:language': id(`${AUTHORITY}/language/NLD`),
    'foaf:homepage': id(origin),
    'dcat:dataset': datasets.map(dataset => datasetOf(dataset, parts)),
  };
}
