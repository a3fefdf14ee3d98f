import { scenarioFigure } from '../../geodata/vocabulary/scenario-figure.ts';
import type { PublishedFigure } from '../contract/published-scenario.ts';
import type { GeoPackageTable } from './geopackage.ts';
import { rangeCells, rangeColumns } from './shown-columns.ts';

const COURSES = ['baseline', 'proposal', 'difference', 'gross'] as const;

/** Figures as attributes: a row per figure, course (doing nothing, proposal, difference, gross) and year. */
export function figureTable(figures: readonly PublishedFigure[], years: readonly number[]): GeoPackageTable {
  return {
    name: 'figure',
    description: 'Figures per year: low, expected (mid) and high; null with a mark is no 0',
    geometry: null,
    columns: [
      ['figure', 'TEXT'],
      ['name_nl', 'TEXT'],
      ['name_en', 'TEXT'],
      ['unit', 'TEXT'],
      ['course', 'TEXT'],
      ['year', 'INTEGER'],
      ...rangeColumns(),
    ],
    rows: figures.flatMap(figure =>
      COURSES.flatMap(course =>
        (figure[course] ?? []).map((range, index) => {
          const { id, nl, en, unit } = scenarioFigure(figure.id);
          return { cells: [id, nl, en, unit, course, years[index]!, ...rangeCells(range)] };
        }),
      ),
    ),
  };
}

/** Pairs of a word and a text as attributes: which version this is, of what, made by what. */
export function metadataTable(entries: Readonly<Record<string, string | number | null>>): GeoPackageTable {
  return {
    name: 'metadata',
    description: 'Which version this is, what it was made of and by what',
    geometry: null,
    columns: [
      ['key', 'TEXT'],
      ['value', 'TEXT'],
    ],
    rows: Object.entries(entries).map(([key, value]) => ({
      cells: [key, value === null ? null : String(value)],
    })),
  };
}
