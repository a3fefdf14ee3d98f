import { stat } from 'node:fs/promises';
import { basename } from 'node:path';
import { fileDigest } from '../../formats/file-digest.ts';
import { opaqueId } from '../../import/opaque-id.ts';
import type { Census } from './census.ts';
import { DATE_WORDS, type ExtractDate, extractDate } from './extract-date.ts';
import type { FoundMunicipality } from './municipality.ts';

/** Raised whenever the same file would be made into something else, so that importing it again does so. */
const IMPORTER_VERSION = '2';

/** What is known of an extract before it is loaded. */
export interface Extract {
  file: string;
  /** As it was called where it came from. */
  fileName: string;
  sha256: string;
  census: Census;
  date: ExtractDate;
  municipality: FoundMunicipality;
  dataset: string;
  title: string;
}

/**
 * Names a file as a dataset: the same file for the same municipality always gets the same id.
 */
export async function describeExtract(
  file: string,
  census: Census,
  municipality: FoundMunicipality,
  fileName = basename(file),
): Promise<Extract> {
  const [{ mtime }, sha256] = await Promise.all([stat(file), fileDigest(file)]);
  const date = extractDate(census, fileName, mtime.toISOString());
  const title = `OpenStreetMap-uittreksel van ${date.date} (${DATE_WORDS[date.from]})`;
  const dataset = opaqueId(
    'dataset',
    'openstreetmap',
    municipality.code,
    sha256,
    IMPORTER_VERSION,
    ...named(municipality),
  );
  return { file, fileName, sha256, census, date, municipality, dataset, title };
}

/** Confirming a guessed code or name is a change, though the file is the same. */
function named({ name, provisional }: FoundMunicipality): string[] {
  return [name, provisional ? 'provisional' : 'certain'];
}
