import { DURATION_CODES } from '#vocabulary/duration.ts';
import { STATUSES } from '#vocabulary/status.ts';
import { addMonths } from './calendar.ts';
import { durationOf } from './duration.ts';
import type { Stock } from './stock.ts';

/** "Vacant since" as an observation states it: day numbers, null where open. */
export interface Since {
  earliest: number | null;
  latest: number | null;
}

/**
 * A vacancy as far as observations can tell. `first` and `last` are the dates (indexes) on which it was
 * seen. It began in [fromEarliest, fromLatest] (day numbers; null: nothing bounds it). It ended in
 * [untilEarliest, untilLatest]; both null: it was not seen to end; only the second null: it was lost from
 * sight, by too long a gap or by another method, and may have gone on.
 */
export interface Spell {
  first: number;
  last: number;
  fromEarliest: number | null;
  fromLatest: number;
  untilEarliest: number | null;
  untilLatest: number | null;
}

/** What is known of one premises in one series. */
export interface Sightings {
  /** Reference dates as day numbers, ascending, and the method version of each. */
  days: readonly number[];
  methods: readonly string[];
  rhythmMonths: number;
  /** Status byte per date. */
  states: Uint8Array;
  since(date: number): Since | undefined;
  /** First day after the given one on which the premises is gone or has another function. */
  changeAfter(day: number): number | null;
}

/**
 * Months within which two sightings make one vacancy when nobody looked in between. CBS calls a premises
 * long-term vacant when it was so on two reference dates a year apart, whatever happened between; half a
 * year more lets a yearly round be late.
 */
function joinMonths(rhythmMonths: number): number {
  return Math.ceil(1.5 * Math.max(12, rhythmMonths));
}

/** The begin, narrowed by a statement; a statement that contradicts what was seen is left out. */
function narrow(spell: Spell, since: Since): void {
  const earliest = Math.max(spell.fromEarliest ?? -Infinity, since.earliest ?? -Infinity);
  const latest = Math.min(spell.fromLatest, since.latest ?? Infinity);
  if (earliest > latest) return;
  spell.fromEarliest = earliest === -Infinity ? null : earliest;
  spell.fromLatest = latest;
}

/** Follows one premises through the dates; see {@link spellsOf}. */
class SpellReader {
  readonly spells: Spell[] = [];
  readonly #seen: Sightings;
  #current: Spell | undefined;
  #lastInUse: number | null = null;

  constructor(seen: Sightings) {
    this.#seen = seen;
  }

  /** The method changed: what was seen before is no evidence any more. */
  breakOff(): void {
    if (this.#current) this.#close(this.#day(this.#current.last), null);
    this.#lastInUse = null;
  }

  inUse(date: number): void {
    if (this.#current) this.#close(this.#day(this.#current.last), this.#day(date));
    this.#lastInUse = this.#day(date);
  }

  vacant(date: number): void {
    if (this.#current === undefined) this.#open(date, this.#lastInUse);
    else this.#seenAgain(date, this.#current);
  }

  /** Vacant, and vacant when it was last seen: the same vacancy, unless a statement or a long gap says otherwise. */
  #seenAgain(date: number, current: Spell): void {
    const { since, rhythmMonths } = this.#seen;
    const stated = since(date);
    const lastSeen = this.#day(current.last);
    const now = this.#day(date);
    const joined = now <= addMonths(lastSeen, joinMonths(rhythmMonths));
    if (stated?.earliest != null && stated.earliest > lastSeen && stated.earliest <= now) {
      // It was filled in between and emptied again.
      this.#close(lastSeen, Math.min(stated.latest ?? now, now));
      this.#open(date, lastSeen);
    } else if (joined || (stated?.latest != null && stated.latest <= lastSeen)) {
      current.last = date;
    } else {
      this.#open(date, this.#close(lastSeen, null).fromEarliest);
    }
  }

  end(): void {
    if (!this.#current) return;
    const lastSeen = this.#day(this.#current.last);
    const change = this.#seen.changeAfter(lastSeen);
    this.#close(change === null ? null : lastSeen, change);
  }

  #day(date: number): number {
    return this.#seen.days[date]!;
  }

  #open(date: number, fromEarliest: number | null): void {
    const open = { untilEarliest: null, untilLatest: null };
    this.#current = { first: date, last: date, fromEarliest, fromLatest: this.#day(date), ...open };
  }

  #close(untilEarliest: number | null, untilLatest: number | null): Spell {
    const spell = this.#current!;
    Object.assign(spell, { untilEarliest, untilLatest });
    // The newest statement first: where two contradict each other it is the one that counts.
    for (let date = spell.last; date >= spell.first; date--) {
      const since = isVacant(this.#seen.states[date]!) ? this.#seen.since(date) : undefined;
      if (since) narrow(spell, since);
    }
    this.spells.push(spell);
    this.#current = undefined;
    return spell;
  }
}

function isVacant(state: number): boolean {
  return STATUSES[state]!.vacant;
}

/**
 * Vacancies of one premises. Dates on which nobody looked, or looked without an answer, neither end nor
 * prove a vacancy: the bounds reach over them. Partly vacant is in use and ends one. A new method version
 * begins afresh: figures are never joined across it.
 */
export function spellsOf(seen: Sightings): Spell[] {
  const reader = new SpellReader(seen);
  seen.days.forEach((_, date) => {
    if (date > 0 && seen.methods[date] !== seen.methods[date - 1]) reader.breakOff();
    const state = seen.states[date]!;
    if (isVacant(state)) reader.vacant(date);
    else if (STATUSES[state]!.observed) reader.inUse(date);
  });
  reader.end();
  return reader.spells;
}

/** Writes the duration class of each vacant slot of one premises, from its spells. */
export function fillDurations(
  stock: Stock,
  premises: number,
  spells: readonly Spell[],
  days: readonly number[],
): void {
  for (const spell of spells) {
    for (let date = spell.first; date <= spell.last; date++) {
      const slot = premises * stock.dates + date;
      if (!isVacant(stock.states[slot]!)) continue;
      const longest = spell.fromEarliest === null ? null : days[date]! - spell.fromEarliest;
      const code = durationOf(days[date]! - spell.fromLatest, longest);
      stock.durations[slot] = 1 + DURATION_CODES.indexOf(code);
    }
  }
}
