/** Turns calls (progress) into lines that can be waited for one by one. */
export class LineQueue {
  readonly #lines: string[] = [];
  #wake: (() => void) | undefined;
  #ended = false;

  /** One more line. */
  push(line: string): void {
    this.#lines.push(line);
    this.#wake?.();
  }

  /** No more lines come. */
  end(): void {
    this.#ended = true;
    this.#wake?.();
  }

  /** Every line in order, until the end. */
  async *lines(): AsyncGenerator<string, void> {
    while (true) {
      const line = this.#lines.shift();
      if (line !== undefined) yield line;
      else if (this.#ended) return;
      else await new Promise<void>(resolve => (this.#wake = resolve));
    }
  }
}

/**
 * Runs work that tells of its progress, and yields what it tells while it runs.
 * @throws what the work throws, after its last line
 */
export async function* whileWorking<T>(
  work: (tell: (line: string) => void) => Promise<T>,
): AsyncGenerator<string, T> {
  const queue = new LineQueue();
  const result = work(line => queue.push(line));
  // The fault itself is thrown by `await result` below.
  result.then(
    () => queue.end(),
    () => queue.end(),
  );
  yield* queue.lines();
  return await result;
}
