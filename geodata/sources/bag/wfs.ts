import type { Box } from '../../formats/geopackage.ts';
import { answerOf } from './feature.ts';
import { FilterCheck, SERVICE_PARTS } from './fetched.ts';
import { asked, type ServiceQuestion } from './ogc.ts';

/** The WFS of the BAG at PDOK, for when the OGC API does not answer. Needs no key; knows main addresses only. */
export const WFS_ADDRESS = 'https://service.pdok.nl/kadaster/bag/wfs/v2_0';

const CRS = 'urn:ogc:def:crs:EPSG::28992';
const COUNT = 1000;
/** Metres. The service stops at 50,000 objects of one question; the densest square kilometre has a quarter of that. */
const SQUARE = 1000;

/** Squares that cover a box. */
export function* squaresOf([west, south, east, north]: Box): Generator<Box> {
  const begin = (value: number) => Math.floor(value / SQUARE) * SQUARE;
  for (let y = begin(south); y < north; y += SQUARE)
    for (let x = begin(west); x < east; x += SQUARE) yield [x, y, x + SQUARE, y + SQUARE];
}

function pageOf(address: string, type: string, box: Box, start: number): string {
  const query = new URLSearchParams({
    service: 'WFS',
    version: '2.0.0',
    request: 'GetFeature',
    typeNames: `bag:${type}`,
    outputFormat: 'application/json',
    srsName: CRS,
    bbox: [...box, CRS].join(','),
    count: `${COUNT}`,
    startIndex: `${start}`,
  });
  return `${address}?${query}`;
}

async function fetchSquare(question: ServiceQuestion, type: string, box: Box): Promise<void> {
  const { work, client, address } = question;
  const part = `${type}@${box.join(',')}`;
  const from = work.next(part);
  const filter = new FilterCheck(box);
  let start: number | null = from === undefined ? 0 : from === null ? null : Number(from);
  while (start !== null) {
    const { text, crs } = await asked(client, pageOf(address, type, box, start));
    filter.add({ text, crs });
    const { features } = answerOf(text);
    const next: number | null = features.length < COUNT ? null : start + COUNT;
    work.keep({ part, text, crs, next: next === null ? null : `${next}` });
    start = next;
  }
}

/**
 * Fetches every page that is not in the work file yet, square by square. An object on the line between two squares comes twice,
 * and counts once when it is loaded.
 * @throws ImportError as `fetchOgc`
 */
export async function fetchWfs(question: ServiceQuestion): Promise<void> {
  const squares = [...squaresOf(question.box)];
  for (const type of SERVICE_PARTS) {
    let done = 0;
    const queue = squares.values();
    const worker = async () => {
      for (const box of queue) {
        await fetchSquare(question, type, box);
        done += 1;
        question.progress(`Fetching ${type}: square ${done} of ${squares.length}`);
      }
    };
    await Promise.all([worker(), worker()]);
  }
}
