import { ImportError } from '../../import/import-error.ts';

const fault = (code: string, nl: string, en: string): ImportError => new ImportError({ code, nl, en });

/** No municipality was chosen, or something that is none. */
export const wrongCode = (code: string): ImportError =>
  fault(
    'municipality-code',
    `${code === '' ? 'Er is geen gemeente gekozen' : `${code} is geen gemeentecode`}. Een code is GM met vier cijfers, zoals GM0503.`,
    `${code === '' ? 'No municipality was chosen' : `${code} is not a municipality's code`}. A code is GM and four digits, such as GM0503.`,
  );

/** The file has no row for the chosen municipality. */
export const notInFile = (code: string): ImportError =>
  fault(
    'municipality-not-in-file',
    `Gemeente ${code} staat niet in dit bestand. Is het van een ander jaar, of is de gemeente opgegaan in een andere?`,
    `Municipality ${code} is not in this file. Is it of another year, or has the municipality become part of another?`,
  );

/** The chosen municipality has no outline that can be used. */
export const unusable = (code: string): ImportError =>
  fault(
    'boundary-unusable',
    `De grens van ${code} in dit bestand is geen vlak dat te gebruiken is.`,
    `The boundary of ${code} in this file is no polygon that can be used.`,
  );

/** The code is taken by the fictional municipality. */
export const fictional = (code: string): ImportError =>
  fault(
    'municipality-fictional',
    `${code} is hier de fictieve gemeente. Verwijder die eerst met: npm run geodata -- demo --remove`,
    `${code} is the fictional municipality here. Remove it first with: npm run geodata -- demo --remove`,
  );
