import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';

const ROOT = path.join(import.meta.dirname, '../..');

/** A file of the repository as a house rule sees it. */
export interface SourceFile {
  /** From the repository's root, with `/`. */
  path: string;
  text: string;
}

/** Every file that is tracked or would be: what git ignores is not ours. Deleted files are left out. */
export function listPaths(): string[] {
  const listed = execFileSync('git', ['ls-files', '-z', '--cached', '--others', '--exclude-standard'], {
    cwd: ROOT,
    encoding: 'utf8',
    maxBuffer: 64 * 1024 * 1024,
  });
  return [...new Set(listed.split('\0'))]
    .filter(name => name !== '' && existsSync(path.join(ROOT, name)))
    .sort();
}

/** The text of one file of the repository. */
export function readText(relative: string): string {
  return readFileSync(path.join(ROOT, relative), 'utf8');
}

/** Files whose name ends in one of the endings, with their text. */
export function listFiles(...endings: string[]): SourceFile[] {
  return listPaths()
    .filter(name => endings.some(ending => name.endsWith(ending)))
    .map(name => ({ path: name, text: readText(name) }));
}

/** The TypeScript that is ours: what every rule about code reads. */
export function listTypeScript(): SourceFile[] {
  return listFiles('.ts');
}

/** Whether a file only tests: `<name>.test.ts` anywhere, and everything under test/. */
export function isTest(name: string): boolean {
  return name.startsWith('test/') || name.endsWith('.test.ts');
}
