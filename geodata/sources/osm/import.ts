import type { ImportContext, ImportResult } from '../../import/context.ts';
import { importedBefore } from '../../import/dataset.ts';
import { checkMunicipalityCode } from '../../import/municipality-code.ts';
import { buildStage } from './build-stage.ts';
import type { Census } from './census.ts';
import { checkFile } from './check.ts';
import { describeExtract } from './extract.ts';
import { fileFault } from './file-fault.ts';
import { kindsOf } from './kind.ts';
import { loadStage } from './load.ts';
import { findMunicipality, mostFrequent } from './municipality.ts';
import { readFeatures } from './read.ts';

/** What can be said beside the file. */
export interface OsmOptions {
  /** `GM0503`; guessed from the file when not given. */
  municipality?: string | undefined;
  /** Name of the municipality; taken from the file when not given. */
  name?: string | undefined;
  /** What the file was called where it came from; the file's own name when not given. */
  fileName?: string | undefined;
}

/**
 * Makes a complete map of a municipality from one OpenStreetMap extract (.osm.pbf or .osm). It takes the place of the
 * municipality's earlier extract, in one transaction; the same file again changes nothing.
 * @throws ImportError in words for whoever chose the file; DatabaseFault; the signal's reason. Nothing is loaded then.
 */
export async function importOsm(
  file: string,
  options: OsmOptions,
  context: ImportContext,
): Promise<ImportResult> {
  checkMunicipalityCode(options.municipality || undefined);
  context.progress('Checking the file', 0);
  const census = await checkFile(file, tags => kindsOf(tags).length > 0);
  if (!hasPlaces(census)) throw fileFault('file-without-objects', file);
  context.signal?.throwIfAborted();
  context.progress('Reading shapes', 0.1);
  const features = await readFeatures(file, census.sorted, context.signal);
  const municipality = findMunicipality(options, census.objects, features);
  const extract = await describeExtract(file, census, municipality, options.fileName);
  const before = await importedBefore(context.database, extract.dataset);
  if (before) return before;
  context.progress('Sorting objects', 0.3);
  const cities = [...census.objects.values()].map(tags => tags['addr:city']);
  const place = mostFrequent(cities) ?? municipality.name;
  const stage = buildStage(census.objects, features, { municipality: municipality.code, place });
  context.signal?.throwIfAborted();
  return loadStage(extract, stage, place, context);
}

function hasPlaces({ objects }: Census): boolean {
  for (const tags of objects.values()) {
    if (kindsOf(tags).some(kind => kind === 'building' || kind === 'address')) return true;
  }
  return false;
}
