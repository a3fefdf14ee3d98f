/**
 * The figures once more, straight from the raw tables, by loops over rows and ISO dates that share nothing
 * with the code under test but the vocabulary. Slow and plain on purpose.
 */
import type { Database } from '../../geodata/database/database.ts';
import { fixedSql, sql } from '../../geodata/database/sql.ts';

interface Period {
  premises: string;
  from: string;
  until: string | null;
  func: string;
  area: number | null;
}
interface Observation {
  id: number;
  premises: string;
  series: string;
  date: string;
  status: string;
  vacantArea: number | null;
  earliest: string | null;
  latest: string | null;
  recorded: string;
}
interface Coverage {
  id: number;
  series: string;
  date: string;
  wholly: boolean;
  ranges: { street: string; from: number; to: number; side: string }[] | null;
  functions: string[] | null;
  least: number | null;
}

/** Raw rows of one municipality, and which premises PostGIS finds in each area and coverage. */
export interface Facts {
  premises: { id: string; x: number; y: number; street: string | null; number: number | null }[];
  periods: Period[];
  observations: Observation[];
  coverage: Coverage[];
  dates: { series: string; date: string; method: string; rhythm: number }[];
  inArea: { area: string; premises: string }[];
  inCoverage: { coverage: number; premises: string }[];
}

/** Reads the raw rows of a municipality. */
export async function readFacts(database: Database, municipality: string): Promise<Facts> {
  // Minutes: joining every premises to every coverage of a whole town is slow, and plain on purpose.
  const read = <T>(text: ReturnType<typeof sql>) =>
    database.query(text, { deadline: 120_000 }) as Promise<T[]>;
  return {
    premises:
      await read(sql`select premises.id, st_x(premises.point) as x, st_y(premises.point) as y, street, number
      from premises left join address on address.id = address where premises.municipality = ${municipality}`),
    periods: await read(
      fixedSql(`select premises, from_date as from, until_date as until, function as func,
      floor_area as area from premises_period`),
    ),
    observations: await read(
      fixedSql(`select id, premises, series, reference_date as date, status,
      vacant_floor_area as "vacantArea", since_earliest as earliest, since_latest as latest,
      to_char(recorded_at at time zone 'UTC', 'YYYY-MM-DD HH24:MI:SS.US') as recorded from observation`),
    ),
    coverage: await read(
      fixedSql(`select id, series, reference_date as date, geom is null as wholly, ranges, functions,
      least_floor_area as least from coverage`),
    ),
    dates: await read(
      fixedSql(`select series, date, method_version as method, rhythm_months as rhythm
      from reference_date join series on series.id = series order by series, date`),
    ),
    inArea: await read(
      fixedSql(`select area.id as area, premises.id as premises from area, premises
      where st_intersects(area.geom, premises.point)`),
    ),
    inCoverage: await read(
      fixedSql(`select coverage.id as coverage, premises.id as premises from coverage, premises
      where st_intersects(coverage.geom, premises.point)`),
    ),
  };
}

/** What one premises was on one reference date of one series. */
export interface Fact {
  premises: string;
  series: string;
  date: string;
  func: string;
  area: number | null;
  status: string;
  vacantArea: number | null;
  since: [string | null, string | null];
}

const IN_NUMERATOR = ['vacant'];
const IN_DENOMINATOR = [
  'in-use',
  'vacant',
  'partly-vacant',
  'temporary-use',
  'under-renovation',
  'announced-vacant',
];

