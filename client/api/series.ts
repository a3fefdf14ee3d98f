import type { SeriesList } from '#contract/series.ts';
import { getJson } from './request.ts';

/** Series of a municipality in the order of the screens: open ones, and for a planner all. */
export const getSeries = (municipality: string, planner: boolean, signal?: AbortSignal) =>
  getJson<SeriesList>(planner ? '/planner/series' : '/series', { municipality }, signal);
