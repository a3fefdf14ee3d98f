import { z } from 'zod';
import { Id, IsoDate, MunicipalityCode } from './primitives.ts';
import { FunctionScope } from './vacancy.ts';

/** Languages of an embed. */
export const EmbedLanguage = z.enum(['nl', 'en']);
export type EmbedLanguage = z.infer<typeof EmbedLanguage>;

/** How vacancy is read on a map that anybody may see. Single premises are for planners, so they are never embedded. */
export const EMBED_READINGS = ['percentage', 'concentration', 'streets'] as const;
export const EmbedReading = z.enum(EMBED_READINGS);
export type EmbedReading = z.infer<typeof EmbedReading>;

/**
 * When the moving map comes: never (`still`), when the reader presses (`press`), or when it is in view and the page
 * has nothing else to do (`visible`).
 */
export const INTERACTIONS = ['still', 'press', 'visible'] as const;

/** What every embed has: how it looks, and what of it is shown. */
const frame = {
  municipality: MunicipalityCode,
  /** Heading above it; null: it names what it shows. */
  title: z.string().trim().min(1).max(120).nullable().default(null),
  language: EmbedLanguage.default('nl'),
  /** `device`: as the reader's device is set. */
  theme: z.enum(['device', 'light', 'dark']).default('device'),
  /** Pixels; null: as high as what is in it, where the page around it can follow that, else 640. */
  height: z.number().int().min(200).max(2000).nullable().default(null),
  /** The figures as a table, folded open by the reader. */
  table: z.boolean().default(true),
};

/** What figures of vacancy are taken from. */
const figures = {
  /** Null: the first open series of the municipality. */
  series: Id.nullable().default(null),
  /** Null: always the latest. */
  referenceDate: IsoDate.nullable().default(null),
  function: FunctionScope.default('all'),
};

const map = {
  reading: EmbedReading.default('percentage'),
  legend: z.boolean().default(true),
  /** A field in which readers find their own street or area. */
  search: z.boolean().default(true),
  interaction: z.enum(INTERACTIONS).default('press'),
};

/** What an embed shows and how. Unknown keys are refused by name. */
export const EmbedDocument = z.discriminatedUnion('show', [
  /** A map with figures: of the municipality (`area` null) or of one area. */
  z.strictObject({
    show: z.literal('vacancy-map'),
    area: Id.nullable().default(null),
    ...frame,
    ...figures,
    ...map,
  }),
  /** The figures of a place and nothing else. */
  z.strictObject({ show: z.literal('figures'), area: Id.nullable().default(null), ...frame, ...figures }),
  /** The line of a place through the reference dates. */
  z.strictObject({ show: z.literal('trend'), area: Id.nullable().default(null), ...frame, ...figures }),
  /** A scenario: the map of the difference, or the present under the proposal with a swipe between them. */
  z.strictObject({
    show: z.literal('scenario'),
    scenario: Id,
    /** Null: always the latest version. */
    version: z.number().int().min(1).max(100_000).nullable().default(null),
    view: z.enum(['difference', 'swipe']).default('difference'),
    legend: z.boolean().default(true),
    ...frame,
  }),
]);
export type EmbedDocument = z.infer<typeof EmbedDocument>;

/** A map is withdrawn with a reason: where it stands, a dated message and the table stay. */
export const EmbedWithdrawal = z.strictObject({ reason: z.string().trim().min(1).max(300) });

const Instant = z.iso.datetime({ offset: true });

/** A stored embed. */
export const Embed = z.object({
  id: Id,
  /** Grows with every save; a save names the one it started from. */
  number: z.number().int(),
  document: EmbedDocument,
  madeAt: Instant,
  updatedAt: Instant,
  withdrawn: z.object({ on: IsoDate, reason: z.string() }).nullable(),
});
export type Embed = z.infer<typeof Embed>;

/** Query and answer of `/api/v1/planner/embeds`. */
export const EmbedQuery = z.strictObject({ municipality: MunicipalityCode });
export const Embeds = z.object({ embeds: z.array(Embed) });
export type Embeds = z.infer<typeof Embeds>;

/** Body of `POST /api/v1/planner/embeds`. */
export const NewEmbed = z.strictObject({ document: EmbedDocument });

/** Body of `PUT /api/v1/planner/embeds/{id}`. An older `number` than the present one is a `conflict` (409). */
export const SaveEmbed = z.strictObject({ number: z.number().int().min(1), document: EmbedDocument });
export type SaveEmbed = z.infer<typeof SaveEmbed>;

/**
 * A site that may show our maps: an origin, or `https://*.example.nl` for every site below it. Default ports are left
 * out, as browsers do.
 */
export const AllowedSite = z
  .string()
  .max(200)
  .regex(
    /^https?:\/\/(\*\.)?[a-z0-9](?:[a-z0-9-]*[a-z0-9])?(?:\.[a-z0-9](?:[a-z0-9-]*[a-z0-9])?)*(?::[1-9]\d{0,4})?$/,
    'an origin such as https://www.example.nl, without a path',
  )
  .refine(site => !/:(?:80|443)$/.test(site) || !site.startsWith(site.endsWith(':80') ? 'http:' : 'https:'), {
    message: 'leave the usual port out',
  })
  .refine(site => !site.includes('*') || site.split('.').length >= 3, {
    message: 'a star stands before a name of at least two parts',
  });
export type AllowedSite = z.infer<typeof AllowedSite>;

/** Query, body and answer of `/api/v1/planner/allowed-sites`. The body replaces the list. */
export const AllowedSiteQuery = EmbedQuery;
export const AllowedSites = z.strictObject({ sites: z.array(AllowedSite).max(100) });
export type AllowedSites = z.infer<typeof AllowedSites>;

/** Why an embed does not show what it should where it stands. */
export const EMBED_FAULTS = ['site-not-allowed', 'withdrawn', 'gone'] as const;

/** Where one embed was shown: counted by the origin of the page around it and by day, nothing else. */
export const EmbedUse = z.object({
  /** Id in the address `/e/{id}`: of a stored embed, an area, a scenario or the code of a municipality. */
  embed: z.string(),
  /** Null where the browser or the site did not say. */
  origin: z.string().nullable(),
  /** Title of what is shown, null when it is gone. */
  title: z.string().nullable(),
  /** Times in the last 30 days, and ever. */
  recently: z.number().int(),
  ever: z.number().int(),
  /** Days. */
  first: IsoDate,
  last: IsoDate,
  fault: z.enum(EMBED_FAULTS).nullable(),
});
export type EmbedUse = z.infer<typeof EmbedUse>;

/** Answer of `/api/v1/planner/embed-uses`. */
export const EmbedUses = z.object({ uses: z.array(EmbedUse) });
export type EmbedUses = z.infer<typeof EmbedUses>;
