import { describe, expect, it } from 'vitest';
import { listTypeScript, readText } from './repository.ts';
import { importsOf } from './syntax.ts';

interface Package {
  dependencies: Record<string, string>;
  devDependencies: Record<string, string>;
}

interface Locked {
  version?: string;
  resolved?: string;
  integrity?: string;
  optionalDependencies?: Record<string, string>;
}

type Lock = Record<string, Locked>;

const manifest = JSON.parse(readText('package.json')) as Package;
const lock = (JSON.parse(readText('package-lock.json')) as { packages: Lock }).packages;

/** Pairs that fail together in any other version, so a range would be a fault. */
const EXACT: Record<string, string> = {
  '@electric-sql/pglite': '0.5.8',
  '@electric-sql/pglite-postgis': '0.2.8',
};

/** Where a package comes from is the machine's business; what it is, is ours. */
function lockFaults(packages: Lock): string[] {
  return Object.entries(packages).flatMap(([name, entry]) => {
    if (name === '') return [];
    const faults: string[] = [];
    if (entry.resolved) faults.push(`${name} names where it was fetched`);
    if (!entry.integrity) faults.push(`${name} has no integrity`);
    return faults;
  });
}

/** `npm ci` refuses a lock that leaves out a package for another platform. */
function unlockedOptions(packages: Lock): string[] {
  return Object.entries(packages).flatMap(([name, entry]) =>
    Object.keys(entry.optionalDependencies ?? {})
      .filter(option => !packages[`node_modules/${option}`] && !packages[`${name}/node_modules/${option}`])
      .map(option => `${name} may need ${option}, which the lock does not name`),
  );
}

/** Dependencies that no line of the document names between backticks. */
function unexplained(dependencies: readonly string[], document: string): string[] {
  return dependencies.filter(name => !document.split('\n').some(line => line.includes(`\`${name}\``)));
}

function packageOf(specifier: string): string {
  return specifier.split('/', specifier.startsWith('@') ? 2 : 1).join('/');
}

describe('dependencies', () => {
  const named = { ...manifest.dependencies, ...manifest.devDependencies };

  it('are locked by what they are, not by where they came from', () => expect(lockFaults(lock)).toEqual([]));
  it('are locked for every platform', () => expect(unlockedOptions(lock)).toEqual([]));
  it('that fail in other versions are exact', () => expect(named).toMatchObject(EXACT));
  it('each have a line in CONTRIBUTING.md', () => {
    expect(unexplained(Object.keys(manifest.dependencies), readText('CONTRIBUTING.md'))).toEqual([]);
  });
  it('are all of them named in package.json', () => {
    const packages = listTypeScript().flatMap(file =>
      importsOf(file)
        .filter(({ specifier, target }) => !target && !/^(node:|virtual:|#)/.test(specifier))
        .map(({ specifier }) => packageOf(specifier)),
    );
    expect([...new Set(packages)].filter(name => !named[name] && !named[`@types/${name}`])).toEqual([]);
  });

  it('and would be seen', () => {
    expect(
      lockFaults({ 'node_modules/a': { resolved: 'x', integrity: 'y' }, 'node_modules/b': {} }),
    ).toHaveLength(2);
    expect(unlockedOptions({ 'node_modules/a': { optionalDependencies: { 'a-win32': '1' } } })).toHaveLength(
      1,
    );
    expect(unexplained(['pg', 'hono'], '- `pg` speaks PostgreSQL')).toEqual(['hono']);
    expect({ '@electric-sql/pglite': '^0.5.8' }).not.toMatchObject(EXACT);
  });
});
