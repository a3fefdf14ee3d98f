import { mkdir } from 'node:fs/promises';
import { dirname } from 'node:path';
import type { ImportContext, ImportResult } from '../../import/context.ts';
import { importedBefore } from '../../import/dataset.ts';
import { checkMunicipalityCode } from '../../import/municipality-code.ts';
import { bagFault } from './fault.ts';
import { FetchedDelivery, featuresOf } from './fetched.ts';
import { knownPlace, landingOf } from './import.ts';
import { landDelivery } from './land.ts';
import { fetchOgc, OGC_ADDRESS } from './ogc.ts';
import { PoliteClient, type PoliteOptions } from './polite.ts';
import { fetchWfs, WFS_ADDRESS } from './wfs.ts';
import { WorkFile } from './work-file.ts';

/** Which service is asked, and how. */
export interface ServiceOptions {
  /** `GM0221`; its boundary must be known. */
  municipality: string;
  service: 'ogc' | 'wfs';
  /** Another address than that of PDOK, without a slash at the end. */
  address?: string | undefined;
  /** Where pages are kept until they are loaded. */
  workFile: string;
  client: Omit<PoliteOptions, 'signal'>;
}

const SERVICES = {
  ogc: { name: 'OGC API', address: OGC_ADDRESS, fetch: fetchOgc },
  wfs: { name: 'WFS', address: WFS_ADDRESS, fetch: fetchWfs },
} as const;

/** Whether premises in these pages name the municipality that holds them. */
function namesHolder(work: WorkFile): boolean {
  for (const page of work.pages('verblijfsobject@')) {
    const [first] = featuresOf(page);
    if (first !== undefined) return first.read('municipality') != null;
  }
  return false;
}

/**
 * Fetches the BAG of one municipality from PDOK and loads it in the place of its earlier delivery. Only ever begun by somebody who
 * asks for it. What was fetched before it was cut off is kept in the work file, for a day.
 * @throws ImportError `bag-boundary-missing`, `bag-service-...` and those of a delivery; DatabaseFault; the signal's reason
 */
export async function importFetchedBag(
  { municipality, service, address, workFile, client }: ServiceOptions,
  context: ImportContext,
): Promise<ImportResult> {
  checkMunicipalityCode(municipality);
  const { name, provisional, box, bounded } = await knownPlace(context.database, municipality);
  if (box === null || !bounded) throw bagFault('bag-boundary-missing');
  const chosen = SERVICES[service];
  const at = address ?? chosen.address;
  await mkdir(dirname(workFile), { recursive: true });
  const work = new WorkFile(workFile, JSON.stringify([service, at, municipality, box]));
  try {
    const polite = new PoliteClient({ ...client, signal: context.signal });
    const progress = (words: string) => context.progress(words, 0.02);
    await chosen.fetch({ address: at, box, work, client: polite, progress });
    const about = { code: municipality, name, provisional };
    const held = namesHolder(work);
    const delivery = new FetchedDelivery(work, { name: chosen.name, municipality: about, box, held });
    const landing = landingOf(delivery, { fileName: null, sha256: delivery.digest() });
    const result =
      (await importedBefore(context.database, landing.dataset)) ??
      (await landDelivery(delivery, landing, context));
    work.remove();
    return result;
  } catch (error) {
    work.close();
    throw error;
  }
}
