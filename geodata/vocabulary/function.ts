/**
 * The functions a premises can have: one table for import, figures, screens and legends.
 * Nothing is dropped for having no function: what fits nowhere is `other`, what nobody knows is `unknown`.
 */
export const FUNCTION_CODES = [
  'retail',
  'hospitality',
  'services',
  'culture',
  'community',
  'office',
  'business',
  'housing',
  'other',
  'unknown',
] as const;

/** Code of a function as stored in `premises_period.function` and used in every address. */
export type FunctionCode = (typeof FUNCTION_CODES)[number];

/** What the screens and the importers need to know of one function. */
export interface FunctionTerm {
  code: FunctionCode;
  /** Two letters on markers and bars, so that colour is never alone. */
  letter: string;
  /** Design token, without its theme variants (`--function-retail`). */
  colour: string;
  nl: string;
  en: string;
  /** BAG gebruiksdoelen that mean this function when nothing better is known (`domain` 3.1, indicative). */
  bagPurposes: readonly string[];
}

/** In the order in which legends and tables list them; the index is the code in packed columns. */
export const FUNCTIONS: readonly FunctionTerm[] = [
  {
    code: 'retail',
    letter: 'Wi',
    colour: '#1d3672',
    nl: 'winkels',
    en: 'shops',
    bagPurposes: ['winkelfunctie'],
  },
  {
    code: 'hospitality',
    letter: 'Ho',
    colour: '#a33e84',
    nl: 'horeca',
    en: 'hospitality',
    bagPurposes: ['logiesfunctie'],
  },
  {
    code: 'services',
    letter: 'Di',
    colour: '#1c4a2a',
    nl: 'diensten',
    en: 'services',
    bagPurposes: [],
  },
  {
    code: 'culture',
    letter: 'Cu',
    colour: '#5d324c',
    nl: 'cultuur en vrije tijd',
    en: 'culture and leisure',
    bagPurposes: ['bijeenkomstfunctie', 'sportfunctie'],
  },
  {
    code: 'community',
    letter: 'Ma',
    colour: '#2f6f73',
    nl: 'maatschappelijk',
    en: 'community',
    bagPurposes: ['gezondheidszorgfunctie', 'onderwijsfunctie', 'celfunctie'],
  },
  {
    code: 'office',
    letter: 'Ka',
    colour: '#566c9f',
    nl: 'kantoren',
    en: 'offices',
    bagPurposes: ['kantoorfunctie'],
  },
  {
    code: 'business',
    letter: 'Be',
    colour: '#7b2cbf',
    nl: 'bedrijfsruimten',
    en: 'business premises',
    bagPurposes: ['industriefunctie'],
  },
  {
    code: 'housing',
    letter: 'Wo',
    colour: '#776c40',
    nl: 'woningen',
    en: 'homes',
    bagPurposes: ['woonfunctie'],
  },
  {
    code: 'other',
    letter: 'Ov',
    colour: '#6b6258',
    nl: 'overig',
    en: 'other',
    bagPurposes: ['overige gebruiksfunctie'],
  },
  { code: 'unknown', letter: '?', colour: '#5d6670', nl: 'onbekend', en: 'unknown', bagPurposes: [] },
];

/** Scope of a figure: one function, or `all` of those that the series' coverage names. */
export type FunctionScope = FunctionCode | 'all';

/** Position of a function in {@link FUNCTIONS}, the number that packed columns hold. */
export function functionIndex(code: FunctionCode): number {
  return FUNCTION_CODES.indexOf(code);
}
