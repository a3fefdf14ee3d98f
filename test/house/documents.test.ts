import { describe, expect, it } from 'vitest';
import { listPaths, readText } from './repository.ts';

/** Each document with what a reader must find in it. */
const DOCUMENTS: Record<string, readonly RegExp[]> = {
  'README.md': [
    /npm start/,
    /npm test/,
    /with your own municipality/i,
    /npm run geodata -- import osm/,
    /EUPL-1\.2/,
  ],
  'ARCHITECTURE.md': [/life of a map click/i, /test\/house/],
  'CONTRIBUTING.md': [/npm test/, /dependenc/i],
  'SECURITY.md': [/report/i],
  'CHANGELOG.md': [/^## Unreleased/m],
  LICENSE: [/EUROPEAN UNION PUBLIC LICENCE v\. 1\.2/, /15\. ?Applicable Law/, /Appendix/],
  'publiccode.yml': [/^publiccodeYmlVersion:/m, /^ {2}license: EUPL-1\.2$/m],
};

/** Links of a document to files of ours that are not there. */
function deadLinks(text: string, paths: readonly string[]): string[] {
  const links = [...text.matchAll(/\]\(([^)#\s]+)(#[^)]*)?\)/g)].map(match => match[1] ?? '');
  return links
    .filter(link => !/^[a-z]+:/.test(link))
    .map(link => link.replace(/^\.\//, '').replace(/\/$/, ''))
    .filter(link => !paths.some(name => name === link || name.startsWith(`${link}/`)));
}

/** File names between backticks, with a folder, that the document says exist. */
function deadPaths(text: string, paths: readonly string[]): string[] {
  const named = [...text.matchAll(/`((?:client|server|geodata|test)\/[\w./-]+)`/g)].map(
    match => match[1] ?? '',
  );
  return named
    .map(name => name.replace(/\/$/, ''))
    .filter(name => !paths.some(known => known === name || known.startsWith(`${name}/`)));
}

describe.each(Object.entries(DOCUMENTS))('%s', (name, patterns) => {
  it('says what a reader looks for', () => {
    const text = readText(name);
    expect(patterns.filter(pattern => !pattern.test(text))).toEqual([]);
  });
});

describe('documents', () => {
  const paths = listPaths();
  const documents = paths.filter(name => /^[^/]+\.md$/.test(name));

  it.each(documents)('%s names only what is there', name => {
    expect(deadLinks(readText(name), paths)).toEqual([]);
    expect(deadPaths(readText(name), paths)).toEqual([]);
  });

  it('and would be seen', () => {
    expect(deadLinks('[a](gone.md) [b](https://example.org)', paths)).toEqual(['gone.md']);
    expect(deadPaths('see `server/gone.ts` and `server/contract/`', paths)).toEqual(['server/gone.ts']);
  });
});
