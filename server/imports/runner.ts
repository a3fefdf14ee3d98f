import { randomBytes } from 'node:crypto';
import { readdir, rm } from 'node:fs/promises';
import type { Logger } from 'pino';
import { type Database, DatabaseFault } from '../../geodata/database/database.ts';
import type { ImportContext, ImportResult } from '../../geodata/import/context.ts';
import { ImportError } from '../../geodata/import/import-error.ts';
import { restoreRevision } from '../../geodata/import/restore.ts';
import type { ImportFile, ImportSource } from '../../geodata/import/source.ts';
import { ENDED_STATES, type ImportJob, type ImportNotice } from '../contract/import-job.ts';
import { publishFigures } from '../policy/publish.ts';
import {
  addImportJob,
  expireImportJobs,
  importJobById,
  importJobs,
  interruptImportJobs,
  saveImportJob,
} from '../queries/import-job.ts';
import { SOFTWARE } from '../software.ts';
import { SOURCES, sourceOf } from './sources.ts';
import { receiveUpload, uploadFolder, uploadPath } from './upload.ts';

/** Days for which an upload waits for an answer. */
const KEPT_DAYS = 7;

/** Imports that a list shows. */
const LISTED = 50;

const INTERRUPTED: ImportNotice = {
  code: 'interrupted',
  nl: 'Kernkaart is gestopt terwijl dit liep. Er is niets geladen; begin opnieuw.',
  en: 'Kernkaart stopped while this was going on. Nothing was loaded; begin again.',
};
const FAULT: ImportNotice = {
  code: 'fault',
  nl: 'Er ging iets mis in Kernkaart zelf. Er is niets geladen. Wie Kernkaart beheert, vindt de oorzaak in het logboek.',
  en: 'Something went wrong in Kernkaart itself. Nothing was loaded. Whoever runs Kernkaart finds the cause in the log.',
};
const BUSY: ImportNotice = {
  code: 'database-busy',
  nl: 'De database gaf te lang geen antwoord. Er is niets geladen; probeer het opnieuw.',
  en: 'The database did not answer for too long. Nothing was loaded; try again.',
};

/** What is under way. */
interface Running {
  job: ImportJob;
  stopped: AbortController;
  ended: Promise<void>;
}

interface RunnerContext {
  database: Database;
  logger: Logger;
  dataDir: string;
}

/** What can be asked of it is wrong at the moment: the state of the import does not allow it. */
export class WrongState extends Error {}

/**
 * Carries out what planners import on a screen, in this process: it goes on when their page is closed. How far each is,
 * is known here also while the one connection of the embedded engine is with an import.
 */
export class ImportRunner {
  readonly #context: RunnerContext;
  readonly #sources: readonly ImportSource[];
  /** Imports of this process that have not ended, by id. */
  readonly #jobs = new Map<string, ImportJob>();
  readonly #running = new Map<string, Running>();
  /** One after the other: of two at once each would wait for the other's transaction anyway. */
  #turn: Promise<unknown> = Promise.resolve();

  constructor(context: RunnerContext, sources = SOURCES) {
    this.#context = context;
    this.#sources = sources;
  }

