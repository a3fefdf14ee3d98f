import { rmSync } from 'node:fs';
import { DatabaseSync } from 'node:sqlite';
import { gunzipSync, gzipSync } from 'node:zlib';

/** A page of an answer, as it was fetched. */
export interface WorkPage {
  /** What was asked for: the name of a collection, or of a square of it. */
  part: string;
  text: string;
  crs: string | null;
  /** Where the next page is; null: there is none. */
  next: string | null;
}

/**
 * Pages that have been fetched, in a file: a run that is cut off goes on where it was. A file for another question, or older than a
 * day, is begun anew, because pages of two days do not belong together.
 */
export class WorkFile {
  readonly #path: string;
  readonly #file: DatabaseSync;
  /** When its first page was fetched, ISO: the reference date of the whole. */
  readonly begun: string;

  /** @param question everything that was asked; another one begins anew. @param now for tests */
  constructor(path: string, question: string, now = new Date()) {
    this.#path = path;
    let file = open(path);
    const about = file.prepare('select question, begun from about').get() as
      | { question: string; begun: string }
      | undefined;
    const yesterday = new Date(now.getTime() - 86_400_000).toISOString();
    if (about === undefined || about.question !== question || about.begun < yesterday) {
      file.close();
      rmSync(path, { force: true });
      file = open(path);
      file.prepare('insert into about values (?, ?)').run(question, now.toISOString());
      this.begun = now.toISOString();
    } else this.begun = about.begun;
    this.#file = file;
  }

  /** Where to go on with a part: undefined: at its beginning; null: nowhere, it is complete. */
  next(part: string): string | null | undefined {
    const row = this.#file
      .prepare('select next from page where part = ? order by number desc limit 1')
      .get(part) as { next: string | null } | undefined;
    return row === undefined ? undefined : row.next;
  }

  /** Keeps a page: from then on it need not be fetched again. */
  keep({ part, text, crs, next }: WorkPage): void {
    this.#file
      .prepare('insert into page (part, body, crs, next) values (?, ?, ?, ?)')
      .run(part, gzipSync(text), crs, next);
  }

  /** Pages of the parts of which the name begins so, in the order in which they were fetched. */
  *pages(prefix: string): Generator<WorkPage> {
    const statement = this.#file.prepare(
      `select number, part, body, crs, next from page where number > ? and substr(part, 1, ?) = ? order by number limit 1`,
    );
    for (let number = 0; ; ) {
      const row = statement.get(number, prefix.length, prefix) as
        | { number: number; part: string; body: Uint8Array; crs: string | null; next: string | null }
        | undefined;
      if (row === undefined) return;
      number = row.number;
      yield { part: row.part, text: gunzipSync(row.body).toString('utf8'), crs: row.crs, next: row.next };
    }
  }

  close(): void {
    this.#file.close();
  }

  /** Closes it for good: what it held has been loaded. */
  remove(): void {
    this.#file.close();
    rmSync(this.#path, { force: true });
  }
}

function open(path: string): DatabaseSync {
  try {
    return prepared(path);
  } catch {
    // Whatever it is, it is not a work file of ours: a run that was killed while writing leaves such.
    rmSync(path, { force: true });
    return prepared(path);
  }
}

function prepared(path: string): DatabaseSync {
  const file = new DatabaseSync(path);
  try {
    file.exec(`
      create table if not exists about (question text not null, begun text not null);
      create table if not exists page (number integer primary key, part text not null, body blob not null, crs text,
        next text);`);
    return file;
  } catch (error) {
    file.close();
    throw error;
  }
}
