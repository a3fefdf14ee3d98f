/** Kinds of area: what a place is, or (policy zones) what a decision made of it. */
export const AREA_KINDS = [
  'town-centre',
  'village-core',
  'neighbourhood-centre',
  'shopping-area',
  'work-area',
  'core-shopping',
  'approach-street',
  'transformation-zone',
  'large-scale-retail',
  'business-improvement-district',
] as const;

/** Code of a kind of area. */
export type AreaKind = (typeof AREA_KINDS)[number];

/** One kind of area in both languages; `policyZone` when it exists by decision only. */
export interface AreaKindTerm {
  code: AreaKind;
  nl: string;
  en: string;
  policyZone: boolean;
}

/** Every kind of area, in the order of {@link AREA_KINDS}. */
export const AREA_KIND_TERMS: readonly AreaKindTerm[] = [
  { code: 'town-centre', nl: 'centrum', en: 'town centre', policyZone: false },
  { code: 'village-core', nl: 'dorpskern', en: 'village core', policyZone: false },
  { code: 'neighbourhood-centre', nl: 'wijkcentrum', en: 'neighbourhood centre', policyZone: false },
  { code: 'shopping-area', nl: 'winkelgebied', en: 'shopping area', policyZone: false },
  { code: 'work-area', nl: 'werkgebied', en: 'work area', policyZone: false },
  { code: 'core-shopping', nl: 'kernwinkelgebied', en: 'core shopping area', policyZone: true },
  { code: 'approach-street', nl: 'aanloopstraat', en: 'approach street', policyZone: true },
  { code: 'transformation-zone', nl: 'transformatiegebied', en: 'transformation zone', policyZone: true },
  {
    code: 'large-scale-retail',
    nl: 'grootschalige detailhandel',
    en: 'large-scale retail location',
    policyZone: true,
  },
  {
    code: 'business-improvement-district',
    nl: 'bedrijveninvesteringszone (BIZ)',
    en: 'business improvement district',
    policyZone: true,
  },
];

/** Kinds of area that are walked street by street: there the sides of the streets say most. */
export const WALKED_AREA_KINDS: readonly AreaKind[] = [
  'town-centre',
  'village-core',
  'neighbourhood-centre',
  'shopping-area',
];
