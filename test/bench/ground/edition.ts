import { rm, stat } from 'node:fs/promises';
import path from 'node:path';
import { unhurried } from '../../../server/edition/source.ts';
import { groundOf, occupiedTiles } from '../../../server/edition/tile-walk.ts';
import { municipalities } from '../../../server/queries/municipality.ts';
import { tileWindow } from '../../../server/tiles/grid.ts';
import { PUBLIC_LAYERS } from '../../../server/tiles/layers.ts';
import { filesBelow, newFolder } from '../../support/proof-edition.ts';
import type { Bench } from './bench.ts';
import { timed } from './clock.ts';
import { publishTo } from './publish.ts';

type Database = Bench['database'];

/** Milliseconds between two looks at the memory of this process. */
const LOOK = 50;

/** The most memory that the process had while something was done, megabytes. */
async function atMost<T>(work: () => Promise<T>): Promise<{ megabytes: number; result: T }> {
  let most = process.memoryUsage.rss();
  const timer = setInterval(() => {
    most = Math.max(most, process.memoryUsage.rss());
  }, LOOK);
  try {
    const result = await work();
    return { megabytes: most / 1e6, result };
  } finally {
    clearInterval(timer);
  }
}

/** Every tile of an edition made one after the other and thrown away. @returns how many had bytes */
async function tilesInMemory(database: Database): Promise<number> {
  const session = unhurried(database).as('visitor');
  const ground = groundOf((await municipalities(session)).map(({ bbox }) => bbox));
  let tiles = 0;
  for (const layer of PUBLIC_LAYERS.values())
    for await (const address of occupiedTiles(session, layer, ground))
      tiles += (await layer.make(session, tileWindow(address))).bytes.byteLength > 0 ? 1 : 0;
  return tiles;
}

async function megabytesOn(directory: string): Promise<number> {
  const sizes = await Promise.all(
    (await filesBelow(directory)).map(async name => (await stat(path.join(directory, name))).size),
  );
  return sizes.reduce((sum, size) => sum + size, 0) / 1e6;
}

/**
 * Publishes a database into an empty directory, and again, and adds how long that took, how much memory and how large it is.
 * @param town name for the lines of the table @param target seconds for the first time
 */
export async function measureEdition(
  town: string,
  database: Database,
  add: Bench['add'],
  target?: number,
): Promise<void> {
  const directory = await newFolder();
  try {
    const tiles = await timed(() => tilesInMemory(database));
    const rest = process.memoryUsage.rss() / 1e6;
    const { megabytes, result } = await atMost(() => timed(() => publishTo(database, directory)));
    add({
      what: `edition of ${town}: ${result.result.manifest.files.length} files, ${tiles.result} tiles`,
      value: result.milliseconds / 1000,
      unit: 's',
      yardstick: { what: 'its tiles alone, made in memory', value: tiles.milliseconds / 1000 },
      ...(target && { target }),
    });
    const again = await timed(() => publishTo(database, directory));
    add({
      what: `edition of ${town}, published again unchanged`,
      value: again.milliseconds / 1000,
      unit: 's',
      yardstick: { what: 'for the first time', value: result.milliseconds / 1000 },
    });
    add({
      what: `edition of ${town}, most memory of the process`,
      value: megabytes,
      unit: 'MB',
      yardstick: { what: 'the same process before', value: rest },
    });
    add({
      what: `edition of ${town}, on disk`,
      value: await megabytesOn(path.join(directory, 'editions')),
      unit: 'MB',
    });
  } finally {
    await rm(directory, { recursive: true, force: true });
  }
}
