/** Days from the first to the last on which something can have been; ISO, inclusive. */
export interface DateInterval {
  earliest: string;
  latest: string;
}

/**
 * What a text says of a date: an interval; `unknown`: it says that nobody knows (blank, `-`, `onbekend`, `00-00-0000`);
 * `impossible`: a day that does not exist (`31-02-2024`); `unreadable`: no date.
 */
export type DutchDate = DateInterval | 'unknown' | 'impossible' | 'unreadable';

/** Names of months by their first letters, Dutch before English; `mrt` and `maa` are both March. */
const MONTHS: readonly (readonly string[])[] = [
  ['jan'],
  ['feb', 'febr'],
  ['mrt', 'maa', 'mar'],
  ['apr'],
  ['mei', 'may'],
  ['jun'],
  ['jul'],
  ['aug'],
  ['sep', 'sept'],
  ['okt', 'oct'],
  ['nov'],
  ['dec'],
];

const FULL_NAMES = [
  'januari february februari maart april juni juli augustus september oktober november december',
  'january march june july august october',
]
  .join(' ')
  .split(' ');

const UNKNOWN = new Set([
  '',
  '-',
  '--',
  '?',
  'onbekend',
  'onb',
  'nb',
  'nvt',
  'unknown',
  'geen',
  'x',
  'n b',
  'n v t',
]);

/** Seasons are no dates; a quarter or half of a year is. */
const QUARTER =
  /^(?:q|kw|kwartaal|k)\s*([1-4])\s*(?:van)?\s*(\d{4})$|^([1-4])(?:e|ste|de|st|nd|rd|th)?\s*(?:kwartaal|kw|quarter|q)\s*(?:van)?\s*(\d{4})$|^(\d{4})\s*(?:q|kw)\s*([1-4])$/;
const HALF = /^([12])(?:e|ste|de|st|nd)\s*(?:helft|halfjaar)\s*(?:van)?\s*(\d{4})$/;

const two = (value: number): string => String(value).padStart(2, '0');

/** Days in a month of the Gregorian calendar; month 1 to 12. */
function daysIn(year: number, month: number): number {
  return new Date(Date.UTC(year, month, 0)).getUTCDate();
}

/** `24` is 2024 and `98` is 1998: no list looks further ahead than this. */
function fullYear(digits: string): number {
  const year = Number(digits);
  if (digits.length === 4) return year;
  return year <= 49 ? 2000 + year : 1900 + year;
}

const isYear = (year: number): boolean => year >= 1800 && year <= 2199;

function day(year: number, month: number, date: number): DutchDate {
  if (year === 0 || (month === 0 && date === 0)) return 'unknown';
  if (!isYear(year) || month < 1 || month > 12 || date < 1 || date > daysIn(year, month)) return 'impossible';
  const iso = `${year}-${two(month)}-${two(date)}`;
  return { earliest: iso, latest: iso };
}

/** Whole months, inclusive. */
function months(year: number, first: number, last: number): DutchDate {
  if (year === 0) return 'unknown';
  if (!isYear(year) || first < 1 || last > 12) return 'impossible';
  return {
    earliest: `${year}-${two(first)}-01`,
    latest: `${year}-${two(last)}-${two(daysIn(year, last))}`,
  };
}

function monthOf(name: string): number {
  const known = FULL_NAMES.includes(name) || MONTHS.some(names => names.includes(name));
  return known ? MONTHS.findIndex(names => names.some(short => name.startsWith(short))) + 1 : 0;
}

function inDigits(text: string): DutchDate | undefined {
  const [, a, b, c] = /^(\d{1,2})[-/. ](\d{1,2})[-/. ](\d{4}|\d{2})$/.exec(text) ?? [];
  if (a !== undefined) return day(fullYear(zeroYear(a, b!, c!)), Number(b), Number(a));
  const [, year, month, date] = /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?:[t ]\d\d:\d\d.*)?$/.exec(text) ?? [];
  if (year !== undefined) return day(Number(year), Number(month), Number(date));
  const [, y, m, d] = /^((?:18|19|20|21)\d\d)(\d\d)(\d\d)$/.exec(text) ?? [];
  return y === undefined ? undefined : day(Number(y), Number(m), Number(d));
}

/** `00-00-00` names no year. */
function zeroYear(date: string, month: string, year: string): string {
  return Number(date) === 0 && Number(month) === 0 ? '0000' : year;
}

function inWords(text: string): DutchDate | undefined {
  const [, date, name, year] =
    /^(?:(\d{1,2})e?[- ]?)?([a-z]+)[- '’]*(\d{4}|\d{2})$/.exec(text.replaceAll('.', '')) ?? [];
  const month = monthOf(name ?? '');
  if (month === 0) return undefined;
  return date === undefined
    ? months(fullYear(year!), month, month)
    : day(fullYear(year!), month, Number(date));
}

function inParts(text: string): DutchDate | undefined {
  if (/^\d{4}$/.test(text)) return Number(text) === 0 ? 'unknown' : months(Number(text), 1, 12);
  const [, month, year] = /^(\d{1,2})[-/](\d{4})$/.exec(text) ?? [];
  if (year !== undefined) return months(Number(year), Number(month), Number(month));
  const [, y, m] = /^(\d{4})[-/](\d{1,2})$/.exec(text) ?? [];
  if (y !== undefined) return months(Number(y), Number(m), Number(m));
  const quarter = QUARTER.exec(text);
  if (quarter) {
    const number = Number(quarter[1] ?? quarter[3] ?? quarter[6]);
    return months(Number(quarter[2] ?? quarter[4] ?? quarter[5]), number * 3 - 2, number * 3);
  }
  const half = HALF.exec(text);
  return half ? months(Number(half[2]), half[1] === '1' ? 1 : 7, half[1] === '1' ? 6 : 12) : undefined;
}

/** Words before a date that change nothing. */
const BEFORE = /^(?:sinds|vanaf|per|since|from|(?:ma|di|wo|do|vr|za|zo)\.?)\s+/;
/** Within the month or year that follows; beside a day it would say nothing. */
const WITHIN = /^(?:begin|eind|half|medio)\s+/;

/**
 * A date as Dutch lists write it: `31-12-2024`, `31/12/24`, `31 december 2024`, `dec 2024`, `Q3 2024`, `2024`; day before month,
 * always. Less than a day is an interval. `voor 2020` and `ca. 2020` are no dates: they leave an end open.
 */
export function parseDutchDate(text: string): DutchDate {
  const tidy = text.trim().toLowerCase().replace(/\s+/g, ' ').replace(BEFORE, '');
  if (UNKNOWN.has(tidy.replaceAll('.', ' ').trim())) return 'unknown';
  if (WITHIN.test(tidy)) return withinMonths(tidy.replace(WITHIN, ''));
  return inDigits(tidy) ?? inWords(tidy) ?? inParts(tidy) ?? 'unreadable';
}

function withinMonths(text: string): DutchDate {
  const found = inWords(text) ?? inParts(text) ?? 'unreadable';
  return typeof found === 'object' && found.earliest === found.latest ? 'unreadable' : found;
}
