import { z } from 'zod';
import { AREA_KINDS } from '#vocabulary/area-kind.ts';
import { Bbox, Id, IsoDate, MunicipalityCode, Position, Revision } from './primitives.ts';

/** Part of a street by house numbers and side, as decisions name it. */
export const StreetRange = z.object({
  street: z.string(),
  from: z.number().int(),
  to: z.number().int(),
  side: z.enum(['odd', 'even', 'both']),
});

/** An area: centre, village core, work area, or a policy zone with the decision that made it. */
export const Area = z.object({
  id: Id,
  municipality: MunicipalityCode,
  kind: z.enum(AREA_KINDS),
  name: z.string(),
  nameDerived: z.boolean(),
  bbox: Bbox,
  centre: Position,
  /** Hectares, from the RD geometry. */
  hectares: z.number(),
  ranges: z.array(StreetRange).nullable(),
  decidingBody: z.string().nullable(),
  decision: z.string().nullable(),
  decisionDate: IsoDate.nullable(),
  proposal: z.boolean(),
});
export type Area = z.infer<typeof Area>;

/** Query of `/api/v1/areas`. */
export const AreaQuery = z.strictObject({
  municipality: MunicipalityCode,
  kind: z.enum(AREA_KINDS).optional(),
});

/** Answer of `/api/v1/areas`. */
export const Areas = z.object({ revision: Revision, areas: z.array(Area) });
export type Areas = z.infer<typeof Areas>;

/** A policy zone that an area lies in, wholly or in part, with the decision that made it. */
export const OverlappingZone = Area.pick({
  id: true,
  kind: true,
  name: true,
  decidingBody: true,
  decision: true,
  decisionDate: true,
}).extend({
  /** Per cent of the area that lies in the zone, at least 1: outlines that only touch are left out. */
  share: z.number().int().min(1).max(100),
});

/** Answer of `/api/v1/areas/{id}`: with its outline (GeoJSON MultiPolygon, CRS84) and its policy zones. */
export const AreaDetail = Area.extend({
  revision: Revision,
  geometry: z.object({
    type: z.literal('MultiPolygon'),
    coordinates: z.array(z.array(z.array(Position))),
  }),
  /** The largest share first. */
  zones: z.array(OverlappingZone),
});
export type AreaDetail = z.infer<typeof AreaDetail>;
