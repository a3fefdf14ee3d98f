import { open } from 'node:fs/promises';
import { isSqlite } from '../../formats/geopackage.ts';
import { openAnswer } from './answer-file.ts';
import type { BagDelivery, KnownPlace } from './delivery.ts';
import { openExtract } from './extract.ts';
import { bagFault } from './fault.ts';
import { openPackage } from './package.ts';

/** First characters of a file. */
async function beginning(path: string): Promise<string> {
  const file = await open(path);
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(64), 0, 64, 0);
    return buffer.toString('latin1', 0, bytesRead);
  } finally {
    await file.close();
  }
}

/** Whether a file is a zip; an empty one begins otherwise. */
export const beginsAsZip = async (path: string): Promise<boolean> =>
  (await beginning(path)).startsWith('PK\u0003\u0004');

/** Whether a file may be JSON, with or without the mark that some editors put before it. */
export const beginsAsJson = async (path: string): Promise<boolean> =>
  /^(?:\u00ef\u00bb\u00bf)?\s*\{/.test(await beginning(path));

/** What is asked of a delivery. */
export interface AskedDelivery {
  municipality?: string | undefined;
  name?: string | undefined;
  /** Of the file itself, ISO: what holds when the delivery does not say its date. */
  date: string;
}

/**
 * Opens a delivery of the BAG, by what is in the file.
 * @throws ImportError when it is none, or which municipality is meant is not clear
 */
export async function openDelivery(
  path: string,
  asked: AskedDelivery,
  known: (code: string) => Promise<KnownPlace>,
): Promise<BagDelivery> {
  if (await isSqlite(path)) return openPackage(path, asked, known);
  if (await beginsAsZip(path)) return openExtract(path, asked, known);
  if (await beginsAsJson(path)) return openAnswer(path, asked, known);
  throw bagFault('bag-foreign');
}
