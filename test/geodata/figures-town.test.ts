import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Database, Row } from '../../geodata/database/database.ts';
import { fixedSql, sql } from '../../geodata/database/sql.ts';
import { loadDemo } from '../../geodata/demo/load.ts';
import { type Filter, filteredTallies, NO_FILTER, tallyAt } from '../../geodata/figures/filter.ts';
import { MEASURES } from '../../geodata/figures/measure.ts';
import { unpackInt32 } from '../../geodata/figures/packed.ts';
import { type Places, placesOf } from '../../geodata/figures/place.ts';
import { stockOf } from '../../geodata/figures/stock-frame.ts';
import type { Tally } from '../../geodata/figures/tally.ts';
import type { ImportContext } from '../../geodata/import/context.ts';
import { importOsm } from '../../geodata/sources/osm/import.ts';
import { DURATION_CODES } from '../../geodata/vocabulary/duration.ts';
import { FUNCTION_CODES, type FunctionScope } from '../../geodata/vocabulary/function.ts';
import type { DisclosureProfile } from '../../geodata/vocabulary/series.ts';
import { STATUS_CODES } from '../../geodata/vocabulary/status.ts';
import { disclose } from '../../server/policy/disclosure.ts';
import { publishFigures } from '../../server/policy/publish.ts';
import { premisesFrame } from '../../server/queries/premises-frame.ts';
import { seriesDates } from '../../server/queries/series.ts';
import { openTestDatabase, type TestDatabase } from '../support/database.ts';
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
import { randomOf } from '../support/random-town.ts';

/**
 * Whole towns against the plain loop, on the embedded engine: the fictional one always, and a real one where
 * TEST_OSM names an extract of OpenStreetMap. The engines are held to each other by the smaller towns.
 */
const TOWNS: [name: string, load: (context: ImportContext) => Promise<{ municipality: string }>][] = [
  ['Markerwaard', loadDemo],
];
if (process.env.TEST_OSM) {
  const file = process.env.TEST_OSM;
  TOWNS.push([file, context => importOsm(file, { municipality: 'GM0503', name: 'Town' }, context)]);
}

const ACCESSES = ['open', 'planner', 'licensed'];
const UNKNOWN = -3;
type SeriesRow = Row & { id: string; access: string; profile: DisclosureProfile };

/** Everything that the loop needs to know of a town. */
interface Town {
  municipality: string;
  facts: Facts;
  series: SeriesRow[];
  readings: Fact[];
  classes: Map<string, string>;
  years: Map<string, number | null>;
  /** Premises per area, street side and the municipality, by id. */
  places: Map<string, Set<string>>;
}

async function townOf(database: Database, municipality: string): Promise<Town> {
  const facts = await readFacts(database, municipality);
  const all = readings(facts);
  const places = new Map<string, Set<string>>([[municipality, new Set(facts.premises.map(({ id }) => id))]]);
  for (const { area, premises } of facts.inArea)
    places.set(area, (places.get(area) ?? new Set()).add(premises));
  for (const [side, ids] of await premisesBySide(database, facts)) places.set(side, ids);
  const buildings = await database.query<{ premises: string; building: string; year: number | null }>(
    fixedSql(
      `select premises, building, build_year as year from premises_building join building on id = building`,
    ),
  );
  const years = new Map<string, number | null>();
  for (const { premises, year } of buildings.toSorted((a, b) => (a.building < b.building ? -1 : 1)))
    if (!years.has(premises)) years.set(premises, year);
  const series = await database.query<SeriesRow>(
    fixedSql('select id, access, profile from series order by id'),
  );
  return { municipality, facts, series, readings: all, classes: durations(facts, all), years, places };
}

const has = (set: number, index: number) => (set & (1 << index)) !== 0;
const fits = (value: number | null, { least, most }: Filter['floorArea']) =>
  (least === null && most === null) ||
  (value !== null && value >= (least ?? 0) && value <= (most ?? Number.POSITIVE_INFINITY));

