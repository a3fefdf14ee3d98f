import { expect, test } from 'vitest';
import { sql } from '../../geodata/database/sql.ts';
import { decodeFrame, encodeFrame, type Frame } from '../../geodata/figures/frame.ts';
import { placesOf } from '../../geodata/figures/place.ts';
import type { Stock } from '../../geodata/figures/stock.ts';
import { stockOf } from '../../geodata/figures/stock-frame.ts';
import { readCoverage } from '../../geodata/rollup/coverage.ts';
import { type PremisesList, readPremises } from '../../geodata/rollup/premises.ts';
import { rollUp } from '../../geodata/rollup/roll-up.ts';
import { deriveSeries, readSeries, type SeriesStock } from '../../geodata/rollup/series.ts';
import { PremisesHeader } from '../../server/contract/premises.ts';
import { premisesFrame } from '../../server/queries/premises-frame.ts';
import { seriesDates } from '../../server/queries/series.ts';
import { describeOnEachEngine, truncateAll } from '../support/database.ts';
import { TOWN, writeRandomTown } from '../support/random-town.ts';

const SERIES = ['list', 'register', 'tips'];

/** Slots that a figure can come from; a stated area of premises that nobody looked at is not carried. */
function observedSlots({ states, vacantAreas, ...rest }: Stock) {
  return { states, vacantAreas: vacantAreas.map((area, slot) => (states[slot] === 0 ? -1 : area)), ...rest };
}

describeOnEachEngine('stock from a frame', get => {
  test.each([1, 2])('is slot by slot the stock that the roll-up counted from (town %i)', async seed => {
    const { database } = get();
    await truncateAll(database);
    const derived = new Map<string, SeriesStock>();
    let premises: PremisesList | undefined;
    await database.transaction(
      async transaction => {
        await writeRandomTown(transaction, seed, 200);
        await rollUp(transaction, TOWN);
        premises = await readPremises(transaction, TOWN);
        const coverage = await readCoverage(transaction, TOWN, premises);
        for (const series of await readSeries(transaction, TOWN))
          derived.set(
            series.id,
            await deriveSeries(transaction, series, premises, coverage.get(series.id) ?? new Map()),
          );
      },
      { deadline: 60_000 },
    );
    for (const series of SERIES) {
      const planner = database.as('planner');
      const known = await seriesDates(planner, series, ['open', 'planner']);
      const sent = encodeFrame(await premisesFrame(planner, series, known!));
      const frame = decodeFrame(sent.buffer) as Frame<PremisesHeader>;
      PremisesHeader.strip().parse(frame.header);
      expect(frame.header.ids).toEqual(premises!.list.map(({ id }) => id));
      const stock = stockOf(frame);
      expect(observedSlots(stock)).toEqual(observedSlots(derived.get(series)!.stock));
      // Worth the comparison: premises come, go and change, and vacancies have durations.
      expect(new Set(stock.functions).size).toBeGreaterThan(4);
      if (series !== 'tips') expect(new Set(stock.durations).size).toBeGreaterThan(3);
    }
  });

  test('places are those that the tables say', async () => {
    const { database } = get();
    const planner = database.as('planner');
    const known = await seriesDates(planner, 'list', ['open']);
    const frame = await premisesFrame(planner, 'list', known!);
    const places = placesOf(frame);
    const { ids } = frame.header;
    const found = ids.flatMap((id, index) =>
      Array.from(places.placeOf.subarray(places.begin[index], places.begin[index + 1]), place => [
        id,
        places.keys[place],
      ]),
    );
    const rows = await database.query<{ id: string; place: string }>(sql`
      select id, municipality as place from premises where municipality = ${TOWN}
      union all select premises, area from premises_area
      union all select premises, street_side from street_side_premises
      union all select id, concat('100:', 100 * floor(st_x(point) / 100), ':', 100 * floor(st_y(point) / 100))
        from premises where municipality = ${TOWN}`);
    expect(found.map(String).sort()).toEqual(rows.map(({ id, place }) => `${id},${place}`).sort());
    expect(places.keys.length).toBeGreaterThan(places.first.cell);
  });
});
