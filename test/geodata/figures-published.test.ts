import { expect, test } from 'vitest';
import type { Row } from '../../geodata/database/database.ts';
import { fixedSql } from '../../geodata/database/sql.ts';
import { unpackInt32 } from '../../geodata/figures/packed.ts';
import type { Tally } from '../../geodata/figures/tally.ts';
import { rollUp } from '../../geodata/rollup/roll-up.ts';
import type { FunctionScope } from '../../geodata/vocabulary/function.ts';
import type { DisclosureProfile } from '../../geodata/vocabulary/series.ts';
import { disclose } from '../../server/policy/disclosure.ts';
import { publishFigures } from '../../server/policy/publish.ts';
import { describeOnEachEngine, truncateAll } from '../support/database.ts';
import {
  durations,
  type Fact,
  type Facts,
  figure,
  premisesBySide,
  readFacts,
  readings,
  vacantPart,
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
const UNKNOWN = -3;
const PROFILES: Record<string, DisclosureProfile> = { list: 'visible', register: 'strict' };

/** The plain loop's figures as a tally, with the largest premises and the vacant ones counted by hand too. */
function tallyOf(
  facts: Facts,
  list: Fact[],
  classes: Map<string, string>,
  series: string,
  names: string[],
): Tally {
  const dates = facts.dates.filter(row => row.series === series).map(row => row.date);
  const values: number[][] = names.map(() => []);
  const units: number[][] = [[], [], []];
  for (const date of dates) {
    const here = list.filter(fact => fact.date === date);
    const found = figure(facts, here, classes);
    for (const [row, name] of names.entries()) values[row]!.push(found[name] ?? UNKNOWN);
    const known = here.filter(fact => vacantPart(fact) !== null);
    const parts = known.map(fact => vacantPart(fact)!);
    units[0]!.push(Math.max(0, ...known.map(fact => fact.area!)));
    units[1]!.push(Math.max(0, ...parts));
    units[2]!.push(parts.filter(part => part > 0).length);
  }
  return { values: Int32Array.from(values.flat()), units: Int32Array.from(units.flat()) };
}

describeOnEachEngine('published figures', get => {
  const publish = async (seed: number) => {
    const { database } = get();
    await truncateAll(database);
    const work = async () =>
      database.transaction(
        async transaction => {
          await rollUp(transaction, TOWN);
          await publishFigures(transaction, TOWN);
        },
        { deadline: 60_000 },
      );
    await database.transaction(transaction => writeRandomTown(transaction, seed, 150), { deadline: 60_000 });
    await work();
    return { database, work };
  };

  const publishedRows = async () =>
    get().database.query<Row & { key: string; tally: Uint8Array }>(
      fixedSql(`select area || '|' || series || '|' || function as key, tally from published_area_tally
        union all select x || ':' || y || '|' || series || '|' || function, tally from published_cell order by key`),
    );

  test('are the plain loop followed by the policy, for series that visitors may know of', async () => {
    const { database } = await publish(11);
    const facts = await readFacts(database, TOWN);
    const all = readings(facts);
    const classes = durations(facts, all);
    const places = new Map<string, Set<string>>([[TOWN, new Set(facts.premises.map(({ id }) => id))]]);
    for (const { area, premises } of facts.inArea)
      places.set(area, (places.get(area) ?? new Set()).add(premises));
    for (const [side, ids] of await premisesBySide(database, facts)) places.set(side, ids);
    for (const { id, x, y } of facts.premises) {
      const key = `${x - (x % 500)}:${y - (y % 500)}`;
      places.set(key, (places.get(key) ?? new Set()).add(id));
    }
    const wanted = new Map<string, number[]>();
    for (const [place, ids] of places) {
      const names = place.includes(':') ? NAMES.slice(0, 5) : NAMES;
      for (const [series, profile] of Object.entries(PROFILES)) {
        const here = all.filter(fact => fact.series === series && ids.has(fact.premises));
        const scopes = ['all', ...new Set(here.map(fact => fact.func))] as FunctionScope[];
        const exact = new Map<FunctionScope, Tally>();
        for (const scope of scopes) {
          const list = here.filter(fact => scope === 'all' || fact.func === scope);
          const tally = tallyOf(facts, list, classes, series, names);
          if (tally.values.some(value => value !== UNKNOWN)) exact.set(scope, tally);
        }
        const dates = facts.dates.filter(row => row.series === series).length;
        for (const [scope, values] of disclose(exact, dates, profile))
          wanted.set(`${place}|${series}|${scope}`, [...values]);
      }
    }
    const found = new Map((await publishedRows()).map(({ key, tally }) => [key, [...unpackInt32(tally)]]));
    expect([...found.keys()].sort()).toEqual([...wanted.keys()].sort());
    for (const [key, values] of wanted) expect({ key, values: found.get(key) }).toEqual({ key, values });
    // Worth the comparison: numbers and every mark occur.
    const seen = new Set([...wanted.values()].flat().map(value => Math.min(value, 1)));
    expect(seen).toEqual(new Set([1, 0, -1, -2, -3]));
  });

  test('visitors read the published tables and nothing that they were made of', async () => {
    const { database } = await publish(12);
    const visitor = database.as('visitor');
    expect((await visitor.query(fixedSql('select from published_area_tally limit 1'))).length).toBe(1);
    for (const table of [
      'area_tally',
      'cell',
      'premises',
      'observation',
      'spell',
      'premises_state',
      'street_side_premises',
    ])
      await expect(visitor.query(fixedSql(`select from ${table} limit 1`))).rejects.toThrow();
  });

  test('publishing again changes nothing, and a series that is closed leaves no trace', async () => {
    const { database, work } = await publish(13);
    const before = await publishedRows();
    await work();
    expect(await publishedRows()).toEqual(before);
    expect(before.filter(({ key }) => key.includes('|tips|'))).toEqual([]);
    await database.query(fixedSql(`update series set access = 'planner' where id = 'list'`));
    await work();
    const after = await publishedRows();
    expect(after.length).toBeGreaterThan(0);
    expect(after).toEqual(before.filter(({ key }) => !key.includes('|list|')));
  });
});