/** Figures under a filter, by the words of its definition. */
function underFilter(town: Town, here: Fact[], filter: Filter): (number | null)[] {
  const asked = here
    .filter(fact => has(filter.functions, FUNCTION_CODES.indexOf(fact.func as never)))
    .filter(fact => fits(fact.area, filter.floorArea))
    .filter(fact => fits(town.years.get(fact.premises) ?? null, filter.buildYear));
  const plain = asked.length === 0 ? {} : figure(town.facts, asked, town.classes);
  if (Object.keys(plain).length === 0) return MEASURES.map(() => null);
  if (filter.statuses === null && filter.durations === null)
    return MEASURES.map(measure => plain[measure] ?? null);
  const classOf = (fact: Fact) => town.classes.get(`${fact.premises}|${fact.series}|${fact.date}`) ?? '';
  const counted = asked
    .filter(fact => !['unknown', 'not-observed'].includes(fact.status))
    .filter(fact =>
      filter.statuses === null
        ? fact.status === 'vacant'
        : has(filter.statuses, STATUS_CODES.indexOf(fact.status as never)),
    )
    .filter(
      fact =>
        filter.durations === null || has(filter.durations, DURATION_CODES.indexOf(classOf(fact) as never)),
    );
  const parts = counted.flatMap(fact => {
    const part = vacantPart(fact);
    if (part === null) return [];
    return [['vacant', 'partly-vacant'].includes(fact.status) ? part : fact.area!];
  });
  const nothingKnown = !asked.some(fact => vacantPart(fact) !== null);
  const unknown = nothingKnown || (counted.length > 0 && !parts.some(part => part > 0));
  return [
    plain.observed ?? null,
    counted.length,
    plain.areaKnown ?? null,
    plain.observedArea ?? null,
    unknown ? null : parts.reduce((sum, part) => sum + part, 0),
    ...DURATION_CODES.map(code => counted.filter(fact => classOf(fact) === code).length),
  ];
}

