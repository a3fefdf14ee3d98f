import pino from 'pino';
import { beforeAll, expect, test } from 'vitest';
import { createApp } from '../../server/app.ts';
import { readConfig } from '../../server/config.ts';
import { Municipalities, type Preparing } from '../../server/contract/municipality.ts';
import { Problem } from '../../server/contract/primitives.ts';
import { describeOnEachEngine } from '../support/database.ts';
import { answerOf, openApi } from './api-client.ts';
import { loadSmallTown, TOWN } from './small-town.ts';

describeOnEachEngine('municipalities', get => {
  beforeAll(() => loadSmallTown(get().database));

  test('come with the address for mistakes that the administrator set, or none', async () => {
    const asked = async (environment: Record<string, string>) =>
      answerOf(await openApi(get().database, environment).get('/api/v1/municipalities'), Municipalities);
    expect(await asked({})).toMatchObject({
      reportAddress: null,
      preparing: null,
      municipalities: [{ code: TOWN }],
    });
    for (const address of ['kaart@gemeente.example', 'https://gemeente.example/melden'])
      expect((await asked({ REPORT_ADDRESS: address })).reportAddress).toBe(address);
    for (const wrong of ['javascript:alert(1)', 'http://gemeente.example', 'gemeente'])
      expect(() => readConfig({ REPORT_ADDRESS: wrong })).toThrow(
        /REPORT_ADDRESS: a mail address or an https/,
      );
  });

  test('while the first data are loaded, say how far it is; everything else waits outside', async () => {
    let busy: Preparing | null = { step: 'Loading buildings', done: 0.4 };
    const context = { database: get().database, config: readConfig({}), logger: pino({ level: 'silent' }) };
    const app = createApp({ ...context, preparing: () => busy });
    const ask = (path: string) => app.request(path);
    const answer = await answerOf(await ask('/api/v1/municipalities'), Municipalities);
    expect(answer).toMatchObject({ revision: 0, municipalities: [], preparing: busy });
    for (const path of [
      '/health/ready',
      '/api/v1/areas?municipality=GM9901',
      '/api/v1/planner/session',
      '/tiles/base.json',
    ]) {
      const refused = await ask(path);
      expect(refused.status, path).toBe(503);
      expect(refused.headers.get('Retry-After')).toBe('5');
      expect(Problem.parse(await refused.json()).detail).toContain('Loading buildings');
    }
    expect((await ask('/health/live')).status).toBe(200);
    expect((await ask('/api/v1/openapi.json')).status).toBe(200);
    busy = null;
    expect((await ask('/health/ready')).status).toBe(200);
    const ready = await answerOf(await ask('/api/v1/municipalities'), Municipalities);
    expect(ready).toMatchObject({ preparing: null, municipalities: [{ code: TOWN }] });
  });
});
