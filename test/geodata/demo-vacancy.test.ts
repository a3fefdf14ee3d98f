import { describe, expect, it } from 'vitest';
import type { CoverageRow, PeriodRow, Position } from '../../geodata/demo/town.ts';
import { demoTown } from '../support/demo-town.ts';

// Figures once more, by plain loops over the raw rows, as a reader with paper and pencil would.
const town = demoTown();
const LIST = 'GM9999.list';
const ADMINISTRATIVE = 'GM9999.administrative';
const SHOPPING = ['retail', 'hospitality', 'services'];

const addresses = new Map(town.addresses.map(row => [row.id, row]));
const periods = Map.groupBy(town.periods, row => row.premises);
const observations = Map.groupBy(town.observations, row => `${row.series} ${row.date}`);
const coverage = Map.groupBy(town.coverage, row => `${row.series} ${row.date}`);

function isInside(ring: readonly Position[], [px, py]: Position): boolean {
  let inside = false;
  for (const [index, [x, y]] of ring.slice(1).entries()) {
    const [ax, ay] = ring[index]!;
    if (y > py !== ay > py && px < ((ax - x) * (py - y)) / (ay - y) + x) inside = !inside;
  }
  return inside;
}

const placed = new Map<string, Set<string>>();

/** Premises within polygons; looked up once, because forty rounds share one place. */
function premisesIn(geom: NonNullable<CoverageRow['geom']>): Set<string> {
  const key = JSON.stringify(geom.map(polygon => polygon[0]![0]));
  const known = placed.get(key);
  if (known !== undefined) return known;
  const found = town.premises.filter(({ point }) => geom.some(polygon => isInside(polygon[0]!, point)));
  const ids = new Set(found.map(({ id }) => id));
  placed.set(key, ids);
  return ids;
}

const inArea = (name: string): Set<string> => premisesIn(town.areas.find(area => area.name === name)!.geom);

function periodOn(premises: string, date: string): PeriodRow | undefined {
  return periods.get(premises)?.find(({ from, until }) => from <= date && (until === null || until > date));
}

function isCovered(premises: (typeof town.premises)[number], period: PeriodRow, rule: CoverageRow): boolean {
  const { street, number } = addresses.get(premises.address)!;
  if (rule.functions !== null && !rule.functions.includes(period.function)) return false;
  if (rule.leastFloorArea !== null && period.floorArea! < rule.leastFloorArea) return false;
  if (rule.geom !== null && !premisesIn(rule.geom).has(premises.id)) return false;
  const isOnSide = (side: string) => side === 'both' || (number % 2 === 1) === (side === 'odd');
  return (
    rule.ranges?.some(
      range => range.street === street && number >= range.from && number <= range.to && isOnSide(range.side),
    ) ?? true
  );
}

interface Level {
  observed: number;
  vacant: number;
  /** Shares in per cent. */
  byCount: number;
  byArea: number;
}

function levelOf(
  series: string,
  date: string,
  functions: readonly string[] | null,
  area?: Set<string>,
): Level {
  const rows = new Map((observations.get(`${series} ${date}`) ?? []).map(row => [row.premises, row]));
  const total = { observed: 0, vacant: 0, floor: 0, vacantFloor: 0 };
  for (const premises of town.premises) {
    if (area !== undefined && !area.has(premises.id)) continue;
    const period = periodOn(premises.id, date);
    if (period === undefined || !(functions?.includes(period.function) ?? true)) continue;
    if (!coverage.get(`${series} ${date}`)!.some(rule => isCovered(premises, period, rule))) continue;
    const row = rows.get(premises.id);
    if (row?.status === 'unknown') continue;
    total.observed += 1;
    total.floor += period.floorArea!;
    if (row?.status === 'vacant') total.vacant += 1;
    total.vacantFloor += row?.vacantFloorArea ?? (row?.status === 'vacant' ? period.floorArea! : 0);
  }
  const { observed, vacant, floor, vacantFloor } = total;
  return { observed, vacant, byCount: (100 * vacant) / observed, byArea: (100 * vacantFloor) / floor };
}

const datesOf = (series: string): string[] =>
  town.referenceDates.filter(row => row.series === series).map(({ date }) => date);
const centre = inArea('Centrum Markerhaven');

function within(value: number, least: number, most: number): void {
  expect(value).toBeGreaterThanOrEqual(least);
  expect(value).toBeLessThanOrEqual(most);
}

