import { setTimeout as sleep } from 'node:timers/promises';
import { describe, expect, test } from 'vitest';
import { type Database, DatabaseFault, type FaultKind } from '../../geodata/database/database.ts';
import { Problem } from '../../server/contract/primitives.ts';
import { openApi, posting } from './api-client.ts';

const WORDS = 'relation kernkaart.secret_table on host 10.0.0.7';

/** A database that answers nothing but what is told. */
function fakeDatabase(answer: () => Promise<never[]>): Database {
  return {
    engine: 'native',
    query: answer,
    as: () => ({ query: answer }),
    transaction: answer as Database['transaction'],
    close: async () => undefined,
  };
}

const failing = (kind: FaultKind) =>
  fakeDatabase(async () => {
    throw new DatabaseFault(kind, WORDS, { cause: new Error('password=secret') });
  });

describe('a fault of the database', () => {
  test.each<[FaultKind, number, string]>([
    ['unavailable', 503, 'unavailable'],
    ['deadline', 504, 'deadline'],
    ['refused', 500, 'fault'],
    ['geometry', 500, 'fault'],
  ])('%s is answered with %i', async (kind, status, type) => {
    const api = openApi(failing(kind));
    const response = await api.get('/api/v1/municipalities');
    expect(response.status).toBe(status);
    expect(response.headers.get('Content-Type')).toBe('application/problem+json');
    expect(response.headers.get('Cache-Control')).toBe('no-store');
    expect(response.headers.get('Retry-After')).toBe(status === 503 ? '5' : null);
    const text = await response.text();
    const problem = Problem.parse(JSON.parse(text));
    expect(problem.type).toBe(type);
    expect(problem.requestId).toBe(response.headers.get('X-Request-Id'));
    expect(text).not.toMatch(/secret|10\.0\.0\.7|relation/);
    expect(api.log()).toContain('secret_table');
    expect(api.log()).toContain(problem.requestId);
  });

  test('makes the process not ready, but alive', async () => {
    const api = openApi(failing('unavailable'));
    expect((await api.get('/health/ready')).status).toBe(503);
    expect((await api.get('/health/live')).status).toBe(200);
  });

  test('never signs anybody in', async () => {
    const api = openApi(failing('unavailable'));
    const cookie = { Cookie: 'kernkaart_session=something' };
    expect((await api.get('/api/v1/planner/session', cookie)).status).toBe(503);
    expect((await api.get('/tiles/planner/premises.json', cookie)).status).toBe(503);
    const token = { token: 'x'.repeat(43) };
    expect((await api.app.request('/api/v1/planner/session', posting(token))).status).toBe(503);
  });

  test('is over when the database is back, without anybody doing anything', async () => {
    let well = false;
    const api = openApi(
      fakeDatabase(async () => {
        if (!well) throw new DatabaseFault('unavailable', WORDS);
        return [];
      }),
    );
    expect((await api.get('/api/v1/datasets')).status).toBe(503);
    well = true;
    expect((await api.get('/api/v1/datasets')).status).toBe(200);
  });
});

describe('what is no fault of the database', () => {
  test.each([new Error(WORDS), new TypeError(WORDS), new RangeError(WORDS)])('%o: 500', async error => {
    const api = openApi(
      fakeDatabase(async () => {
        throw error;
      }),
    );
    const response = await api.get('/api/v1/datasets');
    expect(response.status).toBe(500);
    expect(await response.text()).not.toContain('secret');
    expect(api.log()).toContain('secret_table');
  });
});

describe('too much at once', () => {
  test('is refused with Retry-After, health is not, and afterwards all is well', async () => {
    const { promise, resolve } = Promise.withResolvers<void>();
    const api = openApi(
      fakeDatabase(async () => {
        await promise;
        return [];
      }),
      { MAX_REQUESTS: '3' },
    );
    const waiting = Array.from({ length: 3 }, () => api.get('/api/v1/datasets'));
    await sleep(0);
    const refused = await api.get('/api/v1/datasets');
    expect(refused.status).toBe(503);
    expect(refused.headers.get('Retry-After')).toBe('5');
    expect(Problem.parse(await refused.json()).type).toBe('overloaded');
    expect((await api.get('/health/live')).status).toBe(200);
    resolve();
    for (const response of await Promise.all(waiting)) expect(response.status).toBe(200);
    expect((await api.get('/api/v1/datasets')).status).toBe(200);
  });
});
