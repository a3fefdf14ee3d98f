import { describe, expect, it } from 'vitest';
import { isTest, listFiles, type SourceFile } from './repository.ts';
import { lineAt, nodesOf } from './syntax.ts';

const FILE_LINES = 500;
const FUNCTION_LINES = 150;

/** Pure tables that may be long, each by name with its reason. */
const TABLES = new Set<string>([]);

interface Size {
  what: string;
  lines: number;
}

function fileSize(file: SourceFile): Size {
  return { what: file.path, lines: file.text.split('\n').length - 1 };
}

const FUNCTIONS = new Set(['FunctionDeclaration', 'FunctionExpression', 'ArrowFunctionExpression']);

/** The functions of a file. In tests a function is often a whole list of cases, so they are left out. */
function functionSizes(file: SourceFile): Size[] {
  if (isTest(file.path) || !/\.(ts|mjs)$/.test(file.path)) return [];
  return nodesOf(file)
    .filter(node => FUNCTIONS.has(node.type))
    .map(node => {
      const first = lineAt(file, node.start);
      return { what: `${file.path}:${first}`, lines: lineAt(file, node.end) - first + 1 };
    });
}

function tooLong(sizes: Size[], limit: number): string[] {
  return sizes.filter(size => size.lines > limit).map(size => `${size.what} has ${size.lines} lines`);
}

function printWorst(title: string, sizes: Size[]): void {
  const worst = sizes.toSorted((a, b) => b.lines - a.lines).slice(0, 10);
  const rows = worst.map(size => `  ${String(size.lines).padStart(4)}  ${size.what}\n`);
  process.stdout.write(`${title}\n${rows.join('')}`);
}

describe('sizes', () => {
  const files = listFiles('.ts', '.mjs', '.sql', '.css', '.md').filter(file => !TABLES.has(file.path));

  it(`no file is over ${FILE_LINES} lines`, () => {
    const sizes = files.map(fileSize);
    printWorst('The longest files:', sizes);
    expect(tooLong(sizes, FILE_LINES)).toEqual([]);
  });

  it(`no function is over ${FUNCTION_LINES} lines`, () => {
    const sizes = files.flatMap(functionSizes);
    printWorst('The longest functions:', sizes);
    expect(tooLong(sizes, FUNCTION_LINES)).toEqual([]);
  });

  it('and would be seen', () => {
    const body = 'a();\n'.repeat(FUNCTION_LINES);
    const bad = { path: 'server/a.ts', text: `function b() {\n${body}}\n${'c();\n'.repeat(FILE_LINES)}` };
    expect(tooLong([fileSize(bad)], FILE_LINES)).toEqual(['server/a.ts has 652 lines']);
    expect(tooLong(functionSizes(bad), FUNCTION_LINES)).toEqual(['server/a.ts:1 has 152 lines']);
  });
});
