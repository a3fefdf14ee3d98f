import { stat } from 'node:fs/promises';
import { basename, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import type { ImportFile, ImportOptions, ImportPreview } from '../../geodata/import/source.ts';
import { source } from '../../geodata/sources/vacancy-list/source.ts';
import { type Command, type CommandContext, type Output, UsageFault } from './command.ts';
import { resultLines } from './import.ts';
import { importContext } from './import-context.ts';
import { whileWorking } from './line-queue.ts';
import { tableLines } from './table.ts';

const OPTIONS = {
  municipality: { type: 'string' },
  date: { type: 'string' },
  series: { type: 'string' },
  access: { type: 'string' },
  rhythm: { type: 'string' },
  owner: { type: 'string' },
  sheet: { type: 'string' },
  column: { type: 'string', multiple: true },
  blank: { type: 'string' },
  everywhere: { type: 'boolean' },
  areas: { type: 'string' },
  functions: { type: 'string' },
  'least-floor-area': { type: 'string' },
  preview: { type: 'boolean' },
} as const;

type Values = ReturnType<typeof parseArgs<{ options: typeof OPTIONS; allowPositionals: true }>>['values'];

const listed = (text: string | undefined): string[] | null =>
  text?.split(',').map(part => part.trim()) ?? null;

/** Undefined: nothing was said, and the last round's coverage is taken. */
function coverageOf(values: Values): unknown {
  const { everywhere, areas, functions, 'least-floor-area': least } = values;
  if (!everywhere && areas === undefined && functions === undefined && least === undefined) return undefined;
  return {
    areas: listed(areas),
    functions: listed(functions),
    leastFloorArea: least === undefined ? null : Number(least),
  };
}

/** `--column 3=street` as {2: 'street'}: people count columns from 1. */
function columnsOf(columns: readonly string[] | undefined): Record<string, string | null> | undefined {
  if (columns === undefined) return undefined;
  return Object.fromEntries(
    columns.map(column => {
      const [, number, field] = /^([1-9]\d{0,2})=([a-z-]+)$/.exec(column) ?? [];
      if (number === undefined)
        throw new UsageFault('A column is its number and what it is: --column 3=street');
      return [String(Number(number) - 1), field === 'none' ? null : field!];
    }),
  );
}

function optionsOf(values: Values): ImportOptions {
  const said = {
    municipality: values.municipality,
    referenceDate: values.date,
    series: values.series,
    access: values.access,
    rhythmMonths: values.rhythm,
    owner: values.owner,
    sheet: values.sheet,
    columns: columnsOf(values.column),
    blankStatus: values.blank,
    coverage: coverageOf(values),
  };
  return Object.fromEntries(Object.entries(said).filter(([, value]) => value !== undefined));
}

function previewLines(
  { title, referenceDate, found, columns, rows, changes, notices }: ImportPreview,
  language: 'nl' | 'en',
) {
  const taken = columns.map(({ index, header, field, examples }) => [
    index + 1,
    header,
    field ?? '-',
    examples.join(' | '),
  ]);
  const shown = rows.map(({ number, outcome, reason, cells }) => [
    number,
    outcome,
    reason ?? '',
    cells.join(' | '),
  ]);
  return [
    `${title}, ${referenceDate ?? 'reference date not known'}`,
    '',
    ...tableLines(found.map(({ kind, count }) => [count, kind])),
    '',
    ...tableLines([['column', 'heading', 'taken for', 'examples'], ...taken]),
    '',
    ...tableLines([['row', 'outcome', 'reason', 'cells'], ...shown]),
    ...changes.map(({ added, changed, removed, unchanged }) => {
      return `Against the round before: ${added} new, ${changed} changed, ${removed} gone, ${unchanged} as before.`;
    }),
    ...notices.map(notice => notice[language]),
  ];
}

/** The coverage of the last round where none was given: most rounds look at the same. */
async function withLastCoverage(options: ImportOptions, preview: ImportPreview): Promise<ImportOptions> {
  if (options.coverage !== undefined) return options;
  const proposal = preview.questions.find(({ key }) => key === 'coverage')?.proposal ?? null;
  return proposal === null ? options : { ...options, coverage: proposal };
}

async function* run(args: string[], context: CommandContext): Output {
  const { values, positionals } = parseArgs({ args, options: OPTIONS, allowPositionals: true });
  const [name, ...rest] = positionals;
  if (name === undefined || rest.length > 0)
    throw new UsageFault(`One file is needed: import list ${command.usage}`);
  const path = resolve(context.cwd, name);
  const found = await stat(path).catch(() => undefined);
  if (!found?.isFile()) throw new UsageFault(`There is no file ${name}.`);
  const file: ImportFile = { path, name: basename(path), bytes: found.size };
  const options = optionsOf(values);
  const preview = await source.preview(file, options, context);
  if (values.preview) {
    yield* previewLines(preview, context.language);
    return 0;
  }
  const answered = await withLastCoverage(options, preview);
  const result = yield* whileWorking(tell => source.load(file, answered, importContext(context, tell)));
  yield* resultLines(result);
  yield* preview.notices.map(notice => notice[context.language]);
  return 0;
}

/** Loads a list of vacancy as a round of observation. */
export const command: Command = {
  words: ['import', 'list'],
  usage:
    'FILE [--municipality GM0503] [--date 2026-04-01] [--series NAME] [--everywhere] [--areas ID,ID] [--functions retail,office] [--least-floor-area 25] [--access planner|open|licensed] [--sheet NAME] [--column 3=street] [--preview]',
  purpose:
    'load a list of vacant premises (.csv, .xlsx, .ods) as a round of observation; --preview only looks',
  run,
};
