import { describe, expect, it, vi } from 'vitest';
import { RevisionClock } from './revision-clock.ts';

function clockAt(first: number) {
  let [current, now] = [first, 0];
  const ask = vi.fn(async () => ({ number: current, madeAt: `made ${current}` }));
  return {
    ask,
    clock: new RevisionClock(ask, () => now),
    imported: () => (current += 1),
    pass: (milliseconds: number) => (now += milliseconds),
  };
}

describe('RevisionClock', () => {
  it('asks once a second at most for what it knows', async () => {
    const { ask, clock, pass } = clockAt(4);
    await Promise.all([clock.at(4), clock.at(4)]);
    await clock.at(4);
    expect(ask).toHaveBeenCalledTimes(1);
    pass(1000);
    await clock.at(4);
    expect(ask).toHaveBeenCalledTimes(2);
  });

  it('refuses an old revision without asking and a future one after asking', async () => {
    const { ask, clock } = clockAt(4);
    await clock.at(4);
    await expect(clock.at(3)).rejects.toMatchObject({ type: 'revision-gone' });
    expect(ask).toHaveBeenCalledTimes(1);
    await expect(clock.at(5)).rejects.toMatchObject({ type: 'revision-gone' });
    expect(ask).toHaveBeenCalledTimes(2);
  });

  it('knows a new revision as soon as somebody wants it', async () => {
    const { clock, imported } = clockAt(4);
    await clock.at(4);
    imported();
    expect(await clock.at(5)).toEqual({ number: 5, madeAt: 'made 5' });
    await expect(clock.at(4)).rejects.toMatchObject({ type: 'revision-gone' });
  });

  it('asks again after a failure', async () => {
    const ask = vi.fn(async () => ({ number: 1, madeAt: '' }));
    ask.mockRejectedValueOnce(new Error('no database'));
    const clock = new RevisionClock(ask);
    await expect(clock.at(1)).rejects.toThrow('no database');
    expect(await clock.at(1)).toMatchObject({ number: 1 });
  });

  it('does not wait for a database that is busy with an import, for what is known to be there', async () => {
    const { ask, clock, pass } = clockAt(4);
    await clock.at(4);
    pass(1000);
    const late = Promise.withResolvers<{ number: number; madeAt: string }>();
    ask.mockReturnValueOnce(late.promise);
    expect(await clock.at(4)).toMatchObject({ number: 4 });
    late.resolve({ number: 5, madeAt: 'made 5' });
    await late.promise;
    await Promise.resolve();
    await expect(clock.at(4)).rejects.toMatchObject({ type: 'revision-gone' });
  });
});
