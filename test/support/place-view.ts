import { rdToWgs84 } from '../../geodata/geometry/rd.ts';
import type { AreaKind } from '../../geodata/vocabulary/area-kind.ts';
import type { AreaDetail } from '../../server/contract/area.ts';
import type { PlaceView, ViewSquare } from '../../server/contract/place-view.ts';
import type { ScenarioGround } from '../../server/contract/scenario-base.ts';
import type { StreetSide } from '../../server/contract/street-side.ts';
import type { Shown, VacancyFigure } from '../../server/contract/vacancy.ts';

/** South-west corner of the town, metres RD: it is three squares of 500 m wide and high. */
const ORIGIN = [150_000, 450_000] as const;
const REVISION = 7;
const DATES = ['2021-10-01', '2022-10-01', '2023-10-01', '2024-10-01', '2025-10-01', '2026-10-01'];
const LAST = DATES.at(-1)!;

type Place = [number, number];

/** Metres in the town as degrees, seven decimals. */
function degrees(x: number, y: number): Place {
  const [longitude, latitude] = rdToWgs84([ORIGIN[0] + x, ORIGIN[1] + y]);
  return [Math.round(longitude * 1e7) / 1e7, Math.round(latitude * 1e7) / 1e7];
}

type Extent = readonly [west: number, south: number, east: number, north: number];

const ringOf = ([west, south, east, north]: Extent): Place[] => [
  degrees(west, south),
  degrees(east, south),
  degrees(east, north),
  degrees(west, north),
  degrees(west, south),
];

function bboxOf([west, south, east, north]: Extent): [number, number, number, number] {
  return [...degrees(west, south), ...degrees(east, north)];
}

/** Vacant of observed in per cent, not rounded; what stands in its place where either is no number. */
function rateOf(observed: Shown, vacant: Shown): Shown {
  if (observed === null || vacant === null) return null;
  if (typeof observed !== 'number' || typeof vacant !== 'number') return 'confidential';
  return observed === 0 ? null : (100 * vacant) / observed;
}

/** A figure of which every premises is 100 m2 and known, as far as its numbers are shown. */
function figureOf(observed: Shown, vacant: Shown, rest: Partial<VacancyFigure> = {}): VacancyFigure {
  const area = (count: Shown): Shown => (typeof count === 'number' ? 100 * count : count);
  const mark = typeof vacant === 'number' ? 0 : vacant;
  return {
    referenceDate: LAST,
    function: 'all',
    observed,
    vacant,
    rate: rateOf(observed, vacant),
    areaKnown: observed,
    observedFloorArea: area(observed),
    vacantFloorArea: area(vacant),
    floorAreaRate: rateOf(observed, vacant),
    durations: { 'under-1': mark, '1-to-3': mark, 'over-3': mark, unknown: vacant },
    ...rest,
  };
}

function area(id: string, kind: AreaKind, name: string, extent: Extent): AreaDetail {
  const [west, south, east, north] = extent;
  return {
    id,
    municipality: 'GM9901',
    kind,
    name,
    nameDerived: false,
    bbox: bboxOf(extent),
    centre: degrees((west + east) / 2, (south + north) / 2),
    hectares: ((east - west) * (north - south)) / 10_000,
    ranges: null,
    decidingBody: null,
    decision: null,
    decisionDate: null,
    proposal: false,
    revision: REVISION,
    geometry: { type: 'MultiPolygon', coordinates: [[ringOf(extent)]] },
    zones: [],
  };
}

const CENTRE = area('centrum', 'town-centre', 'Centrum Proefdam', [550, 550, 950, 950]);
const VILLAGE = area('kerkdorp', 'village-core', 'Kerkdorp', [80, 1120, 320, 1380]);
const WORK = area('havenkant', 'work-area', 'Bedrijventerrein Havenkant', [1020, 60, 1460, 420]);

/** Squares from the south-west on, row by row: one of every look. */
const SQUARES: [observed: Shown, vacant: Shown][] = [
  [40, 0], // none
  [200, 3], // 1.5 %: class 1
  [100, 5], // 5 %: class 2
  [60, '<5'], // below five
  [300, 33], // 11 %: class 3
  [80, 12], // 15 %: class 4
  ['confidential', 'confidential'], // confidential
  [null, null], // not observed
  [8, 2], // 2 of 8: class 5
];

function squares(): ViewSquare[] {
  return SQUARES.map(([observed, vacant], at) => ({
    x: ORIGIN[0] + 500 * (at % 3),
    y: ORIGIN[1] + 500 * Math.floor(at / 3),
    observed,
    vacant,
    rate: rateOf(observed, vacant),
  }));
}

function side(id: string, street: string, half: 'odd' | 'even', line: Place[]): StreetSide {
  const geometry = { type: 'MultiLineString' as const, coordinates: [line] };
  return { id, area: CENTRE.id, street, side: half, frontageMetres: 180, geometry };
}

