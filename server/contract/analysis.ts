import { z } from 'zod';
import { Id, IsoDate, Position, Revision } from './primitives.ts';
import { FunctionScope, VacancyFigure } from './vacancy.ts';

const Ring = z.array(Position).min(4).max(10_000);

/** Body of `POST /api/v1/planner/analyses`: figures for a drawn place (GeoJSON Polygon, CRS84). */
export const AnalysisRequest = z.strictObject({
  geometry: z.strictObject({ type: z.literal('Polygon'), coordinates: z.array(Ring).min(1).max(50) }),
  series: Id,
  referenceDate: IsoDate.optional(),
  function: FunctionScope.optional(),
});

/** Same figures as for an area, exact: planners only. */
export const Analysis = z.object({
  series: Id,
  revision: Revision,
  hectares: z.number(),
  premises: z.number().int(),
  figures: z.array(VacancyFigure),
});
export type Analysis = z.infer<typeof Analysis>;
