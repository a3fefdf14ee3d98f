import { opaqueId } from '../../import/opaque-id.ts';
import type { RowAccount } from '../../import/row-account.ts';
import type { WorkAreaReasonCode } from '../../vocabulary/work-area-reason.ts';
import type { AreaRow } from '../areas/write-areas.ts';
import type { WorkAreaRow } from './work-area-row.ts';

/** How a file names a polygon, for whoever looks for it. */
export function referenceOf({ rin, name, feature }: WorkAreaRow): string {
  return [rin === null ? null : `RIN ${rin}`, name, `row ${feature.number}`].filter(Boolean).join(', ');
}

/** Of several years of one area the latest counts; rows without a year stand with the latest. */
function latestOf(rows: readonly WorkAreaRow[]): WorkAreaRow[] {
  const latest = Math.max(...rows.map(({ year }) => year ?? Number.NEGATIVE_INFINITY));
  return rows.filter(({ year }) => year === null || year === latest);
}

/**
 * A figure of an area that is drawn in several polygons: each repeats that of the whole. Where they differ it is not known
 * which one is meant, or whether they add up: null.
 */
function shared<T>(rows: readonly WorkAreaRow[], of: (row: WorkAreaRow) => T | null): T | null {
  const values = new Set(rows.map(of));
  return values.size === 1 ? [...values][0]! : null;
}

const rounded = (hectares: number | null): number | null =>
  hectares === null ? null : Math.round(hectares * 10_000) / 10_000;

function areaOf(key: string, rows: readonly WorkAreaRow[], municipality: string): AreaRow {
  const [first] = rows;
  const name = rows.map(row => row.name).find(one => one !== null);
  const gross = shared(rows, row => row.grossHectares);
  const net = shared(rows, row => row.netHectares);
  return {
    id: opaqueId('area', 'work-areas', municipality, key),
    kind: 'work-area',
    name: name ?? `Werkgebied RIN ${first!.rin}`,
    nameDerived: name === undefined,
    polygons: rows.map(({ feature }) => feature.number),
    ranges: null,
    decidingBody: null,
    decision: null,
    decisionDate: null,
    proposal: false,
    figures: {
      rin: first!.rin,
      grossHectares: rounded(gross),
      netHectares: rounded(net),
      // A net area above the gross one is a mistake of the source: kept as it is, and said.
      netAboveGross: gross !== null && net !== null && net > gross,
      availableHectares: rounded(shared(rows, row => row.availableHectares)),
      type: shared(rows, row => row.type),
      year: shared(rows, row => row.year),
      begun: shared(rows, row => row.begun),
    },
  };
}

/**
 * Makes areas of polygons that lie in the municipality: those of one RIN number, or of one name, are one area.
 * @param account told of the polygons that do not count
 */
export function groupWorkAreas(
  rows: readonly WorkAreaRow[],
  municipality: string,
  account: RowAccount<WorkAreaReasonCode>,
): AreaRow[] {
  const groups = Map.groupBy(rows, ({ key }) => key!);
  return Array.from(groups, ([key, group]) => {
    const latest = latestOf(group);
    for (const row of group)
      if (!latest.includes(row)) account.drop(referenceOf(row), 'older-year', `${row.year}`);
    const drawn = new Set<string>();
    const once = latest.filter(row => {
      const shape = JSON.stringify(row.feature.geometry);
      if (drawn.has(shape)) account.drop(referenceOf(row), 'duplicate-polygon');
      const isNew = !drawn.has(shape);
      drawn.add(shape);
      return isNew;
    });
    return areaOf(key, once, municipality);
  });
}
