import type { PublishedScenario } from '../contract/published-scenario.ts';
import type { ScenarioRange } from '../contract/scenario.ts';
import type { ObservedFlow, ScenarioBase } from '../contract/scenario-base.ts';
import { STRICT_LEAST, VISIBLE_FUNCTIONS, VISIBLE_LEAST } from './disclosure.ts';
import { isOpen } from './scenario-start.ts';

const wholePerCent = ({ low, mid, high }: ScenarioRange): ScenarioRange => {
  const round = (share: number) => Math.round(share * 100) / 100;
  return { low: round(low), mid: round(mid), high: round(high) };
};

/** Premises-years that the rates of a flow rest on: its own, or those of all functions together. */
function yearsBehind(flow: ObservedFlow, flows: readonly ObservedFlow[]): number {
  const parts = flow.pooled ? flows : [flow];
  const sum = (key: 'inUseYears' | 'vacantYears') => parts.reduce((years, part) => years + part[key], 0);
  return Math.min(sum('inUseYears'), sum('vacantYears'));
}

/**
 * The observed flows as published: in whole per cent, which is also what keeps anybody from working a rounded start
 * out of what follows from it. Left out where too few premises-years are behind them, by the series' profile.
 */
export function publishedFlows(base: ScenarioBase): PublishedScenario['flows'] {
  if (!isOpen(base)) return [];
  const least = (flow: ObservedFlow) => {
    const seen = flow.pooled ? base.flows.map(({ function: code }) => code) : [flow.function];
    const isSeen = base.series.profile === 'visible' && seen.every(code => VISIBLE_FUNCTIONS.includes(code));
    return isSeen ? VISIBLE_LEAST : STRICT_LEAST;
  };
  return base.flows
    .filter(flow => yearsBehind(flow, base.flows) >= least(flow))
    .map(({ function: code, inflow, outflow, pooled }) => {
      return { function: code, inflow: wholePerCent(inflow), outflow: wholePerCent(outflow), pooled };
    });
}
