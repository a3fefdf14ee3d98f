import type { Box } from '../../formats/geopackage.ts';
import { bagFault } from './fault.ts';
import { answerOf } from './feature.ts';
import { FilterCheck, SERVICE_PARTS } from './fetched.ts';
import { type Answered, type PoliteClient, ServiceRefusal } from './polite.ts';
import type { WorkFile } from './work-file.ts';

/** The OGC API Features of the BAG at PDOK, version 2. Needs no key. */
export const OGC_ADDRESS = 'https://api.pdok.nl/kadaster/bag/ogc/v2';

/** Whole URIs: the service answers 400 to `EPSG:28992`. */
const CRS = 'http://www.opengis.net/def/crs/EPSG/0/28992';
const LIMIT = 1000;

/** What is fetched, and with what. */
export interface ServiceQuestion {
  /** Of the service, without a slash at the end. */
  address: string;
  /** In RD. */
  box: Box;
  work: WorkFile;
  client: PoliteClient;
  progress(words: string): void;
}

/** The answer to a question; a question that is refused is a fault of ours or a service that has moved. */
export async function asked(client: PoliteClient, url: string): Promise<Answered> {
  return client.ask(url).catch(error => {
    throw error instanceof ServiceRefusal ? bagFault('bag-service-refused', error) : error;
  });
}

/** Names of the collections that the service has. */
async function collections({ address, client }: ServiceQuestion): Promise<Set<string>> {
  const { text } = await asked(client, `${address}/collections?f=json`);
  let list: unknown;
  try {
    list = (JSON.parse(text) as { collections?: unknown }).collections;
  } catch (cause) {
    throw bagFault('bag-answer-unreadable', cause);
  }
  if (!Array.isArray(list)) throw bagFault('bag-answer-unreadable', new Error(text.slice(0, 300)));
  return new Set(list.map(each => `${(each as { id?: unknown } | null)?.id}`));
}

function firstPage({ address, box }: ServiceQuestion, collection: string): string {
  const query = new URLSearchParams({
    f: 'json',
    limit: `${LIMIT}`,
    crs: CRS,
    'bbox-crs': CRS,
    bbox: box.map(value => value.toFixed(3)).join(','),
  });
  return `${address}/collections/${collection}/items?${query}`;
}

/** The next page, which must be of the same service: an answer may not send us elsewhere. */
function nextPage(next: string | null, url: string): string | null {
  if (next === null) return null;
  const target = new URL(next, url);
  if (target.origin !== new URL(url).origin || target.href === url)
    throw bagFault('bag-answer-unreadable', new Error(`The next page of ${url} would be ${next}`));
  return target.href;
}

async function fetchCollection(question: ServiceQuestion, collection: string): Promise<void> {
  const { work, client, box, progress } = question;
  const part = `${collection}@`;
  const from = work.next(part);
  const filter = new FilterCheck(box);
  let url = from === undefined ? firstPage(question, collection) : from;
  for (let pages = 1; url !== null; pages += 1) {
    const { text, crs } = await asked(client, url);
    filter.add({ text, crs });
    const next = nextPage(answerOf(text).next, url);
    work.keep({ part, text, crs, next });
    progress(`Fetching ${collection}: ${pages * LIMIT}`);
    url = next;
  }
}

/**
 * Fetches every page that is not in the work file yet. The service includes what was demolished; that is left out by its
 * status when it is loaded.
 * @throws ImportError `bag-service-...`, `bag-filter-ignored`, `bag-answer-unreadable`, `bag-crs`; the signal's reason
 */
export async function fetchOgc(question: ServiceQuestion): Promise<void> {
  const there = await collections(question);
  if (!there.has('pand') || !there.has('verblijfsobject'))
    throw bagFault('bag-service-refused', new Error(`Collections: ${[...there].join(', ')}`));
  const wanted = SERVICE_PARTS.filter(part => there.has(part));
  await Promise.all(wanted.map(collection => fetchCollection(question, collection)));
}
