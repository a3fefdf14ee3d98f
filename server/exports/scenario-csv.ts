import { type CsvCell, csvText } from '../../geodata/figures/csv.ts';
import { scenarioFigure } from '../../geodata/vocabulary/scenario-figure.ts';
import type { PublishedFigure, PublishedScenario, ShownRange } from '../contract/published-scenario.ts';
import type { ScenarioArchive } from '../contract/scenario-version.ts';
import type { Shown } from '../contract/vacancy.ts';
import { type TellingLanguage, unitWords } from '../planning/telling.ts';

const WORDS = {
  nl: {
    head: ['cijfer', 'naam', 'eenheid', 'jaar'],
    courses: ['niets doen', 'voorstel', 'verschil', 'bruto'],
    parts: ['laag', 'verwacht', 'hoog'],
    tail: ['scenario', 'versie', 'controlegetal', 'peildatum', 'bron'],
    hidden: 'geheim',
    unknown: 'onbekend',
  },
  en: {
    head: ['figure', 'name', 'unit', 'year'],
    courses: ['doing nothing', 'proposal', 'difference', 'gross'],
    parts: ['low', 'expected', 'high'],
    tail: ['scenario', 'version', 'checksum', 'reference date', 'source'],
    hidden: 'confidential',
    unknown: 'unknown',
  },
} as const;

/** What the file says of every row: which version it is of. */
interface Provenance {
  title: string;
  version: number;
  checksum: string;
  referenceDate: string;
  source: string;
}

/** A mark stands where a number would: never empty, never 0. */
function cellOf(value: Shown, language: TellingLanguage): CsvCell {
  if (value === null) return WORDS[language].unknown;
  return value === 'confidential' ? WORDS[language].hidden : value;
}

function headOf(language: TellingLanguage): CsvCell[] {
  const { head, courses, parts, tail } = WORDS[language];
  return [...head, ...courses.flatMap(course => parts.map(part => `${course} ${part}`)), ...tail];
}

function rowsOf(figure: PublishedFigure, years: readonly number[], language: TellingLanguage): CsvCell[][] {
  const term = scenarioFigure(figure.id);
  const { baseline, proposal, difference, gross } = figure;
  const cells = (range: ShownRange | undefined): CsvCell[] =>
    range ? [range.low, range.mid, range.high].map(value => cellOf(value, language)) : ['', '', ''];
  return years.map((year, index) => [
    ...[figure.id, term[language], unitWords(term.unit, language), year],
    ...[baseline, proposal, difference, gross].flatMap(ranges => cells(ranges?.[index])),
  ]);
}

function fileOf(
  figures: readonly PublishedFigure[],
  years: readonly number[],
  { title, version, checksum, referenceDate, source }: Provenance,
  language: TellingLanguage,
): string {
  const tail = [title, version, checksum, referenceDate, source];
  const rows = figures.flatMap(figure => rowsOf(figure, years, language).map(row => [...row, ...tail]));
  return csvText([headOf(language), ...rows]);
}

/**
 * Every figure of a published version as a file for a Dutch spreadsheet: a row per figure and year, low, expected and
 * high of doing nothing, the proposal, the difference and (where it differs from that) the gross effect. Marks of the
 * policy are words; gross is empty where it is the same as net.
 */
export function scenarioCsv(scenario: PublishedScenario, language: TellingLanguage): string {
  const { title, version, checksum, series } = scenario;
  const { referenceDate, name } = series;
  const provenance = { title, version, checksum, referenceDate, source: name[language] };
  return fileOf(scenario.figures, scenario.years, provenance, language);
}

/** The same of an archive, exact: planners only. @param checksum of the archive's canonical text */
export function archiveCsv(archive: ScenarioArchive, checksum: string, language: TellingLanguage): string {
  const { referenceDate, name } = archive.base.series;
  const { title } = archive.document;
  const provenance = { title, version: archive.version, checksum, referenceDate, source: name[language] };
  return fileOf(archive.result.figures, archive.result.years, provenance, language);
}
