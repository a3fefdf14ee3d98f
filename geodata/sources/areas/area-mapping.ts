import { findColumn, textOf } from '../../formats/column-name.ts';
import { parseDutchDate } from '../../formats/dutch-date.ts';
import type { AreaKind } from '../../vocabulary/area-kind.ts';
import type { AreaReasonCode } from '../../vocabulary/area-reason.ts';
import { areaKindOf } from './area-kind-of.ts';

/** What can be said beside a file of areas; where a column is named, its cells go before what is said for all. */
export interface AreaOptions {
  municipality: string;
  /** Code of a kind of area, or a word for it. */
  kind?: string | undefined;
  kindColumn?: string | undefined;
  /** One name for everything in the file. */
  name?: string | undefined;
  nameColumn?: string | undefined;
  decidingBody?: string | undefined;
  decidingBodyColumn?: string | undefined;
  decision?: string | undefined;
  decisionColumn?: string | undefined;
  /** ISO or Dutch. */
  decisionDate?: string | undefined;
  decisionDateColumn?: string | undefined;
  /** Layer of a file with several. */
  layer?: string | undefined;
  /** What these areas are called together: a later file of that title takes the place of the earlier one. */
  title?: string | undefined;
  /** Whose data they are and under which licence, for the catalogue. */
  owner?: string | undefined;
  licence?: string | undefined;
  /** What the file was called where it came from; its own name by default. */
  fileName?: string | undefined;
}

/** Columns that are recognised without being named. */
const GUESSED = {
  kind: ['soort', 'soort gebied', 'gebiedstype', 'kind', 'type'],
  name: ['naam', 'gebiedsnaam', 'gebied', 'zone', 'zonenaam', 'name', 'omschrijving', 'label', 'titel'],
  decidingBody: ['orgaan', 'bestuursorgaan', 'bevoegd gezag', 'deciding body', 'decidingbody'],
  decision: ['besluit', 'besluitnaam', 'beleid', 'plan', 'decision'],
  decisionDate: ['datum', 'besluitdatum', 'datum besluit', 'vastgesteld', 'vaststelling', 'decision date'],
} as const;

type Field = keyof typeof GUESSED;

/** Facts of an area beside its shape. */
export interface AreaFacts {
  kind: AreaKind;
  /** Null: the file has none. */
  name: string | null;
  decidingBody: string | null;
  decision: string | null;
  /** ISO date. */
  decisionDate: string | null;
}

/** Which column of a file says what. */
export type AreaColumns = Partial<Record<Field, string>>;

/** Columns by what they are: those that were named, else those that are recognised. */
export function areaColumns(names: readonly string[], options: Partial<AreaOptions>): AreaColumns {
  const found = (Object.keys(GUESSED) as Field[]).map(field => {
    const named = textOf(options[`${field}Column`]);
    return [field, findColumn(names, named === null ? GUESSED[field] : [named])] as const;
  });
  return Object.fromEntries(found.filter(([, column]) => column !== undefined));
}

/** A day as ISO; null: none is said; undefined: it cannot be read, or is no single day. */
export function dayOf(text: string | null): string | null | undefined {
  if (text === null) return null;
  const date = parseDutchDate(text);
  if (date === 'unknown') return null;
  if (typeof date === 'string' || date.earliest !== date.latest) return undefined;
  return date.earliest;
}

/**
 * What the cells of a row and the options together say of an area; a reason where they cannot be understood. A kind column
 * whose cell is empty falls back on the kind that was chosen for all.
 */
export function areaFacts(
  row: Readonly<Record<string, unknown>>,
  columns: AreaColumns,
  options: Partial<AreaOptions>,
): AreaFacts | AreaReasonCode {
  const said = (field: Field): string | null => {
    const column = columns[field];
    return (column === undefined ? null : textOf(row[column])) ?? textOf(options[field]);
  };
  const kind = kindOf(columns.kind === undefined ? null : textOf(row[columns.kind]), textOf(options.kind));
  const decisionDate = dayOf(said('decisionDate'));
  if (kind === undefined) return 'kind-unknown';
  if (decisionDate === undefined) return 'date-unreadable';
  return {
    kind,
    name: said('name'),
    decidingBody: said('decidingBody'),
    decision: said('decision'),
    decisionDate,
  };
}

/** A guessed kind column may be of something else (`type`: `Polygon`): then what was chosen counts. */
const kindOf = (cell: string | null, chosen: string | null): AreaKind | undefined =>
  (cell === null ? undefined : areaKindOf(cell)) ?? (chosen === null ? undefined : areaKindOf(chosen));
