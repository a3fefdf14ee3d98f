import type { AreaKind } from '../vocabulary/area-kind.ts';
import type { FunctionCode } from '../vocabulary/function.ts';
import type {
  DisclosureProfile,
  Evidence,
  Reliability,
  SeriesAccess,
  SeriesKind,
} from '../vocabulary/series.ts';
import type { StatusCode } from '../vocabulary/status.ts';

/** RD New (EPSG:28992), metres, whole millimetres. */
export type Position = readonly [x: number, y: number];

/** Outer ring first, then holes; every ring repeats its first position at the end. */
export type Polygon = readonly (readonly Position[])[];

/** The rows of table `municipality` that the town needs. */
export interface MunicipalityRow {
  code: string;
  name: string;
  boundary: readonly Polygon[];
  extent: Polygon;
}

/** One row of table `area`. Ranges name the house numbers that lie within. */
export interface AreaRow {
  id: string;
  kind: AreaKind;
  name: string;
  geom: readonly Polygon[];
  ranges: readonly StreetRange[] | null;
  decidingBody: string | null;
  decision: string | null;
  decisionDate: string | null;
}

/** Part of a street by house numbers and side. */
export interface StreetRange {
  street: string;
  from: number;
  to: number;
  side: 'odd' | 'even' | 'both';
}

/** One row of table `building`; no BAG ids, because nothing here is in the BAG. */
export interface BuildingRow {
  id: string;
  buildYear: number;
  /** As OpenStreetMap names uses: house, apartments, retail, ... */
  use: string;
  geom: Polygon;
}

/** One row of table `address`. */
export interface AddressRow {
  id: string;
  street: string;
  number: number;
  letter: string;
  postcode: string;
  place: string;
  label: string;
  search: string;
  point: Position;
}

/** One row of table `street`. */
export interface StreetRow {
  id: string;
  name: string;
  place: string;
  search: string;
  geom: readonly (readonly Position[])[];
}

/** One row of table `premises`, with its building. */
export interface PremisesRow {
  id: string;
  address: string;
  building: string;
  name: string | null;
  point: Position;
}

/** One row of table `premises_period`. */
export interface PeriodRow {
  premises: string;
  from: string;
  until: string | null;
  function: FunctionCode;
  purposes: readonly string[];
  allowedFunction: FunctionCode | null;
  /** Whole m2; null is unknown. */
  floorArea: number | null;
  storey: number;
}

/** One row of table `premises_successor`. */
export interface SuccessorRow {
  premises: string;
  successor: string;
  onDate: string;
}

/** Geometry of a base map feature. */
export type BaseGeometry =
  | { kind: 'point'; position: Position }
  | { kind: 'line'; positions: readonly Position[] }
  | { kind: 'polygon'; polygon: Polygon };

/** One row of table `base_feature`. */
export interface BaseRow {
  layer: 'land' | 'water' | 'green' | 'built_up' | 'road' | 'rail' | 'place';
  featureClass: string;
  name: string | null;
  bridge: boolean;
  minZoom: number;
  geometry: BaseGeometry;
}

/** One row of table `series`. */
export interface SeriesRow {
  id: string;
  evidence: Evidence;
  kind: SeriesKind;
  name: { nl: string; en: string };
  definition: { nl: string; en: string };
  source: string;
  rhythmMonths: number;
  access: SeriesAccess;
  profile: DisclosureProfile;
  profileDecision: string | null;
  reliability: Reliability;
  rank: number;
}

/** One row of table `reference_date`. */
export interface ReferenceDateRow {
  series: string;
  date: string;
  methodVersion: string;
}

/** One row of table `coverage`. */
export interface CoverageRow {
  series: string;
  date: string;
  /** Null: the whole municipality, or where the ranges say. */
  geom: readonly Polygon[] | null;
  ranges: readonly StreetRange[] | null;
  functions: readonly FunctionCode[] | null;
  leastFloorArea: number | null;
}

/** One row of table `observation`: only what is not simply in use is written down. */
export interface ObservationRow {
  premises: string;
  series: string;
  date: string;
  status: StatusCode;
  vacantFloorArea: number | null;
  storey: number | null;
  sinceEarliest: string | null;
  sinceLatest: string | null;
  reliability: Reliability;
  remark: string | null;
}

/** One row of table `retail_unit` with its links. */
export interface RetailUnitRow {
  id: string;
  series: string;
  name: string | null;
  salesFloorArea: number;
  premises: readonly string[];
}

/** The whole fictional municipality, one list per table. */
export interface Town {
  municipality: MunicipalityRow;
  dataset: string;
  areas: AreaRow[];
  buildings: BuildingRow[];
  addresses: AddressRow[];
  streets: StreetRow[];
  premises: PremisesRow[];
  periods: PeriodRow[];
  successors: SuccessorRow[];
  baseFeatures: BaseRow[];
  series: SeriesRow[];
  referenceDates: ReferenceDateRow[];
  coverage: CoverageRow[];
  observations: ObservationRow[];
  retailUnits: RetailUnitRow[];
}
