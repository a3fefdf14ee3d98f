import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pino from 'pino';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Database } from '../../geodata/database/database.ts';
import { sql } from '../../geodata/database/sql.ts';
import { writeDataset } from '../../geodata/import/dataset.ts';
import { ImportError } from '../../geodata/import/import-error.ts';
import { landImport } from '../../geodata/import/land.ts';
import type { ImportPreview, ImportSource } from '../../geodata/import/source.ts';
import { DataRevisions, ENDED_STATES, ImportJob, ImportJobs } from '../../server/contract/import-job.ts';
import { ImportRunner } from '../../server/imports/runner.ts';
import { describeOnEachEngine } from '../support/database.ts';
import { answerOf, openApi, posting, type TestApi } from './api-client.ts';
import { putting } from './scenario-town.ts';
import { loadSmallTown, TOWN } from './small-town.ts';

const IMPORTS = '/api/v1/planner/imports';

const PREVIEW: ImportPreview = {
  source: 'areas',
  title: 'Een bestand',
  municipality: { code: TOWN, name: 'Proefdam' },
  referenceDate: null,
  found: [{ kind: 'area', count: 1 }],
  columns: [],
  rows: [],
  changes: [],
  questions: [{ key: 'referenceDate', kind: 'date', required: true, proposal: null }],
  notices: [],
};

/** Until somebody lets it go on; how often it was begun. */
const gate = { open: Promise.resolve() as Promise<unknown>, begun: 0 };

/** A source of one area, whose file says what is to happen. */
const source: ImportSource = {
  code: 'areas',
  recognise: async ({ name }) => name.startsWith('known'),
  preview: async ({ name }) => {
    if (name.includes('bad'))
      throw new ImportError({ code: 'bad', nl: 'Dit kan niet.', en: 'This cannot be.' });
    if (name.includes('broken')) throw new Error('secret of the server');
    return PREVIEW;
  },
  load: (file, options, context) =>
    landImport(
      context,
      { municipality: TOWN, dataset: `set-${options.referenceDate}`, reason: file.name, summed: ['area'] },
      async (transaction, step) => {
        gate.begun += 1;
        const record = { municipality: TOWN, source: 'areas', title: 'T', owner: 'O', licence: 'CC0-1.0' };
        await writeDataset(
          transaction,
          {
            ...record,
            id: `set-${options.referenceDate}`,
            attribution: 'A',
            fileName: file.name,
            sha256: null,
            referenceDate: String(options.referenceDate),
          },
          context.madeBy,
        );
        step('Loading', 0.5);
        await gate.open;
        step('Loading', 0.6);
        return { area: { read: 1, loaded: 1, rejected: 0, leftOut: 0 } };
      },
    ),
};

