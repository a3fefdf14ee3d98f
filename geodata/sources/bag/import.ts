import { stat } from 'node:fs/promises';
import { basename } from 'node:path';
import type { Session } from '../../database/database.ts';
import { sql } from '../../database/sql.ts';
import { fileDigest } from '../../formats/file-digest.ts';
import type { ImportContext, ImportResult } from '../../import/context.ts';
import { importedBefore } from '../../import/dataset.ts';
import { checkMunicipalityCode } from '../../import/municipality-code.ts';
import { opaqueId } from '../../import/opaque-id.ts';
import type { BagDelivery, KnownPlace } from './delivery.ts';
import { bagFault } from './fault.ts';
import { type BagLanding, landDelivery } from './land.ts';
import { openDelivery } from './open.ts';

/** Raised whenever the same file would be made into something else, so that importing it again does so. */
const IMPORTER_VERSION = '1';

/** What can be said beside a delivery. */
export interface BagOptions {
  /** `GM0503`; needed where the delivery holds several municipalities or says none. */
  municipality?: string | undefined;
  name?: string | undefined;
}

/** What the database knows of a municipality. */
export async function knownPlace(session: Session, code: string): Promise<KnownPlace> {
  const [row] = await session.query<KnownPlace & { box: [number, number, number, number] }>(sql`
    select name, provisional, boundary is not null as bounded,
      array[ST_XMin(g), ST_YMin(g), ST_XMax(g), ST_YMax(g)]::float8[] as box
    from (select *, coalesce(boundary, extent) as g from municipality where code = ${code}) m`);
  return row ?? { name: null, provisional: true, box: null, bounded: false };
}

/** How a delivery is landed; the same content for the same municipality always gets the same id. @throws ImportError */
export function landingOf(
  { municipality: { code, name, provisional }, title, referenceDate }: BagDelivery,
  { fileName, sha256 }: { fileName: string | null; sha256: string },
): BagLanding {
  if (name === null) throw bagFault('bag-name-unknown');
  const certainty = provisional ? 'provisional' : 'certain';
  const dataset = opaqueId('dataset', 'bag', code, sha256, IMPORTER_VERSION, name, certainty);
  return { dataset, municipality: { code, name, provisional }, title, referenceDate, fileName, sha256 };
}

/**
 * Loads a delivery of the BAG from a file: an LVC extract (zip), a GeoPackage, or an answer of a service (GeoJSON). It takes the place
 * of the municipality's earlier delivery, in one transaction; the same file again changes nothing.
 * @throws ImportError in words for whoever chose the file; DatabaseFault; the signal's reason. Nothing is loaded then.
 */
export async function importBag(
  file: string,
  options: BagOptions & { fileName?: string | undefined },
  context: ImportContext,
): Promise<ImportResult> {
  checkMunicipalityCode(options.municipality);
  context.progress('Looking at the file', 0);
  const { mtime } = await stat(file).catch(cause => {
    throw bagFault('bag-foreign', cause);
  });
  const asked = { ...options, date: mtime.toISOString().slice(0, 10) };
  const delivery = await openDelivery(file, asked, code => knownPlace(context.database, code));
  try {
    const fileName = options.fileName ?? basename(file);
    const landing = landingOf(delivery, { fileName, sha256: await fileDigest(file) });
    context.signal?.throwIfAborted();
    return (
      (await importedBefore(context.database, landing.dataset)) ??
      (await landDelivery(delivery, landing, context))
    );
  } finally {
    await delivery.close();
  }
}
