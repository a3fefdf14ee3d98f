import type { SearchResults } from '#contract/search.ts';
import { getJson } from './request.ts';

/** Suggestions for what somebody typed. */
export const getSuggestions = (q: string, municipality: string, signal?: AbortSignal) =>
  getJson<SearchResults>('/search', { q, municipality, limit: 8 }, signal);