/** Everything that was so on a date, premises that did not exist left out. */
export function readings(facts: Facts): Fact[] {
  const periods = Map.groupBy(facts.periods, row => row.premises);
  const observations = Map.groupBy(facts.observations, row => `${row.premises}|${row.series}|${row.date}`);
  const coverage = Map.groupBy(facts.coverage, row => `${row.series}|${row.date}`);
  const within = new Set(facts.inCoverage.map(pair => `${pair.coverage}|${pair.premises}`));
  return facts.dates.flatMap(({ series, date }) =>
    facts.premises.flatMap(premises => {
      const period = periods
        .get(premises.id)
        ?.find(({ from, until }) => from <= date && (until === null || date < until));
      if (!period) return [];
      const rows = (observations.get(`${premises.id}|${series}|${date}`) ?? []).toSorted(
        (a, b) => a.recorded.localeCompare(b.recorded) || a.id - b.id,
      );
      const latest = rows.at(-1);
      const stated = coverage.get(`${series}|${date}`) ?? [];
      const looked = stated.some(row => {
        const onStreet = row.ranges?.some(
          ({ street, from, to, side }) =>
            street === premises.street &&
            from <= premises.number! &&
            premises.number! <= to &&
            (side === 'both' || side === ['even', 'odd'][premises.number! % 2]),
        );
        if (!row.wholly && !within.has(`${row.id}|${premises.id}`)) return false;
        if (row.ranges !== null && !onStreet) return false;
        if (row.functions !== null && !row.functions.includes(period.func)) return false;
        return row.least === null || (period.area !== null && period.area >= row.least);
      });
      let status = latest?.status ?? (stated.length > 0 ? 'in-use' : 'not-observed');
      if (stated.length > 0 && !looked) status = 'not-observed';
      return [
        {
          premises: premises.id,
          series,
          date,
          func: period.func,
          area: period.area,
          status,
          vacantArea: latest?.vacantArea ?? null,
          since: [latest?.earliest ?? null, latest?.latest ?? null] as [string | null, string | null],
        },
      ];
    }),
  );
}

const days = (from: string, to: string) => (Date.parse(to) - Date.parse(from)) / 86_400_000;

/** Vacancy interval of the reading at `index`, by looking back; readings of one premises and series in order of date. */
function began(facts: Facts, list: Fact[], index: number): { start: number; earliest(): string | null } {
  const now = list[index]!;
  const method = (fact: Fact) =>
    facts.dates.findIndex(row => row.series === fact.series && row.date === fact.date);
  // Back to the last reading that says anything, within the same method.
  let before = index - 1;
  while (before >= 0 && !IN_DENOMINATOR.includes(list[before]!.status)) before--;
  const previous = list[before];
  if (!previous) return { start: index, earliest: () => null };
  for (let at = method(previous); at < method(now); at++)
    if (facts.dates[at]!.method !== facts.dates[at + 1]!.method)
      return { start: index, earliest: () => null };
  if (!IN_NUMERATOR.includes(previous.status)) return { start: index, earliest: () => previous.date };
  const [earliest, latest] = now.since;
  if (earliest !== null && earliest > previous.date && earliest <= now.date)
    return { start: index, earliest: () => previous.date };
  const months = Math.ceil(1.5 * Math.max(12, facts.dates.find(row => row.series === now.series)!.rhythm));
  const [year, month, rest] = [previous.date.slice(0, 4), previous.date.slice(5, 7), previous.date.slice(7)];
  const count = Number(year) * 12 + Number(month) - 1 + months;
  const bound = `${Math.floor(count / 12)}-${String((count % 12) + 1).padStart(2, '0')}${rest}`;
  if (now.date <= bound || (latest !== null && latest <= previous.date)) return began(facts, list, before);
  return { start: index, earliest: () => interval(facts, list, before)[0] };
}

/** [earliest, latest] begin of the vacancy seen at `index`, after every statement made while it lasted. */
function interval(facts: Facts, list: Fact[], index: number): [string | null, string] {
  const { start, earliest } = began(facts, list, index);
  let low = earliest() ?? '';
  let high = list[start]!.date;
  const same = list.filter(
    (fact, at) => at >= start && IN_NUMERATOR.includes(fact.status) && began(facts, list, at).start === start,
  );
  for (const { since } of same.reverse()) {
    const [from, until] = [since[0] ?? '', since[1] ?? '9999'];
    const [lower, upper] = [from > low ? from : low, until < high ? until : high];
    if (lower <= upper) [low, high] = [lower, upper];
  }
  return [low === '' ? null : low, high];
}

