import type { Session } from '../../database/database.ts';
import { sql } from '../../database/sql.ts';
import type { Cell, CellRow } from '../../formats/cell.ts';
import { CSV_TYPE, delimitedBytes } from '../../formats/delimited-write.ts';
import { workbookBytes, XLSX_TYPE } from '../../formats/workbook-write.ts';
import { LIST_REASONS } from '../../vocabulary/list-reason.ts';
import { STATUSES, type StatusCode } from '../../vocabulary/status.ts';
import type { RowRole } from './list-row.ts';
import type { KeptLayout } from './round.ts';

/** A file to hand out. */
export interface ListExport {
  name: string;
  mediaType: string;
  bytes: Uint8Array;
}

/** Language of what is added to the rows of a list. */
export type ExportLanguage = 'nl' | 'en';

const WORDS = {
  nl: {
    reason: 'Reden',
    row: 'Rij',
    rejected: 'niet-geladen',
    status: 'Status in Kernkaart',
    since: 'Leeg sinds (Kernkaart)',
    changed: 'Verbeterd in Kernkaart',
    corrected: 'met de hand',
    between: 'tussen',
    and: 'en',
  },
  en: {
    reason: 'Reason',
    row: 'Row',
    rejected: 'not-loaded',
    status: 'Status in Kernkaart',
    since: 'Vacant since (Kernkaart)',
    changed: 'Corrected in Kernkaart',
    corrected: 'by hand',
    between: 'between',
    and: 'and',
  },
} as const;

/** The round of a series (its id or name) on a date; undefined when no list was imported for it. */
export async function findRound(
  session: Session,
  series: string,
  referenceDate: string,
): Promise<{ id: string; dataset: string } | undefined> {
  const [round] = await session.query<{ id: string; dataset: string }>(sql`
    select observation_round.id, observation_round.dataset from observation_round
    join series on series.id = observation_round.series
    where (series.id = ${series} or series.name_nl = ${series}) and reference_date = ${referenceDate}::date
    order by series.id limit 1`);
  return round;
}

interface KeptRow {
  number: number;
  dataset: string;
  role: RowRole;
  cells: Cell[];
  premises: string[] | null;
  reason: string | null;
}

const keptRows = (session: Session, round: string): Promise<KeptRow[]> =>
  session.query<KeptRow & Record<string, unknown>>(sql`
    select number, dataset, role, cells, premises, reason from observation_round_row where round = ${round} order by number`);

/** The name of a file without its ending, and with what it is now. */
function fileName(original: string, ...more: string[]): string {
  return [original.replace(/\.[A-Za-z0-9]{1,5}$/, ''), ...more].join('-');
}

/** Blank lines between rows are put back, so that the rows of a text file keep their numbers. */
function withBlanks(rows: readonly CellRow[], first: number): Cell[][] {
  const lines: Cell[][] = [];
  for (const { number, cells } of rows) {
    while (lines.length + first < number) lines.push([]);
    lines.push(cells);
  }
  return lines;
}

/** Rows as a file like the one that came in: text in the same encoding with the same separator, else a workbook. */
function written(name: string, rows: readonly CellRow[], { file }: KeptLayout): ListExport {
  if (file.format === 'workbook')
    return { name: `${name}.xlsx`, mediaType: XLSX_TYPE, bytes: workbookBytes(file.sheet, rows) };
  const lines = withBlanks(rows, file.text.separatorLine ? 2 : 1);
  return { name: `${name}.csv`, mediaType: CSV_TYPE, bytes: delimitedBytes(lines, file.text) };
}

/** Puts cells behind the last column of the list. */
function extended(cells: readonly Cell[], width: number, more: readonly Cell[]): Cell[] {
  const row = [...cells];
  while (row.length < width) row.push(null);
  return [...row, ...more];
}

const widthOf = (rows: readonly KeptRow[], { columns }: KeptLayout): number =>
  Math.max(columns.length, ...rows.map(({ cells }) => cells.length));

/**
 * The rows of a list that were rejected, as they stood in the file and under its own heading, each with the reason behind it.
 * Rows that were rightly left out (notes, another date) are not among them.
 * @returns undefined when the dataset is no list that is loaded
 */
