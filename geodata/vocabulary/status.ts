/**
 * Status of a premises in an observation. The index is the byte in packed states, so the order never
 * changes; `not-observed` is 0 and is no status anybody recorded: it is the absence of an observation.
 */
export const STATUS_CODES = [
  'not-observed',
  'in-use',
  'vacant',
  'partly-vacant',
  'temporary-use',
  'under-renovation',
  'announced-vacant',
  'unknown',
] as const;

/** Code of a status. */
export type StatusCode = (typeof STATUS_CODES)[number];

/**
 * How a status counts. By count only a wholly vacant premises is vacant; a partly vacant one is in use
 * and adds its vacant floor area to the floor area figures. `unknown` was visited without an answer: it
 * stays out of numerator and denominator, as does `not-observed`.
 */
export interface StatusTerm {
  code: StatusCode;
  nl: string;
  en: string;
  /** In the denominator of a rate. */
  observed: boolean;
  /** In the numerator by count, and with its whole floor area unless a vacant floor area is stated. */
  vacant: boolean;
}

/** Every status, in the order of {@link STATUS_CODES}. */
export const STATUSES: readonly StatusTerm[] = [
  { code: 'not-observed', nl: 'niet waargenomen', en: 'not observed', observed: false, vacant: false },
  { code: 'in-use', nl: 'in gebruik', en: 'in use', observed: true, vacant: false },
  { code: 'vacant', nl: 'leeg', en: 'vacant', observed: true, vacant: true },
  { code: 'partly-vacant', nl: 'deels leeg', en: 'partly vacant', observed: true, vacant: false },
  { code: 'temporary-use', nl: 'tijdelijk gebruik', en: 'temporary use', observed: true, vacant: false },
  { code: 'under-renovation', nl: 'in verbouwing', en: 'under renovation', observed: true, vacant: false },
  {
    code: 'announced-vacant',
    nl: 'leegstand aangekondigd',
    en: 'vacancy announced',
    observed: true,
    vacant: false,
  },
  { code: 'unknown', nl: 'onbekend', en: 'unknown', observed: false, vacant: false },
];

/** Byte of a status in packed states. */
export function statusIndex(code: StatusCode): number {
  return STATUS_CODES.indexOf(code);
}
