import { isNumber, NOT_OBSERVED } from '../../geodata/figures/mark.ts';
import { measureIndex } from '../../geodata/figures/measure.ts';
import type { PublishedSide } from '../contract/published-scenario.ts';
import type { ScenarioBase } from '../contract/scenario-base.ts';
import type { SideResult } from '../contract/scenario-result.ts';
import type { Shown } from '../contract/vacancy.ts';
import { VISIBLE_FUNCTIONS } from './disclosure.ts';
import { roundingOf } from './scenario-rounding.ts';
import { type StartFigure, startFigure } from './scenario-start.ts';
import { modelledNumber } from './scenario-vacancy.ts';
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

/** A side, or some functions of it, as the cube shows it and as the model goes on from there. */
interface Counted {
  observed: number;
  vacant: number;
  exact: boolean;
  result: Pick<SideResult, 'vacant' | 'baseline' | 'proposal'>;
}

const countedOf = (start: StartFigure, result: Counted['result']): Counted => ({
  observed: start.shown[OBSERVED]!,
  vacant: start.shown[VACANT]!,
  exact: start.exact,
  result,
});

/** Several functions as one: each is shown by itself, so that their sum says nothing new. */
function together(parts: readonly Counted[]): Counted {
  const add = (read: (part: Counted) => number) => parts.reduce((sum, part) => sum + read(part), 0);
  const later = (key: 'baseline' | 'proposal') => ({
    observed: add(({ result }) => result[key].observed),
    vacant: add(({ result }) => result[key].vacant),
  });
  return {
    observed: add(({ observed }) => observed),
    vacant: add(({ vacant }) => vacant),
    exact: true,
    result: {
      vacant: add(({ result }) => result.vacant),
      baseline: later('baseline'),
      proposal: later('proposal'),
    },
  };
}

/**
 * What a side is judged by: everything observed there where the cube shows that exactly. Else, in a series of what is
 * seen from the pavement, the functions that the cube shows exactly by themselves: one office above the shops would
 * otherwise hide the street. Else whatever the cube shows of the whole.
 */
function countedSide(base: ScenarioBase, members: readonly number[], result: SideResult): Counted {
  const whole = countedOf(startFigure(base, members), result);
  if (base.series.profile !== 'visible' || (whole.exact && isNumber(whole.vacant))) return whole;
  const parts = VISIBLE_FUNCTIONS.flatMap(code => {
    const part = result.functions.find(({ function: func }) => func === code);
    const start = startFigure(base, members, code);
    const isShown = start.exact && isNumber(start.shown[OBSERVED]!) && isNumber(start.shown[VACANT]!);
    return part && isShown ? [countedOf(start, part)] : [];
  });
  return parts.length === 0 ? whole : together(parts);
}

/** @param onlyExact what follows a rounded start is hidden: many views of it would undo the rounding */
function vacancyOf({ observed: looked, vacant: published, exact, result }: Counted, onlyExact: boolean) {
  const rounding = roundingOf('premises', exact ? 'exact' : 'rounded');
  const later = (value: number): Shown => {
    if (!isNumber(published)) return published === NOT_OBSERVED ? null : 'confidential';
    return modelledNumber(value, { from: result.vacant, published, rounding, small: !exact });
  };
  const observed = shown(looked);
  const vacant = shown(published);
  const baseline = later(result.baseline.vacant);
  const isHidden = onlyExact && !exact && baseline !== null;
  const proposal = isHidden ? 'confidential' : later(result.proposal.vacant);
  return { observed, vacant, baseline, proposal, change: changeOf({ baseline, proposal }, observed) };
}

/**
 * The street sides of a scenario as published: on the base date what the cube shows of that side, then what follows
 * from it; the change is that of the numbers that are shown. Sides are nowhere added up, so each is judged alone.
 * @param onlyExact proposals of sides that start rounded are hidden
 */
export function publishedSides(
  base: ScenarioBase,
  results: readonly SideResult[],
  onlyExact = false,
): PublishedSide[] {
  const members = membersOf(base);
  const byId = new Map(results.map(side => [side.id, side]));
  return base.streetSides.flatMap(({ id, street, side, coordinates }, index) => {
    const result = byId.get(id);
    if (result === undefined) return [];
    return [
      { id, street, side, coordinates, ...vacancyOf(countedSide(base, members[index]!, result), onlyExact) },
    ];
  });
}
