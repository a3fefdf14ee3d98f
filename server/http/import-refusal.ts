import { ImportError } from '../../geodata/import/import-error.ts';
import { Refusal } from './problem.ts';

/**
 * For `.catch(refuseImport(...))`: what whoever asked can mend is a 400 that names the field.
 * @param fieldOf the field that a fault is about, by its code
 * @throws Refusal bad-input for an ImportError; anything else as it is
 */
export const refuseImport =
  (fieldOf: (code: string) => string) =>
  (error: unknown): never => {
    if (!(error instanceof ImportError)) throw error;
    throw new Refusal('bad-input', error.en, [{ field: fieldOf(error.code), message: error.code }]);
  };
