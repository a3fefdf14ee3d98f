/** What every object of a hand-made extract has. */
interface Common {
  id: string;
  status?: string;
  occurrence?: number;
  begin?: string;
  end?: string;
  /** Elements within the voorkomen, such as `<Historie:tijdstipInactief>`. */
  extra?: string;
}

const SPACES = [
  'xmlns:sl-bag-extract="x1"',
  'xmlns:sl="x2"',
  'xmlns:selecties-extract="x3"',
  'xmlns:Objecten="x4"',
  'xmlns:Objecten-ref="x5"',
  'xmlns:Historie="x6"',
  'xmlns:gml="x7"',
].join(' ');

function occurrenceXml({ occurrence = 1, begin = '2010-01-01', end, extra = '' }: Common): string {
  const ended = end ? `<Historie:eindGeldigheid>${end}</Historie:eindGeldigheid>` : '';
  return `<Objecten:voorkomen><Historie:Voorkomen>
    <Historie:voorkomenidentificatie>${occurrence}</Historie:voorkomenidentificatie>
    <Historie:beginGeldigheid>${begin}</Historie:beginGeldigheid>${ended}${extra}
  </Historie:Voorkomen></Objecten:voorkomen>`;
}

const refs = (holder: string, kind: string, ids: readonly string[]): string =>
  ids.length === 0
    ? ''
    : `<Objecten:${holder}>${ids.map(id => `<Objecten-ref:${kind}Ref>${id}</Objecten-ref:${kind}Ref>`).join('')}</Objecten:${holder}>`;

const objectXml = (type: string, common: Common, inner: string): string => `
  <sl:stand><sl-bag-extract:bagObject><Objecten:${type}>
    <Objecten:identificatie domein="NL.IMBAG.${type}">${common.id}</Objecten:identificatie>
    ${inner}<Objecten:status>${common.status}</Objecten:status>${occurrenceXml(common)}
  </Objecten:${type}></sl-bag-extract:bagObject></sl:stand>`;

const RD = 'urn:ogc:def:crs:EPSG::28992';

const polygonXml = (ring: string, srs: string, dimension: number): string =>
  `<gml:Polygon srsName="${srs}" srsDimension="${dimension}"><gml:exterior><gml:LinearRing><gml:posList>${ring}</gml:posList></gml:LinearRing></gml:exterior></gml:Polygon>`;

/** Positions around a rectangle, as they stand in a posList. */
export const ringText = (west: number, south: number, east: number, north: number): string =>
  `${west} ${south} ${east} ${south} ${east} ${north} ${west} ${north} ${west} ${south}`;

/** One voorkomen of a pand. */
export function pandXml({
  ring,
  year = '1980',
  srs = RD,
  dimension = 2,
  status = 'Pand in gebruik',
  ...common
}: Common & { ring: string; year?: string; srs?: string; dimension?: number }): string {
  const shape = `<Objecten:geometrie>${polygonXml(ring, srs, dimension)}</Objecten:geometrie>`;
  const built = `<Objecten:oorspronkelijkBouwjaar>${year}</Objecten:oorspronkelijkBouwjaar>`;
  return objectXml('Pand', { ...common, status }, shape + built);
}

/** One voorkomen of a verblijfsobject. */
export function unitXml({
  at,
  purposes = ['woonfunctie'],
  area = '100',
  main,
  secondary = [],
  buildings = [],
  status = 'Verblijfsobject in gebruik',
  ...common
}: Common & {
  at: string;
  purposes?: string[];
  area?: string;
  main: string;
  secondary?: string[];
  buildings?: string[];
}): string {
  const inner = [
    refs('heeftAlsHoofdadres', 'Nummeraanduiding', [main]),
    refs('heeftAlsNevenadres', 'Nummeraanduiding', secondary),
    `<Objecten:geometrie><Objecten:punt><gml:Point srsName="${RD}" srsDimension="3"><gml:pos>${at} 0.0</gml:pos></gml:Point></Objecten:punt></Objecten:geometrie>`,
    ...purposes.map(purpose => `<Objecten:gebruiksdoel>${purpose}</Objecten:gebruiksdoel>`),
    `<Objecten:oppervlakte>${area}</Objecten:oppervlakte>`,
    refs('maaktDeelUitVan', 'Pand', buildings),
  ];
  return objectXml('Verblijfsobject', { ...common, status }, inner.join(''));
}

/** One voorkomen of a ligplaats. */
export function berthXml({
  ring,
  main,
  status = 'Plaats aangewezen',
  ...common
}: Common & { ring: string; main: string }): string {
  const shape = `<Objecten:geometrie>${polygonXml(ring, RD, 2)}</Objecten:geometrie>`;
  return objectXml(
    'Ligplaats',
    { ...common, status },
    refs('heeftAlsHoofdadres', 'Nummeraanduiding', [main]) + shape,
  );
}

