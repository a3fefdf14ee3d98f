import type { ImportJob } from '#contract/import-job.ts';
import { ApiError } from '../api/api-error.ts';
import { getImports, uploadImport } from '../api/import.ts';
import { isAbort } from '../api/request.ts';
import { Watched } from './store.ts';

/** Bytes that the server takes through a browser. */
export const UPLOAD_LIMIT = 2_000_000_000;

/** Why a file is not sent at all. */
export type FileFault = 'too-large' | 'empty' | 'several';

/** How far a file is on its way to the server. */
export type UploadStep =
  | { step: 'idle' }
  | { step: 'refused'; fault: FileFault; name: string }
  | { step: 'sending'; name: string; sent: number; bytes: number }
  | { step: 'failed'; name: string; error: ApiError };

/** Sends one file in. What goes wrong leaves the file where it was: it can be sent again. */
export class ImportUpload extends Watched {
  #now: UploadStep = { step: 'idle' };
  #file: File | undefined;
  #stopped: AbortController | undefined;

  get now(): UploadStep {
    return this.#now;
  }

  /** Sends what was chosen. @returns the import that it began; undefined when it did not come in */
  async send(files: readonly File[]): Promise<ImportJob | undefined> {
    const [file] = files;
    if (file === undefined || this.#now.step === 'sending') return undefined;
    const fault = faultOf(files);
    if (fault !== null) {
      this.#become({ step: 'refused', fault, name: file.name });
      return undefined;
    }
    this.#file = file;
    return this.again();
  }

  /** Sends the same file once more. */
  async again(): Promise<ImportJob | undefined> {
    const file = this.#file;
    if (file === undefined || this.#now.step === 'sending') return undefined;
    const { name, size: bytes } = file;
    const stopped = new AbortController();
    this.#stopped = stopped;
    this.#become({ step: 'sending', name, sent: 0, bytes });
    try {
      const sent = (count: number) =>
        this.#become({ step: 'sending', name, sent: Math.min(count, bytes), bytes });
      const job = await uploadImport(file, { sent, signal: stopped.signal });
      this.#become({ step: 'idle' });
      return job;
    } catch (error) {
      if (isAbort(error)) this.#become({ step: 'idle' });
      else this.#become({ step: 'failed', name, error: await reasonOf(error) });
      return undefined;
    }
  }

  /** What was told of the last file holds no longer. The file is not forgotten. */
  forget(): void {
    if (this.#now.step !== 'sending') this.#become({ step: 'idle' });
  }

  /** Calls the sending off. */
  cancel(): void {
    this.#stopped?.abort();
  }

  #become(now: UploadStep): void {
    this.#now = now;
    this.changed();
  }
}

function faultOf(files: readonly File[]): FileFault | null {
  if (files.length > 1) return 'several';
  const { size } = files[0]!;
  if (size === 0) return 'empty';
  return size > UPLOAD_LIMIT ? 'too-large' : null;
}

/** A server that refuses a large file closes the line; whether it was for want of a session, another question tells. */
async function reasonOf(error: unknown): Promise<ApiError> {
  if (!(error instanceof ApiError)) return new ApiError('fault', 'answer', 0, undefined, error);
  if (error.kind !== 'offline') return error;
  return getImports().then(
    () => error,
    other => (other instanceof ApiError ? other : error),
  );
}
