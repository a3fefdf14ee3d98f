import { type Cell, cellText, EXACT_NUMBER } from '../../formats/cell.ts';
import type { ListField } from '../../vocabulary/list-column.ts';
import type { ListReasonCode } from '../../vocabulary/list-reason.ts';
import { type AddressReading, parseAddress, parsePostcode } from './address-text.ts';
import { parseDoors } from './door-number.ts';

/** Which premises a row is about, as the row says it. */
export interface StatedAddress {
  ids: StatedId[];
  /** Why an id in the row cannot be used; null when all can, or there is none. */
  idFault: ListReasonCode | null;
  postcode: string | null;
  place: string | null;
  /** Ways to read street and number; `street` is empty where only a postcode says which street. */
  readings: AddressReading[];
  /** Why there is no address; null when there is one. */
  addressFault: ListReasonCode | null;
  /** As it stands in the row, for whoever reads why it was refused. */
  written: string;
}

/** An id, and of what: of a `premises`, an `address` or a `building`. */
export interface StatedId {
  kind: 'premises' | 'address' | 'building';
  id: string;
}

type Fields = ReadonlyMap<ListField, Cell>;

const ID_FIELDS = { 'bag-id': 'premises', 'address-id': 'address', 'building-id': 'building' } as const;
/** Digits 5 and 6 of an id of the register say what it is of; berths and pitches can be vacant like a premises. */
const KINDS: Readonly<Record<string, StatedId['kind']>> = {
  '01': 'premises',
  '02': 'premises',
  '03': 'premises',
  '10': 'building',
  '20': 'address',
};

/** A number in a cell that should hold an id: beyond fifteen digits Excel has dropped some. */
function isRounded(cell: Cell): boolean {
  if (typeof cell === 'number') return cell >= EXACT_NUMBER;
  return typeof cell === 'string' && /^\d([.,]\d+)?E\+?\d{2}$/i.test(cell.trim());
}

/** An id of the register, or of whatever the municipality was loaded from; leading zeros that were lost are put back. */
function idOf(cell: Cell, kind: StatedId['kind']): StatedId | ListReasonCode | undefined {
  const text = cellText(cell)
    .replace(/^NL\.IMBAG\.\w+\./i, '')
    .replace(/\s/g, '');
  if (text === '' || text === '-') return undefined;
  if (isRounded(cell)) return 'id-rounded';
  if (!/^\d+$/.test(text)) return /^[\w.-]{3,60}$/.test(text) ? { kind, id: text } : 'id-unreadable';
  const id = text.padStart(16, '0');
  if (text.length < 13 || id.length > 16) return 'id-unreadable';
  const stated = KINDS[id.slice(4, 6)];
  return stated === undefined ? 'id-unreadable' : { kind: stated, id };
}

function idsOf(fields: Fields): Pick<StatedAddress, 'ids' | 'idFault'> {
  const ids: StatedId[] = [];
  let idFault: ListReasonCode | null = null;
  for (const [field, kind] of Object.entries(ID_FIELDS) as [keyof typeof ID_FIELDS, StatedId['kind']][]) {
    const id = idOf(fields.get(field) ?? null, kind);
    if (typeof id === 'string') idFault ??= id;
    else if (id !== undefined) ids.push(id);
  }
  return { ids, idFault };
}

type Address = Pick<StatedAddress, 'postcode' | 'place' | 'readings' | 'addressFault'>;

/** Street and number in columns of their own. */
function fromColumns(text: (field: ListField) => string, numberCell: Cell): Address {
  const [street, number] = [text('street'), text('number')];
  const base = { postcode: parsePostcode(text('postcode')), place: text('place') || null, readings: [] };
  if (street === '' && base.postcode === null) return { ...base, addressFault: 'address-missing' };
  // A street with its number in one cell, in a list that mostly keeps them apart.
  if (number === '') {
    const { readings } = parseAddress(street);
    return { ...base, readings, addressFault: readings.length > 0 ? null : 'number-missing' };
  }
  // Excel makes a day of `1-2`.
  const isDay = numberCell !== null && typeof numberCell === 'object';
  const doors = isDay ? undefined : parseDoors(number, text('letter'), text('addition'));
  if (doors === undefined) return { ...base, addressFault: 'number-unreadable' };
  return { ...base, readings: [{ street, doors }], addressFault: null };
}

/** Street and number in one cell, perhaps with postcode and place. */
function fromText(text: (field: ListField) => string): Address {
  const parsed = parseAddress(text('address'));
  const postcode = parsePostcode(text('postcode')) ?? parsed.postcode;
  const place = text('place') || parsed.place;
  const number = text('number');
  if (parsed.readings.length === 0 && number !== '') {
    const doors = parseDoors(number, text('letter'), text('addition'));
    if (doors) return { postcode, place, readings: [{ street: text('address'), doors }], addressFault: null };
  }
  const addressFault = parsed.readings.length > 0 ? null : 'number-missing';
  return { postcode, place, readings: parsed.readings, addressFault };
}

const WRITTEN: readonly ListField[] = [
  'bag-id',
  'address-id',
  'building-id',
  'address',
  'street',
  'number',
  'letter',
  'addition',
  'postcode',
  'place',
];

/** What a row says of its address; both ways of saying it may be wrong or missing, and why is kept. */
export function statedAddress(fields: Fields): StatedAddress {
  const text = (field: ListField) => cellText(fields.get(field) ?? null);
  const hasColumns = text('street') !== '' || (text('number') !== '' && text('postcode') !== '');
  const address =
    hasColumns || text('address') === '' ? fromColumns(text, fields.get('number') ?? null) : fromText(text);
  const written = WRITTEN.map(text)
    .filter(part => part !== '')
    .join(' ');
  return { ...idsOf(fields), ...address, written };
}
