import { type Sql, sql } from '../../geodata/database/sql.ts';
import { wgs84ToWebMercator } from '../../geodata/geometry/rd.ts';
import type { TileJson } from '../../server/contract/tile.ts';
import { type TileWindow, tileWindow } from '../../server/tiles/grid.ts';
import { type Bench, jsonOf } from './ground/bench.ts';
import { percentile, repeat, timed } from './ground/clock.ts';

/** Deepest first: many small tiles, after which nothing is slow only for being the first. */
const ZOOMS = [17, 16, 15, 14, 13, 12, 11, 10];
const COLD_TARGET = 60;
const WARM_TARGET = 5;
const WARM_RUNS = 200;
const PREMISES_RUNS = 10;
const SHARES = [0.5, 0.95];

const ROWS = 'the bare SQL, rows as the driver gives them';
const MVT = 'ST_AsMVT in the database';

/** A tile that has something in it, with what the same costs elsewhere. */
interface Sample {
  path: string;
  cold: number;
  rows: number;
  /** Not measured where the engine has no ST_AsMVT. */
  mvt: number | undefined;
  bytes: number;
}

const envelope = ({ box: [west, south, east, north] }: TileWindow): Sql =>
  sql`ST_MakeEnvelope(${west}::float8, ${south}::float8, ${east}::float8, ${north}::float8, 3857)`;

/** The tile itself, without the buffer: what ST_AsMVTGeom asks for. */
function bounds({ west, north, unit }: TileWindow): Sql {
  const side = unit * 4096;
  return sql`ST_MakeEnvelope(${west}::float8, ${north - side}::float8, ${west + side}::float8, ${north}::float8, 3857)`;
}

/** The features of a tile of each layer as a table named `feature`: the same rows that our statement reads. */
const FEATURES: Record<string, (window: TileWindow) => Sql> = {
  base: window => sql`select layer, class, name, bridge, tunnel, geom_3857 from base_feature
    where geom_3857 && ${envelope(window)} and min_zoom <= ${window.z}::int
      and (ST_Dimension(geom_3857) < 2 or ST_Area(geom_3857) >= ${(8 * window.unit) ** 2}::float8)`,
  buildings: window => sql`select id, build_year, use, geom_3857 from building
    where geom_3857 && ${envelope(window)} and ST_Area(geom_3857) >= ${(8 * window.unit) ** 2}::float8`,
};

const ATTRIBUTES: Record<string, Sql> = {
  base: sql`layer, class, name, bridge, tunnel`,
  buildings: sql`id, build_year, use`,
};

const asRows = (features: Sql, attributes: Sql): Sql =>
  sql`select ${attributes}, ST_AsBinary(geom_3857) as wkb from (${features}) as feature`;

const asMvt = (features: Sql, attributes: Sql, window: TileWindow): Sql =>
  sql`select ST_AsMVT(tile, 'tile', 4096, 'shown') from (
    select ST_AsMVTGeom(feature.geom_3857, ${bounds(window)}, 4096, 64, true) as shown, ${attributes}
    from (${features}) as feature) as tile`;

/** Every tile of a zoom over a box of degrees. */
function tilesOver([west, south, east, north]: number[], z: number): { z: number; x: number; y: number }[] {
  const half = Math.PI * 6378137;
  const at = (metres: number) => Math.floor(((metres + half) / (2 * half)) * 2 ** z);
  const [left, bottom] = wgs84ToWebMercator([west!, south!]);
  const [right, top] = wgs84ToWebMercator([east!, north!]);
  const tiles = [];
  for (let x = at(left); x <= at(right); x++) {
    for (let y = at(-top); y <= at(-bottom); y++) tiles.push({ z, x, y });
  }
  return tiles;
}

/**
 * One tile, for the first time, beside its yardsticks; undefined when it is empty.
 * @param yardsticksFirst by turns, so that reading pages for the first time is not always the same one's
 */
