import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { fixedSql } from '../../geodata/database/sql.ts';
import { source } from '../../geodata/sources/vacancy-list/source.ts';
import { loadSmallTown, TOWN } from '../api/small-town.ts';
import { describeOnEachEngine } from '../support/database.ts';

let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'kernkaart-match-'));
});
afterAll(() => rm(folder, { recursive: true }));

// Beside the small town: a second Marktstraat in Oosterdorp, a house with doors 50A and 50B only, one with 52A only, two premises behind
// one door, a premises that came later, register ids, and a street whose postcodes are not known.
const MORE = fixedSql(`
  with door (street, number, letter, addition, postcode, place) as (values
    ('Marktstraat', 3, '', '', '9902AA', 'Oosterdorp'), ('Marktstraat', 50, 'A', '', '9901AC', 'Proefdam'),
    ('Marktstraat', 50, 'B', '', '9901AC', 'Proefdam'), ('Marktstraat', 52, 'A', '', '9901AC', 'Proefdam'),
    ('Marktstraat', 60, '', '', '9901AC', 'Proefdam'), ('Marktstraat', 70, '', '', '9901AC', 'Proefdam'),
    ('Plein 1945', 2, '', '', null, 'Proefdam'), ('Burgemeester Jansenlaan', 1, '', 'II', '9901AD', 'Proefdam'),
    ('Kerkweg', 1, '', '', '9901AE', 'Proefdam'), ('Kerkwei', 1, '', '', '9901AF', 'Proefdam')),
  written as (
    insert into address (id, municipality, street, number, letter, addition, postcode, place, label, search, point, dataset)
    select md5(street || number || letter || place), '${TOWN}', street, number, letter, addition, postcode, place, street, street,
      st_setsrid(st_makepoint(120000, 500000), 28992), 'proef' from door returning id),
  held as (
    insert into premises (id, municipality, bag_id, address, point, point_3857, dataset)
    select street || number || letter || left(place, 1) || copy, '${TOWN}',
      case when street = 'Kerkweg' then '0599010000000007' when street = 'Kerkwei' then '1599010000000008' end,
      md5(street || number || letter || place), st_setsrid(st_makepoint(120000, 500000), 28992),
      st_transform(st_setsrid(st_makepoint(120000, 500000), 28992), 3857), 'proef'
    from door cross join generate_series(1, case when number = 60 then 2 else 1 end) copy returning id)
  insert into premises_period (premises, from_date, function)
  select id, case when id like '%70P1' then date '2027-01-01' else date '2000-01-01' end,
    case when id like '%60P2' then 'housing' else 'retail' end from held`);

/** Cells of a row: id, street, number, letter, postcode, place, function. What becomes of it: premises, or a reason. */
const CASES: readonly [what: string, cells: string, match: string, becomes: string][] = [
  ['two places, none named', ';Marktstraat;3;;;;', 'ambiguous', 'address-ambiguous'],
  ['the place decides', ';Marktstraat;3;;;oosterdorp;', 'exact-address', 'Marktstraat3O1'],
  ['a place with a slip', ';Marktstraat;3;;;Oosterdrop;', 'near', 'duplicate-premises'],
  ['the postcode decides', ';Marktstraat;3;;9901 aa;;', 'exact-address', 'marktstraat-p3'],
  ['a postcode of elsewhere', ';Marktstraat;5;;9901AD;;', 'none', 'address-contradicts'],
  ['a postcode with a slip', ';Marktstraat;5;;9901ZZ;;', 'near', 'marktstraat-p5'],
  ['postcode and number alone', ';;2;;9901AF;;', 'none', 'number-unknown'],
  ['postcode and number of two streets', ';;1;;9901AA;;', 'ambiguous', 'address-ambiguous'],
  ['doors A and B, none named', ';Marktstraat;50;;;;', 'ambiguous', 'address-ambiguous'],
  ['both named', ';Marktstraat;50 a/b;;;;', 'near', 'Marktstraat50AP1 Marktstraat50BP1'],
  ['door C is not there', ';Marktstraat;50;c;;;', 'none', 'addition-unknown'],
  ['only 52A is there', ';Marktstraat;52;;;;', 'near', 'Marktstraat52AP1'],
  ['a door that the register does not have', ';Marktstraat;6;a;;;', 'none', 'addition-unknown'],
  ['12-14 as a range', ';Marktstraat;14-16;;;;', 'near', 'marktstraat-p14 marktstraat-p16'],
  ['a range with one end', ';Marktstraat;40-42;;;;', 'near', 'marktstraat-p40'],
  ['two premises, one a shop', ';Marktstraat;60;;;;winkel', 'exact-address', 'Marktstraat60P1'],
  ['two premises, nothing said', ';Marktstraat;60;;;;', 'ambiguous', 'premises-ambiguous'],
  ['not yet on the day', ';Marktstraat;70;;;;', 'none', 'not-standing'],
  ['a year in a name', ';Plein 1945 2;;;;;', 'exact-address', 'Plein 19452P1'],
  ['an abbreviation', ';Burg. Jansenln;1;II;;;', 'near', 'Burgemeester Jansenlaan1P1'],
  ['a slip that two streets fit', ';Kerkwee;1;;;;', 'ambiguous', 'address-ambiguous'],
  ['an id without its zero', '599010000000007;;;;;;', 'exact-id', 'Kerkweg1P1'],
  ['an id and another address', '1599010000000008;Marktstraat;7;;;;', 'none', 'id-contradicts-address'],
  ['an unknown id and an address', '0599010000000999;Marktstraat;8;;;;', 'exact-address', 'marktstraat-p8'],
  ['an id that Excel rounded, and an address', '1,59901E+15;Kerkwei;1;;;;', 'exact-address', 'Kerkwei1P1'],
  ['the municipality for a place', ';Dorpsstraat;1;;;PROEFDAM;', 'exact-address', 'dorpsstraat-p1'],
  ['a street in capitals with a hyphen', ';DORPS-STRAAT;2;;;;', 'near', 'dorpsstraat-p2'],
];

describeOnEachEngine('rows of a list in the register', get => {
  test('each is found as surely as it is said, or not at all', async () => {
    const { database } = get();
    await loadSmallTown(database, MORE);
    const path = join(folder, 'list.csv');
    await writeFile(
      path,
      ['BAG id;Straat;Nummer;Letter;Postcode;Plaats;Functie', ...CASES.map(([, cells]) => cells)].join('\n'),
    );
    const file = { path, name: 'list.csv', bytes: 1 };
    const answers = { municipality: TOWN, referenceDate: '2026-04-01', series: 'Lijst', coverage: {} };
    const context = {
      database,
      madeBy: 'a test',
      software: 'test',
      publish: async () => {},
      progress: () => {},
    };
    await source.load(file, answers, context);
    const rows = await database.query<{ number: number; match: string; becomes: string }>(
      fixedSql(`select number, match, coalesce(reason, array_to_string(premises, ' ')) as becomes from observation_round_row
        where role <> 'above' order by number`),
    );
    const found = rows.map(({ number, match, becomes }) => [CASES[number - 2]![0], match, becomes]);
    expect(found).toEqual(CASES.map(([what, , match, becomes]) => [what, match, becomes]));
  });
});
