import path from 'node:path';
import { parseSync } from 'vite';
import type { SourceFile } from './repository.ts';

/** A node of the syntax tree, as far as the rules look at it. */
export interface Node {
  type: string;
  start: number;
  end: number;
  [key: string]: unknown;
}

/** A parsed file: its top-level statements and its comments. */
export interface Syntax {
  body: Node[];
  comments: { type: string; value: string; start: number; end: number }[];
}

const parsed = new Map<string, Syntax>();

/**
 * Parses one file.
 * @throws Error when it is not TypeScript: a rule that cannot read a file must not pass it
 */
export function parse(file: SourceFile): Syntax {
  const key = `${file.path}\n${file.text}`;
  const known = parsed.get(key);
  if (known) return known;
  const { program, comments, errors } = parseSync(file.path, file.text);
  if (errors.length > 0) throw new Error(`${file.path} cannot be parsed: ${errors[0]?.message}`);
  const syntax = { body: program.body as unknown as Node[], comments };
  parsed.set(key, syntax);
  return syntax;
}

function isNode(value: unknown): value is Node {
  return typeof value === 'object' && value !== null && typeof (value as Node).type === 'string';
}

/** Visits a node and everything below it, outermost first. */
export function walk(node: Node, visit: (node: Node) => void): void {
  visit(node);
  for (const value of Object.values(node)) {
    const children = Array.isArray(value) ? value : [value];
    for (const child of children) if (isNode(child)) walk(child, visit);
  }
}

/** Every node of a file, outermost first. */
export function nodesOf(file: SourceFile): Node[] {
  const nodes: Node[] = [];
  for (const statement of parse(file).body) walk(statement, node => nodes.push(node));
  return nodes;
}

/** The 1-based line of an offset. */
export function lineAt(file: SourceFile, offset: number): number {
  return file.text.slice(0, offset).split('\n').length;
}

/** `a.b` of a member expression whose parts are plain names, else undefined. */
export function dottedName(node: unknown): string | undefined {
  if (!isNode(node)) return undefined;
  if (node.type === 'Identifier') return node.name as string;
  if (node.type !== 'MemberExpression' || node.computed) return undefined;
  const object = dottedName(node.object);
  return object && `${object}.${(node.property as Node).name}`;
}

const WITH_SOURCE = new Set([
  'ImportDeclaration',
  'ExportNamedDeclaration',
  'ExportAllDeclaration',
  'ImportExpression',
  'TSImportType',
]);

/** An import as it is written, and the file it names when that is one of ours. */
export interface Import {
  specifier: string;
  /** From the repository's root; undefined for a package or a Node module. */
  target: string | undefined;
  line: number;
}

/** package.json's `imports`, by their start. */
const ALIASES: Record<string, string> = {
  '#contract/': 'server/contract/',
  '#planning/': 'server/planning/',
  '#vocabulary/': 'geodata/vocabulary/',
  '#figures/': 'geodata/figures/',
  '#geometry/': 'geodata/geometry/',
};

function targetOf(from: string, specifier: string): string | undefined {
  const bare = specifier.replace(/\?.*$/, '');
  if (bare.startsWith('.')) return path.posix.join(path.posix.dirname(from), bare);
  if (bare.startsWith('/')) return bare.slice(1);
  const alias = Object.keys(ALIASES).find(start => bare.startsWith(start));
  return alias && ALIASES[alias] + bare.slice(alias.length);
}

/** Everything a file imports: statements, re-exports, types and `import()` with a plain text. */
export function importsOf(file: SourceFile): Import[] {
  return nodesOf(file).flatMap(node => {
    const source = WITH_SOURCE.has(node.type) ? node.source : undefined;
    if (!isNode(source) || typeof source.value !== 'string') return [];
    const specifier = source.value;
    return [{ specifier, target: targetOf(file.path, specifier), line: lineAt(file, node.start) }];
  });
}
