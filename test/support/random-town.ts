import type { Transaction } from '../../geodata/database/database.ts';
import { sql } from '../../geodata/database/sql.ts';

/** Numbers in [0, 1) from a seed (mulberry32). */
export function randomOf(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

export const TOWN = 'GM9999';

/** Corner of the square kilometre in which the town lies (RD, metres). */
const WEST = 150_000;
const SOUTH = 500_000;

const FUNCTIONS = ['retail', 'hospitality', 'services', 'office', 'housing', 'unknown'];
const STATUSES = [
  'vacant',
  'vacant',
  'vacant',
  'in-use',
  'partly-vacant',
  'temporary-use',
  'unknown',
  'not-observed',
];

/** Outlines that overlap; two are policy zones, one is a town centre with a hole. */
const AREAS = [
  ['centre', 'town-centre', '((0 0,700 0,700 700,0 700,0 0),(100 100,300 100,300 300,100 300,100 100))'],
  ['core', 'core-shopping', '((200 200,500 200,500 500,200 500,200 200))'],
  ['park', 'work-area', '((600 600,1000 600,1000 1000,600 1000,600 600))'],
  ['empty', 'business-improvement-district', '((990 0,1000 0,1000 10,990 10,990 0))'],
] as const;

const SERIES = [
  { id: 'list', kind: 'spell', rhythm: 3, access: 'open', profile: 'visible' },
  { id: 'register', kind: 'state', rhythm: 12, access: 'open', profile: 'strict' },
  { id: 'tips', kind: 'state', rhythm: 6, access: 'planner', profile: 'strict' },
] as const;

const DATES: Record<string, [date: string, method: string][]> = {
  list: [
    '2023-01-01',
    '2023-04-01',
    '2023-07-01',
    '2024-01-01',
    '2024-04-01',
    '2026-02-01',
    '2026-05-01',
  ].map(date => [date, '1']),
  register: [
    ['2019-01-01', 'IIS-WOZ'],
    ['2020-01-01', 'LV-WOZ'],
    ['2021-01-01', 'LV-WOZ'],
    ['2024-01-01', 'LV-WOZ'],
  ],
  tips: [
    ['2025-01-01', '1'],
    ['2025-07-01', '1'],
  ],
};

/** A polygon given in metres from the town's corner, as EWKT in RD or (fake but valid) Web Mercator. */
function outline(rings: string, srid: number): string {
  const moved = rings.replace(/(\d+) (\d+)/g, (_, x, y) => `${WEST + Number(x)} ${SOUTH + Number(y)}`);
  return `SRID=${srid};MULTIPOLYGON(${moved === rings ? '' : `(${moved.slice(1, -1)})`})`;
}

const array = (values: readonly string[]) => `{${values.join(',')}}`;

/**
 * Writes a small random municipality straight into the tables: premises that begin, end and change function,
 * three series (a list with partial coverage, a register over the whole with a method break, tips without any
 * coverage), corrections, statements of since when, unknown floor areas.
 */
export async function writeRandomTown(transaction: Transaction, seed: number, size = 80): Promise<void> {
  const random = randomOf(seed);
  const pick = <T>(values: readonly T[]): T => values[Math.floor(random() * values.length)]!;
  const chance = (share: number) => random() < share;
  await transaction.query(sql`insert into municipality (code, name, extent)
    values (${TOWN}, 'Random town', st_makeenvelope(150000, 500000, 151000, 501000, 28992))`);
  await transaction.query(sql`insert into dataset (id, municipality, source, title, owner, licence, attribution,
    imported_by, revision, read_count, loaded_count, rejected_count)
    values ('data', ${TOWN}, 'test', 't', 't', 't', 't', 't', 1, 0, 0, 0)`);
  await transaction.copy(
    'area',
    ['id', 'municipality', 'kind', 'name', 'geom', 'geom_3857', 'dataset'],
    AREAS.map(([id, kind, rings]) => [
      id,
      TOWN,
      kind,
      id,
      outline(rings, 28992),
      outline(rings, 3857),
      'data',
    ]),
  );
  const ids = Array.from({ length: size }, (_, index) => `p${index}`);
  const position = ids.map(() => [WEST + Math.floor(random() * 999), SOUTH + Math.floor(random() * 999)]);
  const point = (index: number, srid: number) => `SRID=${srid};POINT(${position[index]!.join(' ')})`;
  await transaction.copy(
    'address',
    ['id', 'municipality', 'street', 'number', 'place', 'label', 'search', 'point', 'dataset'],
    ids.map((id, index) => {
      const street = pick(['Markt', 'Kerkpad']);
      return [`a-${id}`, TOWN, street, index + 1, 'Town', id, id, point(index, 28992), 'data'];
    }),
  );
  await transaction.copy(
    'premises',
    ['id', 'municipality', 'address', 'point', 'point_3857', 'dataset'],
    ids.map((id, index) => [
      id,
      TOWN,
      chance(0.9) ? `a-${id}` : null,
      point(index, 28992),
      point(index, 3857),
      'data',
    ]),
  );
  const floorArea = () => (chance(0.2) ? null : 10 + Math.floor(random() * 400));
  await transaction.copy(
    'premises_period',
    ['premises', 'from_date', 'until_date', 'function', 'floor_area'],
    ids.flatMap(id => {
      const begin = chance(0.2) ? '2023-05-01' : '1990-01-01';
      const end = chance(0.15) ? '2026-03-01' : null;
      if (chance(0.7)) return [[id, begin, end, pick(FUNCTIONS), floorArea()]];
      return [
        [id, begin, '2024-02-10', pick(FUNCTIONS), floorArea()],
        [id, '2024-02-10', end, pick(FUNCTIONS), floorArea()],
      ];
    }),
  );
  await transaction.copy(
    'series',
    [
      'id',
      'municipality',
      'evidence',
      'kind',
      'name_nl',
      'name_en',
      'definition_nl',
      'definition_en',
      'source',
      'rhythm_months',
      'access',
      'profile',
      'reliability',
      'dataset',
    ],
    SERIES.map(({ id, kind, rhythm, access, profile }) => [
      id,
      TOWN,
      'own-list',
      kind,
      id,
      id,
      id,
      id,
      id,
      rhythm,
      access,
      profile,
      'medium',
      'data',
    ]),
  );
  const dates = Object.entries(DATES).flatMap(([series, list]) =>
    list.map(([date, method]) => [series, date, method]),
  );
  await transaction.copy('reference_date', ['series', 'date', 'method_version'], dates);
  const place = outline('((0 0,650 0,650 650,0 650,0 0))', 28992);
  const markt = JSON.stringify([{ street: 'Markt', from: 10, to: 60, side: 'even' }]);
  await transaction.copy(
    'coverage',
    ['series', 'reference_date', 'geom', 'ranges', 'functions', 'least_floor_area'],
    [
      ...DATES.list!.flatMap(([date], index) => [
        ['list', date, place, null, array(['retail', 'hospitality', 'services']), 25],
        ...(index > 2 ? [['list', date, null, markt, array(['office', 'retail']), null]] : []),
        ...(index > 4 ? [['list', date, place, markt, null, null]] : []),
      ]),
      ...DATES.register!.map(([date]) => ['register', date, null, null, null, null]),
    ],
  );
  function* observations(): Generator<unknown[]> {
    for (const id of ids) {
      const unlucky = chance(0.5);
      for (const [series, date] of dates) {
        const times = chance(unlucky ? 0.7 : 0.1) ? (chance(0.2) ? 2 : 1) : 0;
        for (let time = 0; time < times; time++) {
          const area = chance(0.3) ? Math.floor(random() * 300) : null;
          const recorded = `2026-0${1 + Math.floor(random() * 5)}-01T12:00:00Z`;
          yield [id, series, date, pick(STATUSES), area, ...sinceBefore(date!), recorded, 'test'];
        }
      }
    }
  }
  function sinceBefore(date: string): [string | null, string | null] {
    if (chance(0.6)) return [null, null];
    const earliest = shifted(date, -Math.floor(random() * 1500));
    const latest = shifted(earliest, Math.floor(random() * 200));
    return [chance(0.2) ? null : earliest, chance(0.2) ? null : latest < date ? latest : date];
  }
  await transaction.copy(
    'observation',
    [
      'premises',
      'series',
      'reference_date',
      'status',
      'vacant_floor_area',
      'since_earliest',
      'since_latest',
      'recorded_at',
      'recorded_by',
    ],
    observations(),
  );
}

/** ISO date some days from another. */
export function shifted(iso: string, days: number): string {
  const date = new Date(`${iso}T00:00:00Z`);
  date.setUTCDate(date.getUTCDate() + days);
  return date.toISOString().slice(0, 10);
}
