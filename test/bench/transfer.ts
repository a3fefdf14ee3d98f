import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import { parseSync } from 'vite';
import type { Bench } from './ground/bench.ts';

const ROOT = path.join(import.meta.dirname, '../..');
const BUILT = path.join(ROOT, 'dist/client');
const MAPLIBRE = path.join(ROOT, 'node_modules/maplibre-gl/dist');

/** Kilobytes: JavaScript that must be there before the map may begin, and the whole first screen without tiles. */
const TARGETS = { beforeMap: 90, screen: 520 };

function kilobytes(files: Iterable<string>): number {
  let bytes = 0;
  // A font is compressed in itself: brotli would only add to it.
  for (const file of files) {
    const content = readFileSync(file);
    bytes += /\.woff2$/.test(file) ? content.length : brotliCompressSync(content).length;
  }
  return bytes / 1000;
}

function addressed(from: string, address: string): string | undefined {
  const file = address.startsWith('/')
    ? path.join(BUILT, address)
    : path.resolve(path.dirname(from), address);
  return existsSync(file) ? file : undefined;
}

/** A built script and every script that it imports at once. */
function staticGraph(entries: readonly string[]): Set<string> {
  const found = new Set<string>();
  const waiting = [...entries];
  for (let file = waiting.pop(); file !== undefined; file = waiting.pop()) {
    if (found.has(file)) continue;
    found.add(file);
    for (const { moduleRequest } of parseSync(file, readFileSync(file, 'utf8')).module.staticImports) {
      const target = addressed(file, moduleRequest.value);
      if (target) waiting.push(target);
    }
  }
  return found;
}

/** What the page names itself: scripts, scripts to load early, styles, fonts. */
function namedByPage(): string[] {
  const page = path.join(BUILT, 'index.html');
  const text = readFileSync(page, 'utf8');
  return [...text.matchAll(/(?:src|href)="([^"]+\.(?:js|css|woff2))"/g)]
    .map(match => addressed(page, match[1]!))
    .filter(file => file !== undefined);
}

/** Files of one kind of the whole build: the first screen loads all of them but those of later screens. */
function builtFiles(ending: RegExp): string[] {
  return readdirSync(BUILT, { recursive: true, encoding: 'utf8' })
    .filter(name => ending.test(name))
    .map(name => path.join(BUILT, name));
}

/** Sizes of the built client, brotli, beside MapLibre's own files. The same on every engine, so taken once. */
export default async function transfer({ engine, add }: Bench): Promise<void> {
  if (engine !== 'embedded') return;
  const named = namedByPage();
  const beforeMap = staticGraph(named.filter(file => file.endsWith('.js')));
  const maplibre = [
    'maplibre-gl.mjs',
    'maplibre-gl-shared.mjs',
    'maplibre-gl-worker.mjs',
    'maplibre-gl.css',
  ].map(name => path.join(MAPLIBRE, name));
  const yardstick = {
    what: 'MapLibre alone: script, worker, style',
    value: kilobytes(maplibre.filter(existsSync)),
  };
  add({
    what: 'JavaScript before the map, brotli',
    value: kilobytes(beforeMap),
    unit: 'kB',
    yardstick,
    target: TARGETS.beforeMap,
  });
  const screen = new Set([
    ...named,
    ...beforeMap,
    ...builtFiles(/\.(js|css)$/),
    ...builtFiles(/latin-wght-normal.*\.woff2$/),
  ]);
  add({
    what: 'the whole client (scripts, styles, font), brotli',
    value: kilobytes(screen),
    unit: 'kB',
    yardstick,
    target: TARGETS.screen,
  });
}
