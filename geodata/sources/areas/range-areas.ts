import type { Transaction } from '../../database/database.ts';
import { allLoaded, RowAccount } from '../../import/row-account.ts';
import { AREA_REASONS, type AreaReasonCode } from '../../vocabulary/area-reason.ts';
import { type AreaFacts, type AreaOptions, areaColumns, areaFacts } from './area-mapping.ts';
import { areaId, areaRow, type MadeAreas } from './polygon-areas.ts';
import type { ListedRange, RangeList } from './range-list.ts';
import type { NamedRange } from './range-text.ts';
import { resolveRanges } from './resolve-ranges.ts';
import type { StreetRange } from './write-areas.ts';

interface GoodRange {
  listed: ListedRange;
  range: NamedRange;
  facts: AreaFacts;
  name: string;
}

const referenceOf = ({ number, text }: ListedRange): string => `row ${number}: ${text}`;

/** What a row says of its area, or why it cannot be used. */
function understood(
  listed: ListedRange,
  facts: AreaFacts | AreaReasonCode,
): Omit<GoodRange, 'listed'> | AreaReasonCode {
  if (typeof facts === 'string') return facts;
  if (facts.name === null) return 'name-missing';
  if (listed.range === undefined) return 'range-unreadable';
  return { range: listed.range, facts, name: facts.name };
}

/**
 * Makes areas of street-number ranges: those of one kind and name are one area. Each keeps its ranges as they were decided,
 * with the street as the addresses spell it.
 */
export async function rangeAreas(
  transaction: Transaction,
  list: RangeList,
  options: AreaOptions,
): Promise<MadeAreas> {
  const { municipality } = options;
  const columns = areaColumns(list.headers, options);
  const account = new RowAccount<AreaReasonCode>('range', list.ranges.length, AREA_REASONS);
  const drop = (listed: ListedRange, reason: AreaReasonCode, detail = '') =>
    account.drop(
      referenceOf(listed),
      reason,
      detail,
      list.headers.length > 0 ? listed.row : { range: listed.text },
    );
  const good: GoodRange[] = [];
  for (const listed of list.ranges) {
    const one = understood(listed, areaFacts(listed.row, columns, options));
    if (typeof one === 'string') drop(listed, one);
    else good.push({ listed, ...one });
  }
  const ids = [...new Set(good.map(({ facts, name }) => areaId(municipality, facts.kind, name)))];
  const numberOf = ({ facts, name }: GoodRange) => ids.indexOf(areaId(municipality, facts.kind, name)) + 1;
  const wanted = good.map(one => ({ area: numberOf(one), range: one.range }));
  const found = await resolveRanges(transaction, municipality, wanted);
  const kept = good.flatMap((one, index) => {
    const result = found[index]!;
    if ('street' in result) return [{ ...one, range: { ...one.range, street: result.street } }];
    drop(one.listed, result.fault, result.detail);
    return [];
  });
  const areas = Array.from(Map.groupBy(kept, numberOf), ([number, group]) => {
    const ranges = rangesOnce(group, drop);
    const { facts, name } = group[0]!;
    return areaRow(municipality, { facts, name, nameDerived: false }, { polygons: [number], ranges });
  });
  return { areas, account, counts: { area: allLoaded(areas.length) } };
}

function rangesOnce(
  group: readonly GoodRange[],
  drop: (listed: ListedRange, reason: AreaReasonCode) => void,
): StreetRange[] {
  const seen = new Set<string>();
  return group.flatMap(({ listed, range: { street, from, to, side } }) => {
    const range = { street, from, to, side };
    const key = JSON.stringify(range);
    if (!seen.has(key)) {
      seen.add(key);
      return [range];
    }
    drop(listed, 'duplicate-range');
    return [];
  });
}
