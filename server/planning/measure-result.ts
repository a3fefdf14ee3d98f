import type { ScenarioRange } from '../contract/scenario.ts';
import type { MeasureResult } from '../contract/scenario-result.ts';
import type { CaseRun, Deeds } from './case-run.ts';
import { type PerCase, perCase, rangeOf } from './range.ts';

const sum = (values: Float64Array): number => values.reduce((total, value) => total + value, 0);

/** Which premises a measure took in the expected case, and when: those whose shop function ends are among them. */
function premisesOf(run: CaseRun, { taken, planned }: Deeds, baseYear: number): MeasureResult['premises'] {
  const { ids } = run.base.premises;
  const took = taken.map(({ holding, year, becomes }) => {
    return { id: ids[run.holdings[holding]!.premises]!, year: baseYear + year, becomes };
  });
  const ended = planned.map(({ premises, year }) => {
    return { id: ids[premises]!, year: baseYear + year, becomes: 'no-shop-function' };
  });
  return [...took, ...ended];
}

/** What each measure did, over the cases. @param baseYear calendar year of index 0 */
export function measureResults(outcomes: PerCase<{ run: CaseRun }>, baseYear: number): MeasureResult[] {
  return outcomes.mid.run.deeds.map((mid, index) => {
    const deeds = perCase(name => outcomes[name].run.deeds[index]!);
    const range = (read: (deed: Deeds) => number): ScenarioRange =>
      rangeOf(perCase(name => read(deeds[name])));
    const euros = (key: 'cost' | 'value') => {
      const total = range(deed => sum(deed[key]));
      return total.high === 0 && total.low === 0 ? null : total;
    };
    return {
      id: mid.measure.id,
      candidates: mid.candidates,
      taken: range(({ taken, planned }) => taken.length + planned.length),
      takenArea: range(({ takenArea }) => takenArea),
      homes: range(({ homes }) => sum(homes)),
      cost: euros('cost'),
      value: euros('value'),
      tooSmall: mid.tooSmall,
      unknownArea: mid.unknownArea,
      premises: premisesOf(outcomes.mid.run, mid, baseYear),
    };
  });
}
