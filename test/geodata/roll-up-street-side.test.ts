import { expect, test } from 'vitest';
import { fixedSql, sql } from '../../geodata/database/sql.ts';
import { rollUp } from '../../geodata/rollup/roll-up.ts';
import { describeOnEachEngine } from '../support/database.ts';

const TOWN = 'GM9998';

/** Metres from (150000, 500000) as EWKT. */
const at = (kind: string, text: string, srid = 28992) =>
  `SRID=${srid};${kind}${text.replace(/(-?\d+) (-?\d+)/g, (_, x, y) => `${150_000 + Number(x)} ${500_000 + Number(y)}`)}`;
const box = (west: number, south: number, east: number, north: number, srid = 28992) =>
  at(
    'MULTIPOLYGON',
    `(((${west} ${south},${east} ${south},${east} ${north},${west} ${north},${west} ${south})))`,
    srid,
  );

/**
 * Marktstraat along y = 0. North side, odd: number 1 (6 m, a shop with a home above it and a home on the storey)
 * and 3 (10 m, two shops: 3 and 5). South side, even: number 2, which stands 40 m back, and 4, without a building.
 */
const BUILDINGS = [
  ['b1', box(0, 8, 6, 20)],
  ['b3', box(6, 8, 16, 20)],
  ['b2', box(0, -60, 6, -40)],
] as const;
const PREMISES = [
  { id: 'shop-1', building: 'b1', number: 1, x: 3, y: 12, func: 'retail', storey: null },
  { id: 'home-1a', building: 'b1', number: 1, x: 3, y: 14, func: 'housing', storey: null },
  { id: 'home-1b', building: 'b1', number: 1, x: 3, y: 16, func: 'housing', storey: 1 },
  { id: 'shop-3', building: 'b3', number: 3, x: 9, y: 12, func: 'retail', storey: 0 },
  { id: 'cafe-5', building: 'b3', number: 5, x: 13, y: 12, func: 'hospitality', storey: null },
  { id: 'shop-2', building: 'b2', number: 2, x: 3, y: -50, func: 'retail', storey: null },
  { id: 'kiosk-4', building: null, number: 4, x: 12, y: -5, func: 'retail', storey: null },
];

describeOnEachEngine('street sides', get => {
  test('are the premises by side of their number, with the metres of front they have', async () => {
    const { database } = get();
    await database.transaction(async transaction => {
      await transaction.query(sql`insert into municipality (code, name, extent)
        values (${TOWN}, 'Town', st_makeenvelope(149000, 499000, 151000, 501000, 28992))`);
      await transaction.query(sql`insert into dataset (id, municipality, source, title, owner, licence, attribution,
        imported_by, revision, read_count, loaded_count, rejected_count)
        values ('d', ${TOWN}, 't', 't', 't', 't', 't', 't', 1, 0, 0, 0)`);
      await transaction.copy(
        'area',
        ['id', 'municipality', 'kind', 'name', 'geom', 'geom_3857', 'dataset'],
        ['town-centre', 'work-area'].map(kind => [
          kind,
          TOWN,
          kind,
          kind,
          box(-100, -100, 100, 100),
          box(-100, -100, 100, 100, 3857),
          'd',
        ]),
      );
      await transaction.copy(
        'street',
        ['id', 'municipality', 'name', 'place', 'search', 'geom', 'dataset'],
        [['s', TOWN, 'Marktstraat', 'Town', 's', at('MULTILINESTRING', '((-50 0,50 0))'), 'd']],
      );
      await transaction.copy(
        'building',
        ['id', 'municipality', 'geom', 'geom_3857', 'dataset'],
        BUILDINGS.map(([id, geom]) => [id, TOWN, geom, geom.replace('28992', '3857'), 'd']),
      );
      await transaction.copy(
        'address',
        ['id', 'municipality', 'street', 'number', 'place', 'label', 'search', 'point', 'dataset'],
        PREMISES.map(({ id, number, x, y }) => [
          id,
          TOWN,
          'Marktstraat',
          number,
          'Town',
          id,
          id,
          at('POINT', `(${x} ${y})`),
          'd',
        ]),
      );
      await transaction.copy(
        'premises',
        ['id', 'municipality', 'address', 'point', 'point_3857', 'dataset'],
        PREMISES.map(({ id, x, y }) => [
          id,
          TOWN,
          id,
          at('POINT', `(${x} ${y})`),
          at('POINT', `(${x} ${y})`, 3857),
          'd',
        ]),
      );
      await transaction.copy(
        'premises_building',
        ['premises', 'building'],
        PREMISES.flatMap(({ id, building }) => (building === null ? [] : [[id, building]])),
      );
      await transaction.copy(
        'premises_period',
        ['premises', 'from_date', 'until_date', 'function', 'storey'],
        PREMISES.map(({ id, func, storey }) => [id, '2000-01-01', null, func, storey]),
      );
      await rollUp(transaction, TOWN);
    });
    const sides = await database.query(
      fixedSql(`select area, street, side, frontage_metres as metres,
      round(st_length(geom)) as drawn, st_ymin(geom) as y from street_side order by side`),
    );
    // Work areas are not walked. The even side has no front: one building stands too far back, one premises has none.
    // Lines run beside the street as far as premises stand along it: half a front, or 3 m, to both ends.
    expect(sides).toEqual([
      { area: 'town-centre', street: 'Marktstraat', side: 'even', metres: null, drawn: 15, y: 499_996 },
      { area: 'town-centre', street: 'Marktstraat', side: 'odd', metres: 16, drawn: 16, y: 500_004 },
    ]);
    const fronts = await database.query(
      fixedSql(`select premises, link.frontage_metres as metres
      from street_side_premises link order by premises`),
    );
    expect(fronts).toEqual([
      { premises: 'cafe-5', metres: 5 },
      { premises: 'home-1a', metres: null },
      { premises: 'home-1b', metres: null },
      { premises: 'kiosk-4', metres: null },
      { premises: 'shop-1', metres: 6 },
      { premises: 'shop-2', metres: null },
      { premises: 'shop-3', metres: 5 },
    ]);
  });
});
