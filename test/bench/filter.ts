import { type Filter, type Filtered, filteredTallies, NO_FILTER } from '../../geodata/figures/filter.ts';
import { membershipColumns } from '../../geodata/figures/place.ts';
import { emptyStock, NO_AREA } from '../../geodata/figures/stock.ts';
import { FUNCTION_CODES, functionIndex } from '../../geodata/vocabulary/function.ts';
import { STATUSES, statusIndex } from '../../geodata/vocabulary/status.ts';
import { randomOf } from '../support/random-town.ts';
import type { Bench } from './ground/bench.ts';
import { percentile, sideBySide } from './ground/clock.ts';

/** A town of the size that the project aims at, quarterly for ten years, every premises looked at each time. */
const [PREMISES, DATES, AREAS, SIDES, CELLS] = [14_000, 41, 30, 200, 1500];
const TIMES = 15;

const FILTER: Filter = {
  ...NO_FILTER,
  functions:
    (1 << functionIndex('retail')) | (1 << functionIndex('office')) | (1 << functionIndex('business')),
  durations: 0b0110,
  floorArea: { least: 60, most: 400 },
  buildYear: { least: 1900, most: null },
};

/** Vacancies begin and end: one premises in five has some, for four dates on average. */
function townOf(random: () => number): Filtered {
  const stock = emptyStock(PREMISES, DATES);
  stock.covered.fill(1);
  const [inUse, vacant] = [statusIndex('in-use'), statusIndex('vacant')];
  const memberships: [number, number][] = [];
  for (let premises = 0; premises < PREMISES; premises++) {
    const func = Math.floor(random() * FUNCTION_CODES.length);
    const area = random() < 0.1 ? NO_AREA : 30 + Math.floor(random() * 500);
    const troubled = random() < 0.2;
    let state = inUse;
    for (let date = 0, slot = premises * DATES; date < DATES; date++, slot++) {
      if (troubled && random() < 0.25) state = state === inUse ? vacant : inUse;
      stock.states[slot] = state;
      stock.functions[slot] = func;
      stock.floorAreas[slot] = area;
      if (state === vacant) stock.durations[slot] = 1 + Math.floor(random() * 4);
    }
    memberships.push([premises, 0], [premises, 1 + Math.floor(random() * AREAS)]);
    if (random() < 0.2) memberships.push([premises, 1 + AREAS + Math.floor(random() * SIDES)]);
    memberships.push([premises, 1 + AREAS + SIDES + Math.floor((premises * CELLS) / PREMISES)]);
  }
  const first = { area: 1, side: 1 + AREAS, cell: 1 + AREAS + SIDES };
  const keys = Array.from({ length: first.cell + CELLS }, (_, place) => String(place));
  const buildYears = Int16Array.from({ length: PREMISES }, () => 1850 + Math.floor(random() * 170));
  return { stock, buildYears, places: { keys, first, ...membershipColumns(PREMISES, memberships) } };
}

/** A premises as an object, as a first attempt would keep it. */
interface Premises {
  func: number;
  area: number | null;
  year: number;
  places: string[];
  dates: { status: number; duration: number }[];
}

function objectsOf({ stock, buildYears, places }: Filtered): Premises[] {
  return Array.from(buildYears, (year, index) => {
    const slot = index * DATES;
    const area = stock.floorAreas[slot]!;
    return {
      func: stock.functions[slot]!,
      area: area === NO_AREA ? null : area,
      year,
      places: Array.from(
        places.placeOf.subarray(places.begin[index], places.begin[index + 1]),
        place => places.keys[place]!,
      ),
      dates: Array.from({ length: DATES }, (_, date) => {
        return { status: stock.states[slot + date]!, duration: stock.durations[slot + date]! };
      }),
    };
  });
}

/** Observed, vacant and their m2 per place and date: less than ours counts. */
function naive(list: readonly Premises[], filter: Filter): Map<string, number[]> {
  const sums = new Map<string, number[]>();
  const asked = list.filter(
    ({ func, area, year }) =>
      filter.functions & (1 << func) &&
      area !== null &&
      area >= filter.floorArea.least! &&
      area <= filter.floorArea.most! &&
      year >= filter.buildYear.least!,
  );
  for (const { area, places, dates } of asked)
    for (const [date, { status, duration }] of dates.entries())
      for (const place of places) {
        const key = `${place}|${date}`;
        const sum = sums.get(key) ?? [0, 0, 0, 0];
        sums.set(key, sum);
        if (!STATUSES[status]!.observed) continue;
        sum[0]! += 1;
        sum[2]! += area!;
        if (!STATUSES[status]!.vacant || !(filter.durations! & (1 << (duration - 1)))) continue;
        sum[1]! += 1;
        sum[3]! += area!;
      }
  return sums;
}

/** One step of a planner's filter: every place, every date, at once. */
export default async function filtering({ add }: Bench): Promise<void> {
  const town = townOf(randomOf(1));
  const objects = objectsOf(town);
  const report = (what: string, values: { ours: number[]; yardstick: number[] }) => {
    const yardstick = {
      what: 'a loop over objects, for four measures',
      value: percentile(values.yardstick, 0.95),
    };
    add({ what, value: percentile(values.ours, 0.95), unit: 'ms', yardstick, target: 50 });
  };
  const everything: Filter = {
    ...FILTER,
    ...{ functions: NO_FILTER.functions, durations: 0b1111 },
    ...{ floorArea: { least: 0, most: 9999 }, buildYear: { least: 0, most: null } },
  };
  for (const [what, filter] of [
    ['filter, 14,000 premises x 41 dates x all places, p95', FILTER],
    ['filter that lets everything known pass, p95', everything],
  ] as const) {
    const values = await sideBySide(
      TIMES,
      async () => filteredTallies(town, filter),
      async () => naive(objects, filter),
    );
    report(what, values);
  }
}
