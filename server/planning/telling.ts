import type { ScenarioUnit } from '#vocabulary/scenario-figure.ts';
import type { PublishedMeasure, PublishedScenario, ShownRange } from '../contract/published-scenario.ts';
import type { ScenarioParameter } from '../contract/scenario.ts';
import type { Shown } from '../contract/vacancy.ts';
import type { ParameterTerm, ParameterUnit, Words } from './measure.ts';
import { measureModel } from './measures.ts';

/**
 * Scenarios in words, for the page and for paper alike: pure text in Dutch at B1 and in English. What is hidden or
 * not known is a word of its own and never 0.
 */
export type TellingLanguage = 'nl' | 'en';

const TAGS = { nl: 'nl-NL', en: 'en-GB' } as const;
const NO_BREAK = '\u00a0';

const HIDDEN = {
  '<5': { nl: 'minder dan 5', en: 'fewer than 5' },
  confidential: { nl: 'geheim', en: 'confidential' },
  none: { nl: 'onbekend', en: 'not known' },
} as const;

const UNITS: Record<ScenarioUnit, Words> = {
  premises: { nl: 'panden', en: 'premises' },
  'square-metres': { nl: 'm²', en: 'm²' },
  'per-cent': { nl: '%', en: '%' },
  homes: { nl: 'woningen', en: 'homes' },
  people: { nl: 'personen', en: 'people' },
  trees: { nl: 'bomen', en: 'trees' },
  euro: { nl: 'euro', en: 'euro' },
  jobs: { nl: 'banen', en: 'jobs' },
  'parking-places': { nl: 'plaatsen', en: 'places' },
  'kilowatt-hours': { nl: 'kWh per jaar', en: 'kWh a year' },
};

const ONE: Partial<Record<ScenarioUnit, Words>> = {
  premises: { nl: 'pand', en: 'premises' },
  homes: { nl: 'woning', en: 'home' },
  people: { nl: 'persoon', en: 'person' },
  trees: { nl: 'boom', en: 'tree' },
  jobs: { nl: 'baan', en: 'job' },
  'parking-places': { nl: 'plaats', en: 'place' },
};

/** The unit in words; per cent and m² are the same in both. */
export function unitWords(unit: ScenarioUnit, language: TellingLanguage): string {
  return UNITS[unit][language];
}

const formats = new Map<string, Intl.NumberFormat>();

function formatOf(language: TellingLanguage, options: Intl.NumberFormatOptions): Intl.NumberFormat {
  const key = language + JSON.stringify(options);
  const known = formats.get(key);
  if (known) return known;
  const made = new Intl.NumberFormat(TAGS[language], options);
  formats.set(key, made);
  return made;
}

const MILLION = 1_000_000;
/** From here on euros are told in whole thousands: an estimate is no more precise. */
const ROUGH = 10_000;

/** What is left of a number at so many decimals; never a nought below zero. */
function rounded(value: number, decimals: number): number {
  const result = Number(value.toFixed(decimals));
  return result === 0 ? 0 : result;
}

/** Digits of a number in its unit: rates with one decimal, euros in thousands and then millions, the rest whole. */
function digits(value: number, unit: ScenarioUnit, language: TellingLanguage): string {
  const text = (of: number, least: number, most: number) =>
    formatOf(language, { minimumFractionDigits: least, maximumFractionDigits: most })
      .format(rounded(of, most))
      .replace('-', '−');
  // A whole per cent was rounded to that: a decimal would promise too much.
  if (unit === 'per-cent') return text(value, Number.isInteger(value) ? 0 : 1, 1);
  if (unit === 'euro' && Math.abs(value) >= MILLION) return text(value / MILLION, 1, 1);
  if (unit === 'euro' && Math.abs(value) >= ROUGH) return text(Math.round(value / 1000) * 1000, 0, 0);
  return text(value, 0, 0);
}

