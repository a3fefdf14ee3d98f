import type { Datasets } from '#contract/dataset.ts';
import { getJson } from './request.ts';

/** What was loaded for a municipality, with the attribution that must stand by the map. */
export const getDatasets = (municipality: string, signal?: AbortSignal) =>
  getJson<Datasets>('/datasets', { municipality }, signal);
