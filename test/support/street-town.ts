import type { Database } from '../../geodata/database/database.ts';
import { fixedSql } from '../../geodata/database/sql.ts';

/** Premises of the town: where they stand, at which address, what they are used for. */
export interface Door {
  street: string;
  number: number;
  place?: string;
  x: number;
  y: number;
  function?: string;
  /** Half the side of a square building around the point, metres; none without. */
  building?: number;
}

const quoted = (text: string): string => `'${text.replaceAll("'", "''")}'`;

/** Puts a town of doors into an empty database: municipality GM0997 of 4 x 4 km with nothing but what is given. */
export async function streetTown(database: Database, doors: readonly Door[]): Promise<void> {
  const run = (text: string) => database.query(fixedSql(text));
  await run(`insert into municipality (code, name, boundary, extent)
    select 'GM0997', 'Nieuwmarker', ST_Multi(g), g
    from (select ST_MakeEnvelope(148000, 461000, 152000, 465000, 28992) as g) box`);
  await run(`insert into dataset (id, municipality, source, title, owner, licence, attribution, imported_by, revision,
      read_count, loaded_count, rejected_count)
    values ('town', 'GM0997', 'bag', 'Town', 'Kadaster', 'CC0', 'Kadaster', 'a test', 0, 0, 0, 0)`);
  const values = doors.map(
    ({ street, number, place = 'Nieuwmarker', x, y, function: use = 'housing', building }, index) => {
      const id = String(index + 1).padStart(3, '0');
      return `(${quoted(id)}, ${quoted(street)}, ${number}, ${quoted(place)}, ${x}, ${y}, ${quoted(use)}, ${building ?? 'null'})`;
    },
  );
  await run(`create table if not exists door (id text, street text, number integer, place text, x float8, y float8,
    function text, half float8)`);
  await run(`insert into door values ${values.join(', ')}`);
  await run(`insert into address (id, municipality, street, number, place, label, search, point, dataset)
    select 'a' || id, 'GM0997', street, number, place, street || ' ' || number, lower(street || ' ' || number),
      ST_SetSRID(ST_MakePoint(x, y), 28992), 'town' from door`);
  await run(`insert into building (id, municipality, geom, geom_3857, dataset)
    select 'b' || id, 'GM0997', g, ST_Transform(g, 3857), 'town'
    from door cross join lateral (
      select ST_Multi(ST_MakeEnvelope(x - half, y - half, x + half, y + half, 28992)) as g) box
    where half is not null`);
  await run(`insert into premises (id, municipality, address, point, point_3857, dataset)
    select 'p' || id, 'GM0997', 'a' || id, p, ST_Transform(p, 3857), 'town'
    from door cross join lateral (select ST_SetSRID(ST_MakePoint(x, y), 28992) as p) point`);
  await run(`insert into premises_building select 'p' || id, 'b' || id from door where half is not null`);
  await run(
    `insert into premises_period (premises, from_date, function) select 'p' || id, '2020-01-01', function from door`,
  );
  await run('drop table door');
}
