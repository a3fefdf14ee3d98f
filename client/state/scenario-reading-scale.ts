import type { ShownRange } from '#contract/published-scenario.ts';
import { numbersOf } from './scenario-reading-judgement.ts';

/**
 * From the least to the most that a drawing has to show, or undefined when there is no number at all. Nothing is where
 * nothing is: zero is taken in when the values come near it, and values below it are never cut off.
 */
export function extentOf(
  ranges: readonly ShownRange[],
  more: readonly (number | null)[] = [],
): readonly [number, number] | undefined {
  const values = [
    ...ranges.flatMap(range => {
      const numbers = numbersOf(range);
      if (numbers) return [numbers.low, numbers.high];
      return typeof range.mid === 'number' ? [range.mid] : [];
    }),
    ...more.filter(value => value !== null),
  ];
  if (values.length === 0) return undefined;
  const [least, most] = [Math.min(...values), Math.max(...values)];
  const from = least > 0 && least < 0.5 * most ? 0 : least;
  const until = most < 0 && most > 0.5 * least ? 0 : most;
  return from === until ? [Math.min(0, from), Math.max(1, until)] : [from, until];
}
