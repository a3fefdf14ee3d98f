import { beforeAll, expect, test } from 'vitest';
import { sql } from '../../geodata/database/sql.ts';
import { MEASURES, measureIndex } from '../../geodata/figures/measure.ts';
import { unpackInt32 } from '../../geodata/figures/packed.ts';
import { emptyStock } from '../../geodata/figures/stock.ts';
import { tallyOf } from '../../geodata/figures/tally.ts';
import { wgs84ToRd } from '../../geodata/geometry/rd.ts';
import { DURATION_CODES } from '../../geodata/vocabulary/duration.ts';
import { FUNCTION_CODES } from '../../geodata/vocabulary/function.ts';
import type { ScenarioBase, ScenarioGround } from '../../server/contract/scenario-base.ts';
import {
  ScenarioBase as BaseSchema,
  ScenarioGround as GroundSchema,
} from '../../server/contract/scenario-base.ts';
import { accessesOf } from '../../server/policy/access.ts';
import { scenarioBase } from '../../server/queries/scenario-base.ts';
import { describeOnEachEngine } from '../support/database.ts';
import { loadSmallTown, OPEN_SERIES, PLANNER_SERIES, TOWN } from './small-town.ts';

/** What the small town does not have: a water that reaches over the edge, a policy zone, a plan, a partly vacant shop. */
const MORE = sql`
  with water as (
    insert into base_feature (municipality, layer, class, name, geom_3857, dataset)
    select ${TOWN}, 'water', 'lake', 'Meer',
      st_transform(st_setsrid(st_makeenvelope(119000, 499950, 119950, 500050), 28992), 3857), 'proef'),
  zone as (
    insert into area (id, municipality, kind, name, geom, geom_3857, dataset)
    select id, ${TOWN}, 'core-shopping', name, st_multi(geom), st_multi(st_transform(geom, 3857)), 'proef'
    from (values ('kern', 'Kern', 119950, 120100), ('buurt', 'Buurt', 120500, 120600))
      as zones (id, name, west, east)
    cross join lateral (select st_setsrid(st_makeenvelope(west, 499900, east, 500100), 28992) as geom) as outline)
  update premises_period set allowed_function = 'housing' where premises = 'marktstraat-p1'`;

