import { expect, it } from 'vitest';
import { fixedSql, sql } from '../../geodata/database/sql.ts';
import { describeOnEachEngine } from '../support/database.ts';

describeOnEachEngine('a statement', get => {
  it('gives the same types on both engines', async () => {
    const rows = await get().database.query(sql`
      select 9007199254740991::int8 as int8, 1.25::numeric as numeric, 0.1::float8 as float8, 7::int2 as int2,
        true as yes, 'x'::varchar as word, date '2026-01-02' as date, count(*) as count,
        timestamptz '2026-01-02 03:04:05.6+02' as instant, timestamp '2026-01-02 03:04:05' as local,
        '\\x00ff'::bytea as bytes, ''::bytea as no_bytes, null::integer as nothing,
        array[1, null, 3] as numbers, array['a,"b\\', null, 'NULL', ''] as words, array[[1, 2], [3, 4]] as nested,
        array[date '2026-01-01'] as dates, '{}'::text[] as empty,
        '{"a": [1, null]}'::jsonb as json, '[1]'::json as list, st_point(1, 2, 28992) as point`);
    expect(rows).toEqual([
      {
        int8: 9007199254740991,
        numeric: 1.25,
        float8: 0.1,
        int2: 7,
        yes: true,
        word: 'x',
        date: '2026-01-02',
        count: 1,
        instant: '2026-01-02T01:04:05.6+00:00',
        local: '2026-01-02T03:04:05',
        bytes: new Uint8Array([0, 255]),
        no_bytes: new Uint8Array(),
        nothing: null,
        numbers: [1, null, 3],
        words: ['a,"b\\', null, 'NULL', ''],
        nested: [
          [1, 2],
          [3, 4],
        ],
        dates: ['2026-01-01'],
        empty: [],
        json: { a: [1, null] },
        list: [1],
        point: '010100002040710000000000000000F03F0000000000000040',
      },
    ]);
    expect((rows[0] as { bytes: object }).bytes.constructor).toBe(Uint8Array);
  });

  it('takes the same values on both engines', async () => {
    const odd = 'tab\t quote\' " back\\slash \n € 漢 {}';
    const [row] = await get().database.query(sql`
      select ${odd}::text as text, ${null}::text as nothing, ${undefined}::text as missing, ${1.5}::float8 as number,
        ${12n}::int8 as big, ${false}::boolean as no, ${new Uint8Array([1, 0, 255])}::bytea as bytes,
        ${[odd, null, 'NULL']}::text[] as words, ${[1, null]}::integer[] as numbers,
        ${{ a: odd, b: [1] }}::jsonb as json, ${new Int32Array([1, -2])}::integer[] as packed`);
    expect(row).toEqual({
      text: odd,
      nothing: null,
      missing: null,
      number: 1.5,
      big: 12,
      no: false,
      bytes: new Uint8Array([1, 0, 255]),
      words: [odd, null, 'NULL'],
      numbers: [1, null],
      json: { a: odd, b: [1] },
      packed: [1, -2],
    });
  });

  it('refuses a Date, which would bring a time zone in', async () => {
    await expect(get().database.query(sql`select ${new Date()}`)).rejects.toThrow(TypeError);
  });

  it('lays bytes out from offset 0, for typed arrays of any width', async () => {
    const [row] = await get().database.query<{ bytes: Uint8Array }>(
      sql`select '\\x0100000002000000'::bytea as bytes`,
    );
    expect([...new Int32Array(row!.bytes.buffer)]).toEqual([1, 2]);
  });

  it('finds our tables without naming the schema, and runs in UTC', async () => {
    const [row] = await get().database.query(
      fixedSql(`select count(*) as areas, current_setting('timezone') as zone from area`),
    );
    expect(row).toEqual({ areas: 0, zone: 'UTC' });
  });

  it('is refused with the code of the engine in the cause, and the next one is answered', async () => {
    const refused = get().database.query(sql`select 1 / ${0}::integer`);
    await expect(refused).rejects.toMatchObject({ kind: 'refused', cause: { code: '22012' } });
    await expect(get().database.query(sql`select 1 as one`)).resolves.toEqual([{ one: 1 }]);
  });
});
