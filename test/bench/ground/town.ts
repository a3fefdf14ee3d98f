import { existsSync } from 'node:fs';
import path from 'node:path';
import type { Database } from '../../../geodata/database/database.ts';
import type { ImportResult } from '../../../geodata/import/context.ts';
import { importOsm } from '../../../geodata/sources/osm/import.ts';
import { publishFigures } from '../../../server/policy/publish.ts';

/**
 * The real town that is measured: BENCH_OSM, or the extract of Delft beside the repository.
 * @throws Error when there is none: figures of an invented town would say nothing
 */
export function townFile(): string {
  const beside = path.join(import.meta.dirname, '../../../../shared/geodata/osm/delft_zuidoost_2025.osm.pbf');
  const file = process.env.BENCH_OSM ?? beside;
  if (!existsSync(file))
    throw new Error(`No town to measure: ${file} is not there. Name an extract in BENCH_OSM.`);
  return file;
}

/** Imports the town as the command line would. */
export function importTown(database: Database, file: string): Promise<ImportResult> {
  return importTownAs(database, file, 'Delft');
}

/** Imports the town under a name: another name makes a new revision of the same data. */
export function importTownAs(database: Database, file: string, name: string): Promise<ImportResult> {
  return importOsm(file, process.env.BENCH_OSM ? {} : { municipality: 'GM0503', name }, {
    database,
    madeBy: 'bench',
    software: 'bench',
    publish: publishFigures,
    progress: () => {},
  });
}
