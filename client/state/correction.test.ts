import { describe, expect, it } from 'vitest';
import { Correction } from '#contract/correction.ts';
import type { Premises } from '#contract/premises.ts';
import {
  type CorrectionDraft,
  correctionFaults,
  correctionOf,
  draftOf,
  observationOf,
} from './correction.ts';

type Observation = Premises['observations'][number];

const SEEN: Observation = {
  series: 'list',
  referenceDate: '2026-03-01',
  status: 'vacant',
  vacantFloorArea: null,
  storey: null,
  sinceEarliest: '2025-01-01',
  sinceLatest: '2025-06-30',
  reliability: 'high',
  remark: null,
  reason: null,
  recordedBy: 'import',
  recordedAt: '2026-03-02T09:00:00Z',
};
const SUBJECT = { premises: 'p1', series: 'list', referenceDate: '2026-03-01' };
const draft = (patch: Partial<CorrectionDraft> = {}): CorrectionDraft => ({
  ...draftOf(SEEN),
  reason: 'Zelf gezien.',
  ...patch,
});

describe('a correction', () => {
  it('begins with the last that was recorded', () => {
    const later = { ...SEEN, status: 'in-use' as const };
    const premises = { observations: [SEEN, later, { ...SEEN, series: 'other' }] } as unknown as Premises;
    expect(observationOf(premises, 'list', '2026-03-01')).toBe(later);
    expect(observationOf(premises, 'list', '2025-03-01')).toBeUndefined();
  });

  it.each([
    [{ sinceEarliest: null, sinceLatest: null }, 'unknown', ''],
    [{ sinceEarliest: '2025-01-01', sinceLatest: '2025-01-01' }, 'day', '2025-01-01'],
    [{}, 'kept', ''],
    [{ sinceEarliest: null }, 'kept', ''],
  ])('reads %j as since %s', (patch, since, day) => {
    expect(draftOf({ ...SEEN, ...patch })).toMatchObject({ since, day });
  });

  it('keeps the interval as it was, or gives one day, or none', () => {
    const sent = (patch: Partial<CorrectionDraft>) => correctionOf(draft(patch), SUBJECT, SEEN);
    expect(sent({})).toMatchObject({ sinceEarliest: '2025-01-01', sinceLatest: '2025-06-30' });
    expect(sent({ since: 'day', day: '2025-05-01' })).toMatchObject({
      sinceEarliest: '2025-05-01',
      sinceLatest: '2025-05-01',
    });
    expect(sent({ since: 'unknown' })).toMatchObject({ sinceEarliest: null, sinceLatest: null });
  });

  it('keeps an interval with one open bound open', () => {
    const open = { ...SEEN, sinceEarliest: null };
    const sent = correctionOf({ ...draftOf(open), reason: 'Zelf gezien.' }, SUBJECT, open);
    expect(sent).toMatchObject({ sinceEarliest: null, sinceLatest: '2025-06-30' });
  });

  it('says nothing of vacancy where nothing is vacant', () => {
    const sent = correctionOf(draft({ status: 'in-use', vacantFloorArea: '40' }), SUBJECT, SEEN);
    expect(sent).toMatchObject({ vacantFloorArea: null, sinceEarliest: null, sinceLatest: null });
  });

  it('is what the contract takes', () => {
    const sent = correctionOf(draft({ vacantFloorArea: '0', remark: '  ' }), SUBJECT, SEEN);
    expect(Correction.parse(sent)).toEqual(sent);
    expect(sent).toMatchObject({ vacantFloorArea: 0, remark: null });
  });

  it.each([
    [{}, {}],
    [{ status: null }, { status: 'missing' }],
    [{ since: 'day', day: '' }, { day: 'no-date' }],
    [{ since: 'day', day: '2026-02-30' }, { day: 'no-date' }],
    [{ since: 'day', day: '2026-03-02' }, { day: 'too-late' }],
    [{ since: 'day', day: '2026-03-02', status: 'in-use' }, {}],
    [{ vacantFloorArea: '12,5' }, { vacantFloorArea: 'no-number' }],
    [{ vacantFloorArea: 'veel' }, { vacantFloorArea: 'no-number' }],
    [{ reason: ' ' }, { reason: 'missing' }],
    [{ reason: 'ja' }, { reason: 'short' }],
  ] as [Partial<CorrectionDraft>, object][])('%j has faults %j', (patch, faults) => {
    expect(correctionFaults(draft(patch), '2026-03-01')).toEqual(faults);
  });
});
