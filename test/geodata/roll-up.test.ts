import { expect, test } from 'vitest';
import type { Database, Row } from '../../geodata/database/database.ts';
import { fixedSql, sql } from '../../geodata/database/sql.ts';
import { unpackInt32 } from '../../geodata/figures/packed.ts';
import { rollUp } from '../../geodata/rollup/roll-up.ts';
import { STATUS_CODES } from '../../geodata/vocabulary/status.ts';
import { describeOnEachEngine, truncateAll } from '../support/database.ts';
import {
  durations,
  type Fact,
  type Facts,
  figure,
  premisesBySide,
  readFacts,
  readings,
} from '../support/plain-loop.ts';
import { TOWN, writeRandomTown } from '../support/random-town.ts';

const NAMES = [
  'observed',
  'vacant',
  'areaKnown',
  'observedArea',
  'vacantArea',
  'under-1',
  '1-to-3',
  'over-3',
  'unknown',
];
const DERIVED = {
  area_tally: 'area, series, function',
  cell: 'series, size, x, y, function',
  premises_state: 'series, premises',
  spell: 'series, premises, first_seen',
  premises_area: 'area, premises',
  street_side: 'id',
  street_side_premises: 'street_side, premises',
};

type Figures = Record<string, number | null>;

/** Figures of a packed tally per date; a date on which nothing was observed is an empty record, as in the plain loop. */
function unpacked(bytes: Uint8Array, measures: number): Figures[] {
  const values = unpackInt32(bytes);
  const dates = values.length / measures;
  return Array.from({ length: dates }, (_, date) => {
    const entries = NAMES.slice(0, measures).map((name, row) => {
      const value = values[row * dates + date]!;
      return [name, value < 0 ? null : value] as const;
    });
    return entries.every(([, value]) => value === null) ? {} : Object.fromEntries(entries);
  });
}

/** The plain loop's figures per date for the readings that pass, or undefined where nothing was ever observed. */
function expected(facts: Facts, all: Fact[], classes: Map<string, string>, series: string, measures: number) {
  const figures = facts.dates
    .filter(row => row.series === series)
    .map(({ date }) =>
      figure(
        facts,
        all.filter(fact => fact.date === date),
        classes,
      ),
    );
  if (figures.every(found => Object.keys(found).length === 0)) return undefined;
  const cut = (found: Figures) =>
    Object.fromEntries(Object.entries(found).filter(([name]) => NAMES.indexOf(name) < measures));
  return figures.map(cut);
}

/** Every place with its premises: areas, street sides, the municipality, squares; keys as the tables spell them. */
function places(
  facts: Facts,
  sides: Map<string, Set<string>>,
): { key: string; measures: number; holds(premises: string): boolean }[] {
  const areas = new Set(facts.inArea.map(({ area }) => area));
  const squares = (size: number) =>
    Map.groupBy(facts.premises, ({ x, y }) => `${size}:${x - (x % size)}:${y - (y % size)}`);
  const found = [
    { key: TOWN, measures: 9, holds: () => true },
    ...Array.from(areas, area => {
      const ids = facts.inArea.filter(pair => pair.area === area).map(pair => pair.premises);
      return { key: area, measures: 9, holds: (id: string) => ids.includes(id) };
    }),
  ];
  for (const [key, ids] of sides) found.push({ key, measures: 9, holds: id => ids.has(id) });
  for (const size of [100, 500])
    for (const [key, list] of squares(size))
      found.push({ key, measures: 5, holds: id => list.some(premises => premises.id === id) });
  return found;
}

async function tallies(database: Database): Promise<Map<string, Figures[]>> {
  const areas = await database.query<Row & { key: string; tally: Uint8Array }>(
    fixedSql(`select area || '|' || series || '|' || function as key, tally from area_tally`),
  );
  const cells = await database.query<Row & { key: string; tally: Uint8Array }>(
    fixedSql(
      `select size || ':' || x || ':' || y || '|' || series || '|' || function as key, tally from cell`,
    ),
  );
  return new Map([
    ...areas.map(({ key, tally }) => [key, unpacked(tally, 9)] as const),
    ...cells.map(({ key, tally }) => [key, unpacked(tally, 5)] as const),
  ]);
}

