import type { Premises, PremisesHeader } from '#contract/premises.ts';
import { getFrame, getJson } from './request.ts';

/** Every premises of a municipality in one series; planners only. */
export const getPremisesFrame = (municipality: string, series: string, signal?: AbortSignal) =>
  getFrame<PremisesHeader>('/planner/premises', { municipality, series }, signal);

/** One premises with its story; planners only. */
export const getPremises = (id: string, signal?: AbortSignal) =>
  getJson<Premises>(`/planner/premises/${encodeURIComponent(id)}`, {}, signal);