describe('the municipal list', () => {
  const rounds = datesOf(LIST);

  it('has a round every quarter for ten years', () => {
    expect(rounds).toHaveLength(41);
    expect([rounds[0], rounds.at(-1)]).toEqual(['2016-10-01', '2026-10-01']);
  });

  it('knows shops between 5 and 9 % vacant, the centre between 7 and 12 % of its floor area', () => {
    for (const date of rounds) {
      within(levelOf(LIST, date, ['retail']).byCount, 5, 9);
      within(levelOf(LIST, date, SHOPPING, centre).byArea, 7, 12);
    }
  });

  it('knows the edge street above a fifth since 2021', () => {
    const edge = inArea('Aanloopstraat Oosterstraat');
    for (const date of rounds.filter(round => round >= '2021-01-01'))
      expect(levelOf(LIST, date, ['retail'], edge).byCount).toBeGreaterThan(20);
    expect(levelOf(LIST, '2016-10-01', ['retail'], edge).byCount).toBeLessThan(15);
  });

  it('sees offices every October and work areas since 2021', () => {
    for (const date of rounds) {
      const offices = levelOf(LIST, date, ['office']);
      if (date >= '2017-10-01' && date.slice(5, 7) === '10') within(offices.byCount, 8, 14);
      else expect(offices.observed).toBe(0);
      const business = levelOf(LIST, date, ['business']);
      if (date >= '2021-04-01') within(business.byCount, 3, 5);
      else expect(business.observed).toBe(0);
    }
  });

  it('writes down nothing outside what it looks at', () => {
    const premises = new Map(town.premises.map(row => [row.id, row]));
    for (const row of town.observations) {
      const period = periodOn(row.premises, row.date)!;
      const rules = coverage.get(`${row.series} ${row.date}`)!;
      expect(rules.some(rule => isCovered(premises.get(row.premises)!, period, rule))).toBe(true);
    }
  });

  it('never says a vacancy began after it was seen', () => {
    for (const { sinceEarliest, sinceLatest, date } of town.observations) {
      if (sinceLatest === null) continue;
      expect(sinceLatest <= date).toBe(true);
      expect(sinceEarliest! <= sinceLatest).toBe(true);
    }
  });
});

describe('the administrative series', () => {
  it('is a state every 1 January, with a break in method in 2020', () => {
    const rows = town.referenceDates.filter(({ series }) => series === ADMINISTRATIVE);
    expect(rows.map(({ date }) => date)).toEqual(
      Array.from({ length: 10 }, (_, index) => `${2017 + index}-01-01`),
    );
    for (const { date, methodVersion } of rows) expect(methodVersion).toBe(date < '2020' ? '1' : '2');
  });

  it('has about 2 % of the homes, and more offices before the break than after', () => {
    for (const date of datesOf(ADMINISTRATIVE))
      within(levelOf(ADMINISTRATIVE, date, ['housing']).byCount, 1.6, 2.6);
    const offices = (date: string) => levelOf(ADMINISTRATIVE, date, ['office']).byCount;
    expect(offices('2019-01-01')).toBeGreaterThan(offices('2020-01-01') + 2);
  });
});

describe('why 12 % and not 9 %: shops in the centre on 1 January 2026', () => {
  const date = '2026-01-01';
  const shops = (rows: typeof town.observations) =>
    rows.filter(row => centre.has(row.premises) && periodOn(row.premises, date)?.function === 'retail');
  const byRegister = shops(observations.get(`${ADMINISTRATIVE} ${date}`)!);
  const byList = shops(observations.get(`${LIST} ${date}`)!);
  const listed = (status: string) =>
    new Set(byList.filter(row => row.status === status).map(row => row.premises));

  it('is 18 of 200 by the list and 27 of 225 by the registers', () => {
    expect(levelOf(LIST, date, ['retail'], centre)).toMatchObject({ vacant: 18, observed: 200, byCount: 9 });
    expect(levelOf(ADMINISTRATIVE, date, ['retail'], centre)).toMatchObject({
      vacant: 27,
      observed: 225,
      byCount: 12,
    });
  });

  it('comes out in named steps', () => {
    const remarked = (text: string) => byRegister.filter(({ remark }) => remark?.includes(text)).length;
    const isSmall = (premises: string) => periodOn(premises, date)!.floorArea! < 25;
    const registered = new Set(byRegister.map(({ premises }) => premises));
    const steps = {
      list: listed('vacant').size,
      storage: remarked('opslag'),
      wholesale: remarked('groothandel'),
      temporary: byRegister.filter(({ premises }) => listed('temporary-use').has(premises)).length,
      stillRegistered: -[...listed('vacant')].filter(premises => !registered.has(premises)).length,
      notObserved: byRegister.filter(({ premises }) => isSmall(premises)).length,
    };
    expect(steps).toEqual({
      list: 18,
      storage: 3,
      wholesale: 2,
      temporary: 4,
      stillRegistered: -2,
      notObserved: 2,
    });
    expect(Object.values(steps).reduce((sum, step) => sum + step, 0)).toBe(byRegister.length);
  });
});

