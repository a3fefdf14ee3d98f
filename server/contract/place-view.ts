import type { NoYearReason } from '#figures/comparison.ts';
import type { FunctionScope } from '#vocabulary/function.ts';
import type { Area, AreaDetail } from './area.ts';
import type { Dataset } from './dataset.ts';
import type { Municipality } from './municipality.ts';
import type { ScenarioGround } from './scenario-base.ts';
import type { Series } from './series.ts';
import type { StreetSide } from './street-side.ts';
import type { Shown, VacancyFigure } from './vacancy.ts';

/** Outline in degrees (CRS84). */
export type Outline = AreaDetail['geometry'];

/** A square of 500 m with what may be shown of it. */
export interface ViewSquare {
  /** South-west corner, metres RD. */
  x: number;
  y: number;
  observed: Shown;
  vacant: Shown;
  /** Per cent. */
  rate: Shown;
}

/**
 * Everything that a page about vacancy in a place shows, as visitors may see it, read at one revision: of a
 * municipality, or of one area of it. Rates are not rounded: classes go by them, words round them. Pages, still maps and embeds are made of this and of nothing else.
 */
export interface PlaceView {
  revision: number;
  municipality: Municipality;
  /** Null: the municipality as a whole. */
  area: AreaDetail | null;
  series: Series;
  referenceDate: string;
  /** Whether that is the latest reference date of the series. */
  latest: boolean;
  function: FunctionScope;
  /** Of the place on the date; null where the series has no figure of it. */
  figure: VacancyFigure | null;
  /** The same by function: those of which anything was observed. */
  functions: VacancyFigure[];
  /** Of the place on every reference date of the series, ascending. */
  history: VacancyFigure[];
  /** Indexes in `history` that one line may go through, line by line, and those where another method begins. */
  trend: { lines: number[][]; breaks: number[] };
  /** Against a year earlier in percentage points, or why there is no comparison. */
  year: { points: number; since: string } | { reason: NoYearReason };
  /** Areas on the map, with their figures: those of the municipality without policy zones, or the one area. */
  areas: { area: Area; outline: Outline; figure: VacancyFigure | null }[];
  /** Sides of the streets in the place that have a line to be drawn along. */
  sides: { side: StreetSide; figure: VacancyFigure | null }[];
  /** Squares that touch the box of the place. */
  squares: ViewSquare[];
  /** The ground under a still map; without buildings where the place is a municipality. */
  ground: ScenarioGround;
  /** Where data come from, newest first. */
  datasets: Dataset[];
}
