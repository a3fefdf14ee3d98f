import fc from 'fast-check';
import { expect, test } from 'vitest';
import { DURATION_CODES } from '#vocabulary/duration.ts';
import { STATUS_CODES, type StatusCode, statusIndex } from '#vocabulary/status.ts';
import { dayOf, isoOf } from './calendar.ts';
import { fillDurations, type Sightings, type Spell, spellsOf } from './spell.ts';
import { emptyStock } from './stock.ts';

type Told = [date: string, status: StatusCode, since?: [string | null, string | null]];

const day = (iso: string | null) => (iso === null ? null : dayOf(iso));
const iso = (value: number | null) => (value === null ? null : isoOf(value));

function sightings(told: Told[], more: Partial<Sightings> = {}): Sightings {
  return {
    days: told.map(([date]) => dayOf(date)),
    methods: told.map(() => '1'),
    rhythmMonths: 3,
    states: Uint8Array.from(told, ([, status]) => statusIndex(status)),
    since: date => {
      const since = told[date]![2];
      return since && { earliest: day(since[0]), latest: day(since[1]) };
    },
    changeAfter: () => null,
    ...more,
  };
}

/** Spells as text: first and last seen, [begin interval], [end interval]. */
function read(told: Told[], more: Partial<Sightings> = {}): string[] {
  const seen = sightings(told, more);
  return spellsOf(seen).map((spell: Spell) => {
    const [first, last] = [iso(seen.days[spell.first]!), iso(seen.days[spell.last]!)];
    const from = `${iso(spell.fromEarliest)}..${iso(spell.fromLatest)}`;
    return `${first} ${last} [${from}] [${iso(spell.untilEarliest)}..${iso(spell.untilLatest)}]`;
  });
}

test('between two rounds in use: began after the one, ended before the other', () => {
  expect(
    read([
      ['2025-01-01', 'in-use'],
      ['2025-04-01', 'vacant'],
      ['2025-07-01', 'vacant'],
      ['2025-10-01', 'in-use'],
    ]),
  ).toEqual(['2025-04-01 2025-07-01 [2025-01-01..2025-04-01] [2025-07-01..2025-10-01]']);
});

test('vacant from the first round until now: nothing bounds the begin, no end was seen', () => {
  expect(
    read([
      ['2025-01-01', 'vacant'],
      ['2025-04-01', 'vacant'],
    ]),
  ).toEqual(['2025-01-01 2025-04-01 [null..2025-01-01] [null..null]']);
});

test('rounds that did not look open the bounds; they neither end nor begin anything', () => {
  expect(
    read([
      ['2025-01-01', 'in-use'],
      ['2025-04-01', 'not-observed'],
      ['2025-07-01', 'vacant'],
      ['2025-10-01', 'unknown'],
      ['2026-01-01', 'vacant'],
      ['2026-04-01', 'not-observed'],
      ['2026-07-01', 'in-use'],
    ]),
  ).toEqual(['2025-07-01 2026-01-01 [2025-01-01..2025-07-01] [2026-01-01..2026-07-01]']);
});

test('a gap that is too long to vouch for makes two spells; the second may have begun with the first', () => {
  // Join within ceil(1.5 x 12) = 18 months: 2021-07-01 joins, 2021-07-02 does not.
  expect(
    read([
      ['2020-01-01', 'vacant'],
      ['2021-07-01', 'vacant'],
    ]),
  ).toEqual(['2020-01-01 2021-07-01 [null..2020-01-01] [null..null]']);
  expect(
    read([
      ['2019-10-01', 'in-use'],
      ['2020-01-01', 'vacant'],
      ['2021-07-02', 'vacant'],
    ]),
  ).toEqual([
    '2020-01-01 2020-01-01 [2019-10-01..2020-01-01] [2020-01-01..null]',
    '2021-07-02 2021-07-02 [2019-10-01..2021-07-02] [null..null]',
  ]);
  // A series that looks every four years vouches for six.
  expect(
    read(
      [
        ['2016-01-01', 'vacant'],
        ['2020-01-01', 'vacant'],
      ],
      { rhythmMonths: 48 },
    ),
  ).toHaveLength(1);
});

test('a statement of since when joins over a gap, or parts what looks joined', () => {
  expect(
    read([
      ['2018-01-01', 'vacant'],
      ['2023-01-01', 'vacant', ['2017-03-01', '2017-05-01']],
    ]),
  ).toEqual(['2018-01-01 2023-01-01 [2017-03-01..2017-05-01] [null..null]']);
  // Vacant in April and in July, but this vacancy is said to be of June: it was filled in between.
  expect(
    read([
      ['2025-04-01', 'vacant'],
      ['2025-07-01', 'vacant', ['2025-06-01', '2025-06-10']],
    ]),
  ).toEqual([
    '2025-04-01 2025-04-01 [null..2025-04-01] [2025-04-01..2025-06-10]',
    '2025-07-01 2025-07-01 [2025-06-01..2025-06-10] [null..null]',
  ]);
});

