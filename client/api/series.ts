import type { SeriesList } from '#contract/series.ts';
import { getJson } from './request.ts';

/** Series of a municipality in the order of the screens. */
export const getSeries = (municipality: string, signal?: AbortSignal) =>
  getJson<SeriesList>('/series', { municipality }, signal);
