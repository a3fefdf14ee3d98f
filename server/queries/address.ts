import type { Session } from '../../geodata/database/database.ts';
import { NO_SQL, sql } from '../../geodata/database/sql.ts';
import type { Address } from '../contract/address.ts';
import { positionOf } from './position.ts';

/** Which addresses, and where the page begins. */
export interface AddressSelection {
  municipality: string;
  street?: string | undefined;
  postcode?: string | undefined;
  limit: number;
  /** Id of the last address of the page before. */
  after?: string | undefined;
}

/** A page of addresses in order of id. */
export async function addresses(session: Session, selection: AddressSelection): Promise<Address[]> {
  const { municipality, street, postcode, limit, after } = selection;
  const rows = await session.query<Omit<Address, 'position'> & { x: number; y: number }>(sql`
    select id, municipality, street, number, letter, addition, postcode, place, label,
      st_x(point) as x, st_y(point) as y
    from address
    where municipality = ${municipality}
      ${street === undefined ? NO_SQL : sql`and street = ${street}`}
      ${postcode === undefined ? NO_SQL : sql`and postcode = ${postcode}`}
      ${after === undefined ? NO_SQL : sql`and id > ${after}`}
    order by id limit ${limit}`);
  return rows.map(({ x, y, ...rest }) => ({ ...rest, position: positionOf({ x, y }) }));
}
