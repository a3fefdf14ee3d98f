import { once } from 'node:events';
import type { Server } from 'node:http';
import { connect } from 'node:net';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { Problem } from '../../server/contract/primitives.ts';
import { listen, portOf } from '../../server/http/listen.ts';
import { describeOnEachEngine } from '../support/database.ts';
import { openApi, posting, type TestApi } from './api-client.ts';
import { loadSmallTown, TOWN } from './small-town.ts';

const ring = (...points: [number, number][]) => ({ type: 'Polygon', coordinates: [points] });
const square = ring([5, 52.4], [5.1, 52.4], [5.1, 52.5], [5, 52.5], [5, 52.4]);

/** Address, status, the fields that are named. */
const ADDRESSES: [string, number, string[]?][] = [
  ['/api/v1/areas', 400, ['municipality']],
  ['/api/v1/areas?municipality=Delft', 400, ['municipality']],
  ['/api/v1/areas?municipality=GM9901&kind=castle', 400, ['kind']],
  ['/api/v1/areas?municipality=GM9901&municipality=GM9901', 400, ['municipality']],
  ['/api/v1/areas?Municipality=GM9901', 400, ['municipality', 'Municipality']],
  ['/api/v1/areas?municipality=GM0001', 404],
  ['/api/v1/areas/nowhere', 404],
  ['/api/v1/areas/centrum/vacancy', 400, ['series']],
  ['/api/v1/areas/centrum/vacancy?series=nothing', 404],
  ['/api/v1/areas/centrum/vacancy?series=planner-list', 404],
  ['/api/v1/areas/nowhere/vacancy?series=open-round', 404],
  ['/api/v1/areas/centrum/vacancy?series=open-round&referenceDate=2026-02-30', 400, ['referenceDate']],
  ['/api/v1/areas/centrum/vacancy?series=open-round&function=ufo', 400, ['function']],
  [`/api/v1/areas/${'a'.repeat(200)}`, 400, ['id']],
  ['/api/v1/areas/%C3%A9', 400, ['id']],
  ["/api/v1/areas/x'%20or%201=1--", 400, ['id']],
  ['/api/v1/areas/%27%3B%20drop%20table%20area', 400, ['id']],
  [`/api/v1/cells?municipality=${TOWN}&series=open-round&size=100`, 400, ['size']],
  [`/api/v1/cells?municipality=${TOWN}&series=open-round&size=7`, 400, ['size']],
  ['/api/v1/vacancy?municipality=GM0001&series=open-round', 404],
  [`/api/v1/addresses?municipality=${TOWN}&limit=0`, 400, ['limit']],
  [`/api/v1/addresses?municipality=${TOWN}&limit=1e9`, 400, ['limit']],
  [`/api/v1/addresses?municipality=${TOWN}&limit=ten`, 400, ['limit']],
  [`/api/v1/addresses?municipality=${TOWN}&postcode=9901%20aa`, 400, ['postcode']],
  [`/api/v1/addresses?municipality=${TOWN}&street=a%00b`, 400, ['street']],
  [`/api/v1/addresses?municipality=${TOWN}&bbox=1,2,3,4`, 400, ['bbox']],
  ['/api/v1/search?q=a', 400, ['q']],
  ['/api/v1/search?q=markt%00straat', 400, ['q']],
  [`/api/v1/search?q=${'a'.repeat(121)}`, 400, ['q']],
  ['/api/v1/search', 400, ['q']],
  ['/api/v1/search?q=%FF%FE', 200],
  ['/api/v1/search?q=%25%5F%27%22', 200],
  ['/api/v1/', 404],
  ['/api/v1/areas/', 404],
  ['/api/v2/areas', 404],
  ['/api/v1/nothing', 404],
  ['/nothing', 404],
  ['/index.html', 404],
  ['/assets/nothing.js', 404],
  ['//api/v1/areas', 400, ['path']],
  ['/api//v1/areas', 400, ['path']],
  ['/api/v1/areas%2Fcentrum', 400, ['path']],
  ['/api/v1/areas%5Ccentrum', 400, ['path']],
  ['/api/v1/areas/cent%00rum', 400, ['path']],
  ['/api/v1/areas/%zz', 400, ['path']],
  ['/%2e%2e/%2e%2e/etc/passwd', 400, ['path']],
  ['/api/v1/../../package.json', 400, ['path']],
  ['/assets/..%2f..%2fpackage.json', 400, ['path']],
  ['/api/v1\\areas', 400, ['path']],
];

