import type { Session } from '../../geodata/database/database.ts';
import { sql } from '../../geodata/database/sql.ts';

/** A municipality in a few words, for the command line. */
export type MunicipalitySummary = {
  code: string;
  name: string;
  provisional: boolean;
  fictional: boolean;
  revision: number;
  buildings: number;
  addresses: number;
  premises: number;
};

/** What is loaded, by municipality. */
export async function instanceSummary(session: Session): Promise<MunicipalitySummary[]> {
  return session.query<MunicipalitySummary>(sql`
    select code, name, provisional, fictional, revision,
      (select count(*) from building where municipality = code) as buildings,
      (select count(*) from address where municipality = code) as addresses,
      (select count(*) from premises where municipality = code) as premises
    from municipality order by code`);
}
