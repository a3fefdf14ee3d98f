import { stat } from 'node:fs/promises';
import { checkFile } from '../../geodata/sources/osm/check.ts';
import { readFeatures } from '../../geodata/sources/osm/read.ts';
import type { Bench } from './ground/bench.ts';
import { timed } from './ground/clock.ts';

/** Seconds in which a town of Delft's size is imported on the embedded engine. */
const TARGET_SECONDS = 20;

/** The import that laid the ground, beside what GDAL alone needs to read the shapes of the same file. */
export default async function importing({ engine, imported, add }: Bench): Promise<void> {
  const { seconds, rows, file } = imported;
  const { sorted } = await checkFile(file, () => true);
  const reading = await timed(() => readFeatures(file, sorted));
  const yardstick = { what: 'GDAL reading the shapes of the file', value: reading.milliseconds / 1000 };
  const megabytes = ((await stat(file)).size / 1e6).toFixed(1);
  add({
    what: `import of ${megabytes} MB of OpenStreetMap`,
    value: seconds,
    unit: 's',
    yardstick,
    ...(engine === 'embedded' ? { target: TARGET_SECONDS } : {}),
  });
  add({
    what: 'import, objects read',
    value: rows / seconds,
    unit: 'rows/s',
    yardstick: { what: 'the same objects, shapes read only', value: rows / yardstick.value },
  });
}
