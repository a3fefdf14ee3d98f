import type { Session } from '../../geodata/database/database.ts';
import { NO_SQL, type Sql, sql } from '../../geodata/database/sql.ts';
import { rdToWebMercator, webMercatorToRd, wgs84ToRd } from '../../geodata/geometry/rd.ts';
import { type Geometry, WkbReader } from '../../geodata/geometry/wkb.ts';
import type { Bbox } from '../contract/primitives.ts';
import type { ScenarioGround } from '../contract/scenario-base.ts';
import { Cutter, rounded } from './ground-cut.ts';

type Box = ScenarioGround['box'];
type Kind = 'water' | 'green' | 'road' | 'rail';
type Feature = { kind: Kind; class: string; name: string | null };

/** Whose ground, and how much of it. */
export interface GroundQuestion {
  municipality: string;
  /** Those inside the box, none, or those inside and these wherever they stand. */
  buildings: 'inside' | 'none' | readonly string[];
  /** `municipality`: without paths, specks and bends that a map of so large a box does not show. */
  detail: 'area' | 'municipality';
}

/** A map of a municipality is drawn in so many parts at most: finer bends are straightened. */
const PARTS = 1280;
/** Parts wide and high of the smallest patch of water or green. */
const LEAST_PARTS = 7;
/** Metres of a part from which local streets are a grey haze, and most of what would be sent. */
const LOCAL = 10;
/** Web Mercator shows an area in the Netherlands so many times too large: 1 / cos² of 52 degrees. */
const MERCATOR = 2.64;

/** Metres under which nothing is told apart; 0 where everything is. */
function finestOf([west, south, east, north]: Box, detail: GroundQuestion['detail']): number {
  return detail === 'area' ? 0 : Math.max(east - west, north - south) / PARTS;
}

/** In place: the reader's memory is its own. */
function inRd(positions: Float64Array): Float64Array {
  for (let index = 0; index < positions.length; index += 2) {
    const [x, y] = webMercatorToRd([positions[index]!, positions[index + 1]!]);
    positions[index] = x;
    positions[index + 1] = y;
  }
  return positions;
}

function draw(ground: ScenarioGround, feature: Feature, geometry: Geometry, cutter: Cutter): void {
  const { kind, class: roadClass, name } = feature;
  if (geometry.kind === 'polygon' && (kind === 'water' || kind === 'green')) {
    for (const polygon of geometry.polygons) {
      const rings = polygon.map(ring => cutter.ring(inRd(ring))).filter(ring => ring.length > 0);
      if (rings.length > 0) ground[kind].push(rings);
    }
  }
  if (geometry.kind === 'line' && (kind === 'road' || kind === 'rail')) {
    for (const line of geometry.lines.flatMap(positions => cutter.lines(inRd(positions)))) {
      if (kind === 'rail') ground.rails.push(line);
      else ground.roads.push({ name, class: roadClass, line });
    }
  }
}

/** What a map of a municipality has room for. */
function coarse(finest: number): Sql {
  if (finest === 0) return NO_SQL;
  const least = (LEAST_PARTS * finest) ** 2 * MERCATOR;
  const hidden = finest > LOCAL ? ['path', 'service', 'local'] : ['path', 'service'];
  return sql`and (layer <> 'road' or class <> all(${hidden}::text[]))
    and (layer not in ('water', 'green') or st_area(geom_3857) >= ${least}::float8)`;
}