/** Sides: a class, one vacant of many that rounds to 0 %, fewer than five, and nobody looked. */
function sides(): PlaceView['sides'] {
  return [
    {
      side: side('markt-oneven', 'Markt', 'odd', [degrees(600, 790), degrees(900, 790)]),
      figure: figureOf(40, 10),
    },
    {
      side: side('markt-even', 'Markt', 'even', [degrees(600, 770), degrees(900, 770)]),
      figure: figureOf(300, 1),
    },
    {
      side: side('haven-oneven', 'Havenstraat', 'odd', [degrees(740, 600), degrees(740, 760)]),
      figure: figureOf(30, '<5'),
    },
    {
      side: side('haven-even', 'Havenstraat', 'even', [degrees(760, 600), degrees(760, 760)]),
      figure: null,
    },
  ];
}

const flat = ([west, south, east, north]: Extent): number[] =>
  [west, south, east, south, east, north, west, north, west, south].map(
    (value, at) => value + ORIGIN[at % 2]!,
  );
const line = (...metres: number[]): number[] => metres.map((value, at) => value + ORIGIN[at % 2]!);

/** A row of houses on both sides of the market. */
const HOUSES: Extent[] = Array.from({ length: 12 }, (_, at) => {
  const [x, y] = [600 + 50 * (at % 6), at < 6 ? 800 : 740];
  return [x, y, x + 40, y + 20];
});

function groundOf(box: Extent, buildings: readonly Extent[]): ScenarioGround {
  return {
    box: box.map((value, at) => value + ORIGIN[at % 2]!) as ScenarioGround['box'],
    water: [[flat([1000, 480, 1500, 540])]],
    green: [[flat([50, 50, 450, 400]), flat([150, 150, 250, 250])]],
    roads: [
      { name: 'Stationsweg', class: 'main', line: line(0, 500, 1500, 500) },
      { name: 'Markt', class: 'local', line: line(600, 780, 900, 780) },
      { name: 'Havenstraat', class: 'local', line: line(750, 600, 750, 760) },
      { name: null, class: 'path', line: line(600, 600, 700, 700) },
    ],
    rails: [line(0, 1450, 1500, 1250)],
    buildings: buildings.map((extent, at) => ({ id: `pand-${at}`, rings: [flat(extent)] })),
  };
}

/** On every reference date, two methods of three dates each; each kind of value once or more. */
function history(): VacancyFigure[] {
  const values: [Shown, Shown][] = [
    [600, 48],
    [null, null],
    [620, 62],
    [640, '<5'],
    ['confidential', 'confidential'],
    [780, 55],
  ];
  return values.map(([observed, vacant], at) => figureOf(observed, vacant, { referenceDate: DATES[at]! }));
}

/** Proefdam as a whole: three areas, nine squares with every look, four sides. Made by hand; a new one every time. */
export function exampleView(): PlaceView {
  const figures = history();
  const listed = [
    { area: CENTRE, figure: figureOf(300, 33) },
    { area: VILLAGE, figure: figureOf(30, '<5') },
    { area: WORK, figure: null },
  ];
  return structuredClone<PlaceView>({
    revision: REVISION,
    municipality: {
      code: 'GM9901',
      name: 'Proefdam',
      provisional: false,
      fictional: true,
      bbox: bboxOf([-100, -100, 1600, 1600]),
      revision: REVISION,
    },
    area: null,
    series: {
      id: 'lijst',
      municipality: 'GM9901',
      evidence: 'own-list',
      kind: 'spell',
      name: { nl: 'gemeentelijke lijst', en: 'municipal list' },
      definition: { nl: 'Wat op de lijst staat.', en: 'What is on the list.' },
      source: 'Gemeente Proefdam (fictief)',
      rhythmMonths: 12,
      access: 'open',
      profile: 'strict',
      reliability: 'high',
      referenceDates: DATES.map((date, at) => ({
        date,
        methodVersion: at < 3 ? '1' : '2',
        coverage: [{ wholeMunicipality: true, functions: null, leastFloorArea: null }],
      })),
    },
    referenceDate: LAST,
    latest: true,
    function: 'all',
    figure: figures.at(-1)!,
    functions: [
      figureOf(400, 40, { function: 'retail' }),
      figureOf(80, '<5', { function: 'hospitality' }),
      figureOf('confidential', 'confidential', { function: 'culture' }),
    ],
    history: figures,
    trend: { lines: [[0], [2], [5]], breaks: [3] },
    year: { reason: 'no-number' },
    areas: listed.map(({ area: { geometry, zones: _, revision: __, ...rest }, figure }) => ({
      area: rest,
      outline: geometry,
      figure,
    })),
    sides: sides(),
    squares: squares(),
    ground: groundOf([-60, -60, 1560, 1560], []),
    datasets: [
      {
        id: 'proef-lijst',
        municipality: 'GM9901',
        source: 'lijst',
        title: 'Leegstand in Proefdam',
        owner: 'Gemeente Proefdam (fictief)',
        licence: 'CC0-1.0',
        attribution: 'Gemeente Proefdam (fictief)',
        referenceDate: LAST,
        importedAt: '2026-10-02T08:00:00Z',
        revision: REVISION,
        read: 800,
        loaded: 798,
        rejected: 2,
      },
    ],
  });
}

/** The centre of Proefdam: with buildings, and the nine squares of which one holds it. */
export function exampleAreaView(): PlaceView {
  const view = exampleView();
  const [centre] = view.areas;
  return {
    ...view,
    area: structuredClone(CENTRE),
    figure: centre!.figure,
    areas: [centre!],
    ground: groundOf([500, 500, 1000, 1000], HOUSES),
  };
}
