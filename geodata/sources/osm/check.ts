import { open } from 'node:fs/promises';
import { type Census, CensusTaker } from './census.ts';
import type { Tags } from './feature.ts';
import { fileFault } from './file-fault.ts';
import { pbfCensus } from './pbf-census.ts';
import { xmlCensus } from './xml-census.ts';

/** How much of the file is looked at to see what it is. */
const SNIFF = 512;

/**
 * Checks a file from front to back before anything is made of it, and counts what is in it.
 * @param counts whether an object with these tags must be accounted for
 * @throws ImportError (`file-...`) naming what is wrong with the file
 */
export async function checkFile(path: string, counts: (tags: Tags) => boolean): Promise<Census> {
  const taker = new CensusTaker(counts);
  return (await sniff(path)) === 'pbf' ? pbfCensus(path, taker) : xmlCensus(path, taker);
}

/** Whether a file begins as an extract does; whether it is whole, shows when it is checked. */
export async function beginsAsExtract(path: string): Promise<boolean> {
  const head = await readHead(path).catch(() => Buffer.alloc(0));
  const isBlock = head.length > 5 && head[0] === 0 && head[1] === 0 && head.includes('OSMHeader');
  return isBlock || /<osm[\s>]/.test(head.toString('utf8'));
}

/** By content, never by name. */
async function sniff(path: string): Promise<'pbf' | 'xml'> {
  const head = await readHead(path);
  if (head.length === 0) throw fileFault('file-empty', path);
  const gzip = head[0] === 0x1f && head[1] === 0x8b;
  if (gzip || head.toString('latin1', 0, 3) === 'BZh') throw fileFault('file-compressed', path);
  // A PBF begins with a length below 65,536, then the first field of its header.
  if (head[0] === 0 && head[1] === 0 && (head[4] === 0x0a || head.length < 5)) return 'pbf';
  const text = head
    .toString('utf8')
    .replace(/^\ufeff/, '')
    .trimStart();
  if (/^<(\?xml|osm|!--)/.test(text)) return 'xml';
  throw fileFault('file-foreign', path);
}

async function readHead(path: string): Promise<Buffer> {
  const file = await open(path).catch(cause => {
    throw fileFault('file-missing', cause);
  });
  try {
    const buffer = Buffer.alloc(SNIFF);
    const { bytesRead } = await file.read(buffer, 0, SNIFF, 0);
    return buffer.subarray(0, bytesRead);
  } catch (cause) {
    throw fileFault('file-missing', cause);
  } finally {
    await file.close();
  }
}
