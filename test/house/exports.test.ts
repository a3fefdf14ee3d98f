import { describe, expect, it } from 'vitest';
import { isTest, listTypeScript, type SourceFile } from './repository.ts';
import { lineAt, type Node, parse } from './syntax.ts';

/** Files whose default export is asked for by a tool and explained by it. */
const BY_TOOL = new Set(['vite.config.ts']);

function declaredNames(declaration: Node): string[] {
  if (declaration.type !== 'VariableDeclaration')
    return [String((declaration.id as Node | null)?.name ?? 'default')];
  return (declaration.declarations as Node[]).map(one => String((one.id as Node).name));
}

/** Whether a comment of the form that editors show ends right before an offset. */
function isExplained(file: SourceFile, offset: number): boolean {
  const before = file.text.slice(0, offset).trimEnd();
  return parse(file).comments.some(
    comment => comment.end === before.length && comment.type === 'Block' && /^\*\s*\S/.test(comment.value),
  );
}

/**
 * Exports without a docstring. A line straight below an explained export shares its explanation (a list and the
 * type of its members), and so does a type with the name of an explained schema.
 */
function unexplained(file: SourceFile): string[] {
  if (isTest(file.path) || BY_TOOL.has(file.path)) return [];
  const explained = new Set<string>();
  let sharedUntil = -1;
  return parse(file).body.flatMap(statement => {
    const declaration = statement.declaration as Node | null | undefined;
    if (!/^Export(Named|Default)Declaration$/.test(statement.type) || !declaration) return [];
    const names = declaredNames(declaration);
    const isShared = lineAt(file, statement.start) === sharedUntil + 1;
    if (isShared || isExplained(file, statement.start) || names.every(name => explained.has(name))) {
      for (const name of names) explained.add(name);
      sharedUntil = lineAt(file, statement.end);
      return [];
    }
    return [
      `${file.path}:${lineAt(file, statement.start)} exports ${names.join(', ')} without saying what it is for`,
    ];
  });
}

/** Files that hand on what others export, whole or by name: the reader then looks in two places. */
function barrels(file: SourceFile): string[] {
  return parse(file)
    .body.filter(statement => {
      return (
        statement.type === 'ExportAllDeclaration' ||
        (statement.type === 'ExportNamedDeclaration' && statement.source)
      );
    })
    .map(statement => `${file.path}:${lineAt(file, statement.start)} hands on what another file exports`);
}

describe('exports', () => {
  it('each say what they are for', () => expect(listTypeScript().flatMap(unexplained)).toEqual([]));
  it('are the file’s own', () => expect(listTypeScript().flatMap(barrels)).toEqual([]));

  it.each([
    'export function a() {}',
    '// not shown by an editor\nexport const a = 1;',
    '/** Far away. */\n\nconst b = 1;\nexport interface A { b: number }',
    'export default class {}',
    '/** */\nexport type A = 1;',
  ])('%j would be seen', text => expect(unexplained({ path: 'server/a.ts', text })).toHaveLength(1));

  it('a list explains the type of its members straight below', () => {
    const list = '/** Sides. */\nexport const SIDES = 1;\n';
    expect(unexplained({ path: 'server/a.ts', text: `${list}export type Side = 1;` })).toEqual([]);
    expect(unexplained({ path: 'server/a.ts', text: `${list}\nexport type Side = 1;` })).toHaveLength(1);
  });

  it('a type is explained by the schema of its name', () => {
    const text = '/** An area. */\nexport const Area = 1;\nexport type Area = typeof Area;';
    expect(unexplained({ path: 'server/contract/area.ts', text })).toEqual([]);
  });

  it.each(["export * from './b.ts';", "export { b } from './b.ts';", "export type { B } from './b.ts';"])(
    '%s would be seen',
    text => expect(barrels({ path: 'server/a.ts', text })).toHaveLength(1),
  );
});
