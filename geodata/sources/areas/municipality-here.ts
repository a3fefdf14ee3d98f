import type { Session } from '../../database/database.ts';
import { sql } from '../../database/sql.ts';
import { ImportError } from '../../import/import-error.ts';

/** What has to be known of the municipality that areas come into. */
export interface MunicipalityHere {
  code: string;
  name: string;
  /** Whether its boundary is known; otherwise only the extent of what is loaded is. */
  bounded: boolean;
}

const fault = (code: string, nl: string, en: string): ImportError => new ImportError({ code, nl, en });

/**
 * The municipality that was chosen.
 * @throws ImportError `municipality-code`, `municipality-not-here`
 */
export async function municipalityHere(session: Session, code: string): Promise<MunicipalityHere> {
  if (!/^GM\d{4}$/.test(code))
    throw fault(
      'municipality-code',
      `${code === '' ? 'Er is geen gemeente gekozen' : `${code} is geen gemeentecode`}. Een code is GM met vier cijfers, zoals GM0503.`,
      `${code === '' ? 'No municipality was chosen' : `${code} is not a municipality's code`}. A code is GM and four digits, such as GM0503.`,
    );
  const [row] = await session.query<MunicipalityHere & Record<string, unknown>>(sql`
    select code, name, boundary is not null as bounded from municipality where code = ${code}`);
  if (row === undefined)
    throw fault(
      'municipality-not-here',
      `Gemeente ${code} is nog niet bekend. Importeer eerst de gemeentegrens: npm run geodata -- import boundaries BESTAND --municipality ${code}`,
      `Municipality ${code} is not known yet. Import its boundary first: npm run geodata -- import boundaries FILE --municipality ${code}`,
    );
  return row;
}

/** The same where what comes in has to be placed by the boundary. @throws ImportError also `boundary-needed` */
export async function boundedMunicipality(session: Session, code: string): Promise<MunicipalityHere> {
  const here = await municipalityHere(session, code);
  if (here.bounded) return here;
  throw fault(
    'boundary-needed',
    `Van ${here.name} is de grens nog niet bekend. Die is nodig om te weten wat erin ligt. Importeer eerst de gemeentegrens: npm run geodata -- import boundaries BESTAND --municipality ${code}`,
    `The boundary of ${here.name} is not known yet. It is needed to know what lies in it. Import the boundary first: npm run geodata -- import boundaries FILE --municipality ${code}`,
  );
}
