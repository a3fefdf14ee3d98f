import { rdToWgs84 } from '../../geodata/geometry/rd.ts';
import { DURATION_CODES, type DurationCode } from '../../geodata/vocabulary/duration.ts';
import { type FunctionCode, functionIndex } from '../../geodata/vocabulary/function.ts';
import { type StatusCode, statusIndex } from '../../geodata/vocabulary/status.ts';
import type { ScenarioDocument, ScenarioMeasure, ScenarioPlace } from '../../server/contract/scenario.ts';
import type { BaseArea, ObservedFlow, ScenarioBase } from '../../server/contract/scenario-base.ts';
import { newDocument, newMeasure } from '../../server/planning/new-document.ts';

/** South-west corner of the area that sample bases lie in, metres RD; it is a kilometre wide and 200 m high. */
const ORIGIN = [150_000, 450_000] as const;

/** One premises of a sample base; what is left out is an ordinary shop of 100 m2 in use on the ground floor. */
export interface SamplePremises {
  id: string;
  /** Metres east of the area's corner: the first 500 are the core. */
  x?: number;
  function?: FunctionCode;
  floorArea?: number | null;
  status?: StatusCode;
  duration?: DurationCode;
  storey?: number;
  allowed?: FunctionCode;
  building?: string;
  side?: 'odd' | 'even';
  partVacant?: number;
}

/** A closed rectangle in degrees, from metres in the sample area. */
export function rectangle(west: number, east: number, south = 0, north = 200): [number, number][] {
  const at = (x: number, y: number): [number, number] => {
    const [longitude, latitude] = rdToWgs84([ORIGIN[0] + x, ORIGIN[1] + y]);
    return [longitude, latitude];
  };
  return [at(west, south), at(east, south), at(east, north), at(west, north), at(west, south)];
}

/** A place drawn as a rectangle. */
export const drawn = (west: number, east: number): ScenarioPlace => ({
  kind: 'polygon',
  coordinates: [rectangle(west, east)],
});

const area = (id: string, kind: BaseArea['kind'], ring: [number, number][]): BaseArea => ({
  id,
  kind,
  name: id,
  hectares: 20,
  coordinates: [[ring]],
});

/** A flow with the same rate in every case. */
export function flowOf(code: FunctionCode, inflow: number, outflow: number): ObservedFlow {
  const same = (rate: number) => ({ low: rate, mid: rate, high: rate });
  return {
    function: code,
    inflow: same(inflow),
    outflow: same(outflow),
    inUseYears: 50,
    vacantYears: 50,
    pooled: false,
  };
}

/** A base of some premises, on 1 October 2026; the core shopping area is its western half. */
export function sampleBase(premises: readonly SamplePremises[], flows: ObservedFlow[] = []): ScenarioBase {
  const buildings = [...new Set(premises.map(({ id, building }) => building ?? `b-${id}`))];
  const column = <T>(read: (one: SamplePremises) => T): T[] => premises.map(read);
  return {
    municipality: 'GM9901',
    municipalityName: 'Proefdam',
    fictional: true,
    municipalityHomes: 10_000,
    revision: 7,
    area: area('centrum', 'town-centre', rectangle(0, 1000)),
    zones: [area('kern', 'core-shopping', rectangle(0, 500))],
    series: {
      id: 'list',
      name: { nl: 'lijst', en: 'list' },
      definition: { nl: 'wat op de lijst staat', en: 'what is on the list' },
      source: 'Proefdam',
      evidence: 'own-list',
      profile: 'visible',
      access: 'open',
      reliability: 'high',
      referenceDate: '2026-10-01',
      methodVersion: '1',
      covered: true,
    },
    premises: {
      ids: column(({ id }) => id),
      labels: column(({ id }) => `Markt ${id}`),
      x: column(({ x = 10 }) => ORIGIN[0] + x),
      y: column(() => ORIGIN[1] + 100),
      functions: column(one => functionIndex(one.function ?? 'retail')),
      allowed: column(({ allowed }) => (allowed === undefined ? -1 : functionIndex(allowed))),
      floorAreas: column(({ floorArea = 100 }) => floorArea ?? -1),
      storeys: column(({ storey = 0 }) => storey),
      states: column(({ status = 'in-use' }) => statusIndex(status)),
      durations: column(({ status, duration = 'unknown' }) =>
        status === 'vacant' ? 1 + DURATION_CODES.indexOf(duration) : 0,
      ),
      vacantAreas: column(({ partVacant = -1 }) => partVacant),
      buildings: column(({ id, building }) => buildings.indexOf(building ?? `b-${id}`)),
      streetSides: column(({ side }) => (side === undefined ? -1 : side === 'odd' ? 0 : 1)),
    },
    buildings,
    streetSides: [
      { id: 'side-odd', street: 'Markt', side: 'odd', coordinates: [rectangle(0, 1000).slice(0, 2)] },
      { id: 'side-even', street: 'Markt', side: 'even', coordinates: [rectangle(0, 1000).slice(2, 4)] },
    ],
    flows,
  };
}

/** A measure with one value per parameter in every case, so that a person can follow it. */
export function sampleMeasure(
  kind: string,
  values: Readonly<Record<string, number>>,
  rest: Partial<ScenarioMeasure> = {},
): ScenarioMeasure {
  const measure = newMeasure(kind, { id: rest.id ?? kind, from: 2027, until: 2027 });
  const parameters = Object.entries(values).map(([id, value]) => {
    return [id, { low: value, mid: value, high: value, source: 'proef', priceLevel: '2025' }] as const;
  });
  return { ...measure, place: drawn(0, 1000), ...rest, parameters: Object.fromEntries(parameters) };
}

/** A document that looks two years ahead and keeps everything else as it is, unless it says otherwise. */
export function sampleDocument(
  measures: ScenarioMeasure[],
  rest: Partial<ScenarioDocument> = {},
): ScenarioDocument {
  return {
    ...newDocument({ title: 'Proef', referenceDate: '2026-10-01' }),
    summary: 'Een proef.',
    horizon: 2028,
    baseline: { mode: 'frozen', announced: false, hardPlans: [] },
    measures,
    ...rest,
  };
}
