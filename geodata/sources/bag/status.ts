import type { BagReasonCode } from '#vocabulary/bag-reason.ts';

/** What a status means for the stock: the status of the building in our words, or why it is not in the stock. */
type Standing = { stands: string } | { leftOut: BagReasonCode };

const stands = (status: string): Standing => ({ stands: status });
const PLANNED: Standing = { leftOut: 'planned' };
const GONE: Standing = { leftOut: 'gone' };
const NEVER: Standing = { leftOut: 'never-there' };

/** Statuses of a pand, in lower case (IMBAG 2.0, and older words for the same). */
const BUILDING: Readonly<Record<string, Standing>> = {
  'bouwvergunning verleend': PLANNED,
  'bouw gestart': PLANNED,
  'niet gerealiseerd pand': NEVER,
  'pand in gebruik': stands('in-use'),
  'pand in gebruik (niet ingemeten)': stands('in-use'),
  'verbouwing pand': stands('under-renovation'),
  'sloopvergunning verleend': stands('to-be-demolished'),
  'pand buiten gebruik': stands('out-of-use'),
  'pand gesloopt': GONE,
  'pand ten onrechte opgevoerd': NEVER,
};

/** Statuses of a verblijfsobject, ligplaats and standplaats. `Buiten gebruik` is no vacancy: it is said of the structure. */
const PREMISES: Readonly<Record<string, Standing>> = {
  'verblijfsobject gevormd': PLANNED,
  'niet gerealiseerd verblijfsobject': NEVER,
  'verblijfsobject in gebruik': stands('in-use'),
  'verblijfsobject in gebruik (niet ingemeten)': stands('in-use'),
  'verbouwing verblijfsobject': stands('under-renovation'),
  'verblijfsobject buiten gebruik': stands('out-of-use'),
  'verblijfsobject ingetrokken': GONE,
  'verblijfsobject ten onrechte opgevoerd': NEVER,
  'plaats aangewezen': stands('in-use'),
  'plaats ingetrokken': GONE,
  // Files of addresses give the status of the address only.
  'naamgeving uitgegeven': stands('in-use'),
  'naamgeving ingetrokken': GONE,
};

const look = (table: Readonly<Record<string, Standing>>, status: unknown): Standing | undefined => {
  const key = `${status ?? ''}`.trim().toLowerCase();
  return Object.hasOwn(table, key) ? table[key] : undefined;
};

/** What the status of a pand means; undefined for a word that the BAG does not have. */
export const buildingStanding = (status: unknown): Standing | undefined => look(BUILDING, status);

/** What the status of a verblijfsobject, ligplaats or standplaats means; undefined for a word that is not a status. */
export const premisesStanding = (status: unknown): Standing | undefined => look(PREMISES, status);

/** Whether a nummeraanduiding, openbare ruimte or woonplaats with this status is there. */
export function isIssued(status: unknown): boolean {
  return /^(naamgeving uitgegeven|woonplaats aangewezen)$/i.test(`${status ?? ''}`.trim());
}
