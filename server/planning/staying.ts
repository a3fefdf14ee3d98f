import { DURATION_CODES } from '#vocabulary/duration.ts';
import type { ScenarioDocument } from '../contract/scenario.ts';
import type { CaseRun } from './case-run.ts';
import { RETAIL } from './case-run.ts';
import { COURSE_COLUMNS } from './course.ts';
import { HOLDING_FUNCTIONS, type Holding } from './holding.ts';
import type { Case } from './range.ts';
import { areaAt, type TallyRules, tallyYears, vacantIn, type YearTally } from './year-tally.ts';

/**
 * What stays vacant of what would be, per year and function (years x HOLDING_FUNCTIONS), once those who stay have
 * moved in: 1 where nobody does. `lasting` is of what has been vacant for a year or longer or of unknown duration,
 * `all` of everything: what came vacant within the year is on its way to its next user and stays as it is. The same
 * by number and by floor area: who comes takes premises of the average size of what is vacant.
 */
export interface Filling {
  lasting: Float64Array;
  all: Float64Array;
}

/** Premises that measures took whole from their users, or filled: what would have been in use there looks elsewhere. */
function displacing(run: CaseRun): Holding[] {
  const at = ({ holding, year }: { holding: number; year: number }): Holding => {
    return { ...run.holdings[holding]!, from: year };
  };
  return run.deeds.flatMap(({ taken, filled }) => [
    // Who moves has a new place already.
    ...taken.filter(({ whole, becomes }) => whole && becomes !== 'moved').map(at),
    ...filled.map(at),
  ]);
}

/** Rest of a vacancy after a demand; demand beyond it goes elsewhere, because more than everything cannot be filled. */
const rest = (vacant: number, demand: number): number => (vacant > 0 ? 1 - Math.min(1, demand / vacant) : 1);

/** Column of what came vacant within the year. */
const FRESH = DURATION_CODES.indexOf('under-1');

/**
 * Users do not vanish with their premises: of those whose premises are taken, and of those who would have come to use
 * them, a share finds another vacant one of the same function in the area.
 */
export function fillingOf(
  run: CaseRun,
  proposal: YearTally,
  { baseline }: Pick<ScenarioDocument, 'baseline'>,
  name: Case,
  rules: TallyRules,
): Filling | undefined {
  const share = baseline.staying?.[name] ?? 0;
  const holdings = displacing(run);
  if (share === 0 || holdings.length === 0) return undefined;
  const gone = tallyYears(holdings, new Array<number>(holdings.length).fill(Number.POSITIVE_INFINITY), rules);
  const slots = rules.years * HOLDING_FUNCTIONS;
  const filling: Filling = { lasting: new Float64Array(slots), all: new Float64Array(slots) };
  for (let year = 0; year < rules.years; year++)
    for (let func = 0; func < HOLDING_FUNCTIONS; func++) {
      const at = areaAt(year, func);
      const users = share * (gone.observedBy[at]! - vacantIn(gone, year, func));
      const vacant = vacantIn(proposal, year, func);
      const lasting = vacant - proposal.vacantBy[at * COURSE_COLUMNS + FRESH]!;
      filling.lasting[at] = rest(lasting, users);
      filling.all[at] = vacant > 0 ? 1 - (lasting * (1 - filling.lasting[at]!)) / vacant : 1;
    }
  return filling;
}

/** Lets those who stay fill what is vacant, in every figure alike. Changes the tally. */
export function fill(tally: YearTally, filling: Filling): void {
  const years = tally.observed.length;
  for (let year = 0; year < years; year++)
    for (let func = 0; func < HOLDING_FUNCTIONS; func++) {
      const at = areaAt(year, func);
      const filled = tally.vacantAreaBy[at]! * (1 - filling.all[at]!);
      tally.vacantAreaBy[at]! -= filled;
      tally.areasInUse[at]! += filled;
      for (let column = 0; column < COURSE_COLUMNS; column++)
        if (column !== FRESH) tally.vacantBy[at * COURSE_COLUMNS + column]! *= filling.lasting[at]!;
      if (func !== RETAIL) continue;
      const inCore = tally.vacantInCore[year]! * (1 - filling.all[at]!);
      tally.vacantInCore[year]! -= inCore;
      tally.shopsInCore[year]! += inCore;
    }
}
