import type { Shown } from '#contract/vacancy.ts';
import type { Figure } from './figure.ts';
import type { View } from './view.ts';

/** The rate that the reader asked for: by number of premises or by floor area. */
export const measuredRate = (figure: Figure, measure: View['measure']): Shown =>
  measure === 'count' ? figure.rate : figure.floorAreaRate;