async function sample(
  bench: Bench,
  layer: string,
  path: string,
  window: TileWindow,
  yardsticksFirst: boolean,
): Promise<Sample | undefined> {
  const features = FEATURES[layer]!(window);
  const yardsticks = async () => ({
    rows: (await timed(() => bench.query(asRows(features, ATTRIBUTES[layer]!), 'visitor'))).milliseconds,
    mvt:
      bench.engine === 'native'
        ? (await timed(() => bench.query(asMvt(features, ATTRIBUTES[layer]!, window), 'visitor')))
            .milliseconds
        : undefined,
  });
  const first = yardsticksFirst ? await yardsticks() : undefined;
  const { milliseconds, result } = await timed(() => bench.get(path));
  if (result.status === 204) return undefined;
  if (result.status !== 200) throw new Error(`${path} answered ${result.status}`);
  return { path, cold: milliseconds, ...(first ?? (await yardsticks())), bytes: result.bytes.byteLength };
}

async function samplesAt(bench: Bench, layer: string, z: number): Promise<Sample[]> {
  const document = jsonOf<TileJson>(await bench.get(`/tiles/${layer}.json`));
  const samples: Sample[] = [];
  for (const [index, address] of tilesOver(document.bounds ?? [], z).entries()) {
    const path = `/tiles/${layer}/${document.revision}/${address.z}/${address.x}/${address.y}.mvt`;
    const found = await sample(bench, layer, path, tileWindow(address), index % 2 === 0);
    if (found !== undefined) samples.push(found);
  }
  return samples;
}

function addCold({ add }: Bench, z: number, samples: readonly Sample[]): void {
  for (const share of SHARES) {
    const of = (values: number[]) => percentile(values, share);
    const line = {
      what: `cold tile z${z}, p${share * 100}`,
      value: of(samples.map(({ cold }) => cold)),
      unit: 'ms',
    } as const;
    const target = z >= 13 ? { target: COLD_TARGET } : {};
    add({ ...line, yardstick: { what: ROWS, value: of(samples.map(({ rows }) => rows)) }, ...target });
    const mvt = samples.flatMap(each => each.mvt ?? []);
    if (mvt.length > 0) add({ ...line, yardstick: { what: MVT, value: of(mvt) } });
  }
  add({
    what: `largest tile z${z}, as decoded`,
    value: Math.max(...samples.map(({ bytes }) => bytes)) / 1000,
    unit: 'kB',
  });
}

/** Tiles of the town, base map and buildings: made for the first time, from memory, and the planner's, which are always made. */
export default async function tiles(bench: Bench): Promise<void> {
  const all: Sample[] = [];
  for (const z of ZOOMS) {
    const samples = [
      ...(await samplesAt(bench, 'base', z)),
      ...(z >= 13 ? await samplesAt(bench, 'buildings', z) : []),
    ];
    if (samples.length === 0) continue;
    addCold(bench, z, samples);
    all.push(...samples);
  }
  if (all.length === 0) throw new Error('the town has no tiles: there is nothing to measure');
  const warm = await repeat(WARM_RUNS, run => bench.get(all[Math.max(0, run) % all.length]!.path));
  const rows = all.map(each => each.rows);
  for (const share of SHARES) {
    bench.add({
      what: `warm tile, all zooms, p${share * 100}`,
      value: percentile(warm, share),
      unit: 'ms',
      yardstick: { what: ROWS, value: percentile(rows, share) },
      target: WARM_TARGET,
    });
  }
  await addPremises(bench);
}

async function addPremises(bench: Bench): Promise<void> {
  const document = jsonOf<TileJson>(await bench.get('/tiles/planner/premises.json', 'planner'));
  const windows = tilesOver(document.bounds ?? [], 14);
  const ours: number[] = [];
  const rows: number[] = [];
  for (const { z, x, y } of windows) {
    const path = `/tiles/planner/premises/${document.revision}/${z}/${x}/${y}.mvt`;
    if ((await bench.get(path, 'planner')).status !== 200) continue;
    const bare = sql`select id, name, ST_AsBinary(point_3857) as wkb from premises
      where point_3857 && ${envelope(tileWindow({ z, x, y }))}`;
    ours.push(...(await repeat(PREMISES_RUNS, () => bench.get(path, 'planner'))));
    rows.push(...(await repeat(PREMISES_RUNS, () => bench.query(bare, 'planner'))));
  }
  for (const share of SHARES) {
    bench.add({
      what: `premises tile z14 (planner, never kept), p${share * 100}`,
      value: percentile(ours, share),
      unit: 'ms',
      yardstick: { what: ROWS, value: percentile(rows, share) },
      target: COLD_TARGET,
    });
  }
}