describe('the stories', () => {
  const named = (name: string) => town.premises.find(row => row.name === name)!;

  it('the department store stood partly vacant, and became five', () => {
    const { id } = named('Warenhuis De Waard');
    expect(periods.get(id)).toMatchObject([{ floorArea: 8000, until: '2023-03-01', function: 'retail' }]);
    const partly = town.observations.filter(row => row.premises === id && row.series === LIST);
    expect(new Set(partly.map(({ status }) => status))).toEqual(new Set(['partly-vacant']));
    expect([partly[0]!.date, partly.at(-1)!.date]).toEqual(['2019-04-01', '2023-01-01']);
    const parts = town.successors.filter(({ premises }) => premises === id);
    expect(parts).toHaveLength(5);
    const areas = parts.map(({ successor }) => periods.get(successor)![0]!.floorArea!);
    expect(areas.reduce((sum, area) => sum + area, 0)).toBe(8000);
  });

  it('offices became homes in 2022: one with successors, one under its own number', () => {
    const turned = [...periods.values()].filter(list => list.length > 1);
    expect(turned.map(list => list.map(period => period.function))).toEqual([['office', 'housing']]);
    expect(turned[0]![1]!.from.slice(0, 4)).toBe('2022');
    const homes = town.successors.filter(
      ({ successor }) => periods.get(successor)![0]!.function === 'housing',
    );
    expect(new Set(homes.map(({ onDate }) => onDate))).toEqual(new Set(['2022-05-01']));
  });

  it('some shops have a temporary user, some announce that they close, some are rebuilt', () => {
    const kinds = new Set(
      town.observations.filter(({ series }) => series === LIST).map(({ status }) => status),
    );
    for (const status of [
      'vacant',
      'temporary-use',
      'announced-vacant',
      'under-renovation',
      'unknown',
      'partly-vacant',
    ] as const)
      expect(kinds).toContain(status);
  });
});

describe('the field survey', () => {
  it('is licensed, and its units do not map one to one onto premises', () => {
    expect(town.series.find(({ id }) => id === 'GM9999.survey')).toMatchObject({ access: 'licensed' });
    const perUnit = town.retailUnits.map(unit => unit.premises.length);
    const perPremises = Map.groupBy(
      town.retailUnits.flatMap(unit => unit.premises),
      id => id,
    );
    expect(Math.max(...perUnit)).toBe(2);
    expect([...perPremises.values()].some(list => list.length === 2)).toBe(true);
  });
});

describe('policy zones', () => {
  it('each have a fictional decision and a date; those by house numbers name them', () => {
    const zones = town.areas.filter(({ decision }) => decision !== null);
    const kinds = zones.map(({ kind }) => kind).toSorted();
    expect(kinds).toEqual([
      'approach-street',
      'approach-street',
      'business-improvement-district',
      'core-shopping',
      'large-scale-retail',
      'transformation-zone',
    ]);
    for (const { decision, decisionDate, decidingBody } of zones) {
      expect(decision).toContain('fictief');
      expect(decidingBody).toContain('fictief');
      expect(decisionDate).toMatch(/^20[12]\d-\d\d-\d\d$/);
    }
    expect(zones.filter(({ ranges }) => ranges !== null)).toHaveLength(4);
  });

  it('the plan allows shops on the edge street for twice what is used', () => {
    const street = town.premises.filter(({ address }) => addresses.get(address)!.street === 'Oosterstraat');
    const rows = street.map(({ id }) => periods.get(id)![0]!);
    const sum = (list: readonly PeriodRow[]) => list.reduce((total, { floorArea }) => total + floorArea!, 0);
    const used = sum(rows.filter(row => row.function === 'retail'));
    within(sum(rows.filter(row => row.allowedFunction === 'retail')) / used, 1.9, 2);
  });
});
