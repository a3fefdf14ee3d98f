import type { FunctionCode } from '../vocabulary/function.ts';
import { FIRST_ROUND, LAST_ROUND, quarterDate, quarterOf } from './calendar.ts';
import { type Spell, spellAt } from './hidden-truth.ts';
import { existsIn, type Holding, useIn } from './holdings.ts';
import { createRandom, type Random } from './random.ts';
import { LEAST_LISTED, RECONCILED } from './segments.ts';
import { LIST } from './series-rows.ts';
import { STORE_NAME, storeVacancy } from './stories.ts';
import type { CoverageRow, ObservationRow, Polygon, ReferenceDateRow, StreetRange } from './town.ts';

/** What the list looks at: where, and which of the holdings lie there. */
export interface ListGround {
  centres: readonly Polygon[];
  workAreas: readonly Polygon[];
  inCentres: ReadonlySet<Holding>;
  inWorkAreas: ReadonlySet<Holding>;
}

const SHOPPING: readonly FunctionCode[] = ['retail', 'hospitality', 'services'];
const WORK: readonly FunctionCode[] = ['business', 'retail'];

/** First round with the business parks, and the first October with the offices. */
const WORK_JOINED = quarterOf('2021-04-01');
const OFFICES_JOINED = quarterOf('2017-10-01');
const LEAST_OFFICE = 50;

/** Roads out of the town that the round follows as far as these house numbers. */
const ROADS: readonly StreetRange[] = [
  { street: 'Oosterweg', from: 1, to: 60, side: 'both' },
  { street: 'Westerweg', from: 1, to: 40, side: 'both' },
  { street: 'Zuiderweg', from: 1, to: 60, side: 'both' },
  { street: 'Meerweg', from: 2, to: 40, side: 'even' },
];

const seesOffices = (quarter: number): boolean => quarter >= OFFICES_JOINED && quarter % 4 === 3;

function onRoads({ addressed }: Holding): boolean {
  return ROADS.some(({ street, from, to, side }) => {
    const { number } = addressed;
    const isSide = side === 'both' || (number % 2 === 1) === (side === 'odd');
    return addressed.street === street && number >= from && number <= to && isSide;
  });
}

/** Whether the round of a quarter looks at a holding. */
export function isListed(holding: Holding, quarter: number, ground: ListGround): boolean {
  if (!existsIn(holding, quarter)) return false;
  const use = useIn(holding, quarter);
  const { floorArea } = holding;
  if (
    SHOPPING.includes(use) &&
    floorArea >= LEAST_LISTED &&
    (ground.inCentres.has(holding) || onRoads(holding))
  )
    return true;
  if (quarter >= WORK_JOINED && WORK.includes(use) && ground.inWorkAreas.has(holding)) return true;
  return use === 'office' && floorArea >= LEAST_OFFICE && seesOffices(quarter);
}

/** Reference dates of the list: one round a quarter. */
export function listDates(): ReferenceDateRow[] {
  return Array.from({ length: LAST_ROUND - FIRST_ROUND + 1 }, (_, index) => ({
    series: LIST,
    date: quarterDate(FIRST_ROUND + index),
    methodVersion: '1',
  }));
}

/** What each round looked at. */
export function listCoverage(ground: ListGround): CoverageRow[] {
  return listDates().flatMap(({ series, date }): CoverageRow[] => {
    const quarter = quarterOf(date);
    const rows: CoverageRow[] = [
      { series, date, geom: ground.centres, ranges: null, functions: SHOPPING, leastFloorArea: LEAST_LISTED },
      { series, date, geom: null, ranges: ROADS, functions: SHOPPING, leastFloorArea: LEAST_LISTED },
    ];
    if (quarter >= WORK_JOINED)
      rows.push({
        series,
        date,
        geom: ground.workAreas,
        ranges: null,
        functions: WORK,
        leastFloorArea: null,
      });
    if (seesOffices(quarter))
      rows.push({
        series,
        date,
        geom: null,
        ranges: null,
        functions: ['office'],
        leastFloorArea: LEAST_OFFICE,
      });
    return rows;
  });
}

const REMARKS: Partial<Record<Spell['kind'], readonly string[]>> = {
  vacant: ['ramen afgeplakt', 'te huur', 'te koop of te huur', 'pand oogt verlaten'],
  'temporary-use': ['pop-upwinkel', 'tijdelijk atelier', 'etalage in gebruik door buurtvereniging'],
  'under-renovation': ['verbouwing gaande', 'in de steigers'],
  'announced-vacant': ['opheffingsuitverkoop', 'sluiting aangekondigd'],
};

function observe(
  holding: Holding,
  spell: Spell,
  date: string,
  isKnown: boolean,
  random: Random,
): ObservationRow {
  const since = isKnown && spell.kind === 'vacant' ? spell.since : null;
  return {
    premises: holding.id,
    series: LIST,
    date,
    status: spell.kind,
    vacantFloorArea: null,
    storey: holding.storey,
    sinceEarliest: since,
    sinceLatest: since,
    reliability: isKnown ? 'high' : 'medium',
    remark: random.chance(0.3) ? random.pick(REMARKS[spell.kind] ?? ['']) : null,
  };
}

/** Share of vacancies of which the owner said since when. */
const KNOWN = 0.45;

/** One visit in so many found nobody who could say. Not in the quarter that is reconciled. */
const UNANSWERED = 0.004;

/**
 * Every observation of every round. Premises that are simply in use have no row.
 * @param notes what somebody wrote down about premises in use, whatever the round
 */
export function listObservations(
  seed: number,
  holdings: readonly Holding[],
  lives: ReadonlyMap<Holding, readonly Spell[]>,
  ground: ListGround,
  notes: ReadonlyMap<Holding, string>,
): ObservationRow[] {
  const random = createRandom(seed, 'list');
  return holdings.flatMap(holding => {
    const life = lives.get(holding) ?? [];
    const known = new Map(life.map(spell => [spell, random.chance(KNOWN)]));
    return listDates().flatMap(({ date }): ObservationRow[] => {
      const quarter = quarterOf(date);
      if (!isListed(holding, quarter, ground)) return [];
      const spell = spellAt(life, quarter);
      if (spell !== undefined) return [observe(holding, spell, date, known.get(spell)!, random)];
      const rest = {
        premises: holding.id,
        series: LIST,
        date,
        storey: holding.storey,
        sinceEarliest: null,
        sinceLatest: null,
      };
      const empty = holding.name === STORE_NAME ? storeVacancy(quarter) : null;
      if (empty !== null)
        return [
          {
            ...rest,
            status: 'partly-vacant',
            vacantFloorArea: empty,
            reliability: 'high',
            remark: 'bovenverdiepingen leeg',
          },
        ];
      const note = notes.get(holding);
      if (note !== undefined)
        return [{ ...rest, status: 'in-use', vacantFloorArea: null, reliability: 'high', remark: note }];
      return quarter !== RECONCILED && random.chance(UNANSWERED)
        ? [
            {
              ...rest,
              status: 'unknown',
              vacantFloorArea: null,
              reliability: 'low',
              remark: 'niemand aangetroffen',
            },
          ]
        : [];
    });
  });
}