  /**
   * Says of what ran when the process before this one ended that it was interrupted, calls off what nobody went on with, and
   * removes every upload that no open import needs.
   */
  async begin(): Promise<void> {
    const { database, dataDir } = this.#context;
    await interruptImportJobs(database, INTERRUPTED);
    const open = new Set(await expireImportJobs(database, KEPT_DAYS));
    const files = await readdir(uploadFolder(dataDir)).catch(() => []);
    await Promise.all(files.filter(id => !open.has(id)).map(id => this.#removeFile(id)));
  }

  /** Calls off what runs, and waits for that. */
  async stop(): Promise<void> {
    for (const { stopped } of this.#running.values()) stopped.abort(new Error('The server stops.'));
    await Promise.all([...this.#running.values()].map(({ ended }) => ended));
  }

  /** An import as it is at this moment; undefined when there is none of that id. */
  async job(id: string): Promise<ImportJob | undefined> {
    return this.#jobs.get(id) ?? importJobById(this.#context.database, id);
  }

  /** The last imports, newest first. */
  async jobs(): Promise<ImportJob[]> {
    const stored = await importJobs(this.#context.database, LISTED);
    return stored.map(job => this.#jobs.get(job.id) ?? job);
  }

  /** Takes a file in and begins to look at it. @throws Refusal when it does not come in */
  async receive(
    body: ReadableStream<Uint8Array> | null,
    about: { name: string; stated: number | undefined; madeBy: string },
  ): Promise<ImportJob> {
    const id = randomBytes(12).toString('hex');
    const { bytes, sha256 } = await receiveUpload(body, about.stated, this.#path(id));
    const job = await addImportJob(this.#context.database, {
      id,
      municipality: null,
      source: 'unknown',
      fileName: about.name,
      bytes,
      sha256,
      state: 'looking',
      madeBy: about.madeBy,
    });
    this.#start(job, (running, signal) => this.#look(running, signal));
    return this.#jobs.get(id)!;
  }

  /** Takes answers and looks again. @throws WrongState while it runs, or when it has ended */
  async answer(id: string, options: ImportJob['options']): Promise<ImportJob | undefined> {
    const job = await this.job(id);
    if (job === undefined) return undefined;
    if (job.state !== 'asking' && job.state !== 'waiting') throw new WrongState();
    this.#start({ ...job, state: 'looking', options: { ...job.options, ...options } }, (running, signal) =>
      this.#look(running, signal),
    );
    return this.#jobs.get(id);
  }

  /** Loads what was looked at. @throws WrongState unless it waits for that */
  async apply(id: string): Promise<ImportJob | undefined> {
    const job = await this.job(id);
    if (job === undefined) return undefined;
    if (job.state !== 'waiting') throw new WrongState();
    this.#start({ ...job, state: 'running', step: 'Waiting', progress: 0 }, (running, signal) =>
      this.#load(running, signal),
    );
    return this.#jobs.get(id);
  }

  /** Calls an import off; what ended stays as it ended. */
  async cancel(id: string): Promise<ImportJob | undefined> {
    const running = this.#running.get(id);
    if (running !== undefined) {
      running.stopped.abort(new Error('Called off.'));
      await running.ended;
      return this.job(id);
    }
    const job = await this.job(id);
    if (job === undefined || ENDED_STATES.includes(job.state)) return job;
    await this.#end({ ...job, state: 'cancelled' });
    return this.job(id);
  }

  /** Puts a kept revision of a municipality back. */
  async restore(municipality: string, revision: number, madeBy: string): Promise<ImportJob> {
    const job = await addImportJob(this.#context.database, {
      id: randomBytes(12).toString('hex'),
      municipality,
      source: 'restore',
      fileName: '',
      bytes: 0,
      sha256: '',
      state: 'running',
      madeBy,
    });
    this.#start(job, async (running, signal) => {
      const number = await restoreRevision(this.#importContext(running, signal), municipality, revision);
      await this.#end({
        ...running,
        state: 'done',
        result: { municipality, dataset: null, revision: number, counts: {}, reasons: [] },
      });
    });
    return this.#jobs.get(job.id)!;
  }

  #path(id: string): string {
    return uploadPath(this.#context.dataDir, id);
  }

  #file({ id, fileName, bytes }: ImportJob): ImportFile {
    return { path: this.#path(id), name: fileName, bytes };
  }

  #removeFile = (id: string): Promise<void> => rm(this.#path(id), { force: true });

  #importContext(job: ImportJob, signal: AbortSignal): ImportContext {
    return {
      database: this.#context.database,
      madeBy: job.madeBy,
      software: SOFTWARE,
      publish: publishFigures,
      progress: (step, done) => {
        const now = this.#jobs.get(job.id);
        if (now !== undefined) this.#jobs.set(job.id, { ...now, step, progress: done ?? null });
      },
      signal,
    };
  }

  #start(job: ImportJob, work: (job: ImportJob, signal: AbortSignal) => Promise<void>): void {
    const stopped = new AbortController();
    this.#jobs.set(job.id, { ...job, fault: null });
    const turn = this.#turn.then(async () => {
      stopped.signal.throwIfAborted();
      await work(job, stopped.signal);
    });
    const ended = turn.catch(error => this.#failed(job, error, stopped.signal));
    const settled = ended.then(() => void this.#running.delete(job.id));
    this.#turn = settled;
    this.#running.set(job.id, { job, stopped, ended: settled });
  }

  async #look(job: ImportJob, signal: AbortSignal): Promise<void> {
    const file = this.#file(job);
    const { source: chosen } = job.options;
    const source = await sourceOf(file, typeof chosen === 'string' ? chosen : undefined, this.#sources);
    const { database } = this.#context;
    const preview = await source.preview(file, job.options, { database, signal });
    signal.throwIfAborted();
    const open = preview.questions.some(({ key, required }) => required && job.options[key] === undefined);
    await this.#save({
      ...job,
      state: open ? 'asking' : 'waiting',
      source: source.code,
      municipality: preview.municipality?.code ?? null,
      preview,
      step: null,
      progress: null,
    });
  }

  async #load(job: ImportJob, signal: AbortSignal): Promise<void> {
    const source = await sourceOf(this.#file(job), job.source, this.#sources);
    const result: ImportResult = await source.load(
      this.#file(job),
      job.options,
      this.#importContext(job, signal),
    );
    await this.#end({ ...job, state: 'done', municipality: result.municipality, result });
  }

  async #failed(job: ImportJob, error: unknown, signal: AbortSignal): Promise<void> {
    const fault = signal.aborted ? null : noticeOf(error);
    if (fault === FAULT) this.#context.logger.error({ err: error, import: job.id }, 'An import failed');
    await this.#end({ ...job, state: fault === null ? 'cancelled' : 'failed', fault }).catch(cause =>
      this.#context.logger.error({ err: cause, import: job.id }, 'The end of an import was not written down'),
    );
  }

  async #save(job: ImportJob): Promise<void> {
    this.#jobs.set(job.id, { ...job, updatedAt: new Date().toISOString() });
    await saveImportJob(this.#context.database, job);
  }

  async #end(job: ImportJob): Promise<void> {
    await this.#removeFile(job.id);
    await this.#save({ ...job, step: null, progress: null });
    this.#jobs.delete(job.id);
  }
}

/** What may be said of an error to whoever imports. */
function noticeOf(error: unknown): ImportNotice {
  if (error instanceof ImportError) return { code: error.code, nl: error.nl, en: error.en };
  const isBusy = error instanceof DatabaseFault && ['deadline', 'unavailable'].includes(error.kind);
  return isBusy ? BUSY : FAULT;
}
