import type { Premises } from '#contract/premises.ts';
import { addMonths, dayOf } from '#figures/calendar.ts';
import type { Wording } from './wording.ts';

type Spell = Premises['spells'][number];

/** A moment as far as it is known: a month, or an interval. `earliest` null: nothing bounds it. */
function moment(earliest: string | null, latest: string, { say, write }: Wording): string {
  if (earliest === null) return say.momentAtLatest(write.month(latest));
  const [from, to] = [write.month(earliest), write.month(latest)];
  if (from === to) return say.momentIn(to);
  const [year, other] = [earliest, latest].map(iso => iso.slice(0, 4));
  // Of two months in one year the year is written once.
  return say.momentBetween(year === other ? from.replace(` ${year}`, '') : from, to);
}

/** Whole months from one day to another. */
function monthsBetween(from: string, to: string): number {
  const end = dayOf(to);
  let months = 0;
  while (addMonths(dayOf(from), months + 1) <= end) months++;
  return months;
}

/** Whole years from a year on, else months. */
function time(months: number, { say }: Wording): string {
  return months >= 12 ? say.years(Math.floor(months / 12)) : say.months(months);
}

/**
 * How long a vacancy lasted, as far as that is certain.
 * @param seen last date on which it was seen, as far as it goes on
 */
function lasted(spell: Spell, wording: Wording): string {
  const { say } = wording;
  const least = monthsBetween(spell.fromLatest, spell.untilEarliest ?? spell.lastSeen);
  const bounded = spell.fromEarliest !== null && spell.untilLatest !== null;
  if (!bounded) return least === 0 ? say.lastedUnknown : say.lastedAtLeast(time(least, wording));
  const most = monthsBetween(spell.fromEarliest!, spell.untilLatest!);
  if (least === 0) return say.lastedAtMost(time(Math.max(1, most), wording));
  const [short, long] = [time(least, wording), time(most, wording)];
  return short === long ? say.lastedAbout(long) : say.lastedBetween(short, long);
}

/** A vacancy in words: `vacant since between March and June 2024, at least 1 year`. */
export function spellText(spell: Spell, wording: Wording): string {
  const { say, write } = wording;
  const begin = moment(spell.fromEarliest, spell.fromLatest, wording);
  const exact = spell.fromEarliest?.slice(0, 7) === spell.fromLatest.slice(0, 7);
  const since = exact ? write.month(spell.fromLatest) : begin;
  const duration = lasted(spell, wording);
  if (spell.untilLatest !== null)
    return `${say.spellFromTo(begin, moment(spell.untilEarliest, spell.untilLatest, wording))}; ${duration}`;
  if (spell.untilEarliest !== null)
    return `${say.spellLost(since, write.month(spell.untilEarliest))}; ${duration}`;
  return `${say.spellSince(since)}; ${duration}`;
}
