import { sql } from '../../geodata/database/sql.ts';
import type { Bench } from './ground/bench.ts';
import { jsonOf } from './ground/bench.ts';
import { percentile, sideBySide } from './ground/clock.ts';

const RUNS = 40;
const CELLS_TARGET = 150;
const BARE_SQL = 'the bare SQL, rows as the driver gives them';

interface Place {
  id: string;
  bbox: [number, number, number, number];
}

/** A rectangle of degrees as GeoJSON. */
function rectangle([west, south, east, north]: Place['bbox']): object {
  const ring = [
    [west, south],
    [east, south],
    [east, north],
    [west, north],
    [west, south],
  ];
  return { type: 'Polygon', coordinates: [ring] };
}

/** What the ledger of a screen asks first: squares, an area's figures, a drawn place. */
export default async function api(bench: Bench): Promise<void> {
  const { municipality, get, post, query, add } = bench;
  const { series: lists } = jsonOf<{ series: { id: string }[] }>(
    await get(`/api/v1/series?municipality=${municipality}`),
  );
  const { areas } = jsonOf<{ areas: Place[] }>(await get(`/api/v1/areas?municipality=${municipality}`));
  const series = lists[0]?.id;
  const area = areas[0];
  if (!series || !area) throw new Error('the town has no series or no area: there is nothing to measure');

  const line = (what: string, values: { ours: number[]; yardstick: number[] }, target?: number) => {
    for (const share of [0.5, 0.95]) {
      add({
        what: `${what}, p${share * 100}`,
        value: percentile(values.ours, share),
        unit: 'ms',
        yardstick: { what: BARE_SQL, value: percentile(values.yardstick, share) },
        ...(target === undefined ? {} : { target }),
      });
    }
  };

  const cells = `/api/v1/planner/cells?municipality=${municipality}&series=${series}&size=100`;
  line(
    'cells of a series (100 m, planner)',
    await sideBySide(
      RUNS,
      () => get(cells, 'planner').then(okay),
      () =>
        query(sql`select x, y, function, tally from cell where series = ${series} and size = 100`, 'planner'),
    ),
    CELLS_TARGET,
  );
  line(
    'cells of a series (500 m, visitor)',
    await sideBySide(
      RUNS,
      () => get(`/api/v1/cells?municipality=${municipality}&series=${series}&size=500`).then(okay),
      () => query(sql`select x, y, function, tally from published_cell where series = ${series}`, 'visitor'),
    ),
    CELLS_TARGET,
  );
  line(
    "an area's vacancy (visitor)",
    await sideBySide(
      RUNS,
      () => get(`/api/v1/areas/${area.id}/vacancy?series=${series}`).then(okay),
      () =>
        query(
          sql`select function, tally from published_area_tally where series = ${series} and area = ${area.id}`,
          'visitor',
        ),
    ),
  );
  const geometry = rectangle(area.bbox);
  line(
    'figures of a drawn place (planner)',
    await sideBySide(
      RUNS,
      () => post('/api/v1/planner/analyses', { geometry, series }).then(okay),
      () =>
        query(
          sql`select state.states from premises left join premises_state state
            on state.premises = premises.id and state.series = ${series}
            where premises.municipality = ${municipality} and st_intersects(premises.point,
              st_transform(st_setsrid(st_geomfromgeojson(${JSON.stringify(geometry)}), 4326), 28992))`,
          'planner',
        ),
    ),
  );
}

/** A refusal is fast, and no figure. */
function okay({ status }: { status: number }): void {
  if (status !== 200) throw new Error(`answered ${status} instead of 200`);
}
