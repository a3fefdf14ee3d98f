import { opaqueId } from '../import/opaque-id.ts';
import type { FunctionCode } from '../vocabulary/function.ts';
import { quarterOf } from './calendar.ts';
import { type Spell, spellAt } from './hidden-truth.ts';
import { existsIn, type Holding, useIn } from './holdings.ts';
import { createRandom, type Random } from './random.ts';
import { SURVEY } from './series-rows.ts';
import type { CoverageRow, ObservationRow, Polygon, ReferenceDateRow, RetailUnitRow } from './town.ts';

const DATE = '2026-09-15';
const QUARTER = quarterOf(DATE);
const SURVEYED: readonly FunctionCode[] = ['retail', 'hospitality', 'services'];

/** What the survey consists of. */
export interface Survey {
  dates: ReferenceDateRow[];
  coverage: CoverageRow[];
  observations: ObservationRow[];
  units: RetailUnitRow[];
}

/** Share of the floor that customers may enter. */
const SALES_SHARE = 0.8;

/** Neighbours that trade as one, shops that hold a second one: units do not map one to one onto premises. */
const ODDS = { joined: 0.06, shared: 0.04 };

function unitsOf(
  seed: number,
  holdings: readonly Holding[],
  isVacant: (holding: Holding) => boolean,
): RetailUnitRow[] {
  const random: Random = createRandom(seed, 'retail units');
  const units: RetailUnitRow[] = [];
  const sales = (holding: Holding, share = 1) =>
    Math.max(4, Math.round(holding.floorArea * SALES_SHARE * share));
  for (let index = 0; index < holdings.length; index += 1) {
    const holding = holdings[index]!;
    const next = holdings[index + 1];
    const unit = (premises: Holding[], salesFloorArea: number, part = ''): RetailUnitRow => ({
      id: opaqueId('demo', 'retail unit', holding.id, part),
      series: SURVEY,
      name: isVacant(holding) ? null : holding.name,
      salesFloorArea,
      premises: premises.map(({ id }) => id),
    });
    const isNeighbour =
      next !== undefined &&
      next.addressed.street === holding.addressed.street &&
      next.addressed.number - holding.addressed.number === 2;
    if (isNeighbour && !isVacant(holding) && !isVacant(next) && random.chance(ODDS.joined)) {
      units.push(unit([holding, next], sales(holding) + sales(next)));
      index += 1;
    } else if (!isVacant(holding) && holding.floorArea > 90 && random.chance(ODDS.shared))
      units.push(unit([holding], sales(holding, 0.7)), unit([holding], sales(holding, 0.3), 'second'));
    else units.push(unit([holding], sales(holding)));
  }
  return units;
}

/** The field survey of September 2026, in and around the centres; its access is licensed. */
export function takeSurvey(
  seed: number,
  holdings: readonly Holding[],
  lives: ReadonlyMap<Holding, readonly Spell[]>,
  ground: { centres: readonly Polygon[]; inCentres: ReadonlySet<Holding> },
): Survey {
  const visited = holdings.filter(
    holding =>
      ground.inCentres.has(holding) &&
      existsIn(holding, QUARTER) &&
      SURVEYED.includes(useIn(holding, QUARTER)),
  );
  const kindOf = (holding: Holding) => spellAt(lives.get(holding) ?? [], QUARTER)?.kind;
  const isVacant = (holding: Holding) => kindOf(holding) === 'vacant' || kindOf(holding) === 'temporary-use';
  return {
    dates: [{ series: SURVEY, date: DATE, methodVersion: '1' }],
    coverage: [
      {
        series: SURVEY,
        date: DATE,
        geom: ground.centres,
        ranges: null,
        functions: SURVEYED,
        leastFloorArea: null,
      },
    ],
    observations: visited.filter(isVacant).map(holding => ({
      premises: holding.id,
      series: SURVEY,
      date: DATE,
      status: 'vacant',
      vacantFloorArea: null,
      storey: holding.storey,
      sinceEarliest: null,
      sinceLatest: null,
      reliability: 'high',
      remark: null,
    })),
    units: unitsOf(seed, visited, isVacant),
  };
}