/** Body of an analysis, status, fields. */
const BODIES: [string, unknown, number, string[]?][] = [
  ['malformed', '{"geometry":', 400, ['body']],
  ['empty', '', 400, ['body']],
  ['a number', '7', 400, ['body']],
  ['nothing in it', {}, 400, ['geometry', 'series']],
  ['unknown key', { geometry: square, series: 'open-round', extra: 1 }, 400, ['extra']],
  [
    'prototype key',
    '{"series":"open-round","__proto__":{"admin":true},"geometry":{"type":"Polygon","coordinates":[]}}',
    400,
    ['geometry.coordinates', '__proto__'],
  ],
  ['another geometry', { geometry: { type: 'Point', coordinates: [5, 52] }, series: 'open-round' }, 400],
  [
    'bow-tie',
    { geometry: ring([5, 52.4], [5.1, 52.5], [5.1, 52.4], [5, 52.5], [5, 52.4]), series: 'open-round' },
    400,
    ['geometry.coordinates'],
  ],
  [
    'not closed',
    { geometry: ring([5, 52.4], [5.1, 52.5], [5.1, 52.4], [5, 52.5]), series: 'open-round' },
    400,
    ['geometry.coordinates'],
  ],
  [
    'not finite',
    '{"series":"open-round","geometry":{"type":"Polygon","coordinates":[[[1e999,52],[5,52],[5,53],[1e999,52]]]}}',
    400,
    ['geometry.coordinates.0.0.0', 'geometry.coordinates.0.3.0'],
  ],
  [
    'elsewhere',
    { geometry: ring([50, 5], [51, 5], [51, 6], [50, 5]), series: 'open-round' },
    400,
    ['geometry.coordinates'],
  ],
  [
    'too many vertices',
    { geometry: ring(...Array<[number, number]>(10_001).fill([5, 52])), series: 'open-round' },
    400,
    ['geometry.coordinates.0'],
  ],
  ['unknown series', { geometry: square, series: 'nothing' }, 404],
  ['too large', ' '.repeat(1_048_577), 413],
];

const MANY = Object.fromEntries(Array.from({ length: 50_000 }, (_, index) => [`k${index}`, 1]));

describeOnEachEngine('bad input', get => {
  let api: TestApi;
  let server: Server;
  beforeAll(async () => {
    await loadSmallTown(get().database);
    api = openApi(get().database);
    server = await listen(api.app, 0, '127.0.0.1');
  });
  afterAll(() => server.close());

  test('of very many faults a hundred are named', async () => {
    const response = await api.app.request('/api/v1/shared-scenarios', posting(MANY));
    expect(response.status).toBe(400);
    expect(Problem.parse(await response.json()).errors).toHaveLength(100);
  });

  /** One request as it is written here: `fetch` would tidy the path up first. */
  async function raw(path: string): Promise<{ status: number; head: string; body: string }> {
    const socket = connect(portOf(server), '127.0.0.1');
    socket.write(`GET ${path} HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n`);
    let text = '';
    socket.setEncoding('utf8').on('data', (chunk: string) => (text += chunk));
    await once(socket, 'close');
    const [head = '', body = ''] = text.split('\r\n\r\n', 2);
    return { status: Number(head.split(' ')[1]), head, body };
  }

  async function stillWell(): Promise<void> {
    const response = await api.get('/api/v1/areas/centrum');
    expect(response.status).toBe(200);
  }

  function expectProblem(body: string, status: number, fields: string[] | undefined): void {
    const problem = Problem.parse(JSON.parse(body));
    expect(problem.status).toBe(status);
    if (fields !== undefined) expect(problem.errors?.map(error => error.field)).toEqual(fields);
    expect(body).not.toMatch(/select |relation|syntax error|kernkaart_|node_modules|\.ts\b|at .*:\d+/i);
  }

  test.each(ADDRESSES)('%s: %i', async (path, status, fields) => {
    const { head, body, status: got } = await raw(path);
    expect(got, body).toBe(status);
    if (status !== 200) {
      expect(head).toMatch(/content-type: application\/problem\+json/i);
      expectProblem(body, status, fields);
    }
    await stillWell();
  });

  test.each(BODIES)('a body that is %s', async (_, body, status, fields) => {
    const response = await api.asPlanner('/api/v1/planner/analyses', posting(body));
    expect(response.status).toBe(status);
    expectProblem(await response.text(), status, fields);
    await stillWell();
  });

  test('a body that is not JSON by its type', async () => {
    const init = { method: 'POST', body: '{}', headers: { 'Content-Type': 'text/plain' } };
    const response = await api.asPlanner('/api/v1/planner/analyses', init);
    expect(response.status).toBe(415);
    expectProblem(await response.text(), 415, undefined);
  });

  test.each([
    ['POST', '/api/v1/areas', 'GET, HEAD'],
    ['DELETE', '/api/v1/municipalities', 'GET, HEAD'],
    ['PUT', '/api/v1/planner/session', 'GET, HEAD, POST, DELETE'],
  ])('%s %s is not taken', async (method, path, allow) => {
    const response = await api.asPlanner(path, { method });
    expect(response.status).toBe(405);
    expect(response.headers.get('Allow')).toBe(allow);
    expectProblem(await response.text(), 405, undefined);
  });

  test('the log of all this names no fault of ours', () => {
    expect(api.log()).not.toMatch(/"level":50/);
  });
});