/** Duration class per reading that is vacant, keyed `premises|series|date`. */
export function durations(facts: Facts, all: Fact[]): Map<string, string> {
  const classes = new Map<string, string>();
  const lists = Map.groupBy(all, fact => `${fact.premises}|${fact.series}`);
  for (const [key, list] of lists) {
    list.forEach((fact, index) => {
      if (!IN_NUMERATOR.includes(fact.status)) return;
      const [earliest, latest] = interval(facts, list, index);
      const least = days(latest, fact.date);
      const most = earliest === null ? Infinity : days(earliest, fact.date);
      const found = least >= 1095 ? 'over-3' : least >= 365 ? '1-to-3' : most < 365 ? 'under-1' : 'unknown';
      classes.set(`${key}|${fact.date}`, found);
    });
  }
  return classes;
}

/** Vacant m2 of a reading that is observed; null when it is in no floor area figure. */
export function vacantPart({ area, status, vacantArea }: Fact): number | null {
  if (area === null || !IN_DENOMINATOR.includes(status)) return null;
  if (status !== 'vacant' && status !== 'partly-vacant') return 0;
  if (vacantArea !== null) return Math.min(area, vacantArea);
  return status === 'vacant' ? area : null;
}

/** One figure by hand: null is unknown, never 0. */
export function figure(
  facts: Facts,
  list: Fact[],
  classes: Map<string, string>,
): Record<string, number | null> {
  const seen = list.filter(fact => IN_DENOMINATOR.includes(fact.status));
  if (seen.length === 0) return {};
  const vacant = seen.filter(fact => IN_NUMERATOR.includes(fact.status));
  const known = seen.filter(fact => vacantPart(fact) !== null);
  const sum = (numbers: number[]) => numbers.reduce((total, number) => total + number, 0);
  const rated = facts.coverage.some(row => row.series === list[0]!.series && row.date === list[0]!.date);
  const empty = known.filter(fact => vacantPart(fact)! > 0);
  const ofClass = (code: string) =>
    vacant.filter(fact => classes.get(`${fact.premises}|${fact.series}|${fact.date}`) === code).length;
  return {
    observed: rated ? seen.length : null,
    vacant: vacant.length,
    areaKnown: rated ? known.length : null,
    observedArea: rated && known.length > 0 ? sum(known.map(fact => fact.area!)) : null,
    vacantArea:
      known.length === 0 || (vacant.length > 0 && empty.length === 0)
        ? null
        : sum(known.map(fact => vacantPart(fact)!)),
    'under-1': ofClass('under-1'),
    '1-to-3': ofClass('1-to-3'),
    'over-3': ofClass('over-3'),
    unknown: ofClass('unknown'),
  };
}

const WALKED = [
  'town-centre',
  'village-core',
  'neighbourhood-centre',
  'shopping-area',
  'core-shopping',
  'approach-street',
];

/** Which premises are on each street side, by its id: those in the area with an odd or even number in the street. */
export async function premisesBySide(database: Database, facts: Facts): Promise<Map<string, Set<string>>> {
  const sides = await database.query<{
    id: string;
    area: string;
    kind: string;
    street: string;
    side: string;
  }>(
    fixedSql(`select street_side.id, area, kind, street, side from street_side join area on area.id = area`),
  );
  for (const { kind } of sides) if (!WALKED.includes(kind)) throw new Error(`${kind} is not walked`);
  return new Map(
    sides.map(({ id, area, street, side }) => {
      const here = facts.inArea.filter(pair => pair.area === area).map(pair => pair.premises);
      const members = facts.premises.filter(
        one => here.includes(one.id) && one.street === street && ['even', 'odd'][one.number! % 2] === side,
      );
      return [id, new Set(members.map(one => one.id))];
    }),
  );
}
