import type { PremisesHeader } from '#contract/premises.ts';
import type { Filter } from '#figures/filter.ts';
import type { Frame } from '#figures/frame.ts';
import { type FilterGround, filteredOf, narrowedValues } from './narrowed.ts';

/** What the page sends: the premises once, then one filter after the other. */
export type FilterOrder = { frame: Frame<PremisesHeader> } | { filter: Filter; number: number };

let filtered: FilterGround | undefined;

addEventListener('message', ({ data }: MessageEvent<FilterOrder>) => {
  if ('frame' in data) {
    filtered = filteredOf(data.frame);
  } else if (filtered) {
    const values = narrowedValues(filtered, data.filter);
    const transfer = [values.tallies, values.cellTallies, values.fronts, values.slots, values.leftOut].map(
      ({ buffer }) => buffer,
    );
    postMessage({ number: data.number, values }, { transfer });
  }
});
