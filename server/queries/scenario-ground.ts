import type { Session } from '../../geodata/database/database.ts';
import { sql } from '../../geodata/database/sql.ts';
import { clipLine, clipRing } from '../../geodata/geometry/clip.ts';
import { rdToWebMercator, webMercatorToRd } from '../../geodata/geometry/rd.ts';
import { type Geometry, WkbReader } from '../../geodata/geometry/wkb.ts';
import type { ScenarioGround } from '../contract/scenario-base.ts';

/** Metres of ground around the area's own rectangle. */
const MARGIN = 60;

type Box = ScenarioGround['box'];
type Kind = 'water' | 'green' | 'road' | 'rail';
type Feature = { kind: Kind; class: string; name: string | null };

const decimetres = (metres: number): number => Math.round(metres * 10) / 10;

/** Positions one after the other without those that fall on the one before. */
function rounded(line: readonly number[]): number[] {
  const kept: number[] = [];
  for (let index = 0; index < line.length; index += 2) {
    const [x, y] = [decimetres(line[index]!), decimetres(line[index + 1]!)];
    if (kept.length === 0 || x !== kept.at(-2) || y !== kept.at(-1)) kept.push(x, y);
  }
  return kept;
}

/** Cuts what is drawn to the box: a lake or a motorway is stored as far as paper shows it. */
class Cutter {
  readonly #box: Box;

  constructor(box: Box) {
    this.#box = box;
  }

  ring(positions: ArrayLike<number>): number[] {
    const cut = rounded(this.#fromUnit(clipRing(this.#toUnit(positions), 0, 1)));
    if (cut.length < 6) return [];
    // A ring repeats its first position at the end, also where the knife took it away.
    return cut[0] === cut.at(-2) && cut[1] === cut.at(-1) ? cut : [...cut, cut[0]!, cut[1]!];
  }

  lines(positions: ArrayLike<number>): number[][] {
    return clipLine(this.#toUnit(positions), 0, 1)
      .map(piece => rounded(this.#fromUnit(piece)))
      .filter(piece => piece.length >= 4);
  }

  /** The box as the square from 0 to 1, which is what the knife takes. */
  #toUnit(positions: ArrayLike<number>): number[] {
    const [west, south, east, north] = this.#box;
    return Array.from(positions, (value, index) =>
      index % 2 === 0 ? (value - west) / (east - west) : (value - south) / (north - south),
    );
  }

  #fromUnit(positions: readonly number[]): number[] {
    const [west, south, east, north] = this.#box;
    return positions.map((value, index) =>
      index % 2 === 0 ? west + value * (east - west) : south + value * (north - south),
    );
  }
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

async function drawBaseMap(session: Session, municipality: string, ground: ScenarioGround): Promise<void> {
  const [west, south, east, north] = ground.box;
  const corners = [west, east].flatMap(x => [south, north].map(y => rdToWebMercator([x, y])));
  const [xs, ys] = [corners.map(([x]) => x), corners.map(([, y]) => y)];
  const [row] = await session.query<{ wkb: Uint8Array; features: Feature[] }>(sql`
    select coalesce(string_agg(st_asbinary(geom_3857), ''::bytea order by id), ''::bytea) as wkb,
      coalesce(json_agg(json_build_object('kind', layer, 'class', class, 'name', name) order by id), '[]') as features
    from base_feature
    where municipality = ${municipality} and layer in ('water', 'green', 'road', 'rail') and not tunnel
      and geom_3857 && st_makeenvelope(${Math.min(...xs)}::float8, ${Math.min(...ys)}::float8,
        ${Math.max(...xs)}::float8, ${Math.max(...ys)}::float8, 3857)`);
  const reader = new WkbReader(row!.wkb);
  const cutter = new Cutter(ground.box);
  for (const feature of row!.features) draw(ground, feature, reader.next(), cutter);
}

async function drawBuildings(
  session: Session,
  ground: ScenarioGround,
  { municipality, buildings }: { municipality: string; buildings: readonly string[] },
): Promise<void> {
  const [west, south, east, north] = ground.box;
  const [row] = await session.query<{ wkb: Uint8Array; ids: string[] }>(sql`
    select coalesce(string_agg(st_asbinary(geom), ''::bytea order by id collate "C"), ''::bytea) as wkb,
      coalesce(json_agg(id order by id collate "C"), '[]') as ids
    from building
    where municipality = ${municipality} and (id = any(${buildings}::text[]) or geom &&
      st_makeenvelope(${west}::float8, ${south}::float8, ${east}::float8, ${north}::float8, 28992))`);
  const reader = new WkbReader(row!.wkb);
  for (const id of row!.ids) {
    const geometry = reader.next();
    const polygons = geometry.kind === 'polygon' ? geometry.polygons : [];
    ground.buildings.push({ id, rings: polygons.flat().map(ring => rounded([...ring])) });
  }
}

/**
 * The ground under a still map: what lies in the box of an area and {@link MARGIN} metres around it. The base map is
 * cut to it; buildings stay whole, those of the base also where they stand outside.
 * @param area box of the area, metres RD
 * @param buildings ids of the buildings of the base
 */
export async function scenarioGround(
  session: Session,
  area: Box,
  base: { municipality: string; buildings: readonly string[] },
): Promise<ScenarioGround> {
  const [west, south, east, north] = area;
  const box: Box = [west - MARGIN, south - MARGIN, east + MARGIN, north + MARGIN];
  const ground: ScenarioGround = {
    box: box.map(decimetres) as Box,
    water: [],
    green: [],
    roads: [],
    rails: [],
    buildings: [],
  };
  await drawBaseMap(session, base.municipality, ground);
  await drawBuildings(session, ground, base);
  return ground;
}
