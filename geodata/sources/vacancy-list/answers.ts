import type { ImportOptions } from '../../import/source.ts';
import { FUNCTION_CODES, type FunctionCode } from '../../vocabulary/function.ts';
import { LIST_FIELDS, type ListField } from '../../vocabulary/list-column.ts';
import { SERIES_ACCESS, type SeriesAccess } from '../../vocabulary/series.ts';
import { listFault } from './list-fault.ts';
import type { ColumnChoice } from './table.ts';

/** What somebody looked at. Null: everywhere, every function, from the smallest on. */
export interface CoverageAnswer {
  areas: string[] | null;
  functions: FunctionCode[] | null;
  /** m2. */
  leastFloorArea: number | null;
}

/** What a row without a status means, in a list that has a column for it. */
export const BLANK_STATUSES = ['vacant', 'in-use', 'rejected'] as const;
export type BlankStatus = (typeof BLANK_STATUSES)[number];

/** Code by which a new series is asked for. */
export const NEW_SERIES = 'new';

/** Answers to the questions of a list, as far as they were given. */
export interface ListAnswers {
  municipality: string | undefined;
  /** ISO. */
  referenceDate: string | undefined;
  coverage: CoverageAnswer | undefined;
  /** Id of a series, {@link NEW_SERIES}, or the name of a new one. */
  series: string | undefined;
  seriesName: string | undefined;
  access: SeriesAccess | undefined;
  /** Months for which what a round says holds at most. */
  rhythmMonths: number | undefined;
  blankStatus: BlankStatus | undefined;
  /** The file has rows that were missing of a round that is there; its other rows stay. */
  supplement: boolean | undefined;
  /** Whose list it is, where it is not the municipality's. */
  owner: string | undefined;
  sheet: string | undefined;
  columns: ColumnChoice;
}

const wrong = (key: string): Error => listFault('list-answer-invalid', key);

function text(options: ImportOptions, key: string, form = /\S/): string | undefined {
  const value = options[key];
  if (value === undefined || value === null || value === '') return undefined;
  if (typeof value !== 'string' || !form.test(value) || value.length > 200) throw wrong(key);
  return value.trim();
}

function oneOf<Code extends string>(
  options: ImportOptions,
  key: string,
  codes: readonly Code[],
): Code | undefined {
  const value = text(options, key);
  if (value === undefined) return undefined;
  if (!codes.includes(value as Code)) throw wrong(key);
  return value as Code;
}

function isoDate(options: ImportOptions): string | undefined {
  const value = text(options, 'referenceDate', /^(19|20|21)\d\d-\d\d-\d\d$/);
  if (value === undefined) return undefined;
  const date = new Date(`${value}T00:00:00Z`);
  if (Number.isNaN(date.getTime()) || date.toISOString().slice(0, 10) !== value) throw wrong('referenceDate');
  return value;
}

function list<Code extends string>(value: unknown, isKnown: (code: string) => boolean): Code[] | null {
  if (value === undefined || value === null) return null;
  if (!Array.isArray(value) || value.length === 0 || value.length > 5000) throw wrong('coverage');
  if (!value.every(code => typeof code === 'string' && isKnown(code))) throw wrong('coverage');
  return [...new Set(value as Code[])].sort();
}

function coverage(options: ImportOptions): CoverageAnswer | undefined {
  const value = options.coverage;
  if (value === undefined || value === null) return undefined;
  if (typeof value !== 'object' || Array.isArray(value)) throw wrong('coverage');
  const { areas, functions, leastFloorArea } = value as Record<string, unknown>;
  const least = leastFloorArea === undefined || leastFloorArea === null ? null : leastFloorArea;
  if (least !== null && !(Number.isInteger(least) && (least as number) > 0 && (least as number) < 1_000_000))
    throw wrong('coverage');
  return {
    areas: list(areas, code => code.length > 0 && code.length <= 200),
    functions: list<FunctionCode>(functions, code => FUNCTION_CODES.includes(code as FunctionCode)),
    leastFloorArea: least as number | null,
  };
}

function columns(options: ImportOptions): ColumnChoice {
  const value = options.columns;
  if (value === undefined || value === null) return new Map();
  if (typeof value !== 'object' || Array.isArray(value)) throw wrong('columns');
  return new Map(
    Object.entries(value).map(([index, field]) => {
      const isKnown = field === null || LIST_FIELDS.includes(field as ListField);
      if (!/^\d{1,3}$/.test(index) || !isKnown) throw wrong('columns');
      return [Number(index), field as ListField | null];
    }),
  );
}

function truth(options: ImportOptions, key: string): boolean | undefined {
  const value = options[key];
  if (value === undefined || value === null) return undefined;
  if (typeof value !== 'boolean') throw wrong(key);
  return value;
}

function months(options: ImportOptions): number | undefined {
  const value = options.rhythmMonths;
  if (value === undefined || value === null || value === '') return undefined;
  const number = Number(value);
  if (!Number.isInteger(number) || number < 1 || number > 120) throw wrong('rhythmMonths');
  return number;
}

/**
 * Reads the answers; what was not answered is undefined. `columns` is {index: field or null}; indexes that are not named stay as
 * they were recognised.
 * @throws ImportError `list-answer-invalid` with the key that is wrong
 */
export function readAnswers(options: ImportOptions): ListAnswers {
  return {
    municipality: text(options, 'municipality', /^GM\d{4}$/),
    referenceDate: isoDate(options),
    coverage: coverage(options),
    series: text(options, 'series'),
    seriesName: text(options, 'seriesName'),
    access: oneOf(options, 'access', SERIES_ACCESS),
    rhythmMonths: months(options),
    blankStatus: oneOf(options, 'blankStatus', BLANK_STATUSES),
    supplement: truth(options, 'supplement'),
    owner: text(options, 'owner'),
    sheet: text(options, 'sheet'),
    columns: columns(options),
  };
}
