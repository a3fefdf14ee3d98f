import type { StreetSides } from '#contract/street-side.ts';
import { getJson } from './request.ts';

/** Sides of the streets of a municipality's centres, with their lines. */
export const getStreetSides = (municipality: string, signal?: AbortSignal) =>
  getJson<StreetSides>('/street-sides', { municipality }, signal);
