import type { Session } from '../../database/database.ts';
import { cellText } from '../../formats/cell.ts';
import type {
  ImportColumn,
  ImportFile,
  ImportOptions,
  ImportPreview,
  ImportRow,
  PreviewContext,
} from '../../import/source.ts';
import { changesOf } from './changes.ts';
import { type Entry, isLeftOut } from './entry.ts';
import { listRows } from './list-row.ts';
import { noticesOf } from './notice.ts';
import { outsideCoverage } from './outside.ts';
import { type ListPlan, planList } from './plan.ts';
import { blankEntry, ListProcess } from './process.ts';
import { questionsOf } from './question.ts';
import { lastRound } from './series.ts';
import { supplementRows } from './supplement.ts';

/** Rows that a preview looks up; a list that somebody keeps is far shorter. */
export const PREVIEW_ROWS = 20_000;
const SHOWN = 10;
const EXAMPLES = 3;

/** Word for what becomes of a row, as a preview names it. */
export function outcomeOf({ match, reason }: Pick<Entry, 'match' | 'reason'>): string {
  if (reason === null) return match ?? 'not-looked-up';
  if (isLeftOut(reason)) return 'left-out';
  return match === 'ambiguous' || match === 'none' ? match : 'invalid';
}

/** What a preview keeps of the rows it looked at. */
export interface Looked {
  entries: Entry[];
  /** The list goes on. */
  isPart: boolean;
}

/** Rows of a list while nobody knows whose it is. */
async function readAlone({ file }: ListPlan): Promise<Looked> {
  const entries: Entry[] = [];
  for await (const row of listRows(file)) {
    if (entries.length >= PREVIEW_ROWS) return { entries, isPart: true };
    if (row.role !== 'above') entries.push(blankEntry(row));
  }
  return { entries, isPart: false };
}

/** What becomes of the first rows; without a municipality only what can be read of them. */
async function look(session: Session, plan: ListPlan): Promise<Looked> {
  const { file, municipality, blankStatus } = plan;
  const entries: Entry[] = [];
  if (municipality === undefined) return readAlone(plan);
  const referenceDate = plan.referenceDate ?? new Date().toISOString().slice(0, 10);
  const judging = { municipality, referenceDate, blankStatus };
  const { supplement } = plan;
  const rows = supplement ? supplementRows(file, supplement) : listRows(file);
  const process = await ListProcess.open(session, rows, judging, supplement?.named);
  for await (const batch of process.batches()) {
    entries.push(...batch.filter(({ role }) => role !== 'above'));
    if (entries.length >= PREVIEW_ROWS) return { entries: entries.slice(0, PREVIEW_ROWS), isPart: true };
  }
  return { entries, isPart: false };
}

function foundIn(entries: readonly Entry[], outside: number): ImportPreview['found'] {
  const counts = new Map<string, number>();
  for (const entry of entries) counts.set(outcomeOf(entry), (counts.get(outcomeOf(entry)) ?? 0) + 1);
  const order = ['exact-id', 'exact-address', 'near', 'ambiguous', 'none', 'invalid', 'left-out'];
  const found = order.map(kind => ({ kind, count: counts.get(kind) ?? 0 })).filter(({ count }) => count > 0);
  const outsideRow = outside > 0 ? [{ kind: 'outside-coverage', count: outside }] : [];
  return [{ kind: 'row', count: entries.length }, ...found, ...outsideRow];
}

/** Rows that say most: of every reason one, then of every way of matching, then the first. */
function tellingRows(entries: readonly Entry[]): ImportRow[] {
  const taken = new Set<Entry>();
  const seen = new Set<string>();
  const take = (entry: Entry, key: string) => {
    if (taken.size >= SHOWN || seen.has(key)) return;
    seen.add(key);
    taken.add(entry);
  };
  for (const entry of entries) if (entry.reason !== null) take(entry, entry.reason);
  for (const entry of entries)
    if (entry.reason === null) take(entry, `${entry.match} ${entry.doubts.join(' ')}`);
  // At least one row that simply goes well is shown, and the rest is filled up from the top.
  for (const entry of entries) if (taken.size < SHOWN) taken.add(entry);
  return [...taken]
    .sort((a, b) => a.number - b.number)
    .map(entry => ({
      number: entry.number,
      cells: entry.cells.map(cellText),
      outcome: outcomeOf(entry),
      reason: entry.reason,
    }));
}

async function columnsOf({ file }: ListPlan): Promise<ImportColumn[]> {
  const { columns } = file.table;
  const examples = columns.map(() => [] as string[]);
  let rows = 0;
  for await (const { role, original } of listRows(file)) {
    if (role !== 'row') continue;
    rows += 1;
    for (const { index } of columns) {
      const text = cellText(original[index] ?? null);
      const own = examples[index]!;
      if (text !== '' && own.length < EXAMPLES && !own.includes(text)) own.push(text);
    }
    if (rows >= 100) break;
  }
  return columns.map(({ index, header, field }) => ({ index, header, field, examples: examples[index]! }));
}

async function previewOf(
  plan: ListPlan,
  file: ImportFile,
  { database, signal }: PreviewContext,
): Promise<ImportPreview> {
  const { municipality, series } = plan;
  const last = series && (await lastRound(database, series.id, plan.referenceDate));
  const looked = await look(database, plan);
  signal?.throwIfAborted();
  const { entries } = looked;
  const coverage = plan.answers.coverage ?? last?.coverage;
  const isKnown = municipality !== undefined && plan.referenceDate !== undefined;
  const outside =
    isKnown && coverage
      ? await outsideCoverage(database, entries, { coverage, referenceDate: plan.referenceDate! })
      : 0;
  return {
    source: 'vacancy-list',
    title: series?.name ?? file.name,
    municipality: municipality === undefined ? null : { code: municipality.code, name: municipality.name },
    referenceDate: plan.referenceDate ?? null,
    found: foundIn(entries, outside),
    columns: await columnsOf(plan),
    rows: tellingRows(entries),
    changes:
      isKnown && series
        ? [await changesOf(database, entries, series.id, plan.referenceDate!, plan.supplement !== undefined)]
        : [],
    questions: questionsOf(plan, last),
    notices: noticesOf(plan, looked, outside),
  };
}

/**
 * Looks at a list without loading anything: what its columns are, what becomes of its rows, what would change against the round
 * before, and what has to be asked, with the last or likeliest answers.
 * @throws ImportError
 */
export async function previewList(
  file: ImportFile,
  options: ImportOptions,
  context: PreviewContext,
): Promise<ImportPreview> {
  const plan = await planList(context.database, file, options);
  try {
    return await previewOf(plan, file, context);
  } finally {
    plan.file.close();
  }
}
