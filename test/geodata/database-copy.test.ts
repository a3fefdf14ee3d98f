import { expect, it } from 'vitest';
import { sql } from '../../geodata/database/sql.ts';
import { describeOnEachEngine } from '../support/database.ts';

const COLUMNS = ['id', 'word', 'words', 'number', 'yes', 'bytes', 'json', 'day', 'place'];

/** Everything that COPY's text format has a rule for. */
const ROWS = [
  [
    1,
    'plain',
    ['a', 'b'],
    1.5,
    true,
    new Uint8Array([0, 9, 10, 13, 92, 255]),
    { a: 1 },
    '2026-01-31',
    'SRID=28992;POINT(1 2)',
  ],
  [2, null, null, null, null, null, null, null, null],
  [3, '', [], 0, false, new Uint8Array(), { c: [] }, '2000-02-29', null],
  [4, '\\N', ['\\N', null, 'NULL', '"', "'", '\t', ',{}'], -1, true, null, { b: '\t\n\r\\"' }, null, null],
  [5, 'tab\tnew\nline\rreturn\\back\\.', ['new\nline'], 1e21, true, null, '"text"', null, null],
  [6, '\\.', null, null, null, null, null, null, null],
  [7, 'é 漢 😀 \u007f', null, null, null, null, null, null, null],
];

describeOnEachEngine('copying', get => {
  async function copied(rows: Iterable<readonly unknown[]> | AsyncIterable<readonly unknown[]>) {
    return get().database.transaction(async transaction => {
      await transaction.script(`create temporary table parcel (id integer primary key, word text, words text[],
        number float8, yes boolean, bytes bytea, json jsonb, day date, place geometry) on commit drop`);
      const count = await transaction.copy('parcel', COLUMNS, rows);
      const found = await transaction.query(
        sql`select id, word, words, number, yes, bytes, json, day, st_asewkt(place) as place from parcel order by id`,
      );
      return { count, found };
    });
  }

  it('brings every value back as it was', async () => {
    const { count, found } = await copied(ROWS);
    expect(count).toBe(ROWS.length);
    const expected = ROWS.map(row =>
      Object.fromEntries(COLUMNS.map((column, index) => [column, row[index]])),
    );
    expected[4]!.json = 'text';
    expect(found).toEqual(expected);
  });

  it('takes nothing, and takes more than one message holds', async () => {
    expect((await copied([])).count).toBe(0);
    async function* many() {
      for (let id = 0; id < 60_000; id += 1)
        yield [id, 'x'.repeat(150), null, null, null, null, null, null, null];
    }
    const { count, found } = await copied(many());
    expect([count, found.length, found.at(-1)?.id]).toEqual([60_000, 60_000, 59_999]);
  });

  it('hands on what the source of the rows throws, and keeps nothing', async () => {
    const { database } = get();
    function* broken() {
      yield ['abc', 'planner', '2026-01-01'];
      throw new RangeError('the file ends here');
    }
    const work = database.transaction(transaction =>
      transaction.copy('session', ['hash', 'role', 'expires_at'], broken()),
    );
    await expect(work).rejects.toThrow(new RangeError('the file ends here'));
    expect(await database.query(sql`select from session`)).toEqual([]);
  });

  it('is refused with the reason for a row that does not fit', async () => {
    const work = get().database.transaction(transaction =>
      transaction.copy('session', ['hash', 'role', 'expires_at'], [['abc', 'mayor', '2026-01-01']]),
    );
    await expect(work).rejects.toMatchObject({ kind: 'refused', cause: { code: '23514' } });
  });

  it('refuses names that are not plain', async () => {
    const work = get().database.transaction(transaction => transaction.copy('session; drop', ['hash'], []));
    await expect(work).rejects.toThrow(TypeError);
  });
});
