import { setTimeout as sleep } from 'node:timers/promises';
import { bagFault } from './fault.ts';

/** How a public service is asked. */
export interface PoliteOptions {
  /** Says who asks, with a version and where to read about it. */
  userAgent: string;
  /** Tries for one question; the pause between them doubles from `pause` on (ms), unless the service names one. */
  tries?: number;
  pause?: number;
  /** Milliseconds for one answer. */
  deadline?: number;
  signal?: AbortSignal | undefined;
}

/** An answer of a service. */
export interface Answered {
  text: string;
  /** Header Content-Crs, without its brackets; null without one. */
  crs: string | null;
}

/** Questions at a time. */
const AT_ONCE = 2;
/** Longest pause that a service may ask for. */
const LONGEST_PAUSE = 120_000;

/** Statuses that are worth another try. */
const worthwhile = (status: number): boolean => status === 429 || status >= 500;

/** What a service said that is no answer: the question itself is refused, and asking again does not help. */
export class ServiceRefusal extends Error {
  readonly status: number;

  constructor(status: number, text: string) {
    super(`The service answered ${status}: ${text.slice(0, 300)}`);
    this.status = status;
  }
}

/** Asks a public service: two questions at once at most, again with growing pauses when it is busy, and saying who asks. */
export class PoliteClient {
  readonly #options: Required<Omit<PoliteOptions, 'signal'>> & Pick<PoliteOptions, 'signal'>;
  readonly #waiting: (() => void)[] = [];
  #asking = 0;

  constructor(options: PoliteOptions) {
    this.#options = { tries: 6, pause: 1_000, deadline: 60_000, ...options };
  }

  /**
   * The answer to a question.
   * @throws ServiceRefusal for a status that says that the question is wrong; ImportError `bag-service-unreachable` when the
   *   tries are used up; the signal's reason
   */
  async ask(url: string): Promise<Answered> {
    await this.#turn();
    try {
      return await this.#persist(url);
    } finally {
      this.#asking -= 1;
      this.#waiting.shift()?.();
    }
  }

  async #turn(): Promise<void> {
    while (this.#asking >= AT_ONCE) await new Promise<void>(resolve => this.#waiting.push(resolve));
    this.#asking += 1;
  }

  async #persist(url: string): Promise<Answered> {
    const { tries, pause, signal } = this.#options;
    let cause: unknown;
    for (let tried = 0; tried < tries; tried += 1) {
      signal?.throwIfAborted();
      try {
        const answer = await this.#once(url);
        if (!('again' in answer)) return answer;
        cause = answer.cause;
        if (tried + 1 < tries) await sleep(answer.again ?? pause * 2 ** tried, undefined, { signal });
      } catch (error) {
        signal?.throwIfAborted();
        if (error instanceof ServiceRefusal) throw error;
        // Cut off, too slow, not there.
        cause = error;
        if (tried + 1 < tries) await sleep(pause * 2 ** tried, undefined, { signal });
      }
    }
    throw bagFault('bag-service-unreachable', cause);
  }

  async #once(url: string): Promise<Answered | { again: number | null; cause: unknown }> {
    const { userAgent, deadline, signal } = this.#options;
    const late = AbortSignal.timeout(deadline);
    const response = await fetch(url, {
      headers: { 'User-Agent': userAgent, Accept: 'application/geo+json, application/json' },
      signal: signal ? AbortSignal.any([late, signal]) : late,
    });
    const text = await response.text();
    if (response.ok) {
      const crs = response.headers.get('content-crs')?.replace(/[<>]/g, '') ?? null;
      return { text, crs };
    }
    if (!worthwhile(response.status)) throw new ServiceRefusal(response.status, text);
    return { again: pauseOf(response.headers), cause: new ServiceRefusal(response.status, text) };
  }
}

/** Milliseconds that Retry-After asks for, in seconds or as a date; null when it does not. */
function pauseOf(headers: Headers): number | null {
  const said = headers.get('retry-after');
  if (said === null) return null;
  const milliseconds = /^\d+$/.test(said) ? Number(said) * 1000 : Date.parse(said) - Date.now();
  return Number.isFinite(milliseconds) ? Math.min(Math.max(milliseconds, 0), LONGEST_PAUSE) : null;
}
