import { isNumber, NOT_OBSERVED } from '../../geodata/figures/mark.ts';
import { measureIndex } from '../../geodata/figures/measure.ts';
import type { PublishedSide } from '../contract/published-scenario.ts';
import type { ScenarioBase } from '../contract/scenario-base.ts';
import type { SideResult } from '../contract/scenario-result.ts';
import type { Shown } from '../contract/vacancy.ts';
import { roundingOf } from './scenario-rounding.ts';
import { type StartFigure, startFigure } from './scenario-start.ts';
import { grainOf, modelledNumber } from './scenario-vacancy.ts';
import { shown } from './shown.ts';

const OBSERVED = measureIndex('observed');
const VACANT = measureIndex('vacant');

/** Indexes of the premises on each street side of a base. */
function membersOf({ streetSides, premises }: ScenarioBase): number[][] {
  const members: number[][] = streetSides.map(() => []);
  premises.streetSides.forEach((side, index) => {
    members[side]?.push(index);
  });
  return members;
}

function changeOf(
  side: Pick<PublishedSide, 'baseline' | 'proposal'>,
  observed: Shown,
): PublishedSide['change'] {
  if (observed === null && side.baseline === null) return 'unobserved';
  if (typeof side.baseline !== 'number' || typeof side.proposal !== 'number') return 'unknown';
  if (side.baseline === side.proposal) return 'same';
  return side.proposal < side.baseline ? 'better' : 'worse';
}

function vacancyOf({ vacant: from, ...result }: SideResult, start: StartFigure) {
  const published = start.shown[VACANT]!;
  const rounding = roundingOf('premises', grainOf(start));
  const later = (value: number): Shown => {
    if (!isNumber(published)) return published === NOT_OBSERVED ? null : 'confidential';
    return modelledNumber(value, { from, published, rounding, small: !start.exact });
  };
  const observed = shown(start.shown[OBSERVED]!);
  const vacant = shown(published);
  const [baseline, proposal] = [later(result.baseline.vacant), later(result.proposal.vacant)];
  return { observed, vacant, baseline, proposal, change: changeOf({ baseline, proposal }, observed) };
}

/**
 * The street sides of a scenario as published: on the base date what the cube shows of that side, then what follows
 * from it; the change is that of the numbers that are shown. Sides are nowhere added up, so each is judged alone.
 */
export function publishedSides(base: ScenarioBase, results: readonly SideResult[]): PublishedSide[] {
  const members = membersOf(base);
  const byId = new Map(results.map(side => [side.id, side]));
  return base.streetSides.flatMap(({ id, street, side, coordinates }, index) => {
    const result = byId.get(id);
    if (result === undefined) return [];
    return [{ id, street, side, coordinates, ...vacancyOf(result, startFigure(base, members[index]!)) }];
  });
}