async function drawBaseMap(session: Session, ground: ScenarioGround, question: GroundQuestion) {
  const [west, south, east, north] = ground.box;
  const finest = finestOf(ground.box, question.detail);
  const corners = [west, east].flatMap(x => [south, north].map(y => rdToWebMercator([x, y])));
  const [xs, ys] = [corners.map(([x]) => x), corners.map(([, y]) => y)];
  const [row] = await session.query<{ wkb: Uint8Array; features: Feature[] }>(sql`
    select coalesce(string_agg(st_asbinary(geom_3857), ''::bytea order by id), ''::bytea) as wkb,
      coalesce(json_agg(json_build_object('kind', layer, 'class', class, 'name', name) order by id), '[]') as features
    from base_feature
    where municipality = ${question.municipality} and layer in ('water', 'green', 'road', 'rail') and not tunnel
      ${coarse(finest)}
      and geom_3857 && st_makeenvelope(${Math.min(...xs)}::float8, ${Math.min(...ys)}::float8,
        ${Math.max(...xs)}::float8, ${Math.max(...ys)}::float8, 3857)`);
  const reader = new WkbReader(row!.wkb);
  const cutter = new Cutter(ground.box, finest);
  for (const feature of row!.features) draw(ground, feature, reader.next(), cutter);
}

async function drawBuildings(session: Session, ground: ScenarioGround, question: GroundQuestion) {
  const { municipality, buildings } = question;
  if (buildings === 'none') return;
  const [west, south, east, north] = ground.box;
  const more = buildings === 'inside' ? [] : buildings;
  const [row] = await session.query<{ wkb: Uint8Array; ids: string[] }>(sql`
    select coalesce(string_agg(st_asbinary(geom), ''::bytea order by id collate "C"), ''::bytea) as wkb,
      coalesce(json_agg(id order by id collate "C"), '[]') as ids
    from building
    where municipality = ${municipality} and (id = any(${more}::text[]) or geom &&
      st_makeenvelope(${west}::float8, ${south}::float8, ${east}::float8, ${north}::float8, 28992))`);
  const reader = new WkbReader(row!.wkb);
  for (const id of row!.ids) {
    const geometry = reader.next();
    const polygons = geometry.kind === 'polygon' ? geometry.polygons : [];
    ground.buildings.push({ id, rings: polygons.flat().map(ring => rounded([...ring])) });
  }
}

/**
 * The ground under a still map: what lies in a box. The base map is cut to it; buildings stay whole.
 * @param box metres RD
 */
export async function ground(session: Session, box: Box, question: GroundQuestion): Promise<ScenarioGround> {
  const drawn: ScenarioGround = {
    box: rounded(box) as Box,
    water: [],
    green: [],
    roads: [],
    rails: [],
    buildings: [],
  };
  await drawBaseMap(session, drawn, question);
  await drawBuildings(session, drawn, question);
  return drawn;
}

/** Metres that a map is wide and high at least: a single street is shown with what lies around it. */
const LEAST = 400;
/** How much wider than high a map may be; it is never higher than wide. */
const WIDEST = 1.6;

/** The box of corners in degrees: west, south, east, north, metres RD. */
export function boxInRd([west, south, east, north]: Bbox): Box {
  const corners = [west, east].flatMap(longitude =>
    [south, north].map(latitude => wgs84ToRd([longitude, latitude])),
  );
  const [xs, ys] = [corners.map(([x]) => x), corners.map(([, y]) => y)];
  return [Math.min(...xs), Math.min(...ys), Math.max(...xs), Math.max(...ys)];
}

/**
 * The box of a map that shows some places: all of them with a rim, in a shape that suits a page.
 * @param boxes west, south, east, north, metres RD; at least one
 */
export function mapBox(boxes: readonly Box[]): Box {
  const [west, south, east, north] = [0, 1, 2, 3].map(side =>
    (side < 2 ? Math.min : Math.max)(...boxes.map(box => box[side]!)),
  ) as Box;
  const rim = Math.max(40, 0.04 * Math.max(east - west, north - south));
  const across = Math.max(LEAST, east - west + 2 * rim);
  const up = Math.max(LEAST, north - south + 2 * rim);
  const width = Math.max(across, up);
  const height = Math.max(up, width / WIDEST);
  const [x, y] = [(west + east) / 2, (south + north) / 2];
  return [x - width / 2, y - height / 2, x + width / 2, y + height / 2];
}
