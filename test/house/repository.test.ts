import { describe, expect, it } from 'vitest';
import { listPaths, readText, type SourceFile } from './repository.ts';

const BINARY = /\.(png|jpg|webp|woff2?|ico|pbf|gpkg|zip|gz|br|mvt)$/;

/** Folders of one machine, written so that this file does not name one itself. */
const MACHINE_FOLDERS = new RegExp(
  `(^|[\\s"'\`(=:])/(${['work', 'root', 'home', 'tmp', 'Users', 'farm'].join('|')})/`,
  'm',
);
const REGISTRY = new RegExp(
  ['registry\\.[a-z]+js', 'npm', 'yarn'].map((word, at) => (at === 0 ? `${word}|` : word)).join('') +
    '\\.org',
);
const SECRET = /-----BEGIN [A-Z ]*PRIVATE KEY-----|\b(ghp|gho|glpat|npm)_[A-Za-z0-9]{20,}/;

function textFiles(): SourceFile[] {
  return listPaths()
    .filter(name => !BINARY.test(name))
    .map(name => ({ path: name, text: readText(name) }));
}

function namesMachine(file: SourceFile): boolean {
  return MACHINE_FOLDERS.test(file.text);
}

function namesRegistry(file: SourceFile): boolean {
  return REGISTRY.test(file.text);
}

function holdsSecret(file: SourceFile): boolean {
  return SECRET.test(file.text);
}

function pathsOf(files: SourceFile[]): string[] {
  return files.map(file => file.path);
}

describe('the repository', () => {
  const files = textFiles();
  it('names no folder of one machine', () => expect(pathsOf(files.filter(namesMachine))).toEqual([]));
  it('names no package registry', () => expect(pathsOf(files.filter(namesRegistry))).toEqual([]));
  it('holds no secret', () => expect(pathsOf(files.filter(holdsSecret))).toEqual([]));

  it('and would see them', () => {
    const bad = (text: string): SourceFile => ({ path: 'a.ts', text });
    expect(namesMachine(bad(`const at = '/${'home'}/somebody/file';`))).toBe(true);
    expect(namesMachine(bad(`see /${'tmp'}/x`))).toBe(true);
    expect(namesMachine(bad("get('/tiles/work/areas')"))).toBe(false);
    expect(namesRegistry(bad(`https://registry.${'npmjs'}.org/x`))).toBe(true);
    expect(holdsSecret(bad(`-----BEGIN ${'PRIVATE'} KEY-----`))).toBe(true);
  });
});
