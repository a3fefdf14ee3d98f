import { defineConfig } from 'vitest/config';

const HERE = import.meta.dirname;

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
  testTimeout: 60_000,
  hookTimeout: 180_000,
};

export default defineConfig({
  root: 'client',
  build: {
    outDir: '../dist/client',
    emptyOutDir: true,
    target: 'es2024',
  },
  test: {
    root: HERE,
    projects: [
      group('unit', ['{server,client,geodata}/**/*.test.ts']),
      group('house', ['test/house/**/*.test.ts'], { testTimeout: 60_000 }),
      group('geodata', ['test/geodata/**/*.test.ts'], DATABASE),
      group('api', ['test/api/**/*.test.ts'], DATABASE),
      group('browser', ['test/browser/**/*.test.ts'], { ...DATABASE, testTimeout: 120_000 }),
    ],
  },
});
