import type { Municipalities } from '#contract/municipality.ts';
import { getJson } from './request.ts';

/** Every municipality of this instance, with the instance's revision. */
export const getMunicipalities = (signal?: AbortSignal) =>
  getJson<Municipalities>('/municipalities', {}, signal);
