import type { Session, Transaction } from '../../database/database.ts';
import { sql } from '../../database/sql.ts';
import { RowAccount } from '../../import/row-account.ts';
import { STATISTICS_REASONS, type StatisticsReasonCode } from '../../vocabulary/statistics-reason.ts';
import type { LoadedStatistics } from './load-regions.ts';
import { type MonitorFigures, type MonitorRun, monitorRow, monitorRuns } from './monitor-row.ts';
import type { StatisticsTable } from './statistics-table.ts';

const COLUMNS = [
  'municipality',
  'date',
  'method_version',
  'property_type',
  'objects',
  'vacant_objects',
  'long_vacant_objects',
  'floor_area',
  'vacant_floor_area',
  'dataset',
];

/** Loads the municipality's rows of a table of the monitor; a date, method and type that stands there is replaced. */
export async function loadMonitor(
  transaction: Transaction,
  table: StatisticsTable,
  { municipality, dataset, method }: { municipality: string; dataset: string; method: string | null },
): Promise<LoadedStatistics> {
  const account = new RowAccount<StatisticsReasonCode>('monitor-row', table.rows.length, STATISTICS_REASONS);
  const good = new Map<string, MonitorFigures>();
  for (const { number, cells } of table.rows) {
    const row = monitorRow(cells, table.headers, method);
    const drop = (reason: StatisticsReasonCode) =>
      account.drop(`row ${number}`, reason, row.municipality ?? '', cells);
    if (row.municipality !== null && row.municipality !== municipality) drop('other-municipality');
    else if ('fault' in row) drop(row.fault);
    else {
      const { date, method: version, type } = row.figures;
      const key = JSON.stringify([date, version, type]);
      if (good.has(key)) drop('duplicate-code');
      else good.set(key, row.figures);
    }
  }
  const lines = Array.from(good.values(), figures => {
    const {
      date,
      method: version,
      type,
      objects,
      vacantObjects,
      longVacantObjects,
      floorArea,
      vacantFloorArea,
    } = figures;
    return [
      municipality,
      date,
      version,
      type,
      objects,
      vacantObjects,
      longVacantObjects,
      floorArea,
      vacantFloorArea,
      dataset,
    ];
  });
  await transaction.query(sql`delete from monitor_vacancy where municipality = ${municipality}`);
  await transaction.copy('monitor_vacancy', COLUMNS, lines);
  return { counts: { 'monitor-row': account.count }, rejected: account.rows };
}

/** The monitor's figures of a municipality, as runs of one method each. */
export async function readMonitor(session: Session, municipality: string): Promise<MonitorRun[]> {
  const rows = await session.query<MonitorFigures & Record<string, unknown>>(sql`
    select date, method_version as method, property_type as type, objects, vacant_objects as "vacantObjects",
      long_vacant_objects as "longVacantObjects", floor_area as "floorArea", vacant_floor_area as "vacantFloorArea"
    from monitor_vacancy where municipality = ${municipality} order by property_type, method_version, date`);
  return monitorRuns(rows);
}
