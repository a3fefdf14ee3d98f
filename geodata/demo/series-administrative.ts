import { quarterDate, quarterOf } from './calendar.ts';
import { type Spell, spellAt } from './hidden-truth.ts';
import { existsIn, type Holding, useIn } from './holdings.ts';
import { createRandom, type Random } from './random.ts';
import type { Disagreement } from './reconciliation.ts';
import { RECONCILED } from './segments.ts';
import { ADMINISTRATIVE } from './series-rows.ts';
import type { CoverageRow, ObservationRow, ReferenceDateRow } from './town.ts';

const FIRST_YEAR = 2017;
const LAST_YEAR = 2026;

/** Since 2020 the user of a property comes from another register. */
const METHOD_BREAK = 2020;

/** Reference dates: every 1 January, in two method versions. */
export function administrativeDates(): ReferenceDateRow[] {
  return Array.from({ length: LAST_YEAR - FIRST_YEAR + 1 }, (_, index) => {
    const year = FIRST_YEAR + index;
    return { series: ADMINISTRATIVE, date: `${year}-01-01`, methodVersion: year < METHOD_BREAK ? '1' : '2' };
  });
}

/** Everything in the whole municipality. */
export function administrativeCoverage(): CoverageRow[] {
  return administrativeDates().map(({ series, date }) => ({
    series,
    date,
    geom: null,
    ranges: null,
    functions: null,
    leastFloorArea: null,
  }));
}

/** Why the registers call a premises vacant; null when they do not. */
function reasonFor(
  holding: Holding,
  spell: Spell | undefined,
  quarter: number,
  isCentreShop: boolean,
  disagreement: Disagreement,
  random: Random,
): string | null {
  if (disagreement.storage.has(holding)) return 'in gebruik als opslag, niemand ingeschreven';
  if (disagreement.wholesale.has(holding)) return 'groothandel, elders ingeschreven';
  if (spell?.kind === 'temporary-use') return 'tijdelijk gebruik zonder inschrijving';
  if (spell?.kind === 'under-renovation') return !isCentreShop && random.chance(0.5) ? 'verbouwing' : null;
  if (spell?.kind !== 'vacant') return null;
  const isKnownLate =
    quarter === RECONCILED && isCentreShop
      ? disagreement.registered.has(holding)
      : Date.parse(quarterDate(quarter)) - Date.parse(spell.since) < 45 * 86_400_000 && random.chance(0.4);
  return isKnownLate ? null : '';
}

/** Premises that the registers call vacant though they are in use, by method and function. */
function isMistaken(use: string, isOldMethod: boolean, random: Random): boolean {
  if (use === 'office') return random.chance(isOldMethod ? 0.09 : 0.012);
  if (use === 'business') return random.chance(isOldMethod ? 0.06 : 0.01);
  if (use === 'housing') return random.chance(isOldMethod ? 0.004 : 0.002);
  if (use === 'other') return random.chance(0.01);
  return isOldMethod && random.chance(0.03);
}

/**
 * Every 1 January as the registers saw it. Premises in use have no row.
 * @param centreShops shops of the centre, of which the registers' mistakes are all named
 */
export function administrativeObservations(
  seed: number,
  holdings: readonly Holding[],
  lives: ReadonlyMap<Holding, readonly Spell[]>,
  centreShops: ReadonlySet<Holding>,
  disagreement: Disagreement,
): ObservationRow[] {
  const random = createRandom(seed, 'administrative');
  return holdings.flatMap(holding =>
    administrativeDates().flatMap(({ date, methodVersion }): ObservationRow[] => {
      const quarter = quarterOf(date);
      if (!existsIn(holding, quarter)) return [];
      const isCentreShop = centreShops.has(holding);
      const reason = reasonFor(
        holding,
        spellAt(lives.get(holding) ?? [], quarter),
        quarter,
        isCentreShop,
        disagreement,
        random,
      );
      const isOld = methodVersion === '1';
      const mistaken = (isOld || !isCentreShop) && isMistaken(useIn(holding, quarter), isOld, random);
      if (reason === null && !mistaken) return [];
      return [
        {
          premises: holding.id,
          series: ADMINISTRATIVE,
          date,
          status: 'vacant',
          vacantFloorArea: null,
          storey: null,
          sinceEarliest: null,
          sinceLatest: null,
          reliability: 'medium',
          remark: reason || null,
        },
      ];
    }),
  );
}