describeOnEachEngine('imports by upload', get => {
  let api: TestApi;
  let database: Database;
  let dataDir: string;
  let runner: ImportRunner;
  beforeAll(async () => {
    database = get().database;
    dataDir = await mkdtemp(join(tmpdir(), 'kernkaart-import-'));
    await loadSmallTown(database);
    const logger = pino({ level: 'silent' });
    runner = new ImportRunner({ database, logger, dataDir }, [source]);
    api = openApi(database, {}, { imports: runner });
  });
  afterAll(async () => {
    await runner.stop();
    await rm(dataDir, { recursive: true, force: true });
  });

  const upload = async (name: string, body = 'x', headers: Record<string, string> = {}) =>
    api.asPlanner(`${IMPORTS}?name=${encodeURIComponent(name)}`, {
      method: 'POST',
      body,
      headers: { 'Content-Type': 'application/octet-stream', ...headers },
    });
  const jobOf = async (id: string) => answerOf(await api.asPlanner(`${IMPORTS}/${id}`), ImportJob);
  const until = async (id: string, states: readonly string[]): Promise<ImportJob> => {
    await expect.poll(async () => (await jobOf(id)).state, { timeout: 60_000 }).toBeOneOf([...states]);
    return jobOf(id);
  };
  const asked = async (name = 'known.csv'): Promise<ImportJob> => {
    const { id } = await answerOf(await upload(name), ImportJob);
    return until(id, ['asking']);
  };
  const ready = async (date: string): Promise<ImportJob> => {
    const { id } = await asked();
    await api.asPlanner(`${IMPORTS}/${id}/answers`, putting({ options: { referenceDate: date } }));
    return until(id, ['waiting']);
  };
  const apply = (id: string) => api.asPlanner(`${IMPORTS}/${id}/application`, { method: 'POST' });
  const cancel = async (id: string) =>
    answerOf(await api.asPlanner(`${IMPORTS}/${id}/cancellation`, { method: 'POST' }), ImportJob);
  const datasets = async () => (await database.query(sql`select id from dataset`)).length;
  const files = async () => readdir(join(dataDir, 'uploads'));

  test('is looked at, asked about, applied; and its file does not stay', async () => {
    const job = await ready('2026-01-01');
    expect(job).toMatchObject({ source: 'areas', municipality: TOWN, fileName: 'known.csv', bytes: 1 });
    expect(job.preview).toEqual(PREVIEW);
    expect(await files()).toContain(job.id);
    expect((await apply(job.id)).status).toBe(200);
    const done = await until(job.id, ENDED_STATES);
    expect(done.fault).toBeNull();
    expect(done.state).toBe('done');
    expect(done.result?.counts).toEqual({ area: { read: 1, loaded: 1, rejected: 0, leftOut: 0 } });
    expect(await files()).not.toContain(job.id);
    const list = await answerOf(await api.asPlanner(IMPORTS), ImportJobs);
    expect(list.imports[0]?.id).toBe(job.id);
  });

  test('says how far it is while it runs, and called off leaves nothing', async () => {
    const job = await ready('2026-02-01');
    const { promise, resolve } = Promise.withResolvers<void>();
    gate.open = promise;
    const before = await datasets();
    await apply(job.id);
    await expect.poll(async () => (await runner.job(job.id))?.progress, { timeout: 20_000 }).toBe(0.5);
    const answer = cancel(job.id);
    resolve();
    expect((await answer).state).toBe('cancelled');
    expect(await datasets()).toBe(before);
    expect(await files()).not.toContain(job.id);
    expect((await cancel(job.id)).state).toBe('cancelled');
  });

  test('applied twice at once runs once', async () => {
    gate.open = Promise.resolve();
    const job = await ready('2026-03-01');
    const begun = gate.begun;
    const statuses = (await Promise.all([apply(job.id), apply(job.id)])).map(({ status }) => status);
    expect(statuses.toSorted()).toEqual([200, 409]);
    expect((await until(job.id, ENDED_STATES)).state).toBe('done');
    expect(gate.begun).toBe(begun + 1);
  });

  test.each([
    ['what is wrong with the file, in both languages', 'known-bad.csv', { code: 'bad', nl: 'Dit kan niet.' }],
    ['that nobody knows such a file', 'other.bin', { code: 'file-unknown' }],
    ['nothing of what broke inside', 'known-broken.csv', { code: 'fault' }],
  ])('says %s', async (_, name, fault) => {
    const { id } = await answerOf(await upload(name), ImportJob);
    const job = await until(id, ENDED_STATES);
    expect(job.state).toBe('failed');
    expect(job.fault).toMatchObject(fault);
    expect(JSON.stringify(job)).not.toContain('secret');
    expect(await files()).not.toContain(id);
  });

  test('one that ran when the process ended says so, and the next process clears up', async () => {
    const job = await ready('2026-04-01');
    await database.query(sql`update import_job set state = 'running' where id = ${job.id}`);
    const next = new ImportRunner({ database, logger: pino({ level: 'silent' }), dataDir }, [source]);
    await next.begin();
    expect(await next.job(job.id)).toMatchObject({ state: 'failed', fault: { code: 'interrupted' } });
    expect(await files()).not.toContain(job.id);
  });

  test('one that nobody goes on with is called off after a week, and no upload stays that nobody needs', async () => {
    const [old, fresh] = [await asked(), await asked()];
    await database.query(
      sql`update import_job set updated_at = now() - interval '8 days' where id = ${old.id}`,
    );
    await writeFile(join(dataDir, 'uploads', 'left-behind'), 'x');
    const next = new ImportRunner({ database, logger: pino({ level: 'silent' }), dataDir }, [source]);
    await next.begin();
    expect(await next.job(old.id)).toMatchObject({ state: 'cancelled' });
    expect(await next.job(fresh.id)).toMatchObject({ state: 'asking' });
    const there = await files();
    expect(there).toContain(fresh.id);
    for (const gone of [old.id, 'left-behind']) expect(there).not.toContain(gone);
    await cancel(fresh.id);
  });

  describe('refuses', () => {
    test('visitors', async () => {
      expect((await api.get(IMPORTS)).status).toBe(401);
      const init = { method: 'POST', body: 'x', headers: { 'Content-Type': 'application/octet-stream' } };
      expect((await api.app.request(`${IMPORTS}?name=known.csv`, init)).status).toBe(401);
    });
    test('what is no file, empty, cut off, or said to be too large', async () => {
      expect((await upload('known.csv', 'x', { 'Content-Type': 'text/csv' })).status).toBe(415);
      expect((await upload('known.csv', '')).status).toBe(400);
      expect((await upload('known.csv', 'x', { 'Content-Length': '5' })).status).toBe(400);
      expect((await upload('known.csv', 'x', { 'Content-Length': '2000000001' })).status).toBe(413);
      expect((await api.asPlanner(IMPORTS, { method: 'POST' })).status).toBe(400);
    });
    test('an import that is not there, and what its state does not allow', async () => {
      expect((await apply('0000')).status).toBe(404);
      const { id } = await asked();
      expect((await apply(id)).status).toBe(409);
      await cancel(id);
      const answer = await api.asPlanner(`${IMPORTS}/${id}/answers`, putting({ options: {} }));
      expect(answer.status).toBe(409);
    });
  });

  test('a revision can be put back on the same screen', async () => {
    gate.open = Promise.resolve();
    const job = await ready('2026-05-01');
    await apply(job.id);
    await until(job.id, ENDED_STATES);
    const list = async () =>
      (await answerOf(await api.asPlanner(`/api/v1/planner/revisions?municipality=${TOWN}`), DataRevisions))
        .revisions;
    const [current, before] = await list();
    expect(current).toMatchObject({ current: true, reason: 'known.csv', madeBy: 'planner' });
    expect(before?.restorable).toBe(true);
    const restoring = await answerOf(
      await api.asPlanner(
        '/api/v1/planner/restorations',
        posting({ municipality: TOWN, revision: before!.number }),
      ),
      ImportJob,
    );
    expect((await until(restoring.id, ENDED_STATES)).fault).toBeNull();
    const there = await database.query(sql`select 1 from dataset where id = 'set-2026-05-01'`);
    expect(there).toHaveLength(0);
    expect((await list())[0]?.reason).toContain('restored');
    const gone = await answerOf(
      await api.asPlanner('/api/v1/planner/restorations', posting({ municipality: TOWN, revision: 1 })),
      ImportJob,
    );
    expect((await until(gone.id, ENDED_STATES)).fault?.code).toBe('revision-not-kept');
  });
});
