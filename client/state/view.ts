import type { AreaKind } from '#vocabulary/area-kind.ts';
import type { DurationCode } from '#vocabulary/duration.ts';
import type { FunctionScope } from '#vocabulary/function.ts';
import type { StatusCode } from '#vocabulary/status.ts';
import type { Language } from '../text/language.ts';

/** How vacancy is read on the map. */
export const READINGS = ['percentage', 'concentration', 'streets', 'premises'] as const;
export type Reading = (typeof READINGS)[number];

/** Where the map looks: zoom level, degrees (CRS84). */
export interface Camera {
  zoom: number;
  longitude: number;
  latitude: number;
}

/** Kinds of thing that can be chosen, on the map or in a list. */
export const SELECTION_KINDS = ['area', 'premises', 'cell'] as const;
export interface Selection {
  kind: (typeof SELECTION_KINDS)[number];
  id: string;
}

/** Themes that can be chosen; without a choice the device decides. */
export type Theme = 'light' | 'dark';

/** From and up to, both included; null is open. */
export type Between = readonly [least: number | null, most: number | null];

/** What only planners can narrow by; empty lists and open bounds narrow nothing. */
export interface PlannerFilter {
  statuses: readonly StatusCode[];
  durations: readonly DurationCode[];
  /** m2. */
  floorArea: Between;
  buildYear: Between;
}

/** A planner's filter that narrows nothing. */
export const NO_FILTER: PlannerFilter = {
  statuses: [],
  durations: [],
  floorArea: [null, null],
  buildYear: [null, null],
};

/** Everything the reader chose; null means: not chosen, the screen takes what fits. It all stands in the address. */
export interface View {
  municipality: string | null;
  camera: Camera | null;
  series: string | null;
  referenceDate: string | null;
  function: FunctionScope;
  /** Kinds of area that are listed and drawn; null: all. */
  areaKind: AreaKind | null;
  filter: PlannerFilter;
  /** Reference date with which `referenceDate` is compared: what changed since. Null: nothing is compared. */
  since: string | null;
  reading: Reading;
  selection: Selection | null;
  /** Vacancy by number of premises or by floor area. */
  measure: 'count' | 'floor-area';
  /** The table stands in the place of the map. */
  display: 'map' | 'table';
  /** What the table lists: the areas, or what the reading draws on the map (squares, streets, premises). */
  rows: 'areas' | 'drawn';
  /** Which of the two a telephone shows. */
  tab: 'map' | 'list';
  language: Language | null;
  theme: Theme | null;
}

/** What a bare address means. */
export const PLAIN_VIEW: View = {
  municipality: null,
  camera: null,
  series: null,
  referenceDate: null,
  function: 'all',
  areaKind: null,
  filter: NO_FILTER,
  since: null,
  reading: 'percentage',
  selection: null,
  measure: 'count',
  display: 'map',
  rows: 'areas',
  tab: 'map',
  language: null,
  theme: null,
};
