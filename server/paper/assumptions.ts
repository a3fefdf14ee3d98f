import { FUNCTIONS } from '../../geodata/vocabulary/function.ts';
import type { PublishedMeasure, PublishedScenario } from '../contract/published-scenario.ts';
import type { ScenarioParameter, ScenarioRange } from '../contract/scenario.ts';
import type { ParameterTerm } from '../planning/measure.ts';
import { measureModel } from '../planning/measures.ts';
import { parameterUnitWords } from '../planning/telling.ts';
import type { Language } from './map-words.ts';
import { TAGS, WORDS } from './words.ts';

/** One line of the table of assumptions, in words and digits. */
export interface AssumptionLine {
  words: string;
  low: string;
  mid: string;
  high: string;
  source: string;
}

function numberOf(value: number, share: boolean, language: Language): string {
  const text = new Intl.NumberFormat(TAGS[language], { maximumFractionDigits: share ? 1 : 2 }).format(
    share ? 100 * value : value,
  );
  return `${text.replace('-', '−')}${share ? '\u00a0%' : ''}`;
}

function line(
  words: string,
  { low, mid, high }: ScenarioRange,
  { source, share, language }: { source: string; share: boolean; language: Language },
): AssumptionLine {
  const [least, expected, most] = [low, mid, high].map(value => numberOf(value, share, language));
  return { words, low: least!, mid: expected!, high: most!, source };
}

function parameterWords(
  { id, priceLevel }: ScenarioParameter & { id: string },
  term: ParameterTerm | undefined,
  language: Language,
): string {
  const words = term?.words[language] ?? id;
  if (term === undefined || term.unit === 'share') return words;
  const unit = parameterUnitWords(term.unit, language);
  // A unit that the words name already is not said twice.
  const named = (part: string) => part !== '' && words.includes(part);
  const short = named(unit) ? '' : named(unit.replace('€ ', '')) ? '€' : unit;
  const about = [short, priceLevel ?? ''].filter(part => part !== '');
  return about.length === 0 ? words : `${words} (${about.join(', ')})`;
}

/** Parameters of the measures; what several measures assume alike is one line with all their numbers. */
function parameterLines(measures: readonly PublishedMeasure[], language: Language): AssumptionLine[] {
  const lines = new Map<string, { line: AssumptionLine; numbers: number[] }>();
  for (const { kind, number, parameters } of measures)
    for (const parameter of parameters) {
      const term = measureModel(kind)?.parameters.find(({ id }) => id === parameter.id);
      const words = parameterWords(parameter, term, language);
      const made = line(words, parameter, {
        source: parameter.source,
        share: term?.unit === 'share',
        language,
      });
      const known = lines.get(JSON.stringify(made));
      if (known === undefined) lines.set(JSON.stringify(made), { line: made, numbers: [number] });
      else known.numbers.push(number);
    }
  return [...lines.values()].map(({ line, numbers }) => ({
    ...line,
    words: `${line.words} (${numbers.join(', ')})`,
  }));
}

const functionName = (code: string, language: Language) =>
  FUNCTIONS.find(term => term.code === code)?.[language] ?? code;

/** How fast premises empty and fill when nothing is done; what was observed of one function comes first. */
function flowLines({ flows, baseline }: PublishedScenario, language: Language): AssumptionLine[] {
  if (baseline.mode === 'frozen') return [];
  const words = WORDS[language];
  return flows
    .toSorted((a, b) => Number(a.pooled) - Number(b.pooled))
    .flatMap(({ function: code, inflow, outflow, pooled }) => {
      const rest = { source: pooled ? words.pooled : words.observed, share: true, language };
      const name = functionName(code, language);
      return [line(words.empties(name), inflow, rest), line(words.fills(name), outflow, rest)];
    });
}

/** Who has to go and finds another place: it holds for every measure alike. */
function stayingLines({ baseline }: PublishedScenario, language: Language): AssumptionLine[] {
  const { staying } = baseline;
  if (staying === undefined) return [];
  return [line(WORDS[language].staying, staying, { source: staying.source, share: true, language })];
}

function planLines({ baseline }: PublishedScenario, language: Language): AssumptionLine[] {
  return baseline.hardPlans.map(({ name, year, floorArea, source }) =>
    line(WORDS[language].hardPlan(name, year), floorArea, { source, share: false, language }),
  );
}

function normLines({ norms }: PublishedScenario, language: Language): AssumptionLine[] {
  const kinds: Readonly<Record<string, string>> = WORDS[language].normKinds;
  return norms.flatMap(({ kind, values, source }) =>
    Object.entries(values).map(([code, range]) =>
      line(`${functionName(code, language)}: ${kinds[kind] ?? kind}`, range, {
        source,
        share: false,
        language,
      }),
    ),
  );
}

/** Everything that was assumed, with its source: of the measures, of plans that go ahead, of norms, of doing nothing. */
export function assumptionLines(scenario: PublishedScenario, language: Language): AssumptionLine[] {
  return [
    ...parameterLines(scenario.measures, language),
    ...stayingLines(scenario, language),
    ...planLines(scenario, language),
    ...normLines(scenario, language),
    ...flowLines(scenario, language),
  ];
}

/** The sources of lines, each once, in the order in which they are first named. */
export function sourcesOf(lines: readonly AssumptionLine[]): string[] {
  return [...new Set(lines.map(({ source }) => source))];
}

const LETTERS = 26;

/** Mark of a source in the table: a to z, then aa and on. */
export function sourceMark(at: number): string {
  const letter = String.fromCharCode('a'.charCodeAt(0) + (at % LETTERS));
  return at < LETTERS ? letter : `${sourceMark(Math.floor(at / LETTERS) - 1)}${letter}`;
}
