import { expect, test } from 'vitest';
import { sql } from '../../geodata/database/sql.ts';
import { rdToWebMercator, rdToWgs84, wgs84ToRd } from '../../geodata/geometry/rd.ts';
import { describeOnEachEngine } from '../support/database.ts';

/** All corners of the RD extent, Amersfoort, and a lattice between. */
const POINTS: [number, number][] = [[155_000, 463_000]];
for (let x = -7_000; x <= 300_000; x += 30_700)
  for (let y = 289_000; y <= 629_000; y += 34_000) POINTS.push([x, y]);

/** Metres on the ground of a degree of latitude; of longitude less, so this is the strict side. */
const METRES_PER_DEGREE = 111_320;
const MICROMETRE = 1e-6;

describeOnEachEngine('our projection beside ST_Transform', get => {
  test('agrees to a micrometre, there and back', async () => {
    const rows = await get().database.query<Record<'lon' | 'lat' | 'mx' | 'my' | 'bx' | 'by', number>>(sql`
      select st_x(degrees) as lon, st_y(degrees) as lat, st_x(mercator) as mx, st_y(mercator) as my,
        st_x(back) as bx, st_y(back) as by
      from unnest(${POINTS.map(([x]) => x)}::float8[], ${POINTS.map(([, y]) => y)}::float8[])
          with ordinality as point (x, y, number),
        lateral (select st_setsrid(st_makepoint(x, y), 28992) as rd) r,
        lateral (select st_transform(rd, 4326) as degrees, st_transform(rd, 3857) as mercator) t,
        lateral (select st_transform(degrees, 28992) as back) b
      order by number`);
    expect(rows).toHaveLength(POINTS.length);
    rows.forEach((row, index) => {
      const [lon, lat] = rdToWgs84(POINTS[index]!);
      expect(Math.hypot(lon - row.lon, lat - row.lat) * METRES_PER_DEGREE).toBeLessThan(MICROMETRE);
      const [mx, my] = rdToWebMercator(POINTS[index]!);
      expect(Math.hypot(mx - row.mx, my - row.my)).toBeLessThan(MICROMETRE);
      const [bx, by] = wgs84ToRd([row.lon, row.lat]);
      expect(Math.hypot(bx - row.bx, by - row.by)).toBeLessThan(MICROMETRE);
    });
  });
});
