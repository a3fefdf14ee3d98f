import { beforeAll, expect, test } from 'vitest';
import { sql } from '../../geodata/database/sql.ts';
import { ScenarioGround } from '../../server/contract/scenario-base.ts';
import { type GroundQuestion, ground } from '../../server/queries/ground.ts';
import { describeOnEachEngine } from '../support/database.ts';
import { loadSmallTown, TOWN } from './small-town.ts';

/** Roads of every class, a bend of two metres, and ponds of a hundred and of ten thousand square metres. */
const MORE = sql`
  insert into base_feature (municipality, layer, class, name, geom_3857, dataset)
  select ${TOWN}, layer, class, null, st_transform(st_setsrid(st_geomfromtext(shape), 28992), 3857), 'proef'
  from (values
    ('road', 'main', 'LINESTRING (119900 499900, 120200 499902, 120500 499900)'),
    ('road', 'service', 'LINESTRING (119900 500050, 120500 500050)'),
    ('road', 'path', 'LINESTRING (119900 500060, 120500 500060)'),
    ('water', 'area', 'POLYGON ((120000 500080, 120010 500080, 120010 500090, 120000 500090, 120000 500080))'),
    ('green', 'park', 'POLYGON ((120100 500000, 120200 500000, 120200 500100, 120100 500100, 120100 500000))'),
    ('rail', 'rail', 'LINESTRING (119000 499950, 123000 499950)'))
    as more (layer, class, shape)`;

/** The centre, and a box of the size of a municipality around it. */
const CENTRE: ScenarioGround['box'] = [119_800, 499_800, 120_600, 500_200];
const AROUND: ScenarioGround['box'] = [116_000, 496_000, 124_000, 504_000];
const FAR: ScenarioGround['box'] = [105_000, 485_000, 135_000, 515_000];

describeOnEachEngine('the ground under a still map', get => {
  beforeAll(async () => {
    await loadSmallTown(get().database, MORE);
  });

  const made = async (
    box: ScenarioGround['box'],
    question: Omit<GroundQuestion, 'municipality'>,
  ): Promise<ScenarioGround> => {
    const session = get().database.as('visitor');
    return ScenarioGround.parse(await ground(session, box, { municipality: TOWN, ...question }));
  };
  const classes = ({ roads }: ScenarioGround) => [...new Set(roads.map(road => road.class))].toSorted();
  const mainRoad = ({ roads }: ScenarioGround) => roads.find(road => road.class === 'main')!.line;

  test('of an area has everything in its box, cut to it', async () => {
    const drawn = await made(CENTRE, { buildings: 'inside', detail: 'area' });
    expect(drawn.box).toEqual(CENTRE);
    expect(classes(drawn)).toEqual(['local', 'main', 'path', 'service']);
    expect(mainRoad(drawn)).toHaveLength(6);
    expect([drawn.water, drawn.green].map(patches => patches.length)).toEqual([1, 1]);
    expect(drawn.rails).toEqual([[119_800, 499_950, 120_600, 499_950]]);
    expect(drawn.buildings).toHaveLength(40);
  });

  test('of a municipality has no paths, no specks and no bends that cannot be seen', async () => {
    const drawn = await made(AROUND, { buildings: 'none', detail: 'municipality' });
    expect(classes(drawn)).toEqual(['local', 'main']);
    expect(mainRoad(drawn)).toEqual([119_900, 499_900, 120_500, 499_900]);
    expect([drawn.water, drawn.green].map(patches => patches.length)).toEqual([0, 1]);
    expect(drawn.buildings).toEqual([]);
  });

  test('of a large municipality has main roads only', async () => {
    expect(classes(await made(FAR, { buildings: 'none', detail: 'municipality' }))).toEqual(['main']);
  });

  test('has the buildings that it was asked for, also where they stand outside', async () => {
    const nowhere: ScenarioGround['box'] = [110_000, 490_000, 111_000, 491_000];
    const ids = async (buildings: GroundQuestion['buildings']) =>
      (await made(nowhere, { buildings, detail: 'area' })).buildings.map(({ id }) => id);
    expect(await ids('inside')).toEqual([]);
    expect(await ids(['marktstraat-b1'])).toEqual(['marktstraat-b1']);
  });
});
