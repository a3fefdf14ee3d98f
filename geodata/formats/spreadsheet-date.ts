import type { DateCell } from './cell.ts';

const DAY = 86_400_000;

/** First day that each system counts from: Excel on Windows, and on the Macintosh of old. */
const EPOCHS = { 1900: Date.UTC(1899, 11, 31), 1904: Date.UTC(1904, 0, 1) } as const;

/** How a workbook counts its days. */
export type DateSystem = keyof typeof EPOCHS;

/** 29 February 1900, which Excel counts and which never was; days after it are one too many. */
const LEAP_BUG = 60;
/** 31 December 9999 in the 1900 system. */
const LAST = 2_958_465;

const two = (value: number): string => String(value).padStart(2, '0');

/**
 * A day number of a workbook as a day, in whole seconds.
 * @returns null for what is no day: before the first, after the year 9999, and 29 February 1900, which never was
 */
export function serialDate(serial: number, system: DateSystem): DateCell | null {
  const seconds = Math.round(serial * 86_400);
  const [day, rest] = [Math.floor(seconds / 86_400), seconds % 86_400];
  if (day < (system === 1900 ? 1 : 0) || day > LAST) return null;
  if (system === 1900 && day === LEAP_BUG) return null;
  const counted = system === 1900 && day > LEAP_BUG ? day - 1 : day;
  const date = new Date(EPOCHS[system] + counted * DAY).toISOString().slice(0, 10);
  const time = [Math.floor(rest / 3600), Math.floor(rest / 60) % 60, rest % 60].map(two).join(':');
  return { date, time: rest === 0 ? null : time };
}

/** Number formats of Excel that are days without naming their letters (ECMA-376, part 1, 18.8.30), and those of East Asia. */
const BUILT_IN = [
  [14, 17],
  [22, 22],
  [27, 31],
  [36, 36],
  [50, 54],
  [57, 58],
] as const;

/** Whether a built-in number format shows a day; formats of the time of day (18 to 21, 45 to 47) do not. */
export function isBuiltInDate(format: number): boolean {
  return BUILT_IN.some(([from, to]) => format >= from && format <= to);
}

/**
 * Whether a number format of a workbook's own shows a day: it has a letter for year, month or day outside quotes, escapes
 * and brackets. Dutch Excel stores the English letters; `j` for year comes from other programs. Minutes (`h:mm`) are no months.
 */
export function isDateFormat(code: string): boolean {
  const letters = code
    .split(';')[0]!
    .replace(/"[^"]*"|\\.|_.|\*.|\[[^\]]*\]/g, '')
    .toLowerCase();
  if (letters.includes('general') || letters.includes('standaard')) return false;
  if (/[ydj]/.test(letters)) return true;
  return /m/.test(letters) && !/[hs]/.test(letters);
}
