import { OSM_REASONS } from './osm-reason.ts';
import type { Reason } from './reason.ts';

/** Every reason that any source gives for a row that was not loaded. */
const REASONS: readonly Reason[] = [...OSM_REASONS];

/** The reason of a code; undefined for one that nobody gives any more. */
export const reasonOf = (code: string): Reason | undefined => REASONS.find(reason => reason.code === code);
