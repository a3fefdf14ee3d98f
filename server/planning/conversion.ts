import { HOUSING } from './case-run.ts';
import { NO_AREA, SHARED } from './holding.ts';
import type { MeasureRun } from './measure-run.ts';
import { wholeShare } from './range.ts';

/** Floor area that becomes home and how many homes fit; both whole numbers, so that no floor area is lost or made. */
function dwellingIn(area: number, usable: number, homeSize: number): { homes: number; dwelling: number } {
  const dwelling = Math.min(area, wholeShare(usable, area));
  return { homes: Math.floor(dwelling / homeSize + 1e-9), dwelling };
}

/**
 * Turns a holding into homes: per premises, never over the sum, because a home does not go through a party wall. What
 * is not home becomes shared space. A holding that is too small for one home, or whose floor area is not known, stays.
 * @param part m2 of the holding that are converted; the rest stays what it is (upper floors of a shop)
 * @returns whether it was taken
 */
export function convertToHomes(run: MeasureRun, holding: number, year: number, part?: number): boolean {
  const before = run.run.holdings[holding]!;
  if (before.floorArea === NO_AREA) return false;
  const area = part ?? before.floorArea;
  const { homes, dwelling } = dwellingIn(
    area,
    run.value('usable') ?? 0,
    run.value('home-size') ?? Number.POSITIVE_INFINITY,
  );
  if (homes === 0) {
    run.deeds.tooSmall += 1;
    return false;
  }
  const taken = run.take(holding, year, 'housing', area);
  const stays = taken.floorArea - area;
  // What stays goes on as it was: its vacancy is neither ended nor begun.
  if (stays > 0)
    run.run.add({ ...taken, floorArea: stays, partVacant: Math.min(taken.partVacant, stays), from: year });
  run.makeOf(taken, year, { func: HOUSING, floorArea: dwelling, homes });
  if (area > dwelling) run.makeOf(taken, year, { func: SHARED, floorArea: area - dwelling });
  run.addHomes(year, homes);
  run.addCost(year, area, 'cost');
  run.addCost(year, homes, 'home-cost');
  return true;
}
