import { addressUnits } from './addresses.ts';
import { areaRows, holdingsIn } from './area-rows.ts';
import { type PlannedArea, planAreas } from './areas.ts';
import { baseMap } from './base-map.ts';
import type { Spell } from './hidden-truth.ts';
import { type Holding, makeHoldings } from './holdings.ts';
import { type Layout, layOut } from './layout.ts';
import { SHORE } from './plan/frame.ts';
import { scale } from './plane/point.ts';
import { boxOf } from './plane/ring.ts';
import { addressRows, buildingRows, periodRows, premisesRows, streetRows } from './premises-rows.ts';
import { createRandom } from './random.ts';
import { polygonToRd } from './rd-frame.ts';
import { findDisagreement, settleShops, settleTemporary } from './reconciliation.ts';
import { liveAll } from './segments.ts';
import {
  administrativeCoverage,
  administrativeDates,
  administrativeObservations,
} from './series-administrative.ts';
import { type ListGround, listCoverage, listDates, listObservations } from './series-list.ts';
import { SERIES } from './series-rows.ts';
import { takeSurvey } from './series-survey.ts';
import { tellStories } from './stories.ts';
import type { MunicipalityRow, Polygon, Town } from './town.ts';
import { planUnits } from './units.ts';

/** Code of the fictional municipality: CBS gives none above GM1999. */
export const DEMO_CODE = 'GM9999';
/** Id of the dataset that everything in it belongs to. */
export const DEMO_DATASET = 'GM9999.demo';
/** The seed of the town that everybody sees. */
export const DEMO_SEED = 1;

/** The polder with a strip of the lake around it. */
function municipality(): MunicipalityRow {
  const boundary = polygonToRd(SHORE.map(point => scale(point, 1.1)));
  const [west, south, east, north] = boxOf(boundary[0]!);
  return {
    code: DEMO_CODE,
    name: 'Markerwaard',
    boundary: [boundary],
    extent: [
      [
        [west, south],
        [east, south],
        [east, north],
        [west, north],
        [west, south],
      ],
    ],
  };
}

interface Peopled {
  holdings: Holding[];
  lives: Map<Holding, Spell[]>;
  centre: Holding[];
}

/** Premises with their stories and ten years of vacancy, as it really was. */
function people(seed: number, layout: Layout, areas: readonly PlannedArea[]): Peopled {
  const first = makeHoldings(addressUnits(planUnits(seed, layout), layout.streets));
  const lives = new Map<Holding, Spell[]>();
  const holdings = [...first, ...tellStories(first, lives, createRandom(seed, 'stories'))];
  const centre = holdingsIn(areas[0]!, holdings);
  settleShops(centre);
  liveAll(seed, holdings, lives);
  settleTemporary(centreShops(centre), lives);
  return { holdings, lives, centre };
}

const centreShops = (centre: readonly Holding[]): Holding[] =>
  centre.filter(({ use, until }) => use === 'retail' && until === null);

/** Where the list and the survey look. */
function groundOf(areas: readonly PlannedArea[], holdings: readonly Holding[]): ListGround {
  const isCentre = ({ kind }: PlannedArea) =>
    kind === 'town-centre' || kind === 'village-core' || kind === 'neighbourhood-centre';
  const centres = areas.filter(isCentre);
  const work = areas.filter(({ kind }) => kind === 'work-area');
  const polygons = (found: readonly PlannedArea[]): Polygon[] => found.map(({ ring }) => polygonToRd(ring));
  const members = (found: readonly PlannedArea[]) =>
    new Set(found.flatMap(area => holdingsIn(area, holdings)));
  return {
    centres: polygons(centres),
    workAreas: polygons(work),
    inCentres: members(centres),
    inWorkAreas: members(work),
  };
}

/** What the municipality's three sources know of it. */
function knowledge(seed: number, { holdings, lives, centre }: Peopled, ground: ListGround) {
  const shops = centreShops(centre);
  const disagreement = findDisagreement(shops, lives);
  const notes = new Map([
    ...[...disagreement.storage].map(holding => [holding, 'winkel in gebruik als opslag'] as const),
    ...[...disagreement.wholesale].map(holding => [holding, 'winkel in gebruik door groothandel'] as const),
  ]);
  const survey = takeSurvey(seed, holdings, lives, ground);
  return {
    series: [...SERIES],
    referenceDates: [...listDates(), ...administrativeDates(), ...survey.dates],
    coverage: [...listCoverage(ground), ...administrativeCoverage(), ...survey.coverage],
    observations: [
      ...listObservations(seed, holdings, lives, ground, notes),
      ...administrativeObservations(seed, holdings, lives, new Set(shops), disagreement),
      ...survey.observations,
    ],
    retailUnits: survey.units,
  };
}

/**
 * The fictional municipality Markerwaard: a pure function of the seed, the same bytes on every machine.
 * Geometry is RD New; nothing stands on water, rail, roads or another building.
 */
export function generateTown(seed: number): Town {
  const layout = layOut(seed);
  const lines = new Map(layout.streets.map(street => [street.name, street.line]));
  const areas = planAreas(layout.quarters, layout.places, lines);
  const peopled = people(seed, layout, areas);
  const { holdings } = peopled;
  const shops = new Set(holdings.filter(({ use }) => use === 'retail').map(({ structure }) => structure));
  const buildings = buildingRows(layout.structures, shops);
  return {
    municipality: municipality(),
    dataset: DEMO_DATASET,
    areas: areaRows(areas, holdings),
    buildings: buildings.rows,
    addresses: addressRows(holdings),
    streets: streetRows(layout.streets),
    premises: premisesRows(holdings, buildings.ids),
    periods: periodRows(holdings),
    successors: holdings.flatMap(({ id, successors }) =>
      successors.map(next => ({ premises: id, successor: next.id, onDate: next.onDate })),
    ),
    baseFeatures: baseMap(layout),
    ...knowledge(seed, peopled, groundOf(areas, holdings)),
  };
}
