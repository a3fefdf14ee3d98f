import type { ShownRange } from '#contract/published-scenario.ts';
import type { Shown } from '#contract/vacancy.ts';
import { numberText, valueText } from '#planning/telling.ts';
import type { ScenarioUnit } from '#vocabulary/scenario-figure.ts';
import type { Language } from '../text/language.ts';

const POINTS = { nl: 'procentpunt', en: 'percentage points' };
const TO = { nl: 'tot', en: 'to' };
const TAGS = { nl: 'nl-NL', en: 'en-GB' };
const NO_BREAK_SPACE = '\u00a0';
/** Keeps a sign on the line of its number, also before a euro sign. */
const WORD_JOINER = '\u2060';
const MILLION = 1_000_000;

/** A difference with its sign and unit; of per cents it is percentage points. A mark stays the words of that mark. */
export function signedText(value: Shown, unit: ScenarioUnit, language: Language): string {
  if (typeof value !== 'number') return valueText(value, unit, language);
  const size = valueText(Math.abs(value), unit, language);
  const text = unit === 'per-cent' ? size.replace(/\s*%$/, `${NO_BREAK_SPACE}${POINTS[language]}`) : size;
  if (value === 0) return text;
  return `${value > 0 ? '+' : '−'}${WORD_JOINER}${text}`;
}

/** The same without its unit, for the second and third time that it stands in one line. */
function signedNumber(value: Shown, unit: ScenarioUnit, language: Language): string {
  if (typeof value !== 'number' || value === 0) return numberText(value, unit, language);
  return `${value > 0 ? '+' : '−'}${WORD_JOINER}${numberText(Math.abs(value), unit, language)}`;
}

/** A difference as expected with the range behind it: `−27 panden (−38 tot −17)`. */
export function differenceText(range: ShownRange, unit: ScenarioUnit, language: Language): string {
  const expected = signedText(range.mid, unit, language);
  if (range.low === range.mid && range.mid === range.high) return expected;
  const millions = [range.low, range.mid, range.high].every(
    part => typeof part === 'number' && Math.abs(part) >= MILLION,
  );
  const short = (part: Shown) =>
    unit === 'euro' && millions && typeof part === 'number'
      ? signedNumber(part / MILLION, 'per-cent', language)
      : signedNumber(part, unit, language);
  const [low, high] = [short(range.low), short(range.high)];
  return `${expected} (${low} ${TO[language]} ${high})`;
}

/** A number beside an axis: short, with a unit only where a bare number would mislead. */
export function tickText(value: number, unit: ScenarioUnit, language: Language): string {
  const format = new Intl.NumberFormat(TAGS[language], { maximumFractionDigits: 1 });
  const number = (size: number) => format.format(size).replace('-', '−');
  if (Math.abs(value) >= 1_000_000)
    return `${number(value / 1_000_000)}${NO_BREAK_SPACE}${language === 'nl' ? 'mln.' : 'm'}`;
  return unit === 'per-cent' ? `${number(value)}${NO_BREAK_SPACE}%` : number(value);
}
