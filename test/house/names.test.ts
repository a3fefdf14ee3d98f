import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { listPaths } from './repository.ts';

/** Names that say nothing of what is inside, alone or as the last word of a name. */
const EMPTY_NAMES = ['utils', 'util', 'helpers', 'helper', 'common', 'lib', 'misc', 'manager', 'service'];
/** `core` too, but only alone: a village core is a noun of this field. */
const EMPTY_ALONE = [...EMPTY_NAMES, 'core'];

/** Documents that the world expects under these names. */
const DOCUMENTS = /^(README|ARCHITECTURE|CONTRIBUTING|SECURITY|CHANGELOG|LICENSE|GLOSSARY)(\.md)?$/;
const KEBAB = /^\.?[a-z0-9]+(-[a-z0-9]+)*(\.[a-z0-9]+(-[a-z0-9]+)*)*$/;

function notKebab(name: string): boolean {
  return !name.split('/').every(part => KEBAB.test(part) || DOCUMENTS.test(part));
}

function stemOf(part: string): string {
  return part.replace(/^\./, '').replace(/\..*$/, '');
}

function saysNothing(name: string): boolean {
  return name.split('/').some(part => {
    const stem = stemOf(part);
    return EMPTY_ALONE.includes(stem) || EMPTY_NAMES.some(word => stem.endsWith(`-${word}`));
  });
}

/** Rooms where a file is named after its noun. */
const NOUN_ROOMS = ['server/contract', 'server/routes', 'server/queries', 'client/api', 'test/api'];

/** One noun, one stem: of `area` and `areas` the rooms of the API know only one. */
function twoStems(names: readonly string[]): string[] {
  const files = names.filter(name => NOUN_ROOMS.includes(path.posix.dirname(name)));
  const stems = new Map(files.map(name => [stemOf(path.posix.basename(name)), name]));
  return [...stems.keys()]
    .flatMap(stem =>
      [`${stem}s`, stem.replace(/y$/, 'ies')].filter(plural => plural !== stem && stems.has(plural)),
    )
    .map(plural => `${stems.get(plural)} is the plural of a noun that another room names in the singular`);
}

describe('names', () => {
  it('are kebab-case', () => expect(listPaths().filter(notKebab)).toEqual([]));
  it('say what is inside', () => expect(listPaths().filter(saysNothing)).toEqual([]));
  it('have one stem per noun', () => expect(twoStems(listPaths())).toEqual([]));

  it.each(['server/http/pathGuard.ts', 'client/Map/layer.ts', 'geodata/a_b.ts'])('%s would be seen', name => {
    expect(notKebab(name)).toBe(true);
  });
  it.each(['server/utils/a.ts', 'client/map/layer-manager.ts', 'geodata/core.ts', 'server/lib/x/y.ts'])(
    '%s would be seen',
    name => expect(saysNothing(name)).toBe(true),
  );
  it('a village core is a noun', () => expect(saysNothing('client/panels/village-core.ts')).toBe(false));
  it.each([
    [['server/contract/area.ts', 'server/routes/areas.ts']],
    [['server/queries/municipality.ts', 'client/api/municipalities.ts']],
  ])('%s would be seen', names => expect(twoStems(names)).toHaveLength(1));
});
