import type { AreaDetail, Areas } from '#contract/area.ts';
import { getJson } from './request.ts';

/** Areas of a municipality, without their outlines. */
export const getAreas = (municipality: string, signal?: AbortSignal) =>
  getJson<Areas>('/areas', { municipality }, signal);

/** One area with its outline and the policy zones that it lies in. */
export const getArea = (id: string, signal?: AbortSignal) =>
  getJson<AreaDetail>(`/areas/${encodeURIComponent(id)}`, {}, signal);
