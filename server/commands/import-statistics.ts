import { importStatistics } from '../../geodata/sources/statistics/import.ts';
import { UsageFault } from './command.ts';
import { fileCommand } from './import-file.ts';

function typedYear(text: string | undefined): number | undefined {
  if (text === undefined) return undefined;
  if (!/^\d{4}$/.test(text)) throw new UsageFault('A year is four digits, such as 2024.');
  return Number(text);
}

/** Loads statistics of CBS. */
export const command = fileCommand({
  word: 'statistics',
  usage: 'FILE --municipality GM0221 [--year 2024] [--layer wijken] [--method LV-WOZ]',
  purpose:
    'load statistics of CBS: districts and neighbourhoods, squares of 100 or 500 m, tables of the vacancy monitor',
  options: ['year', 'layer', 'method'],
  load: (file, { municipality, year, layer, method }, context) =>
    importStatistics(file, { municipality, year: typedYear(year), layer, method }, context),
});
