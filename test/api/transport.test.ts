import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { brotliCompressSync, brotliDecompressSync, gunzipSync } from 'node:zlib';
import type { Hono } from 'hono';
import pino from 'pino';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Database } from '../../geodata/database/database.ts';
import { createApp } from '../../server/app.ts';
import { readConfig } from '../../server/config.ts';
import type { AppEnv } from '../../server/http/context.ts';
import { readStaticFiles } from '../../server/http/static-files.ts';

const SCRIPT = `console.error("${'kernkaart '.repeat(500)}");`;
const PAGE = '<!doctype html><title>Kernkaart</title>';
const SCENARIO_PAGE = '<!doctype html><title>Scenario</title>';

const database = {
  engine: 'native',
  query: async () => [],
  as: () => ({ query: async () => [] }),
} as unknown as Database;

describe('what travels', () => {
  let directory: string;
  let app: Hono<AppEnv>;
  let get: (path: string, headers?: Record<string, string>) => Promise<Response>;
  beforeAll(async () => {
    directory = await mkdtemp(join(tmpdir(), 'kernkaart-static-'));
    await mkdir(join(directory, 'assets'));
    await writeFile(join(directory, 'index.html'), PAGE);
    await writeFile(join(directory, 'scenario.html'), SCENARIO_PAGE);
    await writeFile(join(directory, 'assets/main-a1b2.js'), SCRIPT);
    await writeFile(join(directory, 'assets/map-c3d4.js'), SCRIPT);
    await writeFile(join(directory, 'assets/map-c3d4.js.br'), brotliCompressSync(Buffer.from('from build')));
    await writeFile(join(directory, 'assets/font-e5f6.woff2'), SCRIPT);
    const context = { database, config: readConfig({}), logger: pino({ level: 'silent' }) };
    app = createApp(context, { files: await readStaticFiles(directory) });
    get = async (path, headers = {}) => app.request(path, { headers });
  });
  afterAll(() => rm(directory, { recursive: true }));

  test.each(['/', '/sign-in'])('%s is the page', async path => {
    const response = await get(path);
    expect(await response.text()).toBe(PAGE);
    expect(response.headers.get('Content-Type')).toBe('text/html; charset=utf-8');
    expect(response.headers.get('Cache-Control')).toBe('no-cache');
  });

  test.each(['/scenarios', '/scenarios/abc', '/scenarios/abc/edit', '/scenarios/abc/versions/2'])(
    '%s is the page of scenarios',
    async path => expect(await (await get(path)).text()).toBe(SCENARIO_PAGE),
  );

  test.each([
    '/index.html',
    '/scenario.html',
    '/scenarios/abc/versions',
    '/areas',
    '/areas/a/b',
    '/assets/',
    '/assets/main-old.js',
    '/assets/map-c3d4.js.br',
  ])('%s is a real 404', async path => {
    const response = await get(path);
    expect(response.status).toBe(404);
    expect(response.headers.get('Cache-Control')).toBe('no-store');
    expect(response.headers.get('Content-Type')).toBe('application/problem+json');
  });

  test('a hashed file is kept for ever', async () => {
    const response = await get('/assets/main-a1b2.js');
    expect(response.headers.get('Cache-Control')).toBe('public, max-age=31536000, immutable');
    expect(response.headers.get('Content-Type')).toBe('text/javascript; charset=utf-8');
    const etag = response.headers.get('ETag')!;
    expect((await get('/assets/main-a1b2.js', { 'If-None-Match': etag })).status).toBe(304);
  });

  test('compressed as the browser likes it, by the build where it did', async () => {
    const bytes = async (path: string, accept: string) => {
      const response = await get(path, { 'Accept-Encoding': accept });
      const body = Buffer.from(await response.arrayBuffer());
      expect(response.headers.get('Content-Length')).toBe(`${body.length}`);
      return { encoding: response.headers.get('Content-Encoding'), body };
    };
    const brotli = await bytes('/assets/main-a1b2.js', 'gzip, deflate, br');
    expect(brotli.encoding).toBe('br');
    expect(brotliDecompressSync(brotli.body).toString()).toBe(SCRIPT);
    const gzip = await bytes('/assets/main-a1b2.js', 'gzip, br;q=0');
    expect(gzip.encoding).toBe('gzip');
    expect(gunzipSync(gzip.body).toString()).toBe(SCRIPT);
    expect((await bytes('/assets/main-a1b2.js', 'identity')).encoding).toBeNull();
    expect(brotliDecompressSync((await bytes('/assets/map-c3d4.js', 'br')).body).toString()).toBe(
      'from build',
    );
    expect((await bytes('/assets/font-e5f6.woff2', 'br')).encoding).toBeNull();
  });

  test('the API too, with Vary, and the same ETag in every encoding', async () => {
    const plain = await get('/api/v1/openapi.json');
    const packed = await get('/api/v1/openapi.json', { 'Accept-Encoding': 'br' });
    expect(packed.headers.get('Content-Encoding')).toBe('br');
    expect(packed.headers.get('Vary')).toMatch(/Accept-Encoding/);
    expect(packed.headers.get('ETag')).toBe(plain.headers.get('ETag'));
    const unpacked = brotliDecompressSync(Buffer.from(await packed.arrayBuffer()));
    expect(unpacked.toString()).toBe(await plain.text());
  });

  test('HEAD says what GET would, without the body', async () => {
    const headers = { 'Accept-Encoding': 'br' };
    for (const path of ['/', '/api/v1/openapi.json', '/assets/main-a1b2.js']) {
      const [whole, head] = [await get(path, headers), await app.request(path, { method: 'HEAD', headers })];
      expect(head.status).toBe(200);
      expect(await head.text()).toBe('');
      for (const name of ['ETag', 'Content-Type', 'Content-Encoding', 'Cache-Control', 'Content-Length'])
        expect(head.headers.get(name), `${name} of ${path}`).toBe(whole.headers.get(name));
    }
  });

  test.each(['/', '/api/v1/openapi.json', '/nothing', '/health/live', '/assets/main-a1b2.js', '/api//v1'])(
    '%s carries the security headers',
    async path => {
      const { headers } = await get(path);
      const policy = headers.get('Content-Security-Policy')!;
      expect(policy).toMatch(/^default-src 'none'; script-src 'self'; worker-src 'self'; style-src 'self';/);
      expect(policy).toMatch(/base-uri 'none'.*form-action 'self'.*frame-ancestors 'none'/);
      expect(policy).not.toMatch(/unsafe|\*|https?:|worker-src[^;]*blob/);
      expect(headers.get('X-Content-Type-Options')).toBe('nosniff');
      expect(headers.get('X-Frame-Options')).toBe('DENY');
      expect(headers.get('Referrer-Policy')).toBe('same-origin');
      expect(headers.get('Permissions-Policy')).toMatch(/camera=\(\)/);
      expect(headers.get('X-Request-Id')).toMatch(/^[0-9a-f-]{36}$/);
      expect(headers.get('Strict-Transport-Security')).toBeNull();
    },
  );
});
