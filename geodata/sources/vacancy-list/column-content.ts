import { type Cell, cellText, isBlank } from '../../formats/cell.ts';
import type { ListField } from '../../vocabulary/list-column.ts';
import { parseAddress, parsePostcode } from './address-text.ts';
import { parseDoors } from './door-number.ts';

/** Share of the cells of a column that must agree. */
const MOST = 0.8;
const HALF = 0.5;

/** Whether at least a share of the cells that are filled pass; none filled is no. */
function agree(cells: readonly Cell[], share: number, passes: (text: string) => boolean): boolean {
  const filled = cells.filter(cell => !isBlank(cell)).map(cellText);
  return filled.length > 0 && filled.filter(passes).length >= filled.length * share;
}

/** An id of the address register, with or without its leading zeros: a premises, berth, pitch, address or building. */
export const isBagId = (text: string): boolean =>
  /^\d{13,16}$/.test(text) && /^\d{4}(01|02|03|10|20)/.test(text.padStart(16, '0'));

const isAddress = (text: string): boolean => parseAddress(text).readings.length > 0;

/** Whether cells hold street and number together. */
export const holdsAddresses = (cells: readonly Cell[]): boolean => agree(cells, HALF, isAddress);

/** Whether cells only count the rows: 1, 2, 3. */
export function countsRows(cells: readonly Cell[]): boolean {
  const numbers = cells.filter(cell => !isBlank(cell)).map(cell => Number(cellText(cell)));
  return numbers.length > 2 && numbers.every((number, at) => at === 0 || number === numbers[at - 1]! + 1);
}

/** Whether cells can be house numbers. */
export const holdsNumbers = (cells: readonly Cell[]): boolean =>
  agree(cells, MOST, text => parseDoors(text) !== undefined && text.length < 8);

/** What a column without a known heading holds, where its cells leave no doubt. */
export function fieldOfContent(cells: readonly Cell[]): ListField | undefined {
  if (agree(cells, MOST, isBagId)) return 'bag-id';
  if (agree(cells, MOST, text => parsePostcode(text) !== null)) return 'postcode';
  return agree(cells, MOST, text => isAddress(text) && text.length < 100) ? 'address' : undefined;
}
