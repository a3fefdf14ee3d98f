import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { ScenarioDocument } from '#contract/scenario.ts';
import { ApiError } from '../api/api-error.ts';
import { Saving } from './scenario-edit-saving.ts';

const START: ScenarioDocument = {
  title: 'een',
  summary: '',
  notSaid: '',
  horizon: 2036,
  baseline: { mode: 'observed', announced: true, hardPlans: [] },
  measures: [],
  norms: [],
  indicators: [],
  openAssumptions: [],
};
const titled = (title: string): ScenarioDocument => ({ ...START, title });

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

/** A server that keeps the last draft, and can be away. */
function serverWith(answer: () => ApiError | undefined = () => undefined) {
  const puts: [string, number][] = [];
  const conflicts: true[] = [];
  const parts = {
    put: async (document: ScenarioDocument, draftNumber: number) => {
      const error = answer();
      if (error) throw error;
      puts.push([document.title, draftNumber]);
      return { draftNumber: draftNumber + 1, updatedAt: '2026-11-27T12:00:00Z' };
    },
    conflicted: () => void conflicts.push(true),
  };
  const saving = new Saving(parts, { document: START, draftNumber: 1, updatedAt: '2026-11-27T11:00:00Z' });
  return { saving, puts, conflicts };
}

describe('saving by itself', () => {
  it('waits until nobody types, and sends once', async () => {
    const { saving, puts } = serverWith();
    saving.want(titled('tw'));
    await vi.advanceTimersByTimeAsync(500);
    saving.want(titled('twee'));
    await vi.advanceTimersByTimeAsync(700);
    expect(puts).toEqual([]);
    expect(saving).toMatchObject({ state: 'waiting', unsaved: true });
    await vi.advanceTimersByTimeAsync(200);
    expect(puts).toEqual([['twee', 1]]);
    expect(saving).toMatchObject({ state: 'saved', unsaved: false, draftNumber: 2 });
  });

  it('sends nothing for a step that was taken back', async () => {
    const { saving, puts } = serverWith();
    saving.want(titled('twee'));
    saving.want(START);
    await vi.advanceTimersByTimeAsync(5000);
    expect(saving.state).toBe('saved');
    expect(puts).toEqual([]);
  });

  it('names the draft it goes on from in the next save', async () => {
    const { saving, puts } = serverWith();
    for (const title of ['twee', 'drie']) {
      saving.want(titled(title));
      await saving.now();
    }
    expect(puts).toEqual([
      ['twee', 1],
      ['drie', 2],
    ]);
  });

  it('keeps trying while the server is away', async () => {
    let away = true;
    const { saving, puts } = serverWith(() => (away ? new ApiError('offline', '/') : undefined));
    saving.want(titled('twee'));
    await vi.advanceTimersByTimeAsync(1000);
    expect(saving).toMatchObject({ state: 'offline', unsaved: true });
    away = false;
    await vi.advanceTimersByTimeAsync(5000);
    expect(saving.state).toBe('saved');
    expect(puts).toEqual([['twee', 1]]);
  });

  it('stops at a conflict until it is sorted out', async () => {
    let conflict = true;
    const { saving, puts, conflicts } = serverWith(() =>
      conflict ? new ApiError('refused', '/', 409) : undefined,
    );
    saving.want(titled('van mij'));
    await vi.advanceTimersByTimeAsync(1000);
    expect(saving.state).toBe('conflict');
    expect(conflicts).toHaveLength(1);
    saving.want(titled('nog meer van mij'));
    await vi.advanceTimersByTimeAsync(9000);
    expect(puts).toEqual([]);
    conflict = false;
    saving.startFrom({ document: titled('van de ander'), draftNumber: 7, updatedAt: '2026-11-27T12:30:00Z' });
    saving.resume(titled('samen'));
    await vi.advanceTimersByTimeAsync(10);
    expect(puts).toEqual([['samen', 7]]);
    expect(saving.state).toBe('saved');
  });

  it.each([
    ['absent', 'gone'],
    ['not-signed-in', 'signed-out'],
    ['refused', 'refused'],
  ] as const)('says what %s means, and tries again only when asked', async (kind, state) => {
    const { saving } = serverWith(() => new ApiError(kind, '/', 400));
    saving.want(titled('twee'));
    await vi.advanceTimersByTimeAsync(20_000);
    expect(saving).toMatchObject({ state, unsaved: true });
  });
});
