import type { Logger } from 'pino';
import type { Database } from '../../geodata/database/database.ts';
import { addUses, type CountedUse } from '../queries/embed-use.ts';

/** Different embeds, sites and days that are held at most between two writes; what comes beyond is not counted. */
const MOST = 5_000;

/** Milliseconds between two writes. */
const RHYTHM = 60_000;

/** Origin of the page around a frame, as the browser tells it; '' where it does not, or where it is no website. */
export function originOf(referer: string | undefined): string {
  if (referer === undefined || !URL.canParse(referer)) return '';
  const { origin, protocol } = new URL(referer);
  return /^https?:$/.test(protocol) && origin.length <= 200 ? origin : '';
}

/**
 * Counts how often embeds are shown, by the origin of the page around them and by day, and by nothing else: no reader,
 * no address of a page. Held in memory and written now and then.
 */
export class UseCounter {
  readonly #counts = new Map<string, CountedUse>();
  #timer: ReturnType<typeof setInterval> | undefined;

  /** @param municipality of what is shown; null where it is gone */
  count(embed: string, referer: string | undefined, municipality: string | null): void {
    const origin = originOf(referer);
    const day = new Date().toISOString().slice(0, 10);
    const key = JSON.stringify([embed, origin, day]);
    const known = this.#counts.get(key);
    if (known) known.shown += 1;
    else if (this.#counts.size < MOST) this.#counts.set(key, { embed, origin, day, municipality, shown: 1 });
  }

  /** Writes what was counted; what cannot be written now is kept for the next time. */
  async flush(database: Database): Promise<void> {
    const counted = [...this.#counts.values()];
    this.#counts.clear();
    try {
      await addUses(database, counted);
    } catch (error) {
      for (const use of counted) this.#keep(use);
      throw error;
    }
  }

  /** Writes now and then until it is stopped. */
  begin(database: Database, logger: Logger): void {
    this.#timer = setInterval(() => {
      this.flush(database).catch(error => logger.warn({ err: error }, 'Uses of embeds could not be written'));
    }, RHYTHM);
    this.#timer.unref();
  }

  /** Ends the rhythm and writes what is left. */
  async stop(database: Database): Promise<void> {
    clearInterval(this.#timer);
    await this.flush(database).catch(() => undefined);
  }

  #keep(use: CountedUse): void {
    const key = JSON.stringify([use.embed, use.origin, use.day]);
    const known = this.#counts.get(key);
    this.#counts.set(key, known ? { ...known, shown: known.shown + use.shown } : use);
  }
}
