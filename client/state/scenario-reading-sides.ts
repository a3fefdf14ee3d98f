import type { PublishedSide } from '#contract/published-scenario.ts';
import type { Shown } from '#contract/vacancy.ts';
import { vacancyClass } from '#figures/vacancy-class.ts';

/** Changes of a street side in the order of legends: what matters first. */
export const SIDE_CHANGES = ['better', 'worse', 'same', 'unknown', 'unobserved'] as const;
export type SideChange = (typeof SIDE_CHANGES)[number];

/** How many sides there are of each change. */
export function countChanges(sides: readonly PublishedSide[]): Record<SideChange, number> {
  const counts: Record<SideChange, number> = { better: 0, worse: 0, same: 0, unknown: 0, unobserved: 0 };
  for (const { change } of sides) counts[change] += 1;
  return counts;
}

/** Vacant of observed in per cent; a mark where either is one, null where nobody looked. */
export function sideRate(vacant: Shown, observed: Shown): Shown {
  if (vacant === null || observed === null) return null;
  if (vacant === 'confidential' || observed === 'confidential') return 'confidential';
  if (typeof vacant !== 'number' || typeof observed !== 'number') return '<5';
  return observed === 0 ? null : (100 * vacant) / observed;
}

/** Class of a side's vacancy, on the base date or in the last year of the proposal, as a word for drawings. */
export function sideClass(side: PublishedSide, when: 'before' | 'after'): string {
  const vacant = when === 'before' ? side.vacant : side.proposal;
  return String(vacancyClass(sideRate(vacant, side.observed)));
}

/** Sides in the order of a table: what changes first, then by street. */
export function sidesInOrder(sides: readonly PublishedSide[]): PublishedSide[] {
  const rank = ({ change }: PublishedSide) => SIDE_CHANGES.indexOf(change);
  return sides.toSorted(
    (a, b) => rank(a) - rank(b) || a.street.localeCompare(b.street, 'nl') || a.side.localeCompare(b.side),
  );
}