/** One voorkomen of a nummeraanduiding. */
export function numberXml({
  number,
  letter,
  addition,
  postcode,
  street,
  place,
  status = 'Naamgeving uitgegeven',
  ...common
}: Common & {
  number: number;
  letter?: string;
  addition?: string;
  postcode?: string;
  street: string;
  place?: string;
}): string {
  const parts = [
    `<Objecten:huisnummer>${number}</Objecten:huisnummer>`,
    letter ? `<Objecten:huisletter>${letter}</Objecten:huisletter>` : '',
    addition ? `<Objecten:huisnummertoevoeging>${addition}</Objecten:huisnummertoevoeging>` : '',
    postcode ? `<Objecten:postcode>${postcode}</Objecten:postcode>` : '',
    refs('ligtIn', 'Woonplaats', place ? [place] : []),
    refs('ligtAan', 'OpenbareRuimte', [street]),
  ];
  return objectXml('Nummeraanduiding', { ...common, status }, parts.join(''));
}

/** One voorkomen of an openbare ruimte. */
export function streetXml({
  name,
  place,
  status = 'Naamgeving uitgegeven',
  ...common
}: Common & { name: string; place: string }): string {
  const short = `<Objecten:verkorteNaam><Objecten:VerkorteNaamOpenbareRuimte><Objecten:verkorteNaam>${name.slice(0, 3)}</Objecten:verkorteNaam></Objecten:VerkorteNaamOpenbareRuimte></Objecten:verkorteNaam>`;
  const inner = `<Objecten:naam>${name}</Objecten:naam>${short}${refs('ligtIn', 'Woonplaats', [place])}`;
  return objectXml('OpenbareRuimte', { ...common, status }, inner);
}

/** One voorkomen of a woonplaats. */
export function placeXml({
  name,
  ring,
  status = 'Woonplaats aangewezen',
  ...common
}: Common & { name: string; ring: string }): string {
  const shape = `<Objecten:geometrie><Objecten:vlak>${polygonXml(ring, RD, 2)}</Objecten:vlak></Objecten:geometrie>`;
  return objectXml('Woonplaats', { ...common, status }, `<Objecten:naam>${name}</Objecten:naam>${shape}`);
}

/** What a delivery says of itself: a date, and municipalities; none is the whole country. */
export interface Said {
  date?: string;
  municipalities?: { digits: string; name?: string }[];
}

function areaXml(municipalities: Said['municipalities'] = []): string {
  if (municipalities.length === 0)
    return '<selecties-extract:Gebied-NLD>Nederland</selecties-extract:Gebied-NLD>';
  return municipalities
    .map(
      ({ digits, name }) => `<selecties-extract:Gemeente>
        <selecties-extract:GemeenteIdentificatie>${digits}</selecties-extract:GemeenteIdentificatie>
        ${name ? `<selecties-extract:GemeenteNaam>${name}</selecties-extract:GemeenteNaam>` : ''}
      </selecties-extract:Gemeente>`,
    )
    .join('');
}

const headXml = ({ date = '2024-01-08', municipalities }: Said): string =>
  `${areaXml(municipalities)}<selecties-extract:StandTechnischeDatum>${date}</selecties-extract:StandTechnischeDatum>`;

/** A file of an LVC delivery. */
export const standXml = (
  objects: readonly string[],
  said: Said = {},
): string => `<?xml version="1.0" encoding="UTF-8"?>
<sl-bag-extract:bagStand ${SPACES}><sl-bag-extract:bagInfo>${headXml(said)}</sl-bag-extract:bagInfo>
<sl:standBestand>${objects.join('')}</sl:standBestand></sl-bag-extract:bagStand>`;

/** The document that goes with a delivery. */
export const documentXml = (said: Said): string =>
  `<?xml version="1.0" encoding="UTF-8"?><xb:BAG-Extract-Levering xmlns:xb="y" ${SPACES}>${headXml(said)}</xb:BAG-Extract-Levering>`;

/** Which woonplaats belongs to which municipality. */
export const relationXml = (pairs: readonly [place: string, municipality: string][]): string =>
  `<?xml version="1.0" encoding="UTF-8"?><g:B xmlns:g="z" xmlns:p="q" xmlns:t="r">${pairs
    .map(
      ([place, municipality]) => `<p:GemeenteWoonplaatsRelatie>
      <p:tijdvakgeldigheid><t:begindatumTijdvakGeldigheid>2009-01-01</t:begindatumTijdvakGeldigheid></p:tijdvakgeldigheid>
      <p:gerelateerdeWoonplaats><p:identificatie>${place}</p:identificatie></p:gerelateerdeWoonplaats>
      <p:gerelateerdeGemeente><p:identificatie>${municipality}</p:identificatie></p:gerelateerdeGemeente>
      </p:GemeenteWoonplaatsRelatie>`,
    )
    .join('')}</g:B>`;
