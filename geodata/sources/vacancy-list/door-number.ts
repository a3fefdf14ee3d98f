/** A house number as it is compared: letter and addition as one, in capitals, without signs. */
export interface Door {
  number: number;
  suffix: string;
}

/**
 * What a list says of house numbers: one door; several that are each named (`12 a/b`, `12 en 14`); or the numbers from one to
 * another on one side of the street (`12 t/m 18`). `range` beside one door: `12-14` can be either.
 */
export interface StatedDoors {
  doors: Door[];
  range: { from: number; to: number } | null;
}

/** Numbers that a range spans at most: a longer one is a street, not a premises. */
const SPAN = 40;

/** One door: a letter may stand against its number, a digit may not. The register allows one letter and four more signs. */
const SINGLE = /^(\d{1,5})(?:([A-Z][A-Z0-9 \-/.]{0,6})|[- /]([A-Z0-9][A-Z0-9 \-/.]{0,6}))?$/;

/** Letter and addition as one text to compare by. */
export function suffixText(...parts: readonly string[]): string {
  return parts
    .join('')
    .toUpperCase()
    .replace(/[^A-Z0-9]/g, '');
}

const door = (number: string | number, ...suffix: string[]): Door => ({
  number: Number(number),
  suffix: suffixText(...suffix),
});

function rangeOf(from: string, to: string): StatedDoors['range'] {
  const [first, last] = [Number(from), Number(to)];
  return last > first && last - first <= SPAN ? { from: first, to: last } : null;
}

/** `a/b`, `a+b`, `a t/m c` behind a number, as letters. */
function letters(text: string): string[] | undefined {
  const [, first, last] = /^([A-Z]) ?(?:T\/M|TM|TOT EN MET) ?([A-Z])$/.exec(text) ?? [];
  if (first !== undefined && last! > first)
    return Array.from({ length: last!.charCodeAt(0) - first.charCodeAt(0) + 1 }, (_, at) =>
      String.fromCharCode(first.charCodeAt(0) + at),
    );
  const parts = text.split(/ ?(?:[/+&,]|\bEN\b) ?/);
  return parts.length > 1 && parts.every(part => /^[A-Z]$/.test(part)) ? parts : undefined;
}

function several(tidy: string): StatedDoors | undefined {
  const [, number, rest] = /^(\d{1,5}) ?(.+)$/.exec(tidy) ?? [];
  const named = letters(rest ?? '');
  if (named) return { doors: named.map(letter => door(number!, letter)), range: null };
  const [, from, to] = /^(\d{1,5}) ?(?:T\/M|TM|TOT EN MET|TOT) ?(\d{1,5})$/.exec(tidy) ?? [];
  if (from !== undefined) {
    const range = rangeOf(from, to!);
    return range ? { doors: [], range } : undefined;
  }
  const parts = tidy.split(/ ?(?:[/+&,]|\bEN\b) ?/);
  const isRow = parts.length > 1 && parts.every(part => /^\d{1,5} ?[A-Z]?$/.test(part));
  const doors = parts.map(part => door(Number.parseInt(part, 10), part.replace(/^\d+ ?/, '')));
  const grows = doors.every(({ number: each }, at) => at === 0 || each > doors[at - 1]!.number);
  return isRow && grows ? { doors, range: null } : undefined;
}

/**
 * Reads a house number with what stands beside it: `12`, `12a`, `12-II`, `12 bis`, `12 a/b`, `12-14`, `12 t/m 18`.
 * @param more letter and addition from columns of their own
 * @returns undefined for what is no house number
 */
export function parseDoors(text: string, ...more: readonly string[]): StatedDoors | undefined {
  const tidy = text
    .trim()
    .toUpperCase()
    .replace(/[–—]/g, '-')
    .replace(/\s+/g, ' ')
    .replace(/ ?- ?/g, '-')
    .replace(/\.0+$/, '');
  const added = suffixText(...more);
  if (added === '') {
    const beside = more.join('').trim() === '' ? several(tidy) : undefined;
    if (beside) return beside;
  } else {
    const named = letters(more.join('').trim().toUpperCase().replace(/\s+/g, ' '));
    if (named && /^\d{1,5}$/.test(tidy))
      return { doors: named.map(letter => door(tidy, letter)), range: null };
  }
  const [, number, against, behind] = SINGLE.exec(tidy) ?? [];
  const rest = against ?? behind ?? '';
  if (number === undefined || Number(number) === 0 || rest.includes('T/M')) return undefined;
  const dashed = /^(\d{1,5})-(\d{1,5})$/.exec(tidy);
  return {
    doors: [door(number, rest, added)],
    range: dashed && added === '' ? rangeOf(dashed[1]!, dashed[2]!) : null,
  };
}
