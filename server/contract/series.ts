import { z } from 'zod';
import {
  DISCLOSURE_PROFILES,
  EVIDENCE,
  RELIABILITIES,
  SERIES_ACCESS,
  SERIES_KINDS,
} from '#vocabulary/series.ts';
import { Id, IsoDate, MunicipalityCode, Revision } from './primitives.ts';

/** A series: one source with one definition; figures never join two of them. */
export const Series = z.object({
  id: Id,
  municipality: MunicipalityCode,
  evidence: z.enum(EVIDENCE),
  kind: z.enum(SERIES_KINDS),
  name: z.object({ nl: z.string(), en: z.string() }),
  definition: z.object({ nl: z.string(), en: z.string() }),
  source: z.string(),
  rhythmMonths: z.number().int(),
  access: z.enum(SERIES_ACCESS),
  profile: z.enum(DISCLOSURE_PROFILES),
  reliability: z.enum(RELIABILITIES),
  referenceDates: z.array(
    z.object({
      date: IsoDate,
      /** Figures of different method versions are not compared. */
      methodVersion: z.string(),
      /** What was looked at, in words: functions (null: all), least floor area, whole municipality or part. */
      coverage: z.array(
        z.object({
          wholeMunicipality: z.boolean(),
          functions: z.array(z.string()).nullable(),
          leastFloorArea: z.number().nullable(),
        }),
      ),
    }),
  ),
});
export type Series = z.infer<typeof Series>;

/** Query and answer of `/api/v1/series`. */
export const SeriesQuery = z.strictObject({ municipality: MunicipalityCode });
export const SeriesList = z.object({ revision: Revision, series: z.array(Series) });
export type SeriesList = z.infer<typeof SeriesList>;
