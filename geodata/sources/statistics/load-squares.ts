import type { Transaction } from '../../database/database.ts';
import { fixedSql, sql } from '../../database/sql.ts';
import type { VectorFile } from '../../formats/vector-file.ts';
import { RowAccount } from '../../import/row-account.ts';
import { STATISTICS_REASONS, type StatisticsReasonCode } from '../../vocabulary/statistics-reason.ts';
import { type LoadedStatistics, type StatisticsTarget, withBeyond } from './load-regions.ts';
import { type SquareRow, squareRows, squareSize } from './square-row.ts';
import { statisticsFault } from './statistics-fault.ts';

/** Codes of squares that touch the municipality; their corners say where they lie. */
async function codesInside(
  transaction: Transaction,
  rows: readonly SquareRow[],
  { municipality }: StatisticsTarget,
  size: number,
): Promise<Set<string>> {
  await transaction.query(fixedSql('drop table if exists square_read'));
  await transaction.query(
    fixedSql('create temp table square_read (code text primary key, x integer, y integer) on commit drop'),
  );
  const placed = new Map(
    rows.flatMap(({ code, corner }) => (code === null ? [] : [[code, corner!] as const])),
  );
  await transaction.copy(
    'square_read',
    ['code', 'x', 'y'],
    Array.from(placed, ([code, [x, y]]) => [code, x, y]),
  );
  const inside = await transaction.query<{ code: string }>(sql`
    select s.code from square_read s join municipality m on m.code = ${municipality}
      and ST_Intersects(m.boundary, ST_MakeEnvelope(s.x, s.y, s.x + ${size}::integer, s.y + ${size}::integer, 28992))`);
  return new Set(inside.map(({ code }) => code));
}

function faultOf(
  row: SquareRow,
  inside: ReadonlySet<string>,
  seen: Set<string>,
): StatisticsReasonCode | undefined {
  if (row.code === null) return 'code-unreadable';
  if (!inside.has(row.code)) return 'other-municipality';
  if (seen.has(row.code)) return 'duplicate-code';
  if (row.impossible) return 'figure-impossible';
  seen.add(row.code);
  return undefined;
}

/** Loads squares that touch the municipality. What the reader left out by the box is counted as elsewhere. */
export async function loadSquares(
  transaction: Transaction,
  file: VectorFile,
  target: StatisticsTarget,
): Promise<LoadedStatistics> {
  const size = squareSize(file);
  if (size === undefined) throw statisticsFault('statistics-square-size');
  const rows = squareRows(file.features, size);
  const inside = await codesInside(transaction, rows, target, size);
  const account = new RowAccount<StatisticsReasonCode>('square', rows.length, STATISTICS_REASONS);
  const seen = new Set<string>();
  const good = rows.filter(row => {
    const fault = faultOf(row, inside, seen);
    if (fault !== undefined)
      account.drop(row.code ?? `row ${row.feature.number}`, fault, '', row.feature.properties);
    return fault === undefined;
  });
  await transaction.query(sql`
    delete from square where municipality = ${target.municipality} and size = ${size}::smallint
      and year = ${target.year}::smallint`);
  const { municipality, year, dataset } = target;
  const lines = good.map(({ code, inhabitants, figures }) => {
    return [municipality, size, code, year, inhabitants, figures, dataset];
  });
  const columns = ['municipality', 'size', 'code', 'year', 'inhabitants', 'figures', 'dataset'];
  await transaction.copy('square', columns, lines);
  return { counts: { square: withBeyond(account.count, file) }, rejected: account.rows };
}
