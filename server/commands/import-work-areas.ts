import { importWorkAreas } from '../../geodata/sources/work-areas/import.ts';
import { fileCommand } from './import-file.ts';

/** Loads work areas of IBIS. */
export const command = fileCommand({
  word: 'work-areas',
  usage: 'FILE --municipality GM1742',
  purpose: 'load the work areas of a municipality from a file of IBIS',
  load: (file, { municipality }, context) => importWorkAreas(file, { municipality }, context),
});
