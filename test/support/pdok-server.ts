import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** An object that the server has: coordinates in RD. */
export interface ServedObject {
  id: string;
  properties: Record<string, unknown>;
  geometry: { type: 'Point' | 'Polygon'; coordinates: unknown };
}

/** What the server does wrong, by the number of the request (from 1); undefined: it answers. */
export type Trouble = (request: number, url: URL) => 'busy' | 'broken' | 'cut' | 'silent' | undefined;

/** A server on loopback that answers like the BAG services of PDOK. */
export interface PdokServer {
  /** Of the OGC API and of the WFS. */
  ogc: string;
  wfs: string;
  /** Every address that was asked for, and who asked. */
  readonly asked: { url: URL; agent: string }[];
  /** Most requests that were under way at a time. */
  readonly mostAtOnce: number;
  trouble: Trouble;
  /** Whether it does as if no box had been asked for. */
  ignoresBox: boolean;
  close(): Promise<void>;
}

interface Answer {
  status: number;
  body: unknown;
  headers?: Record<string, string>;
}

const TROUBLES: Readonly<Record<'busy' | 'broken', Answer>> = {
  busy: { status: 429, body: 'Too many requests', headers: { 'retry-after': '0' } },
  broken: { status: 503, body: 'Service unavailable' },
};

const CRS = 'http://www.opengis.net/def/crs/EPSG/0/28992';

const firstPosition = ({ type, coordinates }: ServedObject['geometry']): [number, number] =>
  (type === 'Point' ? coordinates : (coordinates as number[][][])[0]![0]) as [number, number];

/** Starts it. @param pageSize objects of a page, whatever is asked for */
export async function startPdok(
  collections: Readonly<Record<string, readonly ServedObject[]>>,
  pageSize = 2,
): Promise<PdokServer> {
  let atOnce = 0;
  const state = {
    asked: [] as PdokServer['asked'],
    mostAtOnce: 0,
    trouble: (() => undefined) as Trouble,
    ignoresBox: false,
  };

  const within = (name: string, box: number[]): ServedObject[] => {
    const [west = 0, south = 0, east = 0, north = 0] = box;
    return (collections[name] ?? []).filter(({ geometry }) => {
      const [x, y] = firstPosition(geometry);
      return state.ignoresBox || (x >= west && x <= east && y >= south && y <= north);
    });
  };
  const page = (objects: readonly ServedObject[], start: number) =>
    objects.slice(start, start + pageSize).map(object => ({ type: 'Feature', ...object }));

  function items(url: URL, name: string): Answer {
    const query = url.searchParams;
    const wrong = ['crs', 'bbox-crs'].find(key => query.has(key) && query.get(key) !== CRS);
    if (wrong) return { status: 400, body: { title: 'Bad Request', detail: `${wrong} is not supported` } };
    const start = Number(query.get('cursor') ?? 0);
    const objects = within(name, (query.get('bbox') ?? '').split(',').map(Number));
    const links: { rel: string; href: string }[] = [{ rel: 'self', href: url.href }];
    if (start + pageSize < objects.length) {
      const next = new URL(url);
      next.searchParams.set('cursor', `${start + pageSize}`);
      links.push({ rel: 'next', href: next.href });
    }
    const features = page(objects, start);
    const body = { type: 'FeatureCollection', timeStamp: new Date().toISOString(), links, features };
    return { status: 200, body, headers: { 'content-crs': `<${CRS}>` } };
  }

  function ogc(url: URL): Answer {
    if (url.pathname === '/ogc/collections')
      return { status: 200, body: { collections: Object.keys(collections).map(id => ({ id })), links: [] } };
    const name = /^\/ogc\/collections\/([a-z]+)\/items$/.exec(url.pathname)?.[1];
    return name !== undefined && collections[name]
      ? items(url, name)
      : { status: 404, body: { title: 'Not Found' } };
  }

  function wfs({ searchParams: query }: URL): Answer {
    const name = query.get('typeNames')?.replace('bag:', '') ?? '';
    const box = (query.get('bbox') ?? '').split(',').slice(0, 4).map(Number);
    const start = Number(query.get('startIndex'));
    const features = within(name, box)
      .slice(start, start + Number(query.get('count')))
      .map(object => ({ type: 'Feature', ...object }));
    const crs = { type: 'name', properties: { name: query.get('srsName') } };
    return { status: 200, body: { type: 'FeatureCollection', crs, features } };
  }

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const url = new URL(request.url!, `http://${request.headers.host}`);
    state.asked.push({ url, agent: request.headers['user-agent'] ?? '' });
    // Time for another request to come in beside this one.
    await new Promise(resolve => setTimeout(resolve, 5));
    const trouble = state.trouble(state.asked.length, url);
    if (trouble === 'silent') return;
    if (trouble === 'cut') {
      response.writeHead(200, { 'content-length': '100000' });
      response.write('{"type":"FeatureColl');
      setTimeout(() => response.destroy(), 5);
      return;
    }
    const { status, body, headers } = trouble
      ? TROUBLES[trouble]
      : (url.pathname.startsWith('/ogc') ? ogc : wfs)(url);
    response.writeHead(status, { 'content-type': 'application/geo+json', ...headers });
    response.end(JSON.stringify(body));
  }

  const server = createServer((request, response) => {
    atOnce += 1;
    state.mostAtOnce = Math.max(state.mostAtOnce, atOnce);
    response.on('close', () => {
      atOnce -= 1;
    });
    void answer(request, response);
  });
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve));
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return Object.assign(state, {
    ogc: `${origin}/ogc`,
    wfs: `${origin}/wfs`,
    close: () =>
      new Promise<void>(resolve => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  });
}
