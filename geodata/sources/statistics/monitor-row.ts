import { textOf } from '../../formats/column-name.ts';
import type { StatisticsReasonCode } from '../../vocabulary/statistics-reason.ts';
import { municipalityCode } from '../boundaries/boundary-row.ts';
import { keyFigure } from './figures.ts';
import { foundColumns, MONITOR_COLUMNS } from './statistics-column.ts';

/** How the monitor knew who uses a building: by the tax administration's file, since 2020 by the national valuation register. */
export const METHOD_VERSIONS = ['IIS-WOZ', 'LV-WOZ'] as const;
export type MethodVersion = (typeof METHOD_VERSIONS)[number];

/** The year that was published by both methods. */
const BREAK = 2020;

/** One row of the vacancy monitor; null figures are not known or secret. */
export interface MonitorFigures {
  /** ISO date, always a 1 January. */
  date: string;
  method: MethodVersion;
  /** As the publisher names it. */
  type: string;
  objects: number | null;
  vacantObjects: number | null;
  longVacantObjects: number | null;
  /** Square metres. */
  floorArea: number | null;
  vacantFloorArea: number | null;
}

/** A row as it was understood, or why it was not. */
export type MonitorRow =
  | { municipality: string; figures: MonitorFigures }
  | { municipality: string | null; fault: StatisticsReasonCode };

/** `2021`, `2021JJ00` and `1-1-2021` are 1 January 2021; undefined for what is none. */
function dateOf(text: string | null): string | undefined {
  const year =
    /^(\d{4})(?:JJ00|-01-01)?$/.exec(text ?? '')?.[1] ?? /^0?1[-/]0?1[-/](\d{4})$/.exec(text ?? '')?.[1];
  return year === undefined ? undefined : `${year}-01-01`;
}

/** The method of a date: its year says it, but for the year of the break, when the file has to. */
function methodOf(date: string, said: string | null): MethodVersion | StatisticsReasonCode {
  const year = Number(date.slice(0, 4));
  const stated = METHOD_VERSIONS.find(version => version === said?.toUpperCase().replace(/\s+/g, '-'));
  if (said !== null && stated === undefined) return 'method-unclear';
  if (year === BREAK) return stated ?? 'method-unclear';
  const byYear = year < BREAK ? 'IIS-WOZ' : 'LV-WOZ';
  return stated === undefined || stated === byYear ? byYear : 'method-contradicts-year';
}

const isMethod = (word: string): word is MethodVersion =>
  (METHOD_VERSIONS as readonly string[]).includes(word);

/** A part cannot be more than its whole; where either is not known nothing can be said. */
const isMore = (part: number | null, whole: number | null): boolean =>
  part !== null && whole !== null && part > whole;

function impossible({
  objects,
  vacantObjects,
  longVacantObjects,
  floorArea,
  vacantFloorArea,
}: MonitorFigures): boolean {
  const all = [objects, vacantObjects, longVacantObjects, floorArea, vacantFloorArea];
  if (all.some(figure => figure !== null && (figure < 0 || !Number.isInteger(figure)))) return true;
  return (
    isMore(vacantObjects, objects) ||
    isMore(longVacantObjects, vacantObjects) ||
    isMore(vacantFloorArea, floorArea)
  );
}

/** Whether a table is of the monitor, by its headers. */
export function isOfMonitor(headers: readonly string[]): boolean {
  const { municipality, date, objects, vacantObjects } = foundColumns(headers, MONITOR_COLUMNS);
  return [municipality, date, objects, vacantObjects].every(column => column !== undefined);
}

/**
 * Reads one row of the monitor.
 * @param method said for the whole file, where it has no column for it
 */
export function monitorRow(
  row: Readonly<Record<string, unknown>>,
  headers: readonly string[],
  method: string | null,
): MonitorRow {
  const columns = foundColumns(headers, MONITOR_COLUMNS);
  const cell = (column: keyof typeof MONITOR_COLUMNS): string | null => {
    const name = columns[column];
    return name === undefined ? null : textOf(row[name]);
  };
  const municipality = municipalityCode(cell('municipality'));
  if (municipality === null) return { municipality, fault: 'code-unreadable' };
  const date = dateOf(cell('date'));
  if (date === undefined) return { municipality, fault: 'date-unreadable' };
  const version = methodOf(date, cell('method') ?? method);
  if (!isMethod(version)) return { municipality, fault: version };
  const figures: MonitorFigures = {
    date,
    method: version,
    type: cell('type') ?? 'totaal',
    objects: keyFigure(cell('objects')),
    vacantObjects: keyFigure(cell('vacantObjects')),
    longVacantObjects: keyFigure(cell('longVacantObjects')),
    floorArea: keyFigure(cell('floorArea')),
    vacantFloorArea: keyFigure(cell('vacantFloorArea')),
  };
  return impossible(figures) ? { municipality, fault: 'figure-impossible' } : { municipality, figures };
}

/** Figures of one type that may be joined by a line: one method, in order of time. */
export interface MonitorRun {
  type: string;
  method: MethodVersion;
  figures: MonitorFigures[];
}

/**
 * Figures as runs that may each be drawn as a line. Two methods are two runs, also where their dates follow on each other: the
 * drop around 2020 is mostly that of the method.
 */
export function monitorRuns(figures: readonly MonitorFigures[]): MonitorRun[] {
  const groups = Map.groupBy(figures, ({ type, method }) => JSON.stringify([type, method]));
  return Array.from(groups.values(), group => {
    const { type, method } = group[0]!;
    return { type, method, figures: group.toSorted((a, b) => a.date.localeCompare(b.date)) };
  });
}