test('a statement narrows the begin; one that contradicts what was seen is left out; the newest counts', () => {
  const seen: Told[] = [
    ['2025-01-01', 'in-use'],
    ['2025-04-01', 'vacant'],
  ];
  const begin = (since: [string | null, string | null], later: Told[] = []) =>
    read([seen[0]!, [seen[1]![0], seen[1]![1], since], ...later])[0]!.match(/\[(.*?)\]/)![1];
  expect(begin(['2025-02-01', '2025-02-28'])).toBe('2025-02-01..2025-02-28');
  expect(begin([null, '2025-02-01'])).toBe('2025-01-01..2025-02-01');
  expect(begin(['2025-02-01', null])).toBe('2025-02-01..2025-04-01');
  expect(begin(['2023-01-01', '2023-12-31'])).toBe('2025-01-01..2025-04-01');
  // First "February", a round later "not before 10 March": they contradict each other.
  const later: Told[] = [['2025-07-01', 'vacant', ['2025-03-10', '2025-03-31']]];
  expect(begin(['2025-02-01', '2025-02-28'], later)).toBe('2025-03-10..2025-03-31');
});

test('partly vacant and temporary use are in use by count, and end a spell', () => {
  const found = read([
    ['2025-01-01', 'vacant'],
    ['2025-04-01', 'partly-vacant'],
    ['2025-07-01', 'vacant'],
    ['2025-10-01', 'temporary-use'],
  ]);
  expect(found).toEqual([
    '2025-01-01 2025-01-01 [null..2025-01-01] [2025-01-01..2025-04-01]',
    '2025-07-01 2025-07-01 [2025-04-01..2025-07-01] [2025-07-01..2025-10-01]',
  ]);
});

test('a new method version begins afresh', () => {
  expect(
    read(
      [
        ['2019-01-01', 'vacant'],
        ['2020-01-01', 'vacant'],
        ['2021-01-01', 'vacant'],
      ],
      { methods: ['IIS-WOZ', 'LV-WOZ', 'LV-WOZ'], rhythmMonths: 12 },
    ),
  ).toEqual([
    '2019-01-01 2019-01-01 [null..2019-01-01] [2019-01-01..null]',
    '2020-01-01 2021-01-01 [null..2020-01-01] [null..null]',
  ]);
});

test('a premises that is converted or demolished ends a vacancy that nobody saw end', () => {
  const changeAfter = () => dayOf('2025-05-20');
  expect(
    read(
      [
        ['2025-04-01', 'vacant'],
        ['2025-07-01', 'not-observed'],
      ],
      { changeAfter },
    ),
  ).toEqual(['2025-04-01 2025-04-01 [null..2025-04-01] [2025-04-01..2025-05-20]']);
});

test('durations per date follow the interval', () => {
  const told: Told[] = [
    ['2022-01-01', 'in-use'],
    ['2022-04-01', 'vacant'], // 0 to 90 days
    ['2023-01-01', 'unknown'],
    ['2023-02-01', 'vacant'], // 306 to 396 days: nobody can say
    ['2023-04-01', 'vacant'], // 365 days for certain
    ['2025-03-31', 'vacant'], // lost from sight for two years: a new spell, 0 to 1185 days
  ];
  const seen = sightings(told);
  const stock = emptyStock(1, told.length);
  stock.states.set(seen.states);
  fillDurations(stock, 0, spellsOf(seen), seen.days);
  const codes = Array.from(stock.durations, byte => (byte === 0 ? null : DURATION_CODES[byte - 1]));
  expect(codes).toEqual([null, 'under-1', null, 'unknown', '1-to-3', 'unknown']);
});

test('every vacant sighting is in exactly one spell, and intervals are in order', () => {
  const status = fc.constantFrom(...STATUS_CODES);
  const offset = fc.option(fc.integer({ min: 0, max: 1500 }), { nil: null });
  const step = fc.tuple(fc.integer({ min: 1, max: 900 }), status, fc.tuple(offset, offset));
  fc.assert(
    fc.property(fc.array(step, { maxLength: 12 }), steps => {
      let now = dayOf('2016-01-01');
      const told = steps.map(([gap, code, [before, width]]): Told => {
        now += gap;
        const earliest = before === null ? null : now - before;
        const latest = earliest === null || width === null ? null : Math.min(now, earliest + width);
        return [isoOf(now), code, [iso(earliest), iso(latest)]];
      });
      const seen = sightings(told);
      const spells = spellsOf(seen);
      told.forEach(([, code], date) => {
        const holding = spells.filter(spell => spell.first <= date && date <= spell.last);
        if (code === 'vacant') expect(holding).toHaveLength(1);
      });
      for (const spell of spells) {
        expect(spell.fromEarliest ?? -Infinity).toBeLessThanOrEqual(spell.fromLatest);
        expect(spell.fromLatest).toBeLessThanOrEqual(seen.days[spell.first]!);
        expect(spell.untilEarliest ?? -Infinity).toBeLessThanOrEqual(spell.untilLatest ?? Infinity);
      }
    }),
  );
});