export async function rejectedRowsFile(
  session: Session,
  dataset: string,
  language: ExportLanguage,
): Promise<ListExport | undefined> {
  const [round] = await session.query<{ id: string; layout: KeptLayout }>(sql`
    select id, layout from observation_round where dataset = ${dataset} or id in (
      select round from observation_round_row where dataset = ${dataset})`);
  if (round === undefined) return undefined;
  const words = WORDS[language];
  const sentences = new Map<string, string>(
    LIST_REASONS.filter(({ leftOut }) => !leftOut).map(reason => [reason.code, reason[language]]),
  );
  const details = new Map(
    (
      await session.query<{ reference: string; detail: string }>(sql`
        select reference, detail from rejected_row where dataset = ${dataset}`)
    ).map(({ reference, detail }) => [reference, detail]),
  );
  const kept = await keptRows(session, round.id);
  const { headerRow } = round.layout;
  const shown = kept.filter(
    row => row.role === 'above' || (row.dataset === dataset && sentences.has(row.reason ?? '')),
  );
  const width = widthOf(shown, round.layout);
  const rows = shown.map(({ number, cells, reason }): CellRow => {
    if (reason === null)
      return { number, cells: number === headerRow ? extended(cells, width, [words.reason]) : cells };
    const detail = details.get(`row ${number}`) ?? '';
    const sentence = `${words.row} ${number}: ${sentences.get(reason)}${detail === '' ? '' : ` (${detail})`}`;
    return { number, cells: extended(cells, width, [sentence]) };
  });
  const name = fileName(round.layout.fileName, words.rejected);
  // One below the other: where they stood in the long list helps nobody here.
  const first = rows[0]?.number ?? 1;
  return written(
    name,
    rows.map(({ cells }, index) => ({ number: Math.min(first, headerRow || 1) + index, cells })),
    round.layout,
  );
}

interface Now {
  premises: string;
  status: StatusCode;
  earliest: string | null;
  latest: string | null;
  corrected: boolean;
}

/** What Kernkaart knows of the premises on the date of the round: the newest observation, corrections by hand among them. */
const knownNow = (session: Session, round: string): Promise<Now[]> =>
  session.query<Now & Record<string, unknown>>(sql`
    select distinct on (observation.premises) observation.premises, status, since_earliest as earliest,
      since_latest as latest, reason is not null as corrected
    from observation_round
    join observation on observation.series = observation_round.series
      and observation.reference_date = observation_round.reference_date
    where observation_round.id = ${round}
    order by observation.premises, recorded_at desc, observation.id desc`);

function sinceCell({ earliest, latest }: Now, language: ExportLanguage): Cell {
  if (earliest === null && latest === null) return null;
  const { between, and } = WORDS[language];
  if (earliest !== null && earliest === latest) return { date: earliest, time: null };
  const shown = (date: string | null) => (date === null ? '?' : date.split('-').toReversed().join('-'));
  return `${between} ${shown(earliest)} ${and} ${shown(latest)}`;
}

function statusCell({ status }: Now, language: ExportLanguage): Cell {
  return STATUSES.find(({ code }) => code === status)?.[language] ?? status;
}

/** Premises that were corrected by hand and stand on no row of the list, with their address. */
const added = (session: Session, round: string): Promise<(Now & { label: string | null })[]> =>
  session.query<Now & { label: string | null } & Record<string, unknown>>(sql`
    select distinct on (observation.premises) observation.premises, status, since_earliest as earliest,
      since_latest as latest, true as corrected, address.label
    from observation_round
    join observation on observation.series = observation_round.series
      and observation.reference_date = observation_round.reference_date
    join premises on premises.id = observation.premises
    left join address on address.id = premises.address
    where observation_round.id = ${round} and not exists (
      select from observation_round_row listed
      where listed.round = ${round} and observation.premises = any(listed.premises))
    order by observation.premises, recorded_at desc, observation.id desc`);

/**
 * A round in the layout in which it came, every row as it stood, with what Kernkaart knows now behind it: the status, since when,
 * and whether somebody corrected it. Premises that were corrected and are on no row follow at the end.
 * @returns undefined when there is no such round
 */
export async function roundFile(
  session: Session,
  round: string,
  language: ExportLanguage = 'nl',
): Promise<ListExport | undefined> {
  const [found] = await session.query<{ layout: KeptLayout; date: string }>(sql`
    select layout, reference_date as date from observation_round where id = ${round}`);
  if (found === undefined) return undefined;
  const { layout, date } = found;
  const words = WORDS[language];
  const kept = await keptRows(session, round);
  const now = new Map((await knownNow(session, round)).map(row => [row.premises, row]));
  const width = widthOf(kept, layout);
  const more = (known: Now): Cell[] => [
    statusCell(known, language),
    sinceCell(known, language),
    known.corrected ? words.corrected : null,
  ];
  const rows = kept.map(({ number, role, cells, premises }): CellRow => {
    const known = premises?.map(id => now.get(id)).find(one => one !== undefined);
    if (role === 'row' && known) return { number, cells: extended(cells, width, more(known)) };
    return {
      number,
      cells:
        number === layout.headerRow
          ? extended(cells, width, [words.status, words.since, words.changed])
          : cells,
    };
  });
  const last = rows.at(-1)?.number ?? 0;
  const beyond = (await added(session, round)).map(
    (known, index): CellRow => ({
      number: last + 1 + index,
      cells: extended([known.label], width, more(known)),
    }),
  );
  return written(fileName(layout.fileName, date), [...rows, ...beyond], layout);
}
