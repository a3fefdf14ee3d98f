import { z } from 'zod';
import { FUNCTION_CODES } from '#vocabulary/function.ts';
import { SCENARIO_FIGURE_IDS } from '#vocabulary/scenario-figure.ts';
import { DISCLOSURE_PROFILES, EVIDENCE } from '#vocabulary/series.ts';
import { Bbox, Id, IsoDate, MunicipalityCode, Position, Revision } from './primitives.ts';
import {
  MEASURE_TAKES,
  SCENARIO_STATUSES,
  ScenarioBaseline,
  ScenarioDecision,
  ScenarioParameter,
  ScenarioRange,
} from './scenario.ts';
import { BaseArea, ObservedFlow } from './scenario-base.ts';
import { ScenarioFault } from './scenario-result.ts';
import { Shown } from './vacancy.ts';

const Words = z.object({ nl: z.string(), en: z.string() });

/** A range as it may be shown: every part a number or a mark. */
export const ShownRange = z.object({ low: Shown, mid: Shown, high: Shown });
export type ShownRange = z.infer<typeof ShownRange>;

/** A figure as visitors may see it: per year of `years`. */
export const PublishedFigure = z.object({
  id: z.enum(SCENARIO_FIGURE_IDS),
  baseline: z.array(ShownRange),
  proposal: z.array(ShownRange),
  difference: z.array(ShownRange),
  gross: z.array(ShownRange).nullable(),
});
export type PublishedFigure = z.infer<typeof PublishedFigure>;

/** GeoJSON geometry of a measure's place, degrees (CRS84). */
export const PlaceGeometry = z.union([
  z.object({ type: z.literal('MultiPolygon'), coordinates: z.array(z.array(z.array(Position))) }),
  z.object({ type: z.literal('MultiLineString'), coordinates: z.array(z.array(Position)) }),
]);
export type PlaceGeometry = z.infer<typeof PlaceGeometry>;

/** A measure as readers see it; numbered from 1 in the order in which it acts. */
export const PublishedMeasure = z.object({
  id: Id,
  number: z.number().int(),
  kind: z.string(),
  name: z.string(),
  remark: z.string(),
  /** Where, in words of the data: names of areas or streets, "drawn place", "chosen premises". */
  where: Words,
  /** Null where showing the place would show which premises stand empty. */
  geometry: PlaceGeometry.nullable(),
  target: PlaceGeometry.nullable(),
  phase: z.object({ from: z.number().int(), until: z.number().int() }),
  takes: z.enum(MEASURE_TAKES),
  choices: z.record(z.string(), z.string()),
  parameters: z.array(ScenarioParameter.extend({ id: z.string() })),
  candidates: Shown,
  taken: ShownRange,
  takenArea: ShownRange,
  homes: ShownRange,
  cost: ShownRange.nullable(),
});
export type PublishedMeasure = z.infer<typeof PublishedMeasure>;

/** A street side in the last year: better and worse are about vacancy. */
export const PublishedSide = z.object({
  id: Id,
  street: z.string(),
  side: z.enum(['odd', 'even']),
  coordinates: z.array(z.array(Position)),
  observed: Shown,
  /** Vacant premises: on the base date, then in the last year. */
  vacant: Shown,
  baseline: Shown,
  proposal: Shown,
  /** Against doing nothing; `unknown` where either is not a number, `unobserved` where nobody looks. */
  change: z.enum(['better', 'same', 'worse', 'unknown', 'unobserved']),
});
export type PublishedSide = z.infer<typeof PublishedSide>;

/** A building that a measure changes, where showing it does not show which premises stand empty. */
export const PublishedBuilding = z.object({
  id: Id,
  measure: z.number().int(),
  becomes: z.enum([...FUNCTION_CODES, 'demolished']),
  /** Rings of polygons, degrees. */
  coordinates: z.array(z.array(z.array(Position))),
});
export type PublishedBuilding = z.infer<typeof PublishedBuilding>;

/** Where an amendment comes from. */
export const AmendmentOf = z.object({
  scenario: Id,
  version: z.number().int(),
  title: z.string(),
  /** Number of the amendment: A1, A2, ... of that scenario. */
  number: z.number().int(),
});
export type AmendmentOf = z.infer<typeof AmendmentOf>;

/**
 * A version of a scenario as anybody may see it: figures have passed the policy. It is stored whole and never
 * changes; only `status`, `decision` and `withdrawn` are written beside it.
 */
export const PublishedScenario = z.object({
  id: Id,
  /** Version; 0 for what is shared by link. */
  version: z.number().int(),
  status: z.enum(SCENARIO_STATUSES),
  publishedAt: z.iso.datetime({ offset: true }),
  /** SHA-256 of the canonical archive (`server/planning/canonical.ts`), hex. */
  checksum: z.string(),
  software: z.string(),
  revision: Revision,
  municipality: MunicipalityCode,
  municipalityName: z.string(),
  fictional: z.boolean(),
  title: z.string(),
  summary: z.string(),
  notSaid: z.string(),
  amendmentOf: AmendmentOf.nullable(),
  decision: ScenarioDecision.nullable(),
  withdrawn: z.object({ on: IsoDate, reason: z.string() }).nullable(),
  area: BaseArea.extend({ bbox: Bbox }),
  zones: z.array(BaseArea),
  series: z.object({
    name: Words,
    definition: Words,
    source: z.string(),
    evidence: z.enum(EVIDENCE),
    profile: z.enum(DISCLOSURE_PROFILES),
    referenceDate: IsoDate,
  }),
  years: z.array(z.number().int()),
  /**
   * Functions whose vacancy the figures count, where that is not of everything observed: what is not seen from the
   * pavement would otherwise round all of it.
   */
  vacancyOf: z.array(z.enum(FUNCTION_CODES)).optional(),
  baseline: ScenarioBaseline,
  flows: z.array(ObservedFlow.pick({ function: true, inflow: true, outflow: true, pooled: true })),
  /** The figures that come first, with the municipality's norm for each. */
  indicators: z.array(
    z.object({
      figure: z.enum(SCENARIO_FIGURE_IDS),
      norm: z.object({ value: z.number(), source: z.string() }).nullable(),
    }),
  ),
  figures: z.array(PublishedFigure),
  measures: z.array(PublishedMeasure),
  sides: z.array(PublishedSide),
  buildings: z.array(PublishedBuilding),
  norms: z.array(
    z.object({ kind: z.string(), values: z.record(z.string(), ScenarioRange), source: z.string() }),
  ),
  /** Assumptions that readers may turn: the settings with the proposed value among them, in order of size. */
  openAssumptions: z.array(
    z.object({
      measure: Id,
      parameter: z.string(),
      settings: z.array(z.number()),
      proposed: z.number().int(),
    }),
  ),
  warnings: z.array(ScenarioFault),
});
export type PublishedScenario = z.infer<typeof PublishedScenario>;

/** What the settings of the open assumptions give: one entry per combination, keyed by the indexes of the settings. */
export const ScenarioSettings = z.object({
  combinations: z.array(
    z.object({
      /** One index per open assumption. */
      settings: z.array(z.number().int()),
      figures: z.array(PublishedFigure),
      sides: z.array(PublishedSide.pick({ id: true, baseline: true, proposal: true, change: true })),
    }),
  ),
});
export type ScenarioSettings = z.infer<typeof ScenarioSettings>;