/** A number with its unit: `8,4 %`, `1.204 m²`, `€ 3,2 miljoen`, `12 woningen`. */
export function valueText(value: Shown, unit: ScenarioUnit, language: TellingLanguage): string {
  if (value === null) return HIDDEN.none[language];
  if (typeof value === 'string') return HIDDEN[value][language];
  const text = digits(value, unit, language);
  const words = (Math.abs(Math.round(value)) === 1 && ONE[unit]) || UNITS[unit];
  if (unit !== 'euro') return `${text}${NO_BREAK}${words[language]}`;
  const millions =
    Math.abs(value) >= MILLION ? `${NO_BREAK}${language === 'nl' ? 'miljoen' : 'million'}` : '';
  return `€${NO_BREAK}${text}${millions}`;
}

/** The number alone, as it stands in a table whose head names the unit. */
export function numberText(value: Shown, unit: ScenarioUnit, language: TellingLanguage): string {
  if (value === null) return HIDDEN.none[language];
  if (typeof value === 'string') return HIDDEN[value][language];
  if (unit !== 'euro') return digits(value, unit, language);
  return valueText(value, unit, language);
}

/** `12 woningen (9 tot 20)`; the expected value alone where the range says nothing more. */
export function shownRangeText(range: ShownRange, unit: ScenarioUnit, language: TellingLanguage): string {
  const { low, mid, high } = range;
  const text = valueText(mid, unit, language);
  const isTold = (value: Shown) => typeof value === 'number' || value === '<5';
  if (![low, mid, high].every(isTold)) return text;
  const [least, most] = [numberText(low, unit, language), numberText(high, unit, language)];
  return least === most ? text : `${text} (${least} ${language === 'nl' ? 'tot' : 'to'} ${most})`;
}

const PARAMETER_UNITS: Record<ParameterUnit, Words> = {
  share: { nl: '%', en: '%' },
  'square-metres': { nl: 'm²', en: 'm²' },
  'square-metres-per-home': { nl: 'm² per woning', en: 'm² per home' },
  'persons-per-home': { nl: 'personen per woning', en: 'persons per home' },
  'euro-per-square-metre': { nl: 'per m²', en: 'per m²' },
  'euro-per-home': { nl: 'per woning', en: 'per home' },
  'euro-per-premises': { nl: 'per pand', en: 'per premises' },
  'per-hundred-square-metres': { nl: 'per 100 m²', en: 'per 100 m²' },
};

/** Unit of a parameter in words. */
export function parameterUnitWords(unit: ParameterUnit, language: TellingLanguage): string {
  return unit.startsWith('euro') ? `€ ${PARAMETER_UNITS[unit][language]}` : PARAMETER_UNITS[unit][language];
}

/** One value of a parameter: shares as per cent, euros with their sign. */
function parameterValueText(value: number, unit: ParameterUnit, language: TellingLanguage): string {
  const text = (of: number, most: number) =>
    formatOf(language, { maximumFractionDigits: most }).format(of).replace('-', '−');
  const words = PARAMETER_UNITS[unit][language];
  if (unit === 'share') return `${text(value * 100, 1)}${NO_BREAK}%`;
  if (unit.startsWith('euro')) return `€${NO_BREAK}${text(value, 0)} ${words}`;
  return `${text(value, 2)}${NO_BREAK}${words}`;
}

/** A parameter with its range: `40 % (20 % tot 50 %)`, with the price level where there is one. */
export function parameterText(
  parameter: Pick<ScenarioParameter, 'low' | 'mid' | 'high' | 'priceLevel'>,
  term: Pick<ParameterTerm, 'unit'>,
  language: TellingLanguage,
): string {
  const { low, mid, high, priceLevel } = parameter;
  const text = (value: number) => parameterValueText(value, term.unit, language);
  const range =
    low === high
      ? text(mid)
      : `${text(mid)} (${text(low)} ${language === 'nl' ? 'tot' : 'to'} ${text(high)})`;
  if (priceLevel === null || priceLevel === '') return range;
  return `${range}, ${language === 'nl' ? 'prijspeil' : 'price level'} ${priceLevel}`;
}