describeOnEachEngine('roll-up', get => {
  const rolled = async (seed: number) => {
    const { database } = get();
    await truncateAll(database);
    await database.transaction(
      async transaction => {
        await writeRandomTown(transaction, seed);
        await rollUp(transaction, TOWN);
      },
      { deadline: 60_000 },
    );
    const facts = await readFacts(database, TOWN);
    return { database, facts, all: readings(facts) };
  };

  test.each([1, 2, 3])('equals a plain loop over the raw observations (town %i)', async seed => {
    const { database, facts, all } = await rolled(seed);
    const classes = durations(facts, all);
    const wanted = new Map<string, Figures[]>();
    for (const place of places(facts, await premisesBySide(database, facts))) {
      for (const series of ['list', 'register', 'tips']) {
        const here = all.filter(fact => fact.series === series && place.holds(fact.premises));
        for (const func of ['all', ...new Set(here.map(fact => fact.func))]) {
          const list = func === 'all' ? here : here.filter(fact => fact.func === func);
          const figures = expected(facts, list, classes, series, place.measures);
          if (figures) wanted.set(`${place.key}|${series}|${func}`, figures);
        }
      }
    }
    const found = await tallies(database);
    expect([...found.keys()].sort()).toEqual([...wanted.keys()].sort());
    for (const [key, figures] of wanted) expect({ key, figures: found.get(key) }).toEqual({ key, figures });
    // The town must be worth the comparison.
    expect(classes.size).toBeGreaterThan(50);
    expect(new Set(classes.values()).size).toBe(4);
  });

  test('states of premises are those of the plain loop, one byte per reference date', async () => {
    const { database, facts, all } = await rolled(4);
    const rows = await database.query<Row & { series: string; premises: string; states: Uint8Array }>(
      fixedSql('select series, premises, states from premises_state'),
    );
    const states = new Map(rows.map(row => [`${row.series}|${row.premises}`, row.states]));
    for (const { id } of facts.premises) {
      for (const series of ['list', 'register', 'tips']) {
        const dates = facts.dates.filter(row => row.series === series).map(row => row.date);
        const codes = dates.map(
          date =>
            all.find(fact => fact.premises === id && fact.series === series && fact.date === date)?.status ??
            'not-observed',
        );
        const found = states.get(`${series}|${id}`);
        const seen = found ? Array.from(found, byte => STATUS_CODES[byte]) : dates.map(() => 'not-observed');
        expect({ id, series, states: seen }).toEqual({ id, series, states: codes });
      }
    }
  });

  test('rolling up again changes nothing', async () => {
    const { database } = await rolled(5);
    const dump = async () => {
      const tables: Record<string, Row[]> = {};
      for (const [table, order] of Object.entries(DERIVED))
        tables[table] = await database.query(fixedSql(`select * from ${table} order by ${order}`));
      return tables;
    };
    const before = await dump();
    expect(before.street_side!.length).toBeGreaterThan(0);
    await database.transaction(transaction => rollUp(transaction, TOWN), { deadline: 60_000 });
    expect(await dump()).toEqual(before);
  });

  test('a municipality without premises or series rolls up to nothing', async () => {
    const { database } = get();
    await truncateAll(database);
    await database.query(sql`insert into municipality (code, name, extent)
      values ('GM0001', 'Nowhere', st_makeenvelope(0, 0, 1, 1, 28992))`);
    await database.transaction(transaction => rollUp(transaction, 'GM0001'));
    const [row] = await database.query<{ count: number }>(
      fixedSql('select count(*) as count from area_tally'),
    );
    expect(row!.count).toBe(0);
  });
});
