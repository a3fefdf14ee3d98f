import type { AreaKind } from '../vocabulary/area-kind.ts';
import { MOAT, WAYS } from './plan/frame.ts';
import type { Place } from './plan/places.ts';
import type { Quarter } from './plan/quarters.ts';
import { band, type Line, part, smoothRing } from './plane/line.ts';
import { angleOf, type Point, polar } from './plane/point.ts';
import { type Ring, spanOf } from './plane/ring.ts';

/** An area in plan coordinates; the decision is there where an area exists by decision only. */
export interface PlannedArea {
  key: string;
  kind: AreaKind;
  name: string;
  ring: Ring;
  /** Whether it was decided in house numbers: then the numbers that lie within are named. */
  byNumbers: boolean;
  decision: { title: string; date: string } | null;
}

const area = (key: string, kind: AreaKind, name: string, ring: Ring): PlannedArea => ({
  key,
  kind,
  name,
  ring,
  byNumbers: false,
  decision: null,
});

/** Old town and the shops on the way to the station: the moat's outline with a tongue along that street. */
export function centreRing(): Ring {
  const street = part(WAYS.station, 30, 420);
  const tongue = band(street, 24);
  const half = tongue.length / 2;
  const [right, left] = [tongue.slice(0, half), tongue.slice(half)];
  const isBeside = (point: Point) => {
    const angle = angleOf(point);
    return angle > 87 && angle < 101;
  };
  const from = MOAT.findIndex(
    (point, index) => !isBeside(point) && isBeside(MOAT[(index + 1) % MOAT.length]!),
  );
  const rotated = [...MOAT.slice(from + 1), ...MOAT.slice(0, from + 1)].filter(point => !isBeside(point));
  return [...rotated, ...right, ...left];
}

/** Shops and supermarket of a neighbourhood, with the square between them. */
function neighbourhoodRing(places: readonly Place[], quarter: Quarter): Ring {
  const along = polar([0, 0], quarter.grain.angle, 1);
  const across = polar([0, 0], quarter.grain.angle + 90, 1);
  const corners = places
    .filter(
      place => place.quarter === quarter.name && (place.key === 'parade' || place.key === 'supermarket'),
    )
    .flatMap(place => place.plot);
  const [u0, u1] = spanOf(corners, along);
  const [v0, v1] = spanOf(corners, across);
  const at = (u: number, v: number): Point => [along[0] * u + across[0] * v, along[1] * u + across[1] * v];
  return [at(u0 - 6, v0 - 6), at(u1 + 6, v0 - 6), at(u1 + 6, v1 + 6), at(u0 - 6, v1 + 6)];
}

const VILLAGE_RINGS = {
  Gouwdijk: smoothRing(
    [
      [-2790, -330],
      [-2690, -390],
      [-2570, -330],
      [-2540, -200],
      [-2590, -60],
      [-2680, -10],
      [-2800, -50],
    ],
    14,
  ),
  Lutjewaard: smoothRing(
    [
      [1600, 1860],
      [1690, 1800],
      [1850, 1900],
      [1890, 2010],
      [1810, 2070],
      [1680, 2040],
      [1590, 1960],
    ],
    14,
  ),
} satisfies Record<string, Ring>;

function centresAndWorkAreas(quarters: readonly Quarter[], places: readonly Place[]): PlannedArea[] {
  const named = (name: string) => quarters.find(quarter => quarter.name === name)!;
  const work = quarters.filter(quarter => quarter.layout === 'work');
  const workNames: Record<string, string> = {
    Havenbedrijven: 'Bedrijventerrein Havenkant',
    Zeehaven: 'Haven Markerhaven',
    'De Wissel': 'Bedrijvenpark De Wissel',
    Stationspark: 'Kantorenpark Stationspark',
  };
  return [
    area('centre', 'town-centre', 'Centrum Markerhaven', centreRing()),
    area('gouwdijk', 'village-core', 'Gouwdijk', VILLAGE_RINGS.Gouwdijk),
    area('lutjewaard', 'village-core', 'Lutjewaard', VILLAGE_RINGS.Lutjewaard),
    area(
      'mozarthof',
      'neighbourhood-centre',
      'Mozarthof',
      neighbourhoodRing(places, named('Componistenwijk')),
    ),
    area('penseel', 'neighbourhood-centre', 'Penseel', neighbourhoodRing(places, named('Schilderswijk'))),
    ...work.map(quarter => area(quarter.name, 'work-area', workNames[quarter.name]!, quarter.ring)),
  ];
}

/** Strip along part of a street, wide enough for the houses on it. */
const strip = (line: Line, from: number, to: number): Ring => band(part(line, from, to), 19);

function policyZones(streets: ReadonlyMap<string, Line>): PlannedArea[] {
  const decided = (
    key: string,
    kind: AreaKind,
    name: string,
    ring: Ring,
    title: string,
    date: string,
    byNumbers = true,
  ): PlannedArea => ({
    key,
    kind,
    name,
    ring,
    byNumbers,
    decision: { title, date },
  });
  const vision = 'Centrumvisie Markerhaven 2030 (fictief)';
  return [
    decided(
      'core-shopping',
      'core-shopping',
      'Kernwinkelgebied Markerhaven',
      [
        [-70, -98],
        [58, -70],
        [72, -30],
        [74, 60],
        [60, 84],
        [30, 130],
        [-36, 134],
        [-50, 66],
        [-120, 62],
        [-120, -26],
        [-62, -30],
      ],
      vision,
      '2021-11-18',
    ),
    decided(
      'approach-oosterstraat',
      'approach-street',
      'Aanloopstraat Oosterstraat',
      strip(streets.get('Oosterstraat')!, 60, 262),
      vision,
      '2021-11-18',
    ),
    decided(
      'approach-stationsweg',
      'approach-street',
      'Aanloopstraat Stationsweg',
      strip(streets.get('Stationsweg')!, 60, 400),
      vision,
      '2021-11-18',
    ),
    decided(
      'transformation',
      'transformation-zone',
      'Transformatiegebied Havenkwartier',
      [
        [-250, -130],
        [-300, -250],
        [-390, -350],
        [-560, -480],
        [-640, -360],
        [-560, -200],
        [-420, -60],
      ],
      'Ontwikkelkader Havenkwartier (fictief)',
      '2023-06-22',
      false,
    ),
    decided(
      'large-scale',
      'large-scale-retail',
      'Woonboulevard De Wissel',
      [
        [1570, -60],
        [1562, -330],
        [2520, -330],
        [2400, -96],
        [2050, -36],
      ],
      'Visie grootschalige detailhandel (fictief)',
      '2018-03-08',
      false,
    ),
    decided(
      'biz',
      'business-improvement-district',
      'BIZ Markt en Marktstraat',
      [
        [-52, -66],
        [50, -66],
        [54, 64],
        [32, 66],
        [22, 250],
        [-58, 250],
        [-52, 66],
      ],
      'Verordening BIZ Markt en Marktstraat (fictief)',
      '2019-12-12',
    ),
  ];
}

/** Centres, village cores, work areas and policy zones of the town. */
export function planAreas(
  quarters: readonly Quarter[],
  places: readonly Place[],
  streets: ReadonlyMap<string, Line>,
): PlannedArea[] {
  return [...centresAndWorkAreas(quarters, places), ...policyZones(streets)];
}