const TAKES: Record<PublishedMeasure['takes'], Words> = {
  vacant: { nl: 'panden die nu leeg staan', en: 'premises that are vacant now' },
  'vacant-over-1': {
    nl: 'panden die al een jaar of langer leeg staan',
    en: 'premises that have been vacant for a year or longer',
  },
  all: { nl: 'alle panden, leeg of in gebruik', en: 'all premises, vacant or in use' },
};

/** Which premises a measure takes, in words. */
export function takesWords(takes: PublishedMeasure['takes'], language: TellingLanguage): string {
  return TAKES[takes][language];
}

/** The name that the planner gave a measure, else that of its kind. */
export function measureName(measure: { name: string; kind: string }, language: TellingLanguage): string {
  if (measure.name.trim() !== '') return measure.name;
  return measureModel(measure.kind)?.words[language] ?? measure.kind;
}

function phaseText({ from, until }: PublishedMeasure['phase'], language: TellingLanguage): string {
  if (from === until) return language === 'nl' ? `in ${from}` : `in ${from}`;
  return language === 'nl' ? `van ${from} tot en met ${until}` : `from ${from} to ${until}`;
}

function takenText({ taken, takenArea, candidates }: PublishedMeasure, language: TellingLanguage): string {
  if (taken.mid === 0 && candidates === 0) return '';
  if (typeof taken.mid !== 'number')
    return language === 'nl'
      ? 'Hoeveel panden dit zijn, is geheim: het zijn er weinig.'
      : 'How many premises these are is confidential: they are few.';
  const premises = shownRangeText(taken, 'premises', language);
  const area =
    typeof takenArea.mid === 'number'
      ? `, ${language === 'nl' ? 'samen' : 'together'} ${valueText(takenArea.mid, 'square-metres', language)}`
      : '';
  const of = typeof candidates === 'number' ? valueText(candidates, 'premises', language) : undefined;
  if (language === 'nl') return `Het gaat om ${premises}${area}${of ? `; ${of} komen in aanmerking` : ''}.`;
  return `It concerns ${premises}${area}${of ? `; ${of} qualify` : ''}.`;
}

/** One measure in plain sentences: what it does, where, when, what it takes and how many homes come of it. */
export function measureSentence(measure: PublishedMeasure, language: TellingLanguage): string {
  const model = measureModel(measure.kind);
  const where = `${measure.where[language]}, ${phaseText(measure.phase, language)}.`;
  const takes =
    model && model.takes.length > 1
      ? `${language === 'nl' ? 'Alleen' : 'Only'} ${takesWords(measure.takes, language)}.`
      : '';
  const { mid } = measure.homes;
  const homes =
    typeof mid !== 'number' || mid === 0
      ? ''
      : language === 'nl'
        ? `Dat geeft ${shownRangeText(measure.homes, 'homes', language)}.`
        : `That gives ${shownRangeText(measure.homes, 'homes', language)}.`;
  const parts = [
    model?.meaning[language] ?? '',
    `${language === 'nl' ? 'Waar en wanneer' : 'Where and when'}: ${where}`,
    measure.takes === 'all' ? '' : takes,
    takenText(measure, language),
    homes,
    measure.remark,
  ];
  return parts.filter(part => part !== '').join(' ');
}

/** A difference in words: which way, by how much, and whether that is better; rates in percentage points. */
export function differenceText(
  range: ShownRange,
  unit: ScenarioUnit,
  good: 'lower' | 'higher' | 'neutral',
  language: TellingLanguage,
): string {
  const { mid } = range;
  if (typeof mid !== 'number') return valueText(mid, unit, language);
  const size = Math.abs(mid);
  const shownSize = digits(size, unit, language);
  const isNothing = Math.round(unit === 'per-cent' ? size * 10 : size) === 0;
  if (isNothing) return language === 'nl' ? 'geen verschil' : 'no difference';
  const points = { nl: 'procentpunt', en: 'percentage points' };
  const amount = unit === 'per-cent' ? `${shownSize} ${points[language]}` : valueText(size, unit, language);
  const up = mid > 0;
  const way = language === 'nl' ? (up ? 'meer' : 'minder') : up ? 'more' : 'less';
  const wayRate = language === 'nl' ? (up ? 'hoger' : 'lager') : up ? 'higher' : 'lower';
  const text = `${amount} ${unit === 'per-cent' ? wayRate : way}`;
  if (good === 'neutral') return text;
  const better = (good === 'higher') === up;
  const verdict = language === 'nl' ? (better ? 'beter' : 'slechter') : better ? 'better' : 'worse';
  return `${text} (${verdict})`;
}

