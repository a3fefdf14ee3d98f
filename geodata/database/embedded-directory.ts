import { mkdir, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/** A directory the embedded engine may open. */
export interface PreparedDirectory {
  directory: string;
  /** To be called once the engine has opened it. */
  complete(): Promise<void>;
}

/**
 * Makes the database's directory ready to be opened: what a first start left half made is removed, and so is the
 * process file that PostgreSQL leaves behind when it is killed.
 * @param dataDir directory of the instance, which this process must hold the lock of
 */
export async function prepareDirectory(dataDir: string): Promise<PreparedDirectory> {
  const directory = join(dataDir, 'database');
  const mark = join(dataDir, 'database.unfinished');
  await mkdir(dataDir, { recursive: true });
  if (await exists(mark)) await rm(directory, { recursive: true, force: true });
  if (!(await exists(directory))) await writeFile(mark, 'The database beside this file is being made.\n');
  // A killed PGlite can leave a process number behind that keeps it from opening.
  await rm(join(directory, 'postmaster.pid'), { force: true });
  return { directory, complete: () => rm(mark, { force: true }) };
}

async function exists(path: string): Promise<boolean> {
  return stat(path).then(
    () => true,
    () => false,
  );
}
