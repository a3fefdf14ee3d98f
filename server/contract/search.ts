import { z } from 'zod';
import { Bbox, Id, MunicipalityCode, Position } from './primitives.ts';

/** Query of `/api/v1/search`: what somebody typed, forgiving of typos. */
export const SearchQuery = z.strictObject({
  q: z.string().trim().min(2).max(120),
  municipality: MunicipalityCode.optional(),
  limit: z.coerce.number().int().min(1).max(20).default(8),
});

/** One suggestion: an area, a street or an address, with where to fly. */
export const SearchResult = z.object({
  kind: z.enum(['area', 'street', 'address']),
  id: Id,
  label: z.string(),
  municipality: MunicipalityCode,
  centre: Position,
  bbox: Bbox.nullable(),
});
export type SearchResult = z.infer<typeof SearchResult>;

/** Answer of `/api/v1/search`, the best first. */
export const SearchResults = z.object({ results: z.array(SearchResult) });
export type SearchResults = z.infer<typeof SearchResults>;
