import { z } from 'zod';
import { AREA_KINDS } from '#vocabulary/area-kind.ts';
import { Id, IsoDate, MunicipalityCode, Revision } from './primitives.ts';
import { AmendmentOf, PublishedScenario } from './published-scenario.ts';
import { SCENARIO_STATUSES, ScenarioDecision, ScenarioDocument } from './scenario.ts';
import { ScenarioBase, ScenarioGround } from './scenario-base.ts';
import { ScenarioResult } from './scenario-result.ts';

const Instant = z.iso.datetime({ offset: true });

/** Most that the database counts to. */
const MOST = 2_147_483_647;

/** The draft that whoever writes has seen. */
const DraftNumber = z.number().int().max(MOST);

/** One line of a list of versions. */
export const VersionSummary = z.object({
  version: z.number().int(),
  status: z.enum(SCENARIO_STATUSES),
  title: z.string(),
  publishedAt: Instant,
  decision: ScenarioDecision.nullable(),
});
export type VersionSummary = z.infer<typeof VersionSummary>;

/** Query of the lists of scenarios. */
export const ScenarioQuery = z.strictObject({ municipality: MunicipalityCode });

const ScenarioLine = z.object({
  id: Id,
  title: z.string(),
  summary: z.string(),
  area: z.object({ id: Id, kind: z.enum(AREA_KINDS), name: z.string() }),
  amendmentOf: AmendmentOf.nullable(),
});

/** Answer of `/api/v1/scenarios`: those with a version for everyone, the latest version of each. */
export const Scenarios = z.object({
  scenarios: z.array(ScenarioLine.extend({ latest: VersionSummary })),
});
export type Scenarios = z.infer<typeof Scenarios>;

/**
 * Answer of `/api/v1/scenarios/{id}`, of one version and of what is shared by link. Every version stays; the last of
 * `versions` is the newest. `currentRevision` is that of the municipality's data now.
 */
export const ScenarioVersion = z.object({
  scenario: PublishedScenario,
  versions: z.array(VersionSummary),
  currentRevision: Revision.nullable(),
});
export type ScenarioVersion = z.infer<typeof ScenarioVersion>;

/** The parameters in the path of a version. */
export const VersionParameters = z.object({ id: Id, version: z.coerce.number().int().min(1).max(100_000) });

/** Query of what is drawn or written by the server: in which language, and (maps) what is drawn. */
export const PaperQuery = z.strictObject({ language: z.enum(['nl', 'en']).default('nl') });
export const StillMapQuery = PaperQuery.extend({
  reading: z.enum(['difference', 'before', 'after']).default('difference'),
});

/** Body of `POST /api/v1/shared-scenarios`: the key of a link. In a body, so that it stands in no log. */
export const SharedScenarioKey = z.strictObject({ key: z.string().min(20).max(100) });

/** Answer of `/api/v1/planner/scenarios`. */
export const PlannerScenarios = z.object({
  scenarios: z.array(
    ScenarioLine.extend({
      updatedAt: Instant,
      shared: z.boolean(),
      versions: z.array(VersionSummary),
    }),
  ),
});
export type PlannerScenarios = z.infer<typeof PlannerScenarios>;

/** Body of `POST /api/v1/planner/scenarios`: from nothing, a copy of a draft, or an amendment of a version. */
export const NewScenario = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('new'),
    municipality: MunicipalityCode,
    area: Id,
    series: Id,
    referenceDate: IsoDate,
    title: z.string().min(1).max(120),
  }),
  /** `document`: what the copy holds, in place of the draft (a version of one's own that lost a conflict). */
  z.strictObject({
    kind: z.literal('copy'),
    scenario: Id,
    title: z.string().min(1).max(120),
    document: ScenarioDocument.optional(),
  }),
  z.strictObject({
    kind: z.literal('amendment'),
    scenario: Id,
    version: z.number().int().min(1).max(MOST),
    title: z.string().min(1).max(120),
  }),
]);
export type NewScenario = z.infer<typeof NewScenario>;

/** A draft with what surrounds it. */
export const PlannerScenario = z.object({
  id: Id,
  municipality: MunicipalityCode,
  /** Grows with every save; a save names the one it started from. */
  draftNumber: z.number().int(),
  document: ScenarioDocument,
  updatedAt: Instant,
  shared: z.boolean(),
  versions: z.array(VersionSummary),
  amendmentOf: AmendmentOf.nullable(),
  /** What an amendment started from, for the difference; null for others. */
  original: ScenarioDocument.nullable(),
  /** Revision of the base and of the data now: where they differ a newer base can be taken. */
  baseRevision: Revision,
  currentRevision: Revision.nullable(),
});
export type PlannerScenario = z.infer<typeof PlannerScenario>;

/** Body of `PUT /api/v1/planner/scenarios/{id}`. An older `draftNumber` than the present one is a `conflict` (409). */
export const SaveScenario = z.strictObject({
  draftNumber: DraftNumber,
  document: ScenarioDocument,
});

/** Answer of a save. */
export const SavedScenario = z.object({ draftNumber: z.number().int(), updatedAt: Instant });
export type SavedScenario = z.infer<typeof SavedScenario>;

/** Answer of taking a draft away. One that has versions stays. */
export const RemovedScenario = z.object({ id: Id });
export type RemovedScenario = z.infer<typeof RemovedScenario>;

/** Body of `POST .../base`: the present data, on this date of this series, become the base. */
export const NewBase = z.strictObject({ draftNumber: DraftNumber, series: Id, referenceDate: IsoDate });

/** Answer of a new base: premises that measures name and that are not there any more. */
export const RenewedBase = SavedScenario.extend({
  gone: z.array(z.object({ measure: Id, premises: z.array(z.object({ id: Id, label: z.string() })) })),
});
export type RenewedBase = z.infer<typeof RenewedBase>;

/** Body of `POST .../versions`: the draft as it was saved last becomes a version. Refused with the model's errors. */
export const PublishScenario = z.strictObject({ draftNumber: DraftNumber });

/** Answer of publishing and of what is written beside a version. */
export const PublishedVersion = z.object({ version: VersionSummary });
export type PublishedVersion = z.infer<typeof PublishedVersion>;

/** Body of `PUT .../withdrawal`. A version that belongs to a decision stays what it was and shows the message. */
export const Withdrawal = z.strictObject({ reason: z.string().min(1).max(300) });

/** Answer of sharing: the key of the link, shown once; the server keeps only its hash. */
export const ScenarioSharing = z.object({ key: z.string().nullable() });
export type ScenarioSharing = z.infer<typeof ScenarioSharing>;

/** What is checksummed and kept of a version, exact: planners only. */
export const ScenarioArchive = z.object({
  format: z.literal('kernkaart-scenario-1'),
  id: Id,
  version: z.number().int(),
  software: z.string(),
  document: ScenarioDocument,
  base: ScenarioBase,
  ground: ScenarioGround,
  result: ScenarioResult,
});
export type ScenarioArchive = z.infer<typeof ScenarioArchive>;
