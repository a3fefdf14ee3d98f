import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Database } from '../../geodata/database/database.ts';
import type { CommandContext } from '../../server/commands/command.ts';
import { runCommand } from '../../server/commands/run.ts';
import { readConfig } from '../../server/config.ts';
import { FirstStart, isFirstStart } from '../../server/first-start.ts';
import { instanceSummary } from '../../server/queries/instance.ts';
import { openTestDatabase, type TestDatabase } from '../support/database.ts';

/** The embedded engine only: no other is given anything by itself. */
describe('the first start', () => {
  let opened: TestDatabase;
  let database: Database;
  beforeAll(async () => {
    opened = await openTestDatabase('embedded');
    database = opened.database;
  });
  afterAll(() => opened.close());

  const isFirst = (environment = {}) => isFirstStart(database, readConfig(environment));
  const codes = async () => (await instanceSummary(database)).map(({ code, fictional }) => [code, fictional]);

  async function command(...args: string[]): Promise<{ code: number; said: string }> {
    const context: CommandContext = {
      ...{ database, config: readConfig({}), address: 'http://127.0.0.1:1', language: 'en' },
      ...{ cwd: import.meta.dirname, signal: new AbortController().signal },
    };
    const lines: string[] = [];
    const running = runCommand(args, context);
    let step = await running.next();
    for (; !step.done; step = await running.next()) lines.push(step.value);
    return { code: step.value, said: lines.join('\n') };
  }

  test('that is stopped half way leaves nothing behind', async () => {
    const first = new FirstStart();
    const failures: unknown[] = [];
    first.begin(
      database,
      () => undefined,
      error => void failures.push(error),
    );
    expect(first.progress()).not.toBeNull();
    await first.stop();
    expect(first.progress()).toBeNull();
    expect([await codes(), await isFirst(), failures]).toEqual([[], true, []]);
  });

  test('loads the fictional municipality with progress, unless it is switched off', async () => {
    expect(await isFirst({ DEMO: 'off' })).toBe(false);
    const first = new FirstStart();
    const lines: string[] = [];
    const steps = new Set<string>();
    await new Promise<void>((resolve, reject) => {
      const say = (line: string) => {
        lines.push(line);
        steps.add(first.progress()?.step ?? '');
        if (/is ready/.test(line)) resolve();
      };
      first.begin(database, say, reject);
    });
    await first.stop();
    expect(lines.length).toBeGreaterThan(5);
    expect(steps.size).toBeGreaterThan(5);
    expect(await codes()).toEqual([['GM9999', true]]);
    expect(await isFirst()).toBe(false);
  });

  test('the command loads it into an empty database only', async () => {
    const refused = await command('demo');
    expect(refused.code).toBe(1);
    expect(refused.said).toMatch(/empty database.*Markerwaard \(GM9999\)/);
    expect((await command('status')).said).toMatch(/Markerwaard \(fictional\)/);
  });

  test('importing real data takes it away, and says so; a file that cannot be read does not', async () => {
    expect((await command('import', 'osm', 'nowhere.osm')).code).toBe(1);
    expect(await codes()).toEqual([['GM9999', true]]);
    const town = '../fixtures/osm/small-town.osm';
    const imported = await command('import', 'osm', town, '--municipality', 'GM9902', '--name', 'Dorp');
    expect(imported).toMatchObject({ code: 0 });
    expect(imported.said).toMatch(/fictional municipality was removed/);
    expect(await codes()).toEqual([['GM9902', false]]);
    expect(await command('demo', '--remove')).toEqual({
      code: 0,
      said: 'There is no fictional municipality here.',
    });
    expect(await isFirst()).toBe(false);
  });
});
