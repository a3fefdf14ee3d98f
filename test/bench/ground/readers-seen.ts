import { spawn } from 'node:child_process';
import path from 'node:path';

/** What readers of an embed are to do. */
export interface ReadersAsked {
  /** On loopback. */
  origin: string;
  /** Path of the embed. */
  page: string;
  /** Paths of tiles after their revision: `base` and `z/x/y`. Empty: parts of an archive are read instead. */
  tiles: readonly { layer: string; address: string }[];
  /** Path of an archive of tiles and its size, where tiles come out of one. */
  archive: { path: string; bytes: number } | null;
  readers: number;
  seconds: number;
}

/** What readers saw. */
export interface ReadersSeen {
  /** Milliseconds of every answer. */
  pages: number[];
  tiles: number[];
  /** How often a reader's revision had gone and the page was asked anew, as its script does. */
  renewed: number;
  /** Different revisions that pages were of. */
  revisions: number;
  /** What went wrong: the first twenty, in words, and how many there were. */
  faults: string[];
  faulty: number;
}

const SCRIPT = path.join(import.meta.dirname, 'readers.ts');

/** Lets readers loose in a process of their own, and waits until they have done. */
export function letRead(asked: ReadersAsked): Promise<ReadersSeen> {
  const child = spawn(process.execPath, [SCRIPT, JSON.stringify(asked)], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let text = '';
  child.stdout.on('data', part => {
    text += part;
  });
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('close', code =>
      code === 0 ? resolve(JSON.parse(text)) : reject(new Error(`Readers ended with ${code}`)),
    );
  });
}
