import { daysBefore, LAST_ROUND, quarterDate, yearOf } from './calendar.ts';
import type { Random } from './random.ts';

/** What is true of a premises from one quarter (included) to another (not included). */
export interface Spell {
  kind: 'vacant' | 'temporary-use' | 'under-renovation' | 'announced-vacant';
  from: number;
  /** Null: still so after the last round. */
  until: number | null;
  /** Day on which it really began. */
  since: string;
}

/** One premises as chance sees it. */
export interface Subject {
  /** How much likelier than others it falls vacant. */
  risk: number;
  /** Shares the luck of its building: offices empty in waves. */
  building: number;
}

/** Share that is vacant, by year; straight lines in between. */
export type Path = readonly (readonly [year: number, share: number])[];

/** A group of premises whose vacancy follows one path. */
export interface Segment {
  path: Path;
  /** Exact number of vacant premises in some quarters. */
  exact?: ReadonlyMap<number, number>;
  /** Shares of short (under a year), middle (one to three) and long vacancies. */
  lengths: readonly [number, number, number];
  /** Strength with which neighbours in a building fall vacant together. */
  wave?: number;
}

function shareAt(path: Path, year: number): number {
  const next = path.findIndex(([stop]) => stop >= year);
  if (next <= 0) return next === 0 ? path[0]![1] : path.at(-1)![1];
  const [[from, low], [to, high]] = [path[next - 1]!, path[next]!];
  return low + ((high - low) * (year - from)) / (to - from);
}

/** Quarters that a vacancy will last. */
function drawLength([short, middle]: Segment['lengths'], random: Random): number {
  const kind = random.next();
  if (kind < short) return random.whole(1, 3);
  return kind < short + middle ? random.whole(4, 11) : random.whole(13, 36);
}

/** A premises that is vacant now, and until when it was meant to be. */
interface Vacancy {
  subject: number;
  from: number;
  due: number;
}

/**
 * A subject that is free, by its weight: dice are thrown until one fits, which costs nothing in large groups.
 * Null when hardly any is left.
 */
function pickSubject(
  subjects: readonly Subject[],
  free: (index: number) => boolean,
  weight: (index: number) => number,
  random: Random,
): number | null {
  const most = subjects.reduce((top, { risk }) => Math.max(top, risk), 0) * 3;
  for (let throw_ = 0; throw_ < 4000; throw_ += 1) {
    const index = random.whole(0, subjects.length - 1);
    if (free(index) && random.next() * most < weight(index)) return index;
  }
  return null;
}

/**
 * Lets a group of premises live through the years: every quarter the vacancies whose time has come are let, and so
 * many premises fall vacant that the group follows its path exactly.
 * @returns per subject its spells, in order of time
 */
export function liveThrough(subjects: readonly Subject[], segment: Segment, random: Random): Spell[][] {
  const lives: Spell[][] = subjects.map(() => []);
  const restUntil = new Int32Array(subjects.length);
  const vacantInBuilding = new Map<number, number>();
  let vacant: Vacancy[] = [];
  const let_ = (vacancy: Vacancy, quarter: number) => {
    const { subject } = vacancy;
    lives[subject]!.at(-1)!.until = quarter;
    restUntil[subject] = quarter + 3;
    const { building } = subjects[subject]!;
    vacantInBuilding.set(building, (vacantInBuilding.get(building) ?? 1) - 1);
  };
  for (let quarter = 0; quarter <= LAST_ROUND; quarter += 1) {
    const wanted =
      segment.exact?.get(quarter) ?? Math.round(shareAt(segment.path, yearOf(quarter)) * subjects.length);
    const due = vacant.filter(vacancy => vacancy.due <= quarter);
    vacant = vacant
      .filter(vacancy => vacancy.due > quarter)
      .sort((a, b) => a.due - b.due || a.subject - b.subject);
    const surplus = vacant.splice(0, Math.max(0, vacant.length - wanted));
    for (const vacancy of [...due, ...surplus]) let_(vacancy, quarter);
    const isVacant = new Set(vacant.map(vacancy => vacancy.subject));
    while (vacant.length < wanted) {
      const weight = (index: number) => {
        const { risk, building } = subjects[index]!;
        return risk * (1 + (segment.wave ?? 0) * (vacantInBuilding.get(building) ?? 0));
      };
      const subject = pickSubject(
        subjects,
        index => !isVacant.has(index) && restUntil[index]! <= quarter,
        weight,
        random,
      );
      if (subject === null) break;
      const early = quarter === 0 ? random.whole(0, 900) : random.whole(2, 88);
      lives[subject]!.push({
        kind: 'vacant',
        from: quarter,
        until: null,
        since: daysBefore(quarterDate(quarter), early),
      });
      vacant.push({ subject, from: quarter, due: quarter + drawLength(segment.lengths, random) });
      isVacant.add(subject);
      const { building } = subjects[subject]!;
      vacantInBuilding.set(building, (vacantInBuilding.get(building) ?? 0) + 1);
    }
  }
  return lives;
}

/** Whether a spell of some kind holds in a quarter. */
export const holds = (spell: Spell, quarter: number): boolean =>
  spell.from <= quarter && (spell.until === null || spell.until > quarter);

/** The spell that holds in a quarter, if any. */
export const spellAt = (life: readonly Spell[], quarter: number): Spell | undefined =>
  life.find(spell => holds(spell, quarter));

/** Chances of what goes before and after a vacancy. */
const ODDS = { announced: 0.3, renovation: 0.14, temporary: 0.16 };

/** Adds what surrounds vacancies: announced closings, renovations, temporary users. Nothing overlaps. */
export function surround(life: readonly Spell[], random: Random): Spell[] {
  return life.flatMap((spell, index): Spell[] => {
    const found: Spell[] = [];
    const before = life[index - 1]?.until ?? 0;
    const roomBefore = spell.from - (before ?? LAST_ROUND);
    if (roomBefore > 1 && spell.from > 0 && random.chance(ODDS.announced))
      found.push({
        kind: 'announced-vacant',
        from: spell.from - 1,
        until: spell.from,
        since: quarterDate(spell.from - 1),
      });
    found.push(spell);
    const { until } = spell;
    if (until === null) return found;
    const room = (life[index + 1]?.from ?? LAST_ROUND + 9) - until - 2;
    const since = daysBefore(quarterDate(until), random.whole(1, 60));
    if (room >= 1 && random.chance(ODDS.renovation))
      found.push({ kind: 'under-renovation', from: until, until: until + 1, since });
    else if (room >= 2 && random.chance(ODDS.temporary))
      found.push({
        kind: 'temporary-use',
        from: until,
        until: until + Math.min(room, random.whole(2, 7)),
        since,
      });
    return found;
  });
}
