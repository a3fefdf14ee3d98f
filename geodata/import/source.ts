import type { Database } from '../database/database.ts';
import type { ImportContext, ImportResult } from './context.ts';

/** Sources that a file can be of, each a folder of `geodata/sources`. */
export const SOURCE_CODES = [
  'osm',
  'bag',
  'boundaries',
  'statistics',
  'work-areas',
  'areas',
  'vacancy-list',
] as const;
export type SourceCode = (typeof SOURCE_CODES)[number];

/** A file that somebody chose: where it lies, and what it was called where it came from. */
export interface ImportFile {
  path: string;
  name: string;
  bytes: number;
}

/** What was answered to the questions of a preview, by their keys; JSON values. Each source checks its own. */
export type ImportOptions = Readonly<Record<string, unknown>>;

/** A sentence for whoever imports. */
export interface ImportNotice {
  code: string;
  nl: string;
  en: string;
}

/** A column of a table as it was recognised. */
export interface ImportColumn {
  /** From 0. */
  index: number;
  /** As the file has it; empty where it has none. */
  header: string;
  /** What it was taken for; null: left as it is. */
  field: string | null;
  /** Up to three values of it. */
  examples: string[];
}

/** A row of the file as it would be taken. */
export interface ImportRow {
  /** As the file counts it, from 1. */
  number: number;
  cells: string[];
  /** What would become of it, in a word that the source declares (`loaded`, `exact-address`, `rejected`). */
  outcome: string;
  /** Code of the reason where it would not be loaded. */
  reason: string | null;
}

/** Something that has to be known and that the file does not say; asked with the last or likeliest answer. */
export interface ImportQuestion {
  key: string;
  /** `choice` has `choices`; `coverage` is {areas: ids or null, functions: codes or null, leastFloorArea: m2 or null}. */
  kind: 'municipality' | 'date' | 'text' | 'choice' | 'columns' | 'coverage' | 'boolean';
  required: boolean;
  /** Null: nothing to propose. */
  proposal: unknown;
  choices?: { code: string; nl: string; en: string }[];
}

/** What an import would do to what is there, by kind of object. */
export interface ImportChange {
  kind: string;
  added: number;
  changed: number;
  removed: number;
  unchanged: number;
}

/** What was recognised in a file, before anything is loaded. */
export interface ImportPreview {
  source: SourceCode;
  /** What it is, in a few words that the file itself gives. */
  title: string;
  /** Null: not said by the file, and asked. */
  municipality: { code: string; name: string } | null;
  referenceDate: string | null;
  /** Objects or rows by kind, as read. */
  found: { kind: string; count: number }[];
  columns: ImportColumn[];
  /** The first ten rows, or ten that say most. */
  rows: ImportRow[];
  /** Empty while a question that it depends on is open. */
  changes: ImportChange[];
  questions: ImportQuestion[];
  notices: ImportNotice[];
}

/** What a preview may look at. */
export interface PreviewContext {
  database: Database;
  signal?: AbortSignal | undefined;
}

/** One source: how it is recognised, looked at and loaded. Nothing is loaded in part. */
export interface ImportSource {
  code: SourceCode;
  /** Whether a file is of this source, by what is in it, never by its name alone. */
  recognise(file: ImportFile): Promise<boolean>;
  /** @throws ImportError in words for whoever chose the file */
  preview(file: ImportFile, options: ImportOptions, context: PreviewContext): Promise<ImportPreview>;
  /** @throws ImportError; DatabaseFault; the signal's reason. Nothing is loaded then. */
  load(file: ImportFile, options: ImportOptions, context: ImportContext): Promise<ImportResult>;
}
