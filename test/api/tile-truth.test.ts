import { beforeAll, expect, it } from 'vitest';
import { fixedSql, sql } from '../../geodata/database/sql.ts';
import { type Geometry, readWkb } from '../../geodata/geometry/wkb.ts';
import { tileWindow } from '../../server/tiles/grid.ts';
import { type Shape, shapeOf, TOLERANCE } from '../../server/tiles/shape.ts';
import { describeOnEachEngine } from '../support/database.ts';

/** Shapes of tiles beside what ST_Intersection makes of the same geometry and the same square. */
const WINDOW = tileWindow({ z: 14, x: 8420, y: 5400 });
const BUFFERED = [-64, -64, 4160, 4160] as const;

/** Stars with a hole in the middle around random places, in units of the tile; from a seed of PostgreSQL. */
const STARS = fixedSql(`
  create table star as
  with seed as (select setseed(0.5)),
  centre as (
    select number, random() * 5200 - 550 as x, random() * 5200 - 550 as y, 60 + random() * 700 as radius
    from generate_series(1, 400) as number, seed
  ),
  corner as (
    select number, step, x + reach * cos(step * pi() / 12) as x, y + reach * sin(step * pi() / 12) as y
    from (select *, radius * (0.45 + 0.55 * random()) as reach from centre, generate_series(0, 23) as step) as rays
  ),
  ring as (
    select number, ST_MakeLine(ST_MakePoint(x, y) order by step) as line from corner group by number
  )
  select ring.number, ST_MakePolygon(
      ST_AddPoint(line, ST_StartPoint(line)),
      array[ST_ExteriorRing(ST_Buffer(ST_MakePoint(centre.x, centre.y), centre.radius * 0.3, 4))]) as units
  from ring join centre using (number)`);

interface Truth {
  number: number;
  metres: Uint8Array;
  /** In units of the tile, clipped to the buffer; null when nothing of it is inside. */
  clipped: Uint8Array | null;
  area: number;
}

describeOnEachEngine('tile geometry beside PostGIS', get => {
  let truths: Truth[] = [];

  beforeAll(async () => {
    const { database } = get();
    await database.query(STARS);
    const { west, north, unit } = WINDOW;
    truths = await database.query<Truth & Record<string, unknown>>(sql`
      select number, ST_AsBinary(ST_Affine(units, ${unit}::float8, 0, 0, ${-unit}::float8, ${west}::float8, ${north}::float8)) as metres,
        ST_AsBinary(clipped) as clipped, ST_Area(clipped) as area
      from (select number, units, ST_Intersection(units, ST_MakeEnvelope(${BUFFERED[0]}::float8, ${BUFFERED[1]}::float8,
        ${BUFFERED[2]}::float8, ${BUFFERED[3]}::float8)) as clipped from star) as each_way order by number`);
    await database.query(sql`drop table star`);
  });

  const shapes = () =>
    truths.map(truth => ({ truth, shape: shapeOf(readWkb(truth.metres)[0]!, WINDOW, TOLERANCE) }));

  it('has every star of which something is inside, and no other', () => {
    expect(truths).toHaveLength(400);
    for (const { truth, shape } of shapes()) {
      if (truth.area > 100) expect(shape).toBeDefined();
      if (truth.area === 0) expect(shape).toBeUndefined();
    }
    expect(shapes().filter(({ shape }) => shape !== undefined).length).toBeGreaterThan(200);
  });

  it('has no corner farther than a pixel from the true outline, nor any true corner from the shape', () => {
    for (const { truth, shape } of shapes()) {
      if (shape === undefined || truth.clipped === null) continue;
      const outline = ringsOf(readWkb(truth.clipped)[0]!);
      const drawn = shape.parts.map(part => [...part, part[0]!, part[1]!]);
      // Clipping joins separate pieces along the edge of the buffer, outside of what is seen.
      expect(farthest(visible(drawn), outline), `star ${truth.number}`).toBeLessThanOrEqual(TOLERANCE + 1);
      expect(farthest(visible(outline), drawn), `star ${truth.number}`).toBeLessThanOrEqual(TOLERANCE + 1);
    }
  });

  it('covers the same area', () => {
    const total = truths.reduce((sum, { area }) => sum + area, 0);
    const drawn = shapes().reduce((sum, { shape }) => sum + areaOf(shape), 0);
    expect(Math.abs(drawn - total) / total).toBeLessThan(0.002);
  });
});

function areaOf(shape: Shape | undefined): number {
  let twice = 0;
  for (const part of shape?.parts ?? []) {
    for (let index = 0; index < part.length; index += 2) {
      const next = (index + 2) % part.length;
      twice += part[index]! * part[next + 1]! - part[next]! * part[index + 1]!;
    }
  }
  return twice / 2;
}

function ringsOf(geometry: Geometry): number[][] {
  return geometry.kind === 'polygon' ? geometry.polygons.flat().map(ring => [...ring]) : [];
}

/** Corners inside the tile itself. */
function visible(rings: number[][]): [number, number][] {
  const corners: [number, number][] = [];
  for (const ring of rings) {
    for (let index = 0; index < ring.length; index += 2) {
      const [x, y] = [ring[index]!, ring[index + 1]!];
      if (x >= 0 && y >= 0 && x <= 4096 && y <= 4096) corners.push([x, y]);
    }
  }
  return corners;
}

/** The largest distance of any corner to the nearest side of the rings. */
function farthest(corners: [number, number][], rings: number[][]): number {
  return Math.max(0, ...corners.map(([x, y]) => Math.min(...rings.map(ring => toRing(x, y, ring)))));
}

function toRing(x: number, y: number, ring: number[]): number {
  let least = Infinity;
  for (let index = 2; index < ring.length; index += 2) {
    const [fromX, fromY, toX, toY] = [ring[index - 2]!, ring[index - 1]!, ring[index]!, ring[index + 1]!];
    const [deltaX, deltaY] = [toX - fromX, toY - fromY];
    const length = deltaX ** 2 + deltaY ** 2;
    const along = length === 0 ? 0 : ((x - fromX) * deltaX + (y - fromY) * deltaY) / length;
    const part = Math.min(1, Math.max(0, along));
    least = Math.min(least, Math.hypot(fromX + part * deltaX - x, fromY + part * deltaY - y));
  }
  return least;
}
