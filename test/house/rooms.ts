/**
 * The house: each room with the rooms it may import from, itself always among them. A file belongs to the longest
 * room its path starts with. This is the whole rule: an arrow that is not here does not exist.
 */
export const ROOMS: Readonly<Record<string, readonly string[]>> = {
  // geodata: how data gets into the database; knows nothing of HTTP
  'geodata/vocabulary': [],
  'geodata/geometry': [],
  'geodata/figures': ['geodata/vocabulary', 'geodata/geometry'],
  'geodata/database': ['geodata/geometry'],
  'geodata/schema': [],
  'geodata/rollup': ['geodata/database', 'geodata/figures', 'geodata/geometry', 'geodata/vocabulary'],
  'geodata/import': [
    'geodata/rollup',
    'geodata/database',
    'geodata/figures',
    'geodata/geometry',
    'geodata/vocabulary',
  ],
  'geodata/formats': ['geodata/import', 'geodata/geometry', 'geodata/database', 'geodata/vocabulary'],
  'geodata/sources': [
    'geodata/import',
    'geodata/formats',
    'geodata/rollup',
    'geodata/database',
    'geodata/figures',
    'geodata/geometry',
    'geodata/vocabulary',
  ],
  'geodata/demo': [
    'geodata/import',
    'geodata/rollup',
    'geodata/database',
    'geodata/figures',
    'geodata/geometry',
    'geodata/vocabulary',
  ],

  // server: Hono over PostGIS
  'server/contract': ['geodata/vocabulary', 'geodata/figures'],
  'server/planning': ['server/contract', 'geodata/vocabulary', 'geodata/figures', 'geodata/geometry'],
  'server/http': ['server/contract', 'server/config.ts', 'server/queries', 'geodata'],
  'server/tiles': ['server/contract', 'server/http', 'server/queries', 'geodata'],
  'server/queries': ['server/contract', 'server/planning', 'geodata'],
  'server/policy': ['server/contract', 'server/planning', 'server/queries', 'server/http', 'geodata'],
  'server/paper': ['server/contract', 'server/planning', 'geodata'],
  'server/pages': [
    'server/contract',
    'server/planning',
    'server/queries',
    'server/policy',
    'server/paper',
    'geodata',
  ],
  'server/imports': [
    'server/contract',
    'server/http',
    'server/policy',
    'server/queries',
    'server/software.ts',
    'geodata',
  ],
  'server/exports': ['server/contract', 'server/planning', 'server/http', 'geodata'],
  'server/routes': [
    'server/contract',
    'server/planning',
    'server/http',
    'server/tiles',
    'server/queries',
    'server/policy',
    'server/exports',
    'server/imports',
    'server/pages',
    'server/paper',
    'server/config.ts',
    'server/software.ts',
    'geodata',
  ],
  'server/edition': [
    'server/contract',
    'server/http',
    'server/tiles',
    'server/queries',
    'server/pages',
    'geodata',
  ],
  server: ['server', 'geodata', 'package.json'],

  // client: the browser
  'client/style': [],
  'client/text': ['server/contract', 'geodata/vocabulary', 'geodata/figures'],
  'client/api': [
    'client/text',
    'server/contract',
    'geodata/vocabulary',
    'geodata/figures',
    'geodata/geometry',
  ],
  'client/state': [
    'client/api',
    'client/text',
    'server/contract',
    'server/planning',
    'geodata/vocabulary',
    'geodata/figures',
    'geodata/geometry',
  ],
  'client/map': [
    'client/state',
    'client/api',
    'client/text',
    'client/style',
    'server/contract',
    'server/planning',
    'geodata/vocabulary',
    'geodata/figures',
    'geodata/geometry',
  ],
  'client/panels': [
    'client/state',
    'client/api',
    'client/text',
    'client/style',
    'server/contract',
    'server/planning',
    'geodata/vocabulary',
    'geodata/figures',
    'geodata/geometry',
  ],
  'client/pages': [
    'client/panels',
    'client/state',
    'client/api',
    'client/text',
    'client/style',
    'server/contract',
    'server/planning',
    'geodata/vocabulary',
    'geodata/figures',
    'geodata/geometry',
  ],
  'client/embed': ['client/map', 'client/api', 'client/text', 'client/style', 'server/contract'],
  client: [
    'client',
    'server/contract',
    'server/planning',
    'geodata/vocabulary',
    'geodata/figures',
    'geodata/geometry',
  ],

  // test: may look at everything but an entry
  test: ['test', 'client', 'server', 'geodata'],
};

/** Files that are started and never imported. */
export const ENTRIES: readonly string[] = [
  'setup.mjs',
  'vite.config.ts',
  'server/main.ts',
  'server/cli.ts',
  'client/main.ts',
  'client/scenario.ts',
  'client/embed/embed.ts',
  'client/embed/loader.ts',
  'client/embed-builder.ts',
  'client/data.ts',
  'test/run.ts',
  'test/bench/run.ts',
];

/** Packages that one room keeps to itself, by how their name starts. */
export const KEPT_PACKAGES: readonly { starts: readonly string[]; room: string }[] = [
  { starts: ['maplibre-gl', 'terra-draw'], room: 'client/map' },
  { starts: ['pmtiles'], room: 'client/api' },
  { starts: ['pg', '@electric-sql/'], room: 'geodata/database' },
  { starts: ['gdal3.js', 'yauzl', 'sax', 'csv-parse'], room: 'geodata' },
  { starts: ['hono', '@hono/'], room: 'server' },
  { starts: ['lit'], room: 'client' },
];

/** Rooms that a browser or a pure model needs: no package but these, and nothing of Node. */
export const PURE_ROOMS: Readonly<Record<string, readonly string[]>> = {
  'geodata/vocabulary': [],
  'geodata/figures': [],
  'geodata/geometry': [],
  'server/planning': [],
  'server/contract': ['zod'],
};

/** The room of a path: the longest name it starts with, or undefined outside the house. */
export function roomOf(name: string): string | undefined {
  return Object.keys(ROOMS)
    .filter(room => name.startsWith(`${room}/`))
    .sort((a, b) => b.length - a.length)[0];
}
