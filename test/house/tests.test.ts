import { describe, expect, it } from 'vitest';
import { isTest, listTypeScript, type SourceFile } from './repository.ts';
import { dottedName, lineAt, nodesOf } from './syntax.ts';

const SILENT = /^(it|test|describe|suite)(\.\w+)*\.(skip|only|todo|skipIf|runIf|fails)$/;

/** Tests that are left out, singled out or allowed to fail: what a run counts must be what there is. */
function silenced(file: SourceFile): string[] {
  if (!isTest(file.path)) return [];
  return nodesOf(file)
    .filter(node => node.type === 'CallExpression' && SILENT.test(dottedName(node.callee) ?? ''))
    .map(node => `${file.path}:${lineAt(file, node.start)} calls ${dottedName(node.callee)}`);
}

/** A test file that never expects anything cannot fail. */
function expectsNothing(file: SourceFile): boolean {
  return file.path.endsWith('.test.ts') && !/\b(expect|assert)\b/.test(file.text);
}

describe('tests', () => {
  it('are neither skipped nor singled out', () => expect(listTypeScript().flatMap(silenced)).toEqual([]));
  it('expect something', () => {
    expect(
      listTypeScript()
        .filter(expectsNothing)
        .map(file => file.path),
    ).toEqual([]);
  });

  it.each([
    'it.skip("a", f);',
    'describe.only("a", f);',
    'test.todo("a");',
    'it.skipIf(x)("a", f);',
    'it.each.skip("a", f);',
  ])('%s would be seen', text => expect(silenced({ path: 'test/api/a.test.ts', text })).toHaveLength(1));
  it('a file without an expectation would be seen', () => {
    expect(expectsNothing({ path: 'a.test.ts', text: 'it("a", () => { run(); });' })).toBe(true);
  });
});
