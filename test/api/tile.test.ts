import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { beforeAll, describe, expect, it, vi } from 'vitest';
import { type Database, DatabaseFault } from '../../geodata/database/database.ts';
import { sql } from '../../geodata/database/sql.ts';
import { describeOnEachEngine } from '../support/database.ts';
import { decodeTile, tileApp, tileAround } from '../support/tile-app.ts';
import { bumpRevision, seedTileTown, TOWN_3857 } from '../support/tile-town.ts';

describeOnEachEngine('tiles', get => {
  let revision = 0;
  let database: Database;
  let visitor: ReturnType<typeof tileApp>;
  let planner: ReturnType<typeof tileApp>;

  beforeAll(async () => {
    ({ database } = get());
    revision = await seedTileTown(database);
    visitor = tileApp(database, 'visitor');
    planner = tileApp(database, 'planner');
  });

  const path = (layer: string, z: number, number = revision) => {
    const { x, y } = tileAround(z, TOWN_3857);
    return `/tiles/${layer}/${number}/${z}/${x}/${y}.mvt`;
  };

  /** An app with an empty cache whose statements are counted. */
  function countingApp() {
    const session = database.as('visitor');
    const query = vi.fn(session.query.bind(session));
    return { query, app: tileApp({ ...database, as: () => ({ query }) } as unknown as Database, 'visitor') };
  }

  async function layersAt(layer: string, z: number, app = visitor) {
    const response = await app.request(path(layer, z));
    expect(response.status).toBe(200);
    return decodeTile(new Uint8Array(await response.arrayBuffer()));
  }

  const ids = (features: { properties: Record<string, unknown> }[] | undefined) =>
    features?.map(({ properties }) => properties.id).sort();

  describe('what is in them', () => {
    it('areas with a label inside each; what is smaller than a pixel is left out', async () => {
      const { area, area_label } = await layersAt('areas', 13);
      expect(ids(area)).toEqual(['centre', 'works']);
      expect(area?.map(({ properties }) => properties.kind).sort()).toEqual(['town-centre', 'work-area']);
      const centre = area?.find(({ properties }) => properties.id === 'centre');
      expect(centre?.parts).toHaveLength(2);
      const label = area_label?.find(({ properties }) => properties.id === 'centre');
      expect(label).toMatchObject({ type: 1, properties: { name: 'Name of centre' } });
      const [[x, y]] = label!.parts as [number[]];
      expect(insideRings(centre!.parts, x!, y!)).toBe(true);
    });

    it('buildings from zoom 13', async () => {
      const { building } = await layersAt('buildings', 15);
      expect(building?.map(({ properties }) => properties)).toEqual([
        { id: 'b1', year: 1935, use: 'house' },
        { id: 'b2' },
      ]);
      expect(building?.[1]?.parts).toHaveLength(2);
      expect((await visitor.request(path('buildings', 12))).status).toBe(204);
    });

    it('the base map by layer, with equal roads put together', async () => {
      const base = await layersAt('base', 12);
      expect(Object.keys(base).sort()).toEqual(['place', 'road', 'water']);
      const flags = { bridge: false, tunnel: false };
      expect(base.road?.map(({ properties }) => properties)).toEqual([
        { class: 'main', name: 'Marktstraat', ...flags },
        { class: 'path', ...flags },
      ]);
      expect(base.road?.[0]?.parts).toHaveLength(2);
      expect(base.place?.[0]?.properties).toEqual({ class: 'town', name: 'Tegelstad', ...flags });
      expect(Object.keys(await layersAt('base', 8)).sort()).toEqual(['place', 'water']);
    });

    it('published squares of 500 m, each once', async () => {
      const { cell } = await layersAt('cells', 12);
      expect(cell?.map(({ properties }) => properties)).toEqual([
        { id: '500:84000:446500', x: 84_000, y: 446_500 },
        { id: '500:84500:446500', x: 84_500, y: 446_500 },
      ]);
    });

    it('for planners: squares of 100 m and premises as they are now', async () => {
      const { cell } = await layersAt('planner/cells', 14, planner);
      expect(ids(cell)).toEqual(['100:84500:446500']);
      const { premises } = await layersAt('planner/premises', 15, planner);
      expect(premises?.map(({ properties }) => properties)).toEqual([
        { id: 'p1', function: 'housing', name: 'Name of p1', status: 'in-use' },
        { id: 'p2', function: 'retail', name: 'Name of p2', status: 'vacant', since: '2023-11-05' },
        { id: 'p3', function: 'retail', name: 'Name of p3', status: 'not-observed' },
      ]);
    });

    it('nothing far away: 204, kept like any other', async () => {
      for (const layer of ['base', 'areas', 'buildings', 'cells']) {
        const response = await visitor.request(`/tiles/${layer}/${revision}/14/0/0.mvt`);
        expect([layer, response.status]).toEqual([layer, 204]);
        expect(response.headers.get('cache-control')).toContain('immutable');
        expect(await response.text()).toBe('');
      }
    });
  });

  describe('how they travel', () => {
    it('for ever, in the encoding that is accepted, the same bytes in each', async () => {
      const plain = await visitor.request(path('base', 13));
      expect(plain.headers.get('content-type')).toBe('application/vnd.mapbox-vector-tile');
      expect(plain.headers.get('cache-control')).toBe('public, max-age=31536000, immutable');
      expect(plain.headers.get('vary')).toBe('Accept-Encoding');
      expect(plain.headers.get('content-encoding')).toBeNull();
      const bytes = Buffer.from(await plain.arrayBuffer());
      expect(plain.headers.get('content-length')).toBe(String(bytes.byteLength));
      for (const [accepted, decode] of [
        ['gzip', gunzipSync],
        ['gzip, br', brotliDecompressSync],
      ] as const) {
        const response = await visitor.request(path('base', 13), {
          headers: { 'Accept-Encoding': accepted },
        });
        const encoding = response.headers.get('content-encoding');
        const body = Buffer.from(await response.arrayBuffer());
        expect(encoding === null ? body : decode(body)).toEqual(bytes);
      }
    });

    it('not at all when the browser has them already, and without asking the database', async () => {
      const etag = (await visitor.request(path('areas', 14))).headers.get('etag');
      expect(etag).toMatch(/^"[\w-]+-identity"$/);
      const { app, query } = countingApp();
      await app.request(path('areas', 10));
      query.mockClear();
      const again = await app.request(path('areas', 14), { headers: { 'If-None-Match': `"x", ${etag}` } });
      expect([again.status, again.headers.get('etag'), await again.text()]).toEqual([304, etag, '']);
      expect(query).not.toHaveBeenCalled();
      const other = await app.request(path('areas', 15), { headers: { 'If-None-Match': `${etag}` } });
      expect(other.status).toBe(200);
    });

    it('privately and never stored for planners', async () => {
      for (const layer of ['planner/cells', 'planner/premises']) {
        for (const z of [5, 14]) {
          const response = await planner.request(path(layer, z));
          expect(response.headers.get('cache-control')).toBe('private, no-store');
          expect(response.headers.get('etag')).toBeNull();
        }
      }
    });
  });

  describe('who gets what', () => {
    it('a visitor gets nothing of the planner, also right after the planner had it', async () => {
      for (const layer of ['planner/cells', 'planner/premises']) {
        expect((await planner.request(path(layer, 15))).status).toBe(200);
        expect((await visitor.request(path(layer, 15))).status).toBe(401);
        expect((await visitor.request(`/tiles/${layer}.json`)).status).toBe(401);
        const inside = path(layer.replace('planner/', ''), 15);
        const open = await visitor.request(inside);
        expect([inside, open.status]).toEqual([inside, layer === 'planner/premises' ? 404 : 200]);
      }
    });

    it('a public address has the same bytes for everyone', async () => {
      for (const layer of ['base', 'areas', 'buildings', 'cells']) {
        const [one, other] = [await planner.request(path(layer, 14)), await visitor.request(path(layer, 14))];
        expect(Buffer.from(await one.arrayBuffer())).toEqual(Buffer.from(await other.arrayBuffer()));
        expect(one.headers.get('etag')).toBe(other.headers.get('etag'));
      }
    });
  });

  describe('TileJSON', () => {
    it('says where the tiles are and what is in them', async () => {
      const response = await visitor.request('http://kaart.example/tiles/buildings.json');
      expect(response.headers.get('cache-control')).toBe('no-cache');
      const document = await response.json();
      expect(document).toMatchObject({
        tilejson: '3.0.0',
        revision,
        tiles: [`http://kaart.example/tiles/buildings/${revision}/{z}/{x}/{y}.mvt`],
        minzoom: 13,
        attribution: 'Made &lt;by&gt; hand',
        vector_layers: [{ id: 'building', fields: { id: 'String', year: 'Number', use: 'String' } }],
      });
      const [truth] = await database.query<Record<'west' | 'south' | 'east' | 'north', number>>(sql`
        select ST_XMin(box) as west, ST_YMin(box) as south, ST_XMax(box) as east, ST_YMax(box) as north
        from (select ST_Extent(ST_Transform(extent, 4326)) as box from municipality) as extents`);
      expect(document.bounds).toHaveLength(4);
      [truth!.west, truth!.south, truth!.east, truth!.north].forEach((degrees, side) => {
        expect(document.bounds[side]).toBeCloseTo(degrees, 5);
      });
    });

    it('answers 304 while nothing has changed', async () => {
      const etag = (await visitor.request('/tiles/base.json')).headers.get('etag');
      const again = await visitor.request('/tiles/base.json', { headers: { 'If-None-Match': `${etag}` } });
      expect(again.status).toBe(304);
    });

    it('is never stored for planners', async () => {
      const response = await planner.request('/tiles/planner/premises.json');
      expect(response.headers.get('cache-control')).toBe('private, no-store');
      const [template] = (await response.json()).tiles;
      expect(template).toContain(`/tiles/planner/premises/${revision}/{z}/{x}/{y}.mvt`);
    });
  });

  describe('bad addresses', () => {
    it.each([
      ['z', '/tiles/base/1/19/0/0.mvt'],
      ['z', '/tiles/base/1/-1/0/0.mvt'],
      ['z', '/tiles/base/1/1e1/0/0.mvt'],
      ['x', '/tiles/base/1/2/4/0.mvt'],
      ['x', '/tiles/base/1/2/a/0.mvt'],
      ['y', '/tiles/base/1/2/0/4.mvt'],
      ['y', '/tiles/base/1/2/0/1.5.mvt'],
      ['revision', '/tiles/base/latest/2/0/0.mvt'],
      ['token', '/tiles/base/1/2/0/0.mvt?token=1'],
      ['x', '/tiles/planner/cells/1/2/4/0.mvt'],
    ])('400 naming %s: %s', async (field, address) => {
      const response = await planner.request(address);
      expect(response.status).toBe(400);
      expect(response.headers.get('content-type')).toBe('application/problem+json');
      const problem = await response.json();
      expect(problem.errors.map((error: { field: string }) => error.field)).toEqual([field]);
    });

    it.each(['/tiles/roads/1/2/0/0.mvt', '/tiles/roads.json', '/tiles/base/1/2/0/0', '/tiles/premises.json'])(
      '404: %s',
      async address => {
        const response = await visitor.request(address);
        expect([response.status, (await response.json()).type]).toEqual([404, 'not-found']);
      },
    );
  });

  describe('under way', () => {
    it('asks the database once for a tile that many want at once', async () => {
      const { app, query } = countingApp();
      await app.request(path('base', 11));
      query.mockClear();
      const answers = await Promise.all(Array.from({ length: 20 }, () => app.request(path('base', 13))));
      expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([200]));
      expect(query).toHaveBeenCalledTimes(1);
    });

    it('does not keep a fault', async () => {
      const session = database.as('visitor');
      let broken = false;
      const query: typeof session.query = async statement => {
        if (broken) throw new DatabaseFault('unavailable', 'secret host is gone');
        return session.query(statement);
      };
      const app = tileApp({ ...database, as: () => ({ query }) } as unknown as Database, 'visitor');
      await app.request(path('base', 10));
      broken = true;
      const failed = await app.request(path('base', 13));
      expect(failed.status).toBe(503);
      expect(failed.headers.get('cache-control')).toBe('no-store');
      expect(await failed.text()).not.toContain('secret');
      broken = false;
      expect((await app.request(path('base', 13))).status).toBe(200);
    });

    it('never mixes revisions: another one than the current one is gone', async () => {
      const before = path('base', 13);
      const app = tileApp(database, 'visitor');
      expect((await app.request(before)).status).toBe(200);
      // The clock still takes the old one for current: only the tile's own row can tell.
      const next = await bumpRevision(database);
      const uncached = await app.request(path('base', 14));
      expect([uncached.status, (await uncached.json()).type]).toEqual([404, 'revision-gone']);
      expect((await app.request(path('base', 13, next))).status).toBe(200);
      const old = await app.request(before);
      expect([old.status, (await old.json()).type]).toEqual([404, 'revision-gone']);
      const ahead = await app.request(path('base', 13, next + 1));
      expect(ahead.status).toBe(404);
      expect((await (await app.request('/tiles/base.json')).json()).revision).toBe(next);
    });
  });
});

/** Even-odd rule over all rings. */
function insideRings(rings: number[][], x: number, y: number): boolean {
  let inside = false;
  for (const ring of rings) {
    for (let index = 2; index < ring.length; index += 2) {
      const [fromX, fromY, toX, toY] = ring.slice(index - 2, index + 2) as [number, number, number, number];
      if (fromY > y !== toY > y && x < fromX + ((y - fromY) / (toY - fromY)) * (toX - fromX))
        inside = !inside;
    }
  }
  return inside;
}
