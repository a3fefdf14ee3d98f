import { readFile } from 'node:fs/promises';
import { setTimeout as sleep } from 'node:timers/promises';
import { sql } from '../../geodata/database/sql.ts';
import type { ImportContext, KindCount } from '../../geodata/import/context.ts';
import { type RejectedRow, writeDataset, writeRejectedRows } from '../../geodata/import/dataset.ts';
import { ImportError } from '../../geodata/import/import-error.ts';
import { OBSERVED_TABLES } from '../../geodata/import/kept-tables.ts';
import { landImport } from '../../geodata/import/land.ts';
import type { ImportFile, ImportOptions, ImportPreview, ImportSource } from '../../geodata/import/source.ts';

/** First line of a list that this source knows. */
const HEAD = 'Straat;Nummer;Sinds;Opmerking';

const FIELDS = ['street', 'number', 'since', 'remark'];

interface Line {
  number: number;
  cells: string[];
  premises: string;
}

async function linesOf({ path }: ImportFile): Promise<Line[]> {
  const [, ...lines] = (await readFile(path, 'utf8')).trim().split('\n');
  return lines.map((line, index) => {
    const cells = line.split(';');
    return { number: index + 2, cells, premises: `${cells[0]!.toLowerCase()}-p${cells[1]}` };
  });
}

/** Proefdam has Marktstraat 1 to 40, Dorpsstraat 1 to 6 and Kade 1 to 12. */
const reasonOf = ({ cells: [street, number] }: Line): string | null => {
  const last = { Marktstraat: 40, Dorpsstraat: 6, Kade: 12 }[street!];
  if (last === undefined) return 'street-unknown';
  return Number(number) >= 1 && Number(number) <= last ? null : 'number-unknown';
};

async function preview(file: ImportFile, options: ImportOptions): Promise<ImportPreview> {
  const lines = await linesOf(file);
  const bad = lines.filter(line => reasonOf(line) !== null).length;
  const answered = typeof options.referenceDate === 'string';
  return {
    source: 'vacancy-list',
    title: 'Leegstand',
    municipality: { code: 'GM9901', name: 'Proefdam' },
    referenceDate: answered ? (options.referenceDate as string) : null,
    found: [{ kind: 'row', count: lines.length }],
    columns: HEAD.split(';').map((header, index) => ({
      index,
      header,
      field: FIELDS[index]!,
      examples: lines.slice(0, 3).map(({ cells }) => cells[index] ?? ''),
    })),
    rows: lines.slice(0, 10).map(line => {
      const reason = reasonOf(line);
      return { ...line, outcome: reason === null ? 'exact-address' : 'rejected', reason };
    }),
    changes: answered
      ? [{ kind: 'observation', added: lines.length - bad, changed: 1, removed: 2, unchanged: 4 }]
      : [],
    questions: [
      { key: 'referenceDate', kind: 'date', required: true, proposal: null },
      {
        key: 'series',
        kind: 'choice',
        required: true,
        proposal: 'own',
        choices: [
          { code: 'own', nl: 'Eigen lijst', en: 'Own list' },
          { code: 'new', nl: 'Een nieuwe lijst', en: 'A new list' },
        ],
      },
      { key: 'columns', kind: 'columns', required: false, proposal: null },
      {
        key: 'coverage',
        kind: 'coverage',
        required: false,
        proposal: { areas: null, functions: ['retail'], leastFloorArea: 50 },
      },
      { key: 'definition', kind: 'text', required: false, proposal: null },
      { key: 'announcedToo', kind: 'boolean', required: true, proposal: false },
    ],
    notices: [
      {
        code: 'notes',
        nl: 'Onder de tabel staan twee opmerkingen; die zijn niet gelezen.',
        en: 'Below the table are two notes; they were not read.',
      },
    ],
  };
}

async function load(file: ImportFile, options: ImportOptions, context: ImportContext) {
  const lines = await linesOf(file);
  const dataset = `walk-${Date.now()}`;
  const date = options.referenceDate as string;
  const landing = {
    municipality: 'GM9901',
    dataset,
    reason: `Leegstand, ${date}`,
    summed: ['row'],
    tables: OBSERVED_TABLES,
  };
  return landImport(context, landing, async (transaction, step) => {
    step('Loading', 0.2);
    // Long enough to be called off, or looked at.
    for (let turn = 0; file.name.startsWith('traag') && turn < 100; turn++) {
      await sleep(100);
      step('Loading', 0.2 + turn / 500);
    }
    if (file.name.startsWith('kapot'))
      throw new ImportError({
        code: 'list-empty',
        nl: 'In dit bestand staat geen lijst. Zet de lijst op het eerste blad.',
        en: 'There is no list in this file. Put the list on the first sheet.',
      });
    const record = {
      id: dataset,
      municipality: 'GM9901',
      source: 'vacancy-list',
      title: `Leegstand, ${date}`,
      owner: 'Gemeente Proefdam',
      licence: 'CC0-1.0',
      attribution: 'Proefdam',
      fileName: file.name,
      sha256: null,
      referenceDate: date,
    };
    await writeDataset(transaction, record, context.madeBy);
    await transaction.query(sql`
      insert into reference_date (series, date) values ('planner-list', ${date}) on conflict do nothing`);
    const rejected: RejectedRow[] = [];
    for (const line of lines) {
      const reason = reasonOf(line);
      if (reason !== null)
        rejected.push({
          kind: 'row',
          reference: `row ${line.number}`,
          reason,
          detail: '',
          original: line.cells,
        });
      else
        await transaction.query(sql`
          insert into observation (premises, series, reference_date, status, reliability, recorded_by)
          values (${line.premises}, 'planner-list', ${date}, 'vacant', 'high', ${context.madeBy})`);
    }
    await writeRejectedRows(transaction, dataset, rejected);
    const row: KindCount = {
      read: lines.length,
      loaded: lines.length - rejected.length,
      rejected: rejected.length,
      leftOut: 0,
    };
    return { row };
  });
}

/**
 * A small list of vacancy in the town of `small-town.sql`, with one question of every kind: so that a screen shows what
 * it can. `traag` at the start of its name makes it slow, `kapot` makes it fail.
 */
export const walkList: ImportSource = {
  code: 'vacancy-list',
  recognise: async ({ path }) => (await readFile(path, 'utf8')).startsWith(HEAD),
  preview,
  load,
};

/** A list as somebody keeps it. */
export const listOf = (...lines: readonly string[]): string => [HEAD, ...lines].join('\n');
