import { describe, expect, it } from 'vitest';
import { isTest, listTypeScript, type SourceFile } from './repository.ts';
import { dottedName, lineAt, type Node, nodesOf } from './syntax.ts';

const SILENT = /^(it|test|describe|suite)(\.\w+)*\.(skip|only|todo|skipIf|runIf|fails)$/;

/** The one condition a test may hang on: the run says aloud when native PostGIS is not tested, and counts them. */
const ON_NATIVE = "testedEngines().includes('native')";

function hangsOnEngine(file: SourceFile, call: Node): boolean {
  const [condition] = call.arguments as Node[];
  return condition !== undefined && file.text.slice(condition.start, condition.end) === ON_NATIVE;
}

/** Tests that are left out, singled out or allowed to fail: what a run counts must be what there is. */
function silenced(file: SourceFile): string[] {
  if (!isTest(file.path)) return [];
  return nodesOf(file)
    .filter(node => node.type === 'CallExpression' && SILENT.test(dottedName(node.callee) ?? ''))
    .filter(node => !hangsOnEngine(file, node))
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
  it('may hang on the engine', () => {
    const text = `describe.runIf(${ON_NATIVE})('a', f);`;
    expect(silenced({ path: 'test/geodata/a.test.ts', text })).toEqual([]);
  });
  it('a file without an expectation would be seen', () => {
    expect(expectsNothing({ path: 'a.test.ts', text: 'it("a", () => { run(); });' })).toBe(true);
  });
});
