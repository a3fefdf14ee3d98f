import type { CubeHeader } from '#contract/vacancy.ts';
import { getFrame } from './request.ts';

/** Every area's tallies in one series: published ones for a visitor, exact ones for a planner. */
export const getCube = (municipality: string, series: string, planner: boolean, signal?: AbortSignal) =>
  getFrame<CubeHeader>(planner ? '/planner/vacancy' : '/vacancy', { municipality, series }, signal);
