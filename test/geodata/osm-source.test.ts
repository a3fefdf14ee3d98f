import { mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { source } from '../../geodata/sources/osm/source.ts';
import { publishFigures } from '../../server/policy/publish.ts';
import { describeOnEachEngine } from '../support/database.ts';

const EXTRACT = new URL('../fixtures/osm/small-town.osm', import.meta.url);

describeOnEachEngine('an extract that is uploaded', get => {
  let folder: string;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'kernkaart-osm-'));
  });
  afterAll(() => rm(folder, { recursive: true, force: true }));

  const fileOf = async (name: string, content: string | Buffer) => {
    const path = join(folder, 'upload');
    await writeFile(path, content);
    return { path, name, bytes: (await stat(path)).size };
  };

  test('is recognised by its content, looked at, and loaded under its own name', async () => {
    const file = await fileOf('wijk.osm', await readFile(EXTRACT));
    expect(await source.recognise(file)).toBe(true);
    const { database } = get();
    const preview = await source.preview(file, {}, { database });
    expect(preview.found.find(({ kind }) => kind === 'building')?.count).toBeGreaterThan(0);
    const [question] = preview.questions;
    expect(question).toMatchObject({ key: 'municipality', required: true });
    const options = { municipality: { code: 'GM9903', name: 'Elders' } };
    const result = await source.load(file, options, {
      database,
      madeBy: 'test',
      software: 'test',
      publish: publishFigures,
      progress: () => undefined,
    });
    expect(result.municipality).toBe('GM9903');
    const [row] = await database.query<{ name: string }>({
      text: 'select file_name as name from dataset where id = $1',
      values: [result.dataset],
    });
    expect(row?.name).toBe('wijk.osm');
  });

  test.each([
    ['a list', 'straat;nummer\nKade;1\n'],
    ['a web page', '<?xml version="1.0"?><html></html>'],
    ['a few bytes', 'x'],
  ])('is not %s', async (_, content) => {
    expect(await source.recognise(await fileOf('a.osm', content))).toBe(false);
  });

  test('cut off is recognised, and said to be cut off', async () => {
    const whole = await readFile(EXTRACT);
    const file = await fileOf('a.osm', whole.subarray(0, whole.length - 400));
    expect(await source.recognise(file)).toBe(true);
    await expect(source.preview(file, {}, { database: get().database })).rejects.toMatchObject({
      code: expect.stringMatching(/^file-(truncated|damaged)$/),
    });
  });
});
