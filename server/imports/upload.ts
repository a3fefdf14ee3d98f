import { createHash } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { Readable, Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { Refusal } from '../http/problem.ts';

/** Bytes that are taken through a browser; a national file goes by the command line, which reads it where it lies. */
export const UPLOAD_LIMIT = 2_000_000_000;

const tooLarge = () =>
  new Refusal('too-large', 'The file is larger than 2 GB. Load it with the command line: npm run geodata.');

/** A file that came in. */
export interface Upload {
  path: string;
  bytes: number;
  sha256: string;
}

/** Where uploads lie. */
export const uploadFolder = (dataDir: string): string => join(dataDir, 'uploads');

/** Where the file of an import lies. */
export const uploadPath = (dataDir: string, id: string): string => join(uploadFolder(dataDir), id);

/**
 * Writes what comes in to a file, counting: what a request says of its length is looked at first and not believed.
 * @throws Refusal too-large, bad-input (nothing came, or it was cut off); nothing stays then
 */
export async function receiveUpload(
  body: ReadableStream<Uint8Array> | null,
  stated: number | undefined,
  path: string,
): Promise<Upload> {
  if (stated !== undefined && stated > UPLOAD_LIMIT) throw tooLarge();
  if (body === null) throw new Refusal('bad-input', 'There is no file in the request.');
  await mkdir(join(path, '..'), { recursive: true });
  const hash = createHash('sha256');
  let bytes = 0;
  const counted = new Transform({
    transform(part: Buffer, _encoding, done) {
      bytes += part.length;
      hash.update(part);
      done(bytes > UPLOAD_LIMIT ? tooLarge() : null, part);
    },
  });
  try {
    await pipeline(Readable.fromWeb(body as never), counted, createWriteStream(path, { mode: 0o600 }));
    if (bytes === 0) throw new Refusal('bad-input', 'The file is empty.');
    if (stated !== undefined && bytes !== stated)
      throw new Refusal('bad-input', 'The file did not arrive completely. Send it again.');
  } catch (error) {
    await rm(path, { force: true });
    throw error instanceof Refusal || isOfDisk(error)
      ? error
      : new Refusal('bad-input', 'The file did not arrive completely. Send it again.');
  }
  return { path, bytes, sha256: hash.digest('hex') };
}

const isOfDisk = (error: unknown): boolean =>
  ['ENOSPC', 'EDQUOT', 'EACCES', 'EROFS'].includes((error as NodeJS.ErrnoException).code ?? '');
