import type { Correction } from '#contract/correction.ts';
import type { Premises } from '#contract/premises.ts';
import type { Series } from '#contract/series.ts';
import type { StatusCode } from '#vocabulary/status.ts';
import { ApiError } from '../api/api-error.ts';
import { correctPremises } from '../api/correction.ts';
import { isDate } from './import-answers.ts';
import { Watched } from './store.ts';

type Observation = Premises['observations'][number];

/** A status that can be seen, and so be recorded. */
export type SeenStatus = Exclude<StatusCode, 'not-observed'>;

/** What is filled in. `since`: not known, on a day, or the interval that was there before. */
export interface CorrectionDraft {
  status: SeenStatus | null;
  since: 'unknown' | 'day' | 'kept';
  /** ISO date, or what was typed of it. */
  day: string;
  vacantFloorArea: string;
  remark: string;
  reason: string;
}

/** Fields that can be wrong. */
export type CorrectionField = 'status' | 'day' | 'vacantFloorArea' | 'reason';
/** How each of them is. */
export type CorrectionFault = 'missing' | 'short' | 'no-date' | 'too-late' | 'no-number';

/** Which observation is corrected: of which series, on which reference date. */
export interface CorrectionSubject {
  premises: string;
  series: string;
  referenceDate: string;
}

/** How far it is. */
export type CorrectionStep =
  | { step: 'closed' }
  | { step: 'open' }
  | { step: 'busy' }
  | { step: 'saved' }
  | { step: 'failed'; error: ApiError };

/** Evidence that a planner records; what others keep is corrected where they keep it. */
const CORRECTABLE: readonly Series['evidence'][] = ['own-list', 'reported', 'surveyed'];

/** Statuses of which it can be said since when, and how much. */
const VACANT: readonly (StatusCode | null)[] = ['vacant', 'partly-vacant'];

/** True for a series whose observations a planner may correct here. */
export const isCorrectable = ({ evidence }: Series): boolean => CORRECTABLE.includes(evidence);

/** True for a status that says something is vacant. */
export const saysVacant = (status: StatusCode | null): boolean => VACANT.includes(status);

/** What a series says of a premises on a date: the last that was recorded. */
export const observationOf = (
  { observations }: Premises,
  series: string,
  referenceDate: string,
): Observation | undefined =>
  observations.findLast(one => one.series === series && one.referenceDate === referenceDate);

/** What stands in the form before anything is changed. */
export function draftOf(observation: Observation | undefined): CorrectionDraft {
  const { status = null, sinceEarliest = null, sinceLatest = null } = observation ?? {};
  const known = sinceEarliest !== null || sinceLatest !== null;
  const since = !known ? 'unknown' : sinceEarliest === sinceLatest ? 'day' : 'kept';
  return {
    status: status === 'not-observed' ? null : status,
    since,
    day: since === 'day' ? sinceLatest! : '',
    vacantFloorArea: String(observation?.vacantFloorArea ?? ''),
    remark: observation?.remark ?? '',
    reason: '',
  };
}

/** Whole square metres; null: none given; undefined: no number. */
function areaOf(text: string): number | null | undefined {
  if (text.trim() === '') return null;
  const number = Number(text.replace(',', '.'));
  return Number.isInteger(number) && number >= 0 && number <= 1_000_000 ? number : undefined;
}

/** What cannot be saved, by field; empty when all is well. */
export function correctionFaults(
  draft: CorrectionDraft,
  referenceDate: string,
): Partial<Record<CorrectionField, CorrectionFault>> {
  const { status, since, day, vacantFloorArea, reason } = draft;
  const faults: Partial<Record<CorrectionField, CorrectionFault>> = {};
  if (status === null) faults.status = 'missing';
  if (saysVacant(status) && since === 'day') {
    if (!isDate(day)) faults.day = 'no-date';
    else if (day > referenceDate) faults.day = 'too-late';
  }
  if (saysVacant(status) && areaOf(vacantFloorArea) === undefined) faults.vacantFloorArea = 'no-number';
  if (reason.trim() === '') faults.reason = 'missing';
  else if (reason.trim().length < 3) faults.reason = 'short';
  return faults;
}

/** What is sent of a draft without faults. @param before what is corrected: an interval that is kept is its own */
export function correctionOf(
  draft: CorrectionDraft,
  { series, referenceDate }: CorrectionSubject,
  before: Observation | undefined,
): Correction {
  const vacant = saysVacant(draft.status);
  const day = draft.since === 'day' ? draft.day : null;
  const kept = draft.since === 'kept' ? before : undefined;
  return {
    series,
    referenceDate,
    status: draft.status!,
    vacantFloorArea: vacant ? (areaOf(draft.vacantFloorArea) ?? null) : null,
    sinceEarliest: vacant ? (kept?.sinceEarliest ?? day) : null,
    sinceLatest: vacant ? (kept?.sinceLatest ?? day) : null,
    remark: draft.remark.trim() || null,
    reason: draft.reason.trim(),
  };
}

const keyOf = (subject: CorrectionSubject): string => JSON.stringify(Object.values(subject));

/** The correction that is being written. It outlives the panel that shows it: nothing typed is lost when data come anew. */
export class CorrectionDesk extends Watched {
  #renew: () => void;
  #key = '';
  #draft: CorrectionDraft = draftOf(undefined);
  #now: CorrectionStep = { step: 'closed' };
  #checked = false;
  #news = false;

  /** @param renew shows the figures of the new revision */
  constructor(renew: () => void) {
    super();
    this.#renew = renew;
  }

  get draft(): CorrectionDraft {
    return this.#draft;
  }

  /** Faults are shown: somebody tried to save. */
  get checked(): boolean {
    return this.#checked;
  }

  /** How far the correction of one observation is. */
  now(subject: CorrectionSubject): CorrectionStep {
    return keyOf(subject) === this.#key ? this.#now : { step: 'closed' };
  }

  /** Begins to correct. */
  open(subject: CorrectionSubject, before: Observation | undefined): void {
    this.#key = keyOf(subject);
    this.#draft = draftOf(before);
    this.#checked = false;
    this.#become({ step: 'open' });
  }

  /** Something was typed or chosen. */
  set(patch: Partial<CorrectionDraft>): void {
    this.#draft = { ...this.#draft, ...patch };
    this.changed();
  }

  close(): void {
    this.#become({ step: 'closed' });
  }

  /** Saves what is filled in. @returns whether it was saved; false where something is wrong */
  async save(subject: CorrectionSubject, before: Observation | undefined): Promise<boolean> {
    if (this.#now.step === 'busy') return false;
    this.#checked = true;
    if (Object.keys(correctionFaults(this.#draft, subject.referenceDate)).length > 0) {
      this.#become({ step: 'open' });
      return false;
    }
    this.#become({ step: 'busy' });
    try {
      await correctPremises(subject.premises, correctionOf(this.#draft, subject, before));
      this.#become({ step: 'saved' });
      this.#renew();
      this.#news = true;
      return true;
    } catch (error) {
      const known = error instanceof ApiError ? error : new ApiError('fault', 'answer', 0, undefined, error);
      this.#become({ step: 'failed', error: known });
      return false;
    }
  }

  /** True once after something was saved: whoever shows it then brings the reader there. */
  takeNews(): boolean {
    const news = this.#news;
    this.#news = false;
    return news;
  }

  #become(now: CorrectionStep): void {
    this.#now = now;
    this.changed();
  }
}
