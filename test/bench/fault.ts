import { fixedSql } from '../../geodata/database/sql.ts';
import type { Bench } from './ground/bench.ts';
import { timed } from './ground/clock.ts';

/** Twice as many as the embedded engine answers before its stack is used up. */
const FAULTS = 2_000;

const BOW_TIE = `'POLYGON((0 0,1 1,1 0,0 1,0 0))'::geometry`;

/** Statements in which GEOS throws, one after the other: the embedded engine is renewed on the way. */
export default async function faults({ database, add }: Bench): Promise<void> {
  const failing = fixedSql(`select st_intersection(${BOW_TIE}, ${BOW_TIE})`);
  const harmless = fixedSql(`select st_intersects(${BOW_TIE}, ${BOW_TIE})`);
  const run = (text: typeof failing) => database.query(text, { deadline: 60_000 });
  const healthy = await timed(async () => {
    for (let count = 0; count < FAULTS; count += 1) await run(harmless);
  });
  let thrown = 0;
  const { milliseconds } = await timed(async () => {
    for (let count = 0; count < FAULTS; count += 1) await run(failing).catch(() => (thrown += 1));
  });
  if (thrown !== FAULTS) throw new Error(`${FAULTS - thrown} geometry faults gave an empty answer`);
  add({
    what: `geometry fault, mean of ${FAULTS} in a row`,
    value: milliseconds / FAULTS,
    unit: 'ms',
    yardstick: { what: 'a statement without a fault', value: healthy.milliseconds / FAULTS },
  });
}
