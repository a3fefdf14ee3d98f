import { scenarioFigure } from '#vocabulary/scenario-figure.ts';
import type { ScenarioDocument } from '../contract/scenario.ts';
import type { ScenarioBase } from '../contract/scenario-base.ts';
import type { ScenarioFault, ScenarioResult } from '../contract/scenario-result.ts';
import { error, warning } from './fault-severity.ts';
import { measureFaults } from './measure-fault.ts';
import { measureModel } from './measures.ts';
import { parameterFaults } from './parameter-fault.ts';
import { STAYING } from './parameters.ts';
import { outcomeWarnings } from './warning.ts';

/** Least and most figures that readers see first. */
export const INDICATORS = [5, 7] as const;

/** Years that can be looked at after that of the base date. */
const HORIZON = [1, 30] as const;

const inOrder = ({ low, mid, high }: { low: number; mid: number; high: number }): boolean =>
  low <= mid && mid <= high;

function headFaults(document: ScenarioDocument, baseYear: number): ScenarioFault[] {
  const { title, summary, measures, horizon } = document;
  const [first, last] = [baseYear + HORIZON[0], baseYear + HORIZON[1]];
  return [
    ...(title.trim() === '' ? [error('title-missing', { field: 'title' })] : []),
    ...(summary.trim() === '' ? [error('summary-missing', { field: 'summary' })] : []),
    ...(measures.length === 0 ? [error('no-measures', { field: 'measures' })] : []),
    ...(horizon < first || horizon > last
      ? [error('horizon-outside', { field: 'horizon', values: { first: String(first), last: String(last) } })]
      : []),
  ];
}

function indicatorFaults(
  { indicators }: ScenarioDocument,
  figures: ScenarioResult['figures'],
): ScenarioFault[] {
  const ids = indicators.map(({ figure }) => figure);
  const count = ids.length;
  const absent = ids.flatMap((id, index) => {
    if (figures.some(figure => figure.id === id)) return [];
    const { nl, en } = scenarioFigure(id);
    return [warning('indicator-absent', { field: `indicators.${index}`, values: { figure: `${nl}|${en}` } })];
  });
  return [
    ...(count < INDICATORS[0] || count > INDICATORS[1]
      ? [error('indicators-count', { field: 'indicators', values: { count } })]
      : []),
    ...(new Set(ids).size < count ? [error('indicators-twice', { field: 'indicators' })] : []),
    ...absent,
  ];
}

function baselineFaults({ baseline, norms }: ScenarioDocument): ScenarioFault[] {
  const plans = baseline.hardPlans.flatMap(({ source, floorArea }, index) => {
    const field = `baseline.hardPlans.${index}`;
    return [
      ...(source.trim() === '' ? [error('hard-plan-source', { field: `${field}.source` })] : []),
      ...(inOrder(floorArea) ? [] : [error('hard-plan-order', { field: `${field}.floorArea` })]),
    ];
  });
  const sources = norms.flatMap(({ source, values }, index) => {
    const ranges = Object.values(values);
    if (ranges.length === 0) return [];
    return [
      ...(source.trim() === '' ? [error('norm-source', { field: `norms.${index}.source` })] : []),
      ...(ranges.every(range => inOrder(range) && range.low >= 0)
        ? []
        : [error('norm-order', { field: `norms.${index}.values` })]),
    ];
  });
  const staying = baseline.staying
    ? parameterFaults(STAYING, baseline.staying, { field: 'baseline.staying', measure: null })
    : [];
  return [...staying, ...plans, ...sources];
}

function openFaults({ openAssumptions, measures }: ScenarioDocument): ScenarioFault[] {
  return openAssumptions.flatMap(({ measure: id, parameter, settings }, index) => {
    const measure = measures.find(one => one.id === id);
    const term = measure && measureModel(measure.kind)?.parameters.find(one => one.id === parameter);
    const possible =
      term &&
      measure.parameters[parameter] !== undefined &&
      settings.every(value => value >= term.bounds[0] && value <= term.bounds[1]) &&
      new Set(settings).size === settings.length &&
      settings.some(value => value !== measure.parameters[parameter]!.mid);
    return possible ? [] : [error('open-assumption', { field: `openAssumptions.${index}` })];
  });
}

/** Everything that is wrong with a scenario, or worth a thought, in the order of the document. */
export function faultsOf(
  document: ScenarioDocument,
  base: ScenarioBase,
  result: Omit<ScenarioResult, 'faults'>,
): ScenarioFault[] {
  const baseYear = result.years[0]!;
  return [
    ...headFaults(document, baseYear),
    ...baselineFaults(document),
    ...document.measures.flatMap((_, index) => measureFaults(document, index, base, baseYear)),
    ...indicatorFaults(document, result.figures),
    ...openFaults(document),
    ...outcomeWarnings(document, base, result),
  ];
}