/**
 * The scenario in two or three sentences, made of its figures: vacancy in the last year without and with the
 * proposal, homes, and what doing nothing means here.
 */
export function summarySentences(scenario: PublishedScenario, language: TellingLanguage): string[] {
  const last = scenario.years.length - 1;
  const year = scenario.years[last]!;
  const find = (id: string) => scenario.figures.find(figure => figure.id === id);
  const rate = find('vacancy-area-rate') ?? find('vacancy-rate');
  const homes = find('homes')?.proposal[last];
  const sentences: string[] = [];
  if (rate) {
    const [now, without, withIt] = [rate.baseline[0]!, rate.baseline[last]!, rate.proposal[last]!];
    const text = (range: ShownRange) => shownRangeText(range, 'per-cent', language);
    const one = valueText(now.mid, 'per-cent', language);
    sentences.push(
      language === 'nl'
        ? `Nu staat ${one} leeg. Zonder dit plan is dat in ${year} naar verwachting ${text(without)}, met dit plan ${text(withIt)}.`
        : `Now ${one} is vacant. Without this plan it is expected to be ${text(without)} in ${year}, with this plan ${text(withIt)}.`,
    );
  }
  if (homes && homes.mid !== 0 && homes.mid !== null)
    sentences.push(
      language === 'nl'
        ? `Het plan voegt ${shownRangeText(homes, 'homes', language)} toe.`
        : `The plan adds ${shownRangeText(homes, 'homes', language)}.`,
    );
  sentences.push(doingNothingSentence(scenario, language));
  return sentences;
}

/** What doing nothing means in this scenario. */
export function doingNothingSentence(
  { baseline }: Pick<PublishedScenario, 'baseline'>,
  language: TellingLanguage,
): string {
  if (baseline.mode === 'frozen')
    return language === 'nl'
      ? 'Niets doen betekent hier: alles blijft zoals op de peildatum. Dat is een vergelijking, geen verwachting.'
      : 'Doing nothing means here: everything stays as on the reference date. That is a comparison, not an expectation.';
  const plans = baseline.hardPlans.length;
  const nl =
    plans === 0
      ? ''
      : plans === 1
        ? ', en één vastgesteld plan gaat door'
        : `, en ${plans} vastgestelde plannen gaan door`;
  const en =
    plans === 0
      ? ''
      : plans === 1
        ? ', and one adopted plan goes ahead'
        : `, and ${plans} adopted plans go ahead`;
  return language === 'nl'
    ? `Niets doen is niet stilstaan: panden lopen leeg en vol in het tempo van de afgelopen jaren${nl}.`
    : `Doing nothing is not standing still: premises empty and fill at the pace of the past years${en}.`;
}

/** What becomes of users whose premises are taken; undefined where nobody stays. */
export function stayingSentence(
  { baseline }: Pick<PublishedScenario, 'baseline'>,
  language: TellingLanguage,
): string | undefined {
  if (baseline.staying === undefined || baseline.staying.high === 0) return undefined;
  const share = parameterText(baseline.staying, { unit: 'share' }, language);
  return language === 'nl'
    ? `Van wie in een verbouwd pand zat of er anders was gekomen, vindt ${share} een ander pand in het gebied. De rest gaat ergens anders heen.`
    : `Of those who used converted premises, or would have come there, ${share} finds others in the area. The rest goes elsewhere.`;
}
