import type { CellHeader } from '#contract/cell.ts';
import { getFrame } from './request.ts';

/** CBS squares of a municipality in one series: 500 m published ones, or 100 m exact ones for a planner. */
export const getCells = (municipality: string, series: string, planner: boolean, signal?: AbortSignal) =>
  planner
    ? getFrame<CellHeader>('/planner/cells', { municipality, series, size: 100 }, signal)
    : getFrame<CellHeader>('/cells', { municipality, series, size: 500 }, signal);
