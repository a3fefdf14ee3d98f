/** Milliseconds that a piece of work took, and what it gave. */
export async function timed<T>(work: () => Promise<T>): Promise<{ milliseconds: number; result: T }> {
  const started = performance.now();
  const result = await work();
  return { milliseconds: performance.now() - started, result };
}

/** The value below which a share of the values lies (nearest rank). @throws RangeError without values */
export function percentile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  const value = sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)];
  if (value === undefined) throw new RangeError('nothing was measured');
  return value;
}

/** Milliseconds of each run, after one run that is not counted. */
export async function repeat(times: number, work: (run: number) => Promise<unknown>): Promise<number[]> {
  await work(-1);
  const values: number[] = [];
  for (let run = 0; run < times; run += 1) values.push((await timed(() => work(run))).milliseconds);
  return values;
}

/**
 * Two pieces of work by turns, so that whatever else the machine does strikes both alike.
 * @returns the milliseconds of each
 */
export async function sideBySide(
  times: number,
  ours: (run: number) => Promise<unknown>,
  yardstick: (run: number) => Promise<unknown>,
): Promise<{ ours: number[]; yardstick: number[] }> {
  await ours(-1);
  await yardstick(-1);
  const values = { ours: [] as number[], yardstick: [] as number[] };
  for (let run = 0; run < times; run += 1) {
    values.ours.push((await timed(() => ours(run))).milliseconds);
    values.yardstick.push((await timed(() => yardstick(run))).milliseconds);
  }
  return values;
}
