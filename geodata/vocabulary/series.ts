/** Where the knowledge of a series comes from; series of different evidence are never mixed in a figure. */
export const EVIDENCE = ['administrative', 'surveyed', 'reported', 'own-list', 'mapped'] as const;
export type Evidence = (typeof EVIDENCE)[number];

/** `spell`: rounds that say since when; `state`: a state on a date, with nothing about before or after. */
export const SERIES_KINDS = ['spell', 'state'] as const;
export type SeriesKind = (typeof SERIES_KINDS)[number];

/** Who may see a series at all, before any disclosure rule. */
export const SERIES_ACCESS = ['open', 'planner', 'licensed'] as const;
export type SeriesAccess = (typeof SERIES_ACCESS)[number];

/**
 * Disclosure profile: `strict` (threshold, `<5`, rounding) or `visible` (what anybody sees from the
 * pavement: exact from three premises on, for ground-floor shops, hospitality and services).
 */
export const DISCLOSURE_PROFILES = ['strict', 'visible'] as const;
export type DisclosureProfile = (typeof DISCLOSURE_PROFILES)[number];

/** How sure an observation is, from the source itself or from how it was matched to a premises. */
export const RELIABILITIES = ['high', 'medium', 'low'] as const;
export type Reliability = (typeof RELIABILITIES)[number];
