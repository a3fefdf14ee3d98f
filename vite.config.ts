import { realpathSync } from 'node:fs';
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { extname, join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import { build, type Plugin, transformWithOxc } from 'vite';
import { defineConfig } from 'vitest/config';

const HERE = import.meta.dirname;

/**
 * Pages, and scripts and sheets of pages that the server writes; each becomes an entry of the built client, and is found
 * by its name here in the manifest.
 */
const ENTRIES = [
  'index.html',
  'scenario.html',
  'embed-builder.html',
  'data.html',
  'embed/embed.ts',
  'embed/embed.css',
  'embed/area-page.css',
];

/** The script of other people's pages: its address never changes, and nothing of it is seen by theirs. */
const LOADER = 'embed.js';

const COMPRESSIBLE = new Set(['.js', '.mjs', '.css', '.html', '.svg', '.json']);

/** One file without imports, within a function: no page has to know of modules to use it. */
async function loaderCode(): Promise<string> {
  const built = await build({
    configFile: false,
    root: join(HERE, 'client'),
    publicDir: false,
    logLevel: 'warn',
    build: {
      write: false,
      target: 'es2022',
      modulePreload: false,
      rolldownOptions: { input: join(HERE, 'client/embed/loader.ts'), output: { format: 'iife' } },
    },
  });
  const [chunk] = 'output' in built ? built.output : [];
  if (chunk?.type !== 'chunk') throw new Error(`${LOADER} was not built`);
  return chunk.code;
}

/** Puts the loader beside the pages, and serves it while developing. */
function loader(): Plugin {
  return {
    name: 'kernkaart-loader',
    async generateBundle() {
      this.emitFile({ type: 'asset', fileName: LOADER, source: await loaderCode() });
    },
    configureServer({ middlewares }) {
      middlewares.use(`/${LOADER}`, (_, response, next) => {
        response.setHeader('Content-Type', 'text/javascript');
        loaderCode().then(code => response.end(code), next);
      });
    },
  };
}

/** Where it really is: modules are named so, also where node_modules is a link. */
const MAPLIBRE = realpathSync(join(HERE, 'node_modules/maplibre-gl/src'));
/** How the client asks for the address of MapLibre's worker. */
const MAPLIBRE_WORKER = 'maplibre-gl/dist/maplibre-gl-worker.mjs?worker&url';

/** Its fields without a value are types alone: what a base class put there stays. */
const MAPLIBRE_TYPES = {
  target: 'es2021',
  assumptions: { setPublicClassFields: true },
  typescript: { removeClassFieldsWithoutInitializer: true },
};

/**
 * Builds MapLibre from the sources in its package, page and worker together. As delivered, each of them holds a copy of
 * what they share, and every reader would fetch that twice: 356 kB (brotli) instead of 263.
 */
function maplibre(): Plugin {
  const WORKER_ADDRESS = '\0maplibre-worker-address';
  let worker = '';
  return {
    name: 'kernkaart-maplibre',
    apply: 'build',
    enforce: 'pre',
    buildStart() {
      const id = join(MAPLIBRE, 'source/worker.ts');
      worker = this.emitFile({ type: 'chunk', id, name: 'maplibre-worker' });
    },
    resolveId(source) {
      if (source === 'maplibre-gl') return join(MAPLIBRE, 'index.ts');
      return source === MAPLIBRE_WORKER ? WORKER_ADDRESS : undefined;
    },
    load: id => (id === WORKER_ADDRESS ? `export default import.meta.ROLLUP_FILE_URL_${worker};` : undefined),
    transform(code, id) {
      return id.startsWith(MAPLIBRE) && id.endsWith('.ts')
        ? transformWithOxc(code, id, MAPLIBRE_TYPES)
        : undefined;
    },
  };
}

/** Compresses the built client once and as well as can be, beside each file, so that the server need not. */
function compressed(): Plugin {
  let directory = '';
  return {
    name: 'kernkaart-compressed',
    apply: 'build',
    configResolved({ root, build }) {
      directory = resolve(root, build.outDir);
    },
    async closeBundle() {
      const entries = await readdir(directory, { recursive: true, withFileTypes: true });
      const files = entries.filter(entry => entry.isFile() && COMPRESSIBLE.has(extname(entry.name)));
      await Promise.all(files.map(({ parentPath, name }) => compressFile(join(parentPath, name))));
    },
  };
}

async function compressFile(path: string): Promise<void> {
  const bytes = await readFile(path);
  const params = { [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length };
  await writeFile(`${path}.br`, await promisify(brotliCompress)(bytes, { params }));
  await writeFile(`${path}.gz`, await promisify(gzip)(bytes, { level: 9 }));
}

/** One group of tests; every group runs from the repository's root, whatever the client's root is. */
function group(name: string, include: string[], options: object = {}) {
  return {
    extends: true as const,
    root: HERE,
    test: { name, include, environment: 'node' as const, ...options },
  };
}

/**
 * What needs a database: one worker and one module graph, so that an embedded engine (seconds to open, most of
 * a gigabyte) is opened once and not once per file.
 */
const DATABASE = {
  pool: 'forks' as const,
  isolate: false,
  maxWorkers: 1,
  fileParallelism: false,
  // Far beyond what any test takes: a machine that does something else beside must not fail one.
  testTimeout: 240_000,
  hookTimeout: 240_000,
};

export default defineConfig({
  root: 'client',
  build: {
    outDir: '../dist/client',
    emptyOutDir: true,
    target: 'es2024',
    manifest: true,
    // The policy of our pages allows no inline script, and every browser we aim at preloads modules itself.
    modulePreload: { polyfill: false },
    assetsInlineLimit: 0,
    // MapLibre alone is a megabyte; it is loaded after everything else.
    chunkSizeWarningLimit: 1200,
    rolldownOptions: {
      input: ENTRIES.map(entry => join(HERE, 'client', entry)),
      // Compressing takes longer than building, and is meant to.
      checks: { pluginTimings: false },
    },
  },
  worker: { format: 'es' },
  plugins: [maplibre(), loader(), compressed()],
  test: {
    root: HERE,
    projects: [
      group('unit', ['{server,client,geodata}/**/*.test.ts', 'test/{pages,paper,planning}/**/*.test.ts']),
      group('house', ['test/house/**/*.test.ts'], { testTimeout: 60_000 }),
      group('geodata', ['test/geodata/**/*.test.ts'], DATABASE),
      group('api', ['test/api/**/*.test.ts'], DATABASE),
      group('browser', ['test/browser/**/*.test.ts'], {
        ...DATABASE,
        expect: { poll: { timeout: 20_000, interval: 100 } },
      }),
    ],
  },
});
