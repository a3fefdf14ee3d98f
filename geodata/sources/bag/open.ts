import { open } from 'node:fs/promises';
import { isSqlite } from '../../formats/geopackage.ts';
import type { BagDelivery, KnownPlace } from './delivery.ts';
import { openExtract } from './extract.ts';
import { bagFault } from './fault.ts';
import { openPackage } from './package.ts';

/** Whether a file is a zip, by its first bytes; an empty one has others. */
async function isZip(path: string): Promise<boolean> {
  const file = await open(path);
  try {
    const { buffer } = await file.read(Buffer.alloc(4), 0, 4, 0);
    return buffer.toString('latin1') === 'PK\u0003\u0004';
  } finally {
    await file.close();
  }
}

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
  if (await isZip(path)) return openExtract(path, asked, known);
  throw bagFault('bag-foreign');
}