describeOnEachEngine('the base of a scenario', get => {
  beforeAll(async () => {
    await loadSmallTown(get().database, MORE);
  });

  const made = async (question: object = {}): Promise<{ base: ScenarioBase; ground: ScenarioGround }> => {
    const asked = { municipality: TOWN, area: 'centrum', series: OPEN_SERIES, referenceDate: '2026-01-01' };
    const accesses = accessesOf('planner');
    const answer = await scenarioBase(get().database.as('planner'), { ...asked, accesses, ...question });
    if ('missing' in answer) throw new Error(answer.missing);
    return { base: BaseSchema.parse(answer.base), ground: GroundSchema.parse(answer.ground) };
  };

  /** Figures of a base, counted as the roll-up counts. */
  function figuresOf({ premises, series }: ScenarioBase): number[] {
    const stock = emptyStock(premises.ids.length, 1);
    stock.states.set(premises.states);
    stock.functions.set(premises.functions);
    stock.floorAreas.set(premises.floorAreas);
    stock.vacantAreas.set(premises.vacantAreas);
    stock.durations.set(premises.durations);
    stock.covered[0] = Number(series.covered);
    return [...tallyOf(stock, premises.ids.keys()).values];
  }

  test.each([
    ['centrum', OPEN_SERIES, 0, '2025-01-01'],
    ['centrum', OPEN_SERIES, 1, '2026-01-01'],
    ['centrum', PLANNER_SERIES, 0, '2026-01-01'],
    ['oost', OPEN_SERIES, 1, '2026-01-01'],
    ['haven', OPEN_SERIES, 0, '2025-01-01'],
    ['kern', OPEN_SERIES, 1, '2026-01-01'],
  ])('%s in %s: every figure is that of the cube', async (area, series, date, referenceDate) => {
    const { base } = await made({ area, series, referenceDate });
    const [row] = await get().database.query<{ tally: Uint8Array }>(
      sql`select tally from area_tally where area = ${area} and series = ${series} and function = 'all'`,
    );
    const tally = unpackInt32(row!.tally);
    const dates = tally.length / MEASURES.length;
    const cube = MEASURES.map((_, measure) => tally[measure * dates + date]!);
    expect(figuresOf(base)).toEqual(cube);
    expect(base.series).toMatchObject({ id: series, referenceDate });
  });

  test('has the premises of the area with what is known of each', async () => {
    const { base } = await made();
    const { premises } = base;
    expect(new Set(Object.values(premises).map(column => column.length))).toEqual(new Set([40]));
    const at = premises.ids.indexOf('marktstraat-p2');
    const one = Object.fromEntries(Object.entries(premises).map(([name, column]) => [name, column[at]]));
    expect(one).toMatchObject({
      labels: 'secret shop 2, Marktstraat 2 Proefdam',
      ...{ x: 120_020, y: 500_000, allowed: -1, floorAreas: 100, storeys: 0, vacantAreas: -1 },
      functions: FUNCTION_CODES.indexOf('retail'),
      durations: 1 + DURATION_CODES.indexOf('1-to-3'),
    });
    expect(base.buildings[one.buildings as number]).toBe('marktstraat-b2');
    expect(base.streetSides[one.streetSides as number]).toMatchObject({
      street: 'Marktstraat',
      side: 'even',
    });
    const plan = premises.allowed[premises.ids.indexOf('marktstraat-p1')];
    expect(FUNCTION_CODES[plan!]).toBe('housing');
    expect(premises.floorAreas[premises.ids.indexOf('marktstraat-p40')]).toBe(-1);
    expect(base).toMatchObject({ municipalityName: 'Proefdam', fictional: false, municipalityHomes: 8 });
  });

  test('leaves out what does not exist on its date', async () => {
    const { database } = get();
    const until = (day: string | null) =>
      database.query(sql`update premises_period set until_date = ${day} where premises = 'marktstraat-p3'`);
    await until('2026-01-01');
    const [then, before] = [await made(), await made({ referenceDate: '2025-01-01' })];
    await until(null);
    expect(then.base.premises.ids).not.toContain('marktstraat-p3');
    expect(before.base.premises.ids).toContain('marktstraat-p3');
  });

  test('knows the zones that share ground with the area, and none that only touches it', async () => {
    const { base } = await made();
    expect(base.zones.map(({ id, kind }) => [id, kind])).toEqual([['kern', 'core-shopping']]);
    expect(base.area).toMatchObject({ id: 'centrum', name: 'Centrum Proefdam', hectares: 12 });
    const corners = base.area.coordinates[0]![0]!.map(wgs84ToRd);
    for (const [x, y] of corners) {
      expect([119_900, 120_500].some(edge => Math.abs(edge - x) < 0.02)).toBe(true);
      expect([499_900, 500_100].some(edge => Math.abs(edge - y) < 0.02)).toBe(true);
    }
    expect(base.zones[0]!.coordinates).toHaveLength(1);
  });

  test('has the ground around the area: cut to its box, to a decimetre, buildings whole', async () => {
    const { ground } = await made();
    const [west, south, east, north] = ground.box;
    expect(ground.box).toEqual([119_840, 499_840, 120_560, 500_160]);
    const inBox = (line: number[]) =>
      line.every((value, index) =>
        index % 2 === 0 ? value >= west && value <= east : value >= south && value <= north,
      );
    expect(ground.water).toHaveLength(1);
    const [lake] = ground.water[0]!;
    expect(inBox(lake!)).toBe(true);
    expect(lake!.slice(0, 2)).toEqual(lake!.slice(-2));
    expect(Math.min(...lake!.filter((_, index) => index % 2 === 0))).toBe(west);
    expect(ground.roads.map(({ name, class: kind }) => [name, kind])).toEqual([['Marktstraat', 'local']]);
    expect(ground.roads[0]!.line).toEqual([120_010, 500_005, 120_400, 500_005]);
    expect(ground.buildings).toHaveLength(40);
    for (const { rings } of ground.buildings) expect(rings[0]).toHaveLength(10);
    const all = [...lake!, ...ground.buildings.flatMap(({ rings }) => rings.flat())];
    expect(all.every(value => Math.abs(value * 10 - Math.round(value * 10)) < 1e-6)).toBe(true);
  });

  test('asked twice it is the same to the letter', async () => {
    expect(JSON.stringify(await made())).toBe(JSON.stringify(await made()));
  });

  test('of a series that nobody looked at the area in, everything is not observed', async () => {
    const { base } = await made({ area: 'haven', series: PLANNER_SERIES });
    expect(new Set(base.premises.states)).toEqual(new Set([0]));
    expect(base.series.covered).toBe(false);
    expect(base.flows).toEqual([]);
    expect(figuresOf(base)[measureIndex('vacant')]).toBeLessThan(0);
  });
});
