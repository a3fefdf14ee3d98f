import { describe, expect, it } from 'vitest';
import { isTest, listTypeScript, type SourceFile } from './repository.ts';
import { ENTRIES, KEPT_PACKAGES, PURE_ROOMS, ROOMS, roomOf } from './rooms.ts';
import { dottedName, importsOf, lineAt, nodesOf } from './syntax.ts';

function isWithin(name: string, room: string): boolean {
  return name === room || name.startsWith(`${room}/`);
}

/** Imports that point where the list of rooms has no arrow. */
function wrongArrows(file: SourceFile): string[] {
  const room = roomOf(file.path);
  if (!room) return [];
  const allowed = [room, ...(ROOMS[room] ?? [])];
  return importsOf(file)
    .filter(({ target }) => target && !allowed.some(other => isWithin(target, other)))
    .map(({ target, line }) => `${file.path}:${line} imports ${target}; ${room} may not`);
}

function importedEntries(file: SourceFile): string[] {
  return importsOf(file)
    .filter(({ target }) => target && ENTRIES.includes(target))
    .map(({ target, line }) => `${file.path}:${line} imports the entry ${target}`);
}

function matches(specifier: string, start: string): boolean {
  return (
    specifier === start ||
    specifier.startsWith(start.endsWith('/') ? start : `${start}/`) ||
    isVariant(specifier, start)
  );
}

/** `terra-draw-maplibre-gl-adapter` and `pg-copy-streams` belong where `terra-draw` and `pg` do. */
function isVariant(specifier: string, start: string): boolean {
  return specifier.startsWith(`${start}-`);
}

function strayPackages(file: SourceFile): string[] {
  if (isTest(file.path)) return [];
  return importsOf(file).flatMap(({ specifier, target, line }) =>
    KEPT_PACKAGES.filter(({ room, starts }) => {
      return !target && !isWithin(file.path, room) && starts.some(start => matches(specifier, start));
    }).map(({ room }) => `${file.path}:${line} imports ${specifier}, which only ${room} does`),
  );
}

function impureImports(file: SourceFile): string[] {
  const room = roomOf(file.path);
  const packages = room && PURE_ROOMS[room];
  if (!packages || isTest(file.path)) return [];
  return importsOf(file)
    .filter(({ specifier, target }) => !target && !packages.includes(specifier))
    .map(({ specifier, line }) => `${file.path}:${line} imports ${specifier}; ${room} is pure`);
}

const REQUESTS = new Set(['fetch', 'window.fetch', 'globalThis.fetch', 'self.fetch', 'navigator.sendBeacon']);
const CONNECTIONS = new Set(['XMLHttpRequest', 'EventSource', 'WebSocket']);

/** Network calls of the browser outside client/api. */
function strayRequests(file: SourceFile): string[] {
  if (!isWithin(file.path, 'client') || isWithin(file.path, 'client/api') || isTest(file.path)) return [];
  return nodesOf(file)
    .filter(node => {
      const name = dottedName(node.callee) ?? '';
      return (
        (node.type === 'CallExpression' && REQUESTS.has(name)) ||
        (node.type === 'NewExpression' && CONNECTIONS.has(name))
      );
    })
    .map(node => `${file.path}:${lineAt(file, node.start)} asks the network; only client/api does`);
}

const READS_ENVIRONMENT = new Set([
  'setup.mjs',
  'vite.config.ts',
  'server/config.ts',
  'server/main.ts',
  'server/cli.ts',
]);

function strayEnvironment(file: SourceFile): string[] {
  if (READS_ENVIRONMENT.has(file.path) || isTest(file.path)) return [];
  return nodesOf(file)
    .filter(node => node.type === 'MemberExpression' && dottedName(node) === 'process.env')
    .map(
      node =>
        `${file.path}:${lineAt(file, node.start)} reads process.env; only server/config.ts and the entries do`,
    );
}

/** SQL for serving lives in queries; policy writes the published figures. */
const WRITES_SQL = ['server/queries', 'server/policy'];

function straySql(file: SourceFile): string[] {
  if (
    !isWithin(file.path, 'server') ||
    isTest(file.path) ||
    WRITES_SQL.some(room => isWithin(file.path, room))
  )
    return [];
  return importsOf(file)
    .filter(({ target }) => target === 'geodata/database/sql.ts')
    .map(({ line }) => `${file.path}:${line} writes SQL; server/queries does`);
}

/** Each rule with a file that breaks it once. */
const RULES: Record<string, { rule: (file: SourceFile) => string[]; bad: SourceFile }> = {
  'imports point along the arrows': {
    rule: wrongArrows,
    bad: { path: 'geodata/import/a.ts', text: "import { x } from '../../server/routes/area.ts';" },
  },
  'nobody imports an entry': {
    rule: importedEntries,
    bad: { path: 'server/app.ts', text: "const main = await import('./main.ts');" },
  },
  'a package stays in its room': {
    rule: strayPackages,
    bad: { path: 'client/panels/a.ts', text: "import type { Map } from 'maplibre-gl';" },
  },
  'pure rooms import nothing': {
    rule: impureImports,
    bad: { path: 'server/planning/a.ts', text: "import fs from 'node:fs';" },
  },
  'only client/api asks the network': {
    rule: strayRequests,
    bad: { path: 'client/state/a.ts', text: "export const x = () => fetch('/api');" },
  },
  'only config and entries read the environment': {
    rule: strayEnvironment,
    bad: { path: 'server/routes/a.ts', text: 'export const port = process.env.PORT;' },
  },
  'SQL for serving is in server/queries': {
    rule: straySql,
    bad: { path: 'server/routes/a.ts', text: "import { sql } from '../../geodata/database/sql.ts';" },
  },
};

describe.each(Object.entries(RULES))('%s', (_, { rule, bad }) => {
  it('in every file', () => expect(listTypeScript().flatMap(rule)).toEqual([]));
  it('and would be seen', () => expect(rule(bad)).toHaveLength(1));
});

it('tells more ways to import apart', () => {
  const ways = [
    "import '../../server/app.ts'",
    "export { x } from '../../server/app.ts'",
    "export * from '../../server/app.ts'",
    "import type { X } from '../../server/app.ts'",
    "type X = import('../../server/app.ts').X",
    "await import('../../server/app.ts')",
    "import { x } from '#contract/area.ts'",
  ];
  const faults = ways.map(text => wrongArrows({ path: 'geodata/import/a.ts', text }).length);
  expect(faults).toEqual(ways.map(() => 1));
});

it('knows a room for every file of the three trees', () => {
  const homeless = listTypeScript().filter(
    ({ path }) => /^(client|server|geodata|test)\//.test(path) && !roomOf(path),
  );
  expect(homeless.map(file => file.path)).toEqual([]);
});
