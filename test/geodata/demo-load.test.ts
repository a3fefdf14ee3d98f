import { expect, it } from 'vitest';
import { fixedSql, sql } from '../../geodata/database/sql.ts';
import { loadDemo, removeDemo } from '../../geodata/demo/load.ts';
import type { ImportContext } from '../../geodata/import/context.ts';
import { publishFigures } from '../../server/policy/publish.ts';
import { describeOnEachEngine } from '../support/database.ts';
import { demoTown } from '../support/demo-town.ts';

const TABLES = {
  area: 'areas',
  building: 'buildings',
  address: 'addresses',
  street: 'streets',
  premises: 'premises',
  premises_period: 'periods',
  premises_successor: 'successors',
  base_feature: 'baseFeatures',
  series: 'series',
  reference_date: 'referenceDates',
  coverage: 'coverage',
  observation: 'observations',
  retail_unit: 'retailUnits',
} as const;

const DECIDED = `
  with base as (insert into scenario_base (sha256, base, ground, area, revision)
    values ('base', '{}', '{}', '{}', 1) returning sha256),
  draft as (insert into scenario (id, municipality, document, base)
    select 'decided', 'GM9999', '{}', sha256 from base returning id),
  version as (insert into scenario_version
      (scenario, version, municipality, archive, checksum, software, revision, published_at)
    select id, 1, 'GM9999', '{}', 'x', 'x', 1, now() from draft returning scenario)
  insert into published_scenario (scenario, version, municipality, content, settings, line, status, decision)
  select scenario, 1, 'GM9999', '{}', '{}', '{}', 'decision', '{}' from version`;

describeOnEachEngine('the fictional municipality', get => {
  const steps: string[] = [];
  const context = (): ImportContext => ({
    database: get().database,
    madeBy: 'test',
    software: 'test',
    publish: publishFigures,
    progress: step => void steps.push(step),
  });
  const ask = async (text: string) =>
    (await get().database.query<{ answer: number }>(fixedSql(text)))[0]!.answer;

  it('is loaded as it was grown, once', async () => {
    const { revision, municipality } = await loadDemo(context());
    expect(municipality).toBe('GM9999');
    const [row] = await get().database.query(sql`select name, fictional, revision from municipality`);
    expect(row).toEqual({ name: 'Markerwaard', fictional: true, revision });
    const town = demoTown();
    for (const [table, list] of Object.entries(TABLES) as [string, (typeof TABLES)[keyof typeof TABLES]][])
      expect([table, await ask(`select count(*) as answer from ${table}`)]).toEqual([
        table,
        town[list].length,
      ]);
    expect(steps).toContain('Counting');
    await expect(loadDemo(context())).rejects.toMatchObject({ code: 'demo-loaded' });
  }, 180_000);

  it('has geometry that PostGIS calls valid, in both systems alike', async () => {
    expect(await ask('select count(*) as answer from building where not st_isvalid(geom)')).toBe(0);
    expect(await ask('select count(*) as answer from area where not st_isvalid(geom)')).toBe(0);
    expect(await ask('select count(*) as answer from base_feature where not st_isvalid(geom_3857)')).toBe(0);
    expect(
      await ask(`select count(*) as answer from premises join premises_building link on link.premises = premises.id
        join building on building.id = link.building where not st_covers(building.geom, premises.point)`),
    ).toBe(0);
    expect(
      await ask(`select max(st_distance(point_3857, st_transform(point, 3857))) as answer from premises`),
    ).toBeLessThan(0.001);
  });

  it('has figures of every series and street sides in its centres', async () => {
    expect(await ask('select count(distinct series) as answer from area_tally')).toBe(3);
    expect(await ask('select count(*) as answer from street_side')).toBeGreaterThan(40);
    expect(await ask('select count(*) as answer from published_area_tally')).toBeGreaterThan(100);
    expect(
      await ask(`select count(*) as answer from published_area_tally where series = 'GM9999.survey'`),
    ).toBe(0);
  });

  it('goes away with everything in it, also what a council decided on', async () => {
    await get().database.query(fixedSql(DECIDED));
    await expect(get().database.query(fixedSql('delete from scenario'))).rejects.toThrow();
    expect(await removeDemo(context())).toBe(true);
    for (const table of ['published_scenario', 'scenario_version', 'scenario', 'scenario_base'])
      expect([table, await ask(`select count(*) as answer from ${table}`)]).toEqual([table, 0]);
    for (const table of Object.keys(TABLES))
      expect([table, await ask(`select count(*) as answer from ${table}`)]).toEqual([table, 0]);
    expect(await removeDemo(context())).toBe(false);
  }, 120_000);
});
