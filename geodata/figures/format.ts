/** What may stand in the place of a number. */
type Shown = number | '<5' | 'confidential' | null;

/** How numbers and dates are written in one language. Dutch: 1.204; 11,4 %; 12 augustus 2025. */
export interface Format {
  /** Whole number with thousands separators. */
  count(value: number): string;
  /** One decimal, without a unit: percentage points, say. */
  tenth(value: number): string;
  /** Per cent with one decimal and a space before the sign; the value is in per cent already. */
  percent(value: number): string;
  /** Whole per cent: for figures of rounded numbers, where a decimal would promise too much. */
  wholePercent(value: number): string;
  /** Square metres. */
  squareMetres(value: number): string;
  /** Metres. */
  metres(value: number): string;
  /** Percentage points with one decimal and always a sign: a real minus, and nothing for no change. */
  points(value: number): string;
  /** Hectares with one decimal. */
  hectares(value: number): string;
  /** ISO date as day, month in words, year. */
  date(iso: string): string;
  /** ISO date as month in words and year. */
  month(iso: string): string;
}

const TAGS = { nl: 'nl-NL', en: 'en-GB' } as const;
const NO_BREAK_SPACE = '\u00a0';

/** Formats of a language; make once per language, the Intl objects are dear. */
export function formatFor(language: 'nl' | 'en'): Format {
  const tag = TAGS[language];
  const whole = new Intl.NumberFormat(tag, { maximumFractionDigits: 0 });
  const tenth = new Intl.NumberFormat(tag, { minimumFractionDigits: 1, maximumFractionDigits: 1 });
  const signed = new Intl.NumberFormat(tag, {
    minimumFractionDigits: 1,
    maximumFractionDigits: 1,
    signDisplay: 'exceptZero',
  });
  const options = { timeZone: 'UTC', month: 'long', year: 'numeric' } as const;
  const month = new Intl.DateTimeFormat(tag, options);
  const day = new Intl.DateTimeFormat(tag, { ...options, day: 'numeric' });
  return {
    count: value => whole.format(value),
    tenth: value => tenth.format(value),
    percent: value => `${tenth.format(value)}${NO_BREAK_SPACE}%`,
    wholePercent: value => `${whole.format(value)}${NO_BREAK_SPACE}%`,
    squareMetres: value => `${whole.format(value)}${NO_BREAK_SPACE}m²`,
    metres: value => `${whole.format(value)}${NO_BREAK_SPACE}m`,
    points: value => signed.format(value).replace('-', '−'),
    hectares: value => `${tenth.format(value)}${NO_BREAK_SPACE}ha`,
    date: iso => day.format(new Date(`${iso}T00:00:00Z`)),
    month: iso => month.format(new Date(`${iso}T00:00:00Z`)),
  };
}

/** Words of the values that are no numbers; null is never written as 0. */
export interface ShownWords {
  belowFive: string;
  confidential: string;
  notKnown: string;
}

/** A shown value in words: a formatted number, `<5`, confidential, or not known. */
export function shownText(value: Shown, write: (value: number) => string, words: ShownWords): string {
  if (value === null) return words.notKnown;
  if (value === '<5') return words.belowFive;
  return value === 'confidential' ? words.confidential : write(value);
}