describe.each(TOWNS)('figures of %s', (_, load) => {
  let opened: TestDatabase;
  let town: Town;
  beforeAll(async () => {
    opened = await openTestDatabase('embedded');
    const { database } = opened;
    const progress = () => undefined;
    const context = { database, madeBy: 'test', software: 'test', publish: publishFigures, progress };
    const { municipality } = await load(context);
    town = await townOf(database, municipality);
  });
  afterAll(() => opened?.close());

  const datesOf = (series: string) =>
    town.facts.dates.filter(row => row.series === series).map(row => row.date);

  test('planner: random filters, places and dates equal the loop', async () => {
    const random = randomOf(7);
    const pick = <T>(values: readonly T[]): T => values[Math.floor(random() * values.length)]!;
    const chance = (share: number) => random() < share;
    const some = (length: number) => 1 + Math.floor(random() * ((1 << length) - 1));
    const bounds = (least: number[], most: number[]) => ({
      least: chance(0.5) ? pick(least) : null,
      most: chance(0.5) ? pick(most) : null,
    });
    const randomFilter = (): Filter => ({
      ...NO_FILTER,
      functions: chance(0.5) ? some(FUNCTION_CODES.length) : NO_FILTER.functions,
      statuses: chance(0.3) ? some(STATUS_CODES.length) : null,
      durations: chance(0.4) ? some(DURATION_CODES.length) : null,
      floorArea: chance(0.4) ? bounds([25, 60, 100], [120, 250, 2000]) : NO_FILTER.floorArea,
      buildYear: chance(0.4) ? bounds([1800, 1900, 1945], [1960, 1990, 2020]) : NO_FILTER.buildYear,
    });
    let vacant = 0;
    for (const { id } of town.series) {
      const planner = opened.database.as('planner');
      const frame = await premisesFrame(planner, id, (await seriesDates(planner, id, ACCESSES))!);
      const [stock, places] = [stockOf(frame), placesOf(frame)];
      const buildYears = frame.columns.buildYear as Int16Array;
      const dates = datesOf(id);
      const byDate = Map.groupBy(
        town.readings.filter(fact => fact.series === id),
        fact => fact.date,
      );
      for (let round = 0; round < 25; round++) {
        const filter = round === 0 ? NO_FILTER : randomFilter();
        const tallies = filteredTallies({ stock, buildYears, places }, filter);
        for (let sample = 0; sample < 12; sample++) {
          const date = Math.floor(random() * dates.length);
          const place = randomPlace(places, random);
          const members = membersOf(places, place, frame.header.ids);
          const here = (byDate.get(dates[date]!) ?? []).filter(fact => members.has(fact.premises));
          const found = MEASURES.map(
            (_, row) => tallyAt(tallies, place, dates.length)[row * dates.length + date]!,
          );
          const wanted = underFilter(town, here, filter);
          const about = { series: id, date: dates[date], place: places.keys[place], filter };
          expect({ about, figures: found }).toEqual({
            about,
            figures: wanted.map(value => value ?? UNKNOWN),
          });
          vacant += Math.max(0, wanted[1] ?? 0);
        }
      }
    }
    // Worth the comparison.
    if (town.series.length > 0) expect(vacant).toBeGreaterThan(10);
  });

  test('planner and visitor: random places of the cube equal the loop, the visitor’s after the policy', async () => {
    const random = randomOf(9);
    const keys = [...town.places.keys()];
    let numbers = 0;
    for (const { id, access, profile } of town.series) {
      const dates = datesOf(id);
      const ofSeries = Map.groupBy(
        town.readings.filter(fact => fact.series === id),
        fact => fact.premises,
      );
      const chosen = [
        town.municipality,
        ...Array.from({ length: 15 }, () => keys[Math.floor(random() * keys.length)]!),
      ];
      for (const place of new Set(chosen)) {
        const here = [...town.places.get(place)!].flatMap(premises => ofSeries.get(premises) ?? []);
        const exact = new Map<FunctionScope, Tally>();
        // In the order in which they are published: of two equal parts the policy hides the first.
        for (const scope of (['all', ...FUNCTION_CODES] as const).toSorted()) {
          const tally = tallyByHand(
            here.filter(fact => scope === 'all' || fact.func === scope),
            dates,
          );
          if (tally.values.some(value => value !== UNKNOWN)) exact.set(scope, tally);
        }
        const about = { place, series: id };
        const wanted = Array.from(exact, ([scope, { values }]) => [scope, [...values]] as const);
        expect({ about, cube: await cubeOf('area_tally', place, id) }).toEqual({
          about,
          cube: Object.fromEntries(wanted),
        });
        const published = access === 'open' ? disclose(exact, dates.length, profile) : new Map();
        const shown = Array.from(published, ([scope, values]) => [scope, [...values]] as const);
        expect({ about, cube: await cubeOf('published_area_tally', place, id) }).toEqual({
          about,
          cube: Object.fromEntries(shown),
        });
        numbers += shown.flatMap(([, values]) => values).filter(value => value > 0).length;
      }
    }
    if (town.series.some(({ access }) => access === 'open')) expect(numbers).toBeGreaterThan(10);
  });

  function tallyByHand(list: Fact[], dates: string[]): Tally {
    const byDate = Map.groupBy(list, fact => fact.date);
    const values: number[][] = MEASURES.map(() => []);
    const units: number[][] = [[], [], []];
    for (const date of dates) {
      const here = byDate.get(date) ?? [];
      const found = figure(town.facts, here, town.classes);
      for (const [row, name] of MEASURES.entries()) values[row]!.push(found[name] ?? UNKNOWN);
      const known = here.filter(fact => vacantPart(fact) !== null);
      const parts = known.map(fact => vacantPart(fact)!);
      units[0]!.push(known.reduce((most, fact) => Math.max(most, fact.area!), 0));
      units[1]!.push(parts.reduce((most, part) => Math.max(most, part), 0));
      units[2]!.push(parts.filter(part => part > 0).length);
    }
    return { values: Int32Array.from(values.flat()), units: Int32Array.from(units.flat()) };
  }

  async function cubeOf(table: 'area_tally' | 'published_area_tally', place: string, series: string) {
    const rows = await opened.database.query<{ scope: string; tally: Uint8Array }>(
      table === 'area_tally'
        ? sql`select function as scope, tally from area_tally where area = ${place} and series = ${series}`
        : sql`select function as scope, tally from published_area_tally where area = ${place} and series = ${series}`,
    );
    return Object.fromEntries(rows.map(({ scope, tally }) => [scope, [...unpackInt32(tally)]]));
  }
});

/** The municipality, an area, a street side or a square, each kind as often. */
function randomPlace({ keys, first }: Places, random: () => number): number {
  const kinds = [0, first.area, first.side, first.cell, keys.length];
  const kind = Math.floor(random() * 4);
  const [from, until] = [kinds[kind]!, kinds[kind + 1]!];
  return until > from ? from + Math.floor(random() * (until - from)) : 0;
}

function membersOf({ begin, placeOf }: Places, place: number, ids: readonly string[]): Set<string> {
  return new Set(ids.filter((_, index) => placeOf.subarray(begin[index], begin[index + 1]).includes(place)));
}
