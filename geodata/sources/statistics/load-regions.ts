import type { Transaction } from '../../database/database.ts';
import { fixedSql, sql } from '../../database/sql.ts';
import { stagePolygons } from '../../formats/polygon-stage.ts';
import type { VectorFile } from '../../formats/vector-file.ts';
import type { KindCount } from '../../import/context.ts';
import type { RejectedRow } from '../../import/dataset.ts';
import { allLoaded, RowAccount } from '../../import/row-account.ts';
import { STATISTICS_REASONS, type StatisticsReasonCode } from '../../vocabulary/statistics-reason.ts';
import { type RegionRow, regionFault, regionRows } from './region-row.ts';

/** Where rows go: whose they are, of which year, in which dataset. */
export interface StatisticsTarget {
  municipality: string;
  year: number;
  dataset: string;
}

/** What became of a file: counts by kind, and what was not loaded. */
export interface LoadedStatistics {
  counts: Record<string, KindCount>;
  rejected: RejectedRow[];
}

/** Counts with what the reader left out by the box of the municipality: it is elsewhere. */
export function withBeyond(count: KindCount, { total, features }: VectorFile): KindCount {
  const beyond = total - features.length;
  return { ...count, read: count.read + beyond, leftOut: count.leftOut + beyond };
}

async function writeRegions(transaction: Transaction, rows: readonly RegionRow[], target: StatisticsTarget) {
  const { municipality, year, dataset } = target;
  await transaction.query(fixedSql('drop table if exists region_read'));
  await transaction.query(
    fixedSql(`create temp table region_read (number integer primary key, level text, code text, name text, figures jsonb)
    on commit drop`),
  );
  const lines = rows.map(({ feature, level, code, name, figures }) => [
    feature.number,
    level,
    code,
    name ?? code,
    figures,
  ]);
  await transaction.copy('region_read', ['number', 'level', 'code', 'name', 'figures'], lines);
  await transaction.query(sql`
    insert into region (id, municipality, level, code, name, year, geom, figures, dataset)
    select ${`${year}`} || r.code, ${municipality}, r.level, r.code, r.name, ${year}::smallint, s.geom, r.figures, ${dataset}
    from region_read r join polygon_stage s on s.number = r.number
    on conflict (id) do update set level = excluded.level, name = excluded.name, geom = excluded.geom,
      figures = region.figures || excluded.figures, dataset = excluded.dataset`);
}

/** Loads the regions of one layer that are of the municipality. Every row of the layer is accounted for. */
export async function loadRegions(
  transaction: Transaction,
  file: VectorFile,
  target: StatisticsTarget,
): Promise<LoadedStatistics> {
  const rows = regionRows(file.features);
  const account = new RowAccount<StatisticsReasonCode>('region', rows.length, STATISTICS_REASONS);
  const drop = ({ code, name, feature }: RegionRow, reason: StatisticsReasonCode) =>
    account.drop(code ?? `row ${feature.number}`, reason, name ?? '', feature.properties);
  const own = rows.filter(row => {
    const fault = regionFault(row, target.municipality);
    if (fault !== undefined) drop(row, fault);
    return fault === undefined;
  });
  const shapes = await stagePolygons(
    transaction,
    file,
    own.map(({ feature }) => feature),
  );
  const seen = new Set<string>();
  const good = own.filter(row => {
    const fault =
      shapes.faults.get(row.feature.number) ?? (seen.has(row.code!) ? 'duplicate-code' : undefined);
    if (fault === undefined) seen.add(row.code!);
    else drop(row, fault);
    return fault === undefined;
  });
  await writeRegions(transaction, good, target);
  const repaired = allLoaded(shapes.repaired.length);
  return { counts: { region: withBeyond(account.count, file), repaired }, rejected: account.rows };
}
