/**
 * Works on several items at once and gives the results in the order of the items.
 * @param width how many are under way at most
 * @throws what any of the work throws, when its turn comes and everything that was begun has ended
 */
export async function* inOrder<T, R>(
  items: Iterable<T> | AsyncIterable<T>,
  width: number,
  work: (item: T) => Promise<R>,
): AsyncGenerator<R, void> {
  const running: Promise<R>[] = [];
  try {
    for await (const item of items) {
      const one = work(item);
      // Its fault is thrown where it is awaited below; until then it is nobody's.
      one.catch(() => undefined);
      running.push(one);
      if (running.length >= width) yield await running.shift()!;
    }
    while (running.length > 0) yield await running.shift()!;
  } finally {
    await Promise.allSettled(running);
  }
}
