import type { Areas } from '#contract/area.ts';
import { getJson } from './request.ts';

/** Areas of a municipality, without their outlines. */
export const getAreas = (municipality: string, signal?: AbortSignal) =>
  getJson<Areas>('/areas', { municipality }, signal);
