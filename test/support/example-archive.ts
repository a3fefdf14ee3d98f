import { rdToWgs84 } from '../../geodata/geometry/rd.ts';
import { type FunctionCode, functionIndex } from '../../geodata/vocabulary/function.ts';
import { type StatusCode, statusIndex } from '../../geodata/vocabulary/status.ts';
import type { ScenarioDocument, ScenarioMeasure } from '../../server/contract/scenario.ts';
import type { BaseArea, ObservedFlow, ScenarioBase } from '../../server/contract/scenario-base.ts';
import type { ScenarioArchive } from '../../server/contract/scenario-version.ts';
import { newDocument, newMeasure } from '../../server/planning/new-document.ts';
import { recompute } from '../../server/planning/recompute.ts';

/** One premises of a made-up area. */
export interface Standing {
  func: FunctionCode;
  status: StatusCode;
  /** m2, -1 unknown. */
  area?: number;
  /** 0 where not vacant, else 1 + DURATION_CODES index. */
  duration?: number;
  /** Index of the street side, -1 none. */
  side?: number;
  label?: string;
}

const WEST = 155_000;
const SOUTH = 463_000;
const METRES = 500;
/** Premises stand on a grid of this many metres, a building each. */
const GRID = 10;

const degrees = (x: number, y: number): [number, number] => {
  const [longitude, latitude] = rdToWgs84([x, y]);
  return [longitude, latitude];
};

/** A ring around a rectangle of metres from the corner of the area, degrees. */
export function ringAround(west: number, south: number, east: number, north: number): [number, number][] {
  const corners = [
    [west, south],
    [east, south],
    [east, north],
    [west, north],
    [west, south],
  ] as const;
  return corners.map(([x, y]) => degrees(WEST + x, SOUTH + y));
}

const AREA: BaseArea = {
  id: 'area-1',
  kind: 'town-centre',
  name: 'Proefgebied',
  hectares: 25,
  coordinates: [[ringAround(0, 0, METRES, METRES)]],
};

const FLOWS: ObservedFlow[] = (['retail', 'hospitality', 'services', 'office'] as const).map(code => ({
  function: code,
  inflow: { low: 0.031, mid: 0.052, high: 0.073 },
  outflow: { low: 0.118, mid: 0.204, high: 0.297 },
  inUseYears: 200,
  vacantYears: 40,
  pooled: false,
}));

const place = (index: number): [number, number] => [
  WEST + 5 + (index % 48) * GRID,
  SOUTH + 5 + Math.floor(index / 48) * GRID,
];

function streetSide(index: number): ScenarioBase['streetSides'][number] {
  const y = SOUTH + 5 + index * GRID;
  return {
    id: `side-${index}`,
    street: `Straat ${index}`,
    side: index % 2 === 0 ? 'even' : 'odd',
    coordinates: [[degrees(WEST, y), degrees(WEST + METRES, y)]],
  };
}

/** The base of a made-up area with these premises, named `premises-0`, `premises-1`, ... */
export function baseOf(
  premises: readonly Standing[],
  series: Partial<ScenarioBase['series']> = {},
): ScenarioBase {
  const vacant = (one: Standing) => one.status === 'vacant';
  const sides = Math.max(-1, ...premises.map(({ side = -1 }) => side)) + 1;
  return {
    municipality: 'GM9901',
    municipalityName: 'Proefstad',
    fictional: true,
    municipalityHomes: 40_000,
    revision: 7,
    area: AREA,
    zones: [],
    series: {
      id: 'round',
      name: { nl: 'ronde', en: 'round' },
      definition: { nl: 'gezien', en: 'seen' },
      source: 'proef',
      evidence: 'surveyed',
      profile: 'strict',
      access: 'open',
      reliability: 'high',
      referenceDate: '2026-01-01',
      methodVersion: '1',
      covered: true,
      ...series,
    },
    premises: {
      ids: premises.map((_, index) => `premises-${index}`),
      labels: premises.map(({ label }, index) => label ?? `Zaak ${index}, Straat ${index}`),
      x: premises.map((_, index) => place(index)[0]),
      y: premises.map((_, index) => place(index)[1]),
      functions: premises.map(({ func }) => functionIndex(func)),
      allowed: premises.map(({ func }) => functionIndex(func)),
      floorAreas: premises.map(({ area = 120 }) => area),
      storeys: premises.map(() => 0),
      states: premises.map(({ status }) => statusIndex(status)),
      durations: premises.map(one => (vacant(one) ? (one.duration ?? 2) : 0)),
      vacantAreas: premises.map(() => -1),
      buildings: premises.map((_, index) => index),
      streetSides: premises.map(({ side = -1 }) => side),
    },
    buildings: premises.map((_, index) => `building-${index}`),
    streetSides: Array.from({ length: sides }, (_, index) => streetSide(index)),
    flows: FLOWS,
  };
}

/** A measure with its defaults in the whole area, 2027 to 2030, every source filled in. */
export function measureOf(kind: string, changes: Partial<ScenarioMeasure> = {}): ScenarioMeasure {
  const measure = newMeasure(kind, { id: `m-${kind}`, from: 2027, until: 2030 });
  const parameters = Object.entries(measure.parameters).map(([id, parameter]) => [
    id,
    { ...parameter, source: 'eigen opgave' },
  ]);
  return {
    ...measure,
    place: { kind: 'area', id: AREA.id },
    parameters: Object.fromEntries(parameters),
    ...changes,
  };
}

/** An archive as publishing makes one: the result is the model's. */
export function archiveOf(
  premises: readonly Standing[],
  document: Partial<ScenarioDocument> = {},
  series: Partial<ScenarioBase['series']> = {},
): ScenarioArchive {
  const base = baseOf(premises, series);
  const whole = { ...newDocument({ title: 'Proef', referenceDate: '2026-01-01' }), ...document };
  const square = (index: number) => {
    const [x, y] = place(index);
    return [x - 4, y - 4, x + 4, y - 4, x + 4, y + 4, x - 4, y + 4, x - 4, y - 4];
  };
  return {
    format: 'kernkaart-scenario-1',
    id: 'scenario-1',
    version: 1,
    software: 'kernkaart 0.0.0',
    document: whole,
    base,
    ground: {
      box: [WEST, SOUTH, WEST + METRES, SOUTH + METRES],
      water: [],
      green: [],
      roads: [],
      rails: [],
      buildings: base.buildings.map((id, index) => ({ id, rings: [square(index)] })),
    },
    result: recompute(whole, base),
  };
}
