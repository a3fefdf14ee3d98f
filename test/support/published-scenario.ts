import { readFileSync } from 'node:fs';
import { rdToWgs84, wgs84ToRd } from '../../geodata/geometry/rd.ts';
import type { ScenarioFigureId } from '../../geodata/vocabulary/scenario-figure.ts';
import type {
  PublishedBuilding,
  PublishedFigure,
  PublishedMeasure,
  PublishedScenario,
  PublishedSide,
  ShownRange,
} from '../../server/contract/published-scenario.ts';
import { ScenarioGround } from '../../server/contract/scenario-base.ts';
import type { Shown } from '../../server/contract/vacancy.ts';

type Place = [number, number];
interface Places {
  area: { id: string; coordinates: Place[][][] };
  core: { id: string; coordinates: Place[][][] };
  haven: { id: string; coordinates: Place[][][] };
  sides: { id: string; street: string; side: 'odd' | 'even'; coordinates: Place[][] }[];
}

const read = (name: string): unknown =>
  JSON.parse(readFileSync(new URL(`../fixtures/scenario/${name}.json`, import.meta.url), 'utf8'));
const PLACES = read('places') as Places;
const GROUND = ScenarioGround.parse(read('ground'));

/** What lies around the centre of the fictional town, metres RD: the ground of {@link examplePublishedScenario}. */
export function exampleGround(): ScenarioGround {
  return structuredClone(GROUND);
}

const YEARS = [2026, 2027, 2028, 2029, 2030, 2031, 2032, 2033, 2034, 2035, 2036];
const LAST = YEARS.length - 1;

const range = (low: Shown, mid: Shown, high: Shown): ShownRange => ({ low, mid, high });
const fixed = (value: Shown): ShownRange => range(value, value, value);

/** Straight from the first year to the last, rounded to `step`. */
function course(first: number, last: readonly [number, number, number], step: number): ShownRange[] {
  const round = (value: number) => Math.round(Math.round(value / step) * step * 10) / 10;
  return YEARS.map((_, at) => {
    const [low, mid, high] = last.map(end => round(first + ((end - first) * at) / LAST));
    return range(low!, mid!, high!);
  });
}

interface Ends {
  now: number;
  baseline: [number, number, number];
  proposal: [number, number, number];
  difference: [number, number, number];
  step?: number;
}

function figure(
  id: ScenarioFigureId,
  { now, baseline, proposal, difference, step = 1 }: Ends,
): PublishedFigure {
  return {
    id,
    baseline: course(now, baseline, step),
    proposal: course(now, proposal, step),
    difference: course(0, difference, step),
    gross: null,
  };
}

/** A figure of which the policy shows nothing. */
function hidden(id: ScenarioFigureId): PublishedFigure {
  const marks = YEARS.map(() => fixed('confidential'));
  return { id, baseline: marks, proposal: marks, difference: marks, gross: null };
}

const FIGURES: PublishedFigure[] = [
  figure('vacant', { now: 62, baseline: [55, 68, 84], proposal: [30, 41, 58], difference: [-38, -27, -17] }),
  figure('vacant-area', {
    now: 9400,
    baseline: [8300, 10300, 12900],
    proposal: [4300, 6100, 8900],
    difference: [-6000, -4200, -2600],
    step: 100,
  }),
  figure('vacancy-rate', {
    now: 11.4,
    baseline: [10.1, 12.5, 15.4],
    proposal: [6.4, 8.6, 11.9],
    difference: [-5.6, -3.9, -2.1],
    step: 0.1,
  }),
  figure('vacant-over-3', {
    now: 21,
    baseline: [19, 25, 33],
    proposal: [8, 12, 19],
    difference: [-18, -13, -8],
  }),
  figure('homes', { now: 0, baseline: [0, 0, 0], proposal: [22, 41, 68], difference: [22, 41, 68] }),
  figure('people', { now: 0, baseline: [0, 0, 0], proposal: [26, 62, 129], difference: [26, 62, 129] }),
  figure('area-retail', {
    now: 54200,
    baseline: [52100, 54200, 55900],
    proposal: [48300, 50100, 52600],
    difference: [-5200, -4100, -2700],
    step: 100,
  }),
  figure('core-share', {
    now: 61.2,
    baseline: [58.9, 60.4, 62],
    proposal: [64.8, 68.3, 71.5],
    difference: [4.7, 7.9, 10.6],
    step: 0.1,
  }),
  figure('green-area', {
    now: 0,
    baseline: [0, 0, 0],
    proposal: [900, 1200, 1500],
    difference: [900, 1200, 1500],
    step: 10,
  }),
  figure('cost', {
    now: 0,
    baseline: [0, 0, 0],
    proposal: [3_900_000, 5_600_000, 8_200_000],
    difference: [3_900_000, 5_600_000, 8_200_000],
    step: 100_000,
  }),
  figure('uneconomic-top', {
    now: 0,
    baseline: [0, 0, 0],
    proposal: [-2_900_000, -1_400_000, 300_000],
    difference: [-2_900_000, -1_400_000, 300_000],
    step: 100_000,
  }),
  hidden('vacant-unknown'),
];

type MeasureStart = Pick<PublishedMeasure, 'kind' | 'where' | 'phase'> & Partial<PublishedMeasure>;

function measure(number: number, start: MeasureStart): PublishedMeasure {
  return {
    id: `m${number}`,
    number,
    name: '',
    remark: '',
    geometry: null,
    target: null,
    takes: 'vacant',
    choices: {},
    parameters: [],
    candidates: null,
    taken: fixed(null),
    takenArea: fixed(null),
    homes: fixed(0),
    cost: null,
    ...start,
  };
}

const parameter = (
  id: string,
  [low, mid, high]: [number, number, number],
  source: string,
  priceLevel: string | null = null,
) => ({
  id,
  low,
  mid,
  high,
  source,
  priceLevel,
});

/** Lines of the sides of streets. */
function sidesOf(...streets: string[]): Place[][] {
  return PLACES.sides.filter(({ street }) => streets.includes(street)).flatMap(side => side.coordinates);
}

/** A rectangle around a point, degrees. */
function rectangle(x: number, y: number, width: number, height: number): Place[][][] {
  const corner = (dx: number, dy: number) => rdToWgs84([x + dx, y + dy]) as Place;
  const [w, h] = [width / 2, height / 2];
  return [[[corner(-w, -h), corner(w, -h), corner(w, h), corner(-w, h), corner(-w, -h)]]];
}

const COLLIERS = 'Colliers: 40 % van de winkelpanden in 70 centra fysiek geschikt';
const CBS = 'CBS 2019: 45 % van de transformatiewoningen 15–50 m², 28 % 50–75 m²';
const TOWN = 'Raming gemeente Markerwaard, afdeling vastgoed (fictief)';

const MEASURES: PublishedMeasure[] = [
  measure(1, {
    kind: 'compact-core',
    where: { nl: 'Kernwinkelgebied Markerhaven', en: 'Kernwinkelgebied Markerhaven' },
    geometry: { type: 'MultiPolygon', coordinates: PLACES.core.coordinates },
    phase: { from: 2027, until: 2030 },
    parameters: [
      parameter('suitable', [0.3, 0.5, 0.7], TOWN),
      parameter('cost', [300, 600, 1000], TOWN, '2025'),
    ],
    candidates: 31,
    taken: range(9, 15, 21),
    takenArea: range(1300, 2200, 3100),
  }),
  measure(2, {
    kind: 'move-shops',
    name: 'Winkels uit de Oosterstraat naar de Markt',
    where: { nl: 'Oosterstraat', en: 'Oosterstraat' },
    geometry: { type: 'MultiLineString', coordinates: sidesOf('Oosterstraat') },
    target: { type: 'MultiPolygon', coordinates: PLACES.core.coordinates },
    phase: { from: 2027, until: 2029 },
    takes: 'all',
    parameters: [
      parameter('willing', [0.2, 0.35, 0.5], TOWN),
      parameter('least-area', [0.7, 0.8, 0.9], TOWN),
      parameter('move-cost', [20_000, 35_000, 60_000], TOWN, '2025'),
    ],
    candidates: 18,
    taken: range(3, 6, 9),
    takenArea: range(500, 900, 1400),
    cost: range(100_000, 200_000, 500_000),
  }),
  measure(3, {
    kind: 'shop-to-homes',
    name: 'Oosterstraat en Sint Jansstraat: van winkels naar woningen',
    remark: 'Begint met de panden die al langer dan een jaar leeg staan.',
    where: { nl: 'Oosterstraat, Sint Jansstraat', en: 'Oosterstraat, Sint Jansstraat' },
    geometry: { type: 'MultiLineString', coordinates: sidesOf('Oosterstraat', 'Sint Jansstraat') },
    phase: { from: 2028, until: 2034 },
    parameters: [
      parameter('suitable', [0.2, 0.4, 0.5], COLLIERS),
      parameter('usable', [0.7, 0.85, 0.95], TOWN),
      parameter('home-size', [35, 55, 85], CBS),
      parameter('cost', [1100, 1500, 2100], TOWN, '2025'),
    ],
    candidates: 22,
    taken: range(7, 12, 15),
    takenArea: range(1500, 2600, 3300),
    homes: range(14, 27, 44),
    cost: range(2_600_000, 3_900_000, 5_700_000),
  }),
  measure(4, {
    kind: 'homes-above-shops',
    where: { nl: 'getekende plek', en: 'drawn place' },
    geometry: { type: 'MultiPolygon', coordinates: rectangle(146_395, 511_610, 90, 120) },
    phase: { from: 2028, until: 2036 },
    takes: 'all',
    parameters: [
      parameter('suitable', [0.1, 0.2, 0.3], TOWN),
      parameter('upper', [0.2, 0.35, 0.5], TOWN),
      parameter('usable', [0.7, 0.85, 0.95], TOWN),
      parameter('home-size', [35, 55, 85], CBS),
    ],
    candidates: 40,
    taken: range(4, 8, 12),
    takenArea: range(400, 900, 1500),
    homes: range(8, 14, 24),
    cost: range(800_000, 1_100_000, 1_600_000),
  }),
  measure(5, {
    kind: 'green-space',
    name: 'Turfmarkt groen',
    where: { nl: 'getekende plek', en: 'drawn place' },
    geometry: { type: 'MultiPolygon', coordinates: rectangle(146_545, 511_755, 60, 70) },
    phase: { from: 2030, until: 2031 },
    takes: 'all',
    parameters: [
      parameter('green', [0.3, 0.4, 0.5], TOWN),
      parameter('trees', [0.5, 1, 1.5], TOWN),
      parameter('cost', [150, 275, 500], TOWN, '2025'),
    ],
    candidates: 0,
    taken: fixed(0),
    takenArea: fixed(0),
    cost: range(400_000, 400_000, 400_000),
  }),
  measure(6, {
    kind: 'delete-shop-function',
    where: { nl: 'Havenstraat, Zuiderkade', en: 'Havenstraat, Zuiderkade' },
    geometry: { type: 'MultiLineString', coordinates: sidesOf('Havenstraat', 'Zuiderkade') },
    phase: { from: 2030, until: 2030 },
    choices: { which: 'unused' },
    parameters: [parameter('compensation', [0, 150, 400], TOWN, '2025')],
    candidates: '<5',
    taken: fixed('<5'),
    takenArea: fixed(null),
  }),
];

/** Vacancy by street, plausible and fixed: better where the measures act, worse in some, `<5`-like marks in others. */
function side(at: number): PublishedSide {
  const { id, street, side: odd, coordinates } = PLACES.sides[at]!;
  const start = { id, street, side: odd, coordinates };
  if (at % 11 === 10)
    return { ...start, observed: null, vacant: null, baseline: null, proposal: null, change: 'unobserved' };
  if (at % 13 === 12)
    return { ...start, observed: '<5', vacant: null, baseline: null, proposal: null, change: 'unknown' };
  const observed = 6 + ((at * 7) % 19);
  const vacant = (at * 5) % Math.ceil(observed / 3);
  const baseline = vacant + (at % 3 === 0 ? 1 : 0);
  if (
    ['Oosterstraat', 'Sint Jansstraat', 'Marktstraat', 'Markt', 'Turfmarkt', 'Nieuwstraat'].includes(street)
  )
    return {
      ...start,
      observed,
      vacant: vacant + 3,
      baseline: vacant + 4,
      proposal: vacant + 1,
      change: 'better',
    };
  if (['Zilverstraat', 'Kuiperstraat'].includes(street))
    return { ...start, observed, vacant, baseline, proposal: baseline + 1, change: 'worse' };
  return { ...start, observed, vacant, baseline, proposal: baseline, change: 'same' };
}

/** Buildings whose middle lies within some metres of the sides of streets. */
function buildingsBeside(lines: Place[][], metres: number): ScenarioGround['buildings'] {
  const points = lines.flat().map(point => wgs84ToRd(point));
  return GROUND.buildings.filter(({ rings }) => {
    const [ring] = rings;
    const x = (Math.min(...even(ring!)) + Math.max(...even(ring!))) / 2;
    const y = (Math.min(...odd(ring!)) + Math.max(...odd(ring!))) / 2;
    return points.some(([px, py]) => Math.hypot(px - x, py - y) < metres);
  });
}

const even = (flat: readonly number[]) => flat.filter((_, at) => at % 2 === 0);
const odd = (flat: readonly number[]) => flat.filter((_, at) => at % 2 === 1);

function changed(
  measureNumber: number,
  becomes: PublishedBuilding['becomes'],
  buildings: ScenarioGround['buildings'],
) {
  return buildings.map(({ id, rings }): PublishedBuilding => {
    const ring = (flat: number[]) => even(flat).map((x, at) => rdToWgs84([x, odd(flat)[at]!]) as Place);
    return { id, measure: measureNumber, becomes, coordinates: [rings.map(ring)] };
  });
}

/**
 * A published scenario of the fictional town's centre, written by hand: plausible figures, real places, every mark of
 * the policy, one street side of every kind. For tests of what shows scenarios; nothing in it was computed.
 */
export function examplePublishedScenario(): PublishedScenario {
  const homes = buildingsBeside(sidesOf('Oosterstraat'), 14).filter((_, at) => at % 3 === 0);
  const shops = buildingsBeside(sidesOf('Markt'), 12).filter((_, at) => at % 7 === 0);
  return structuredClone({
    id: 'b3c1f0a2d94e7788aa10',
    version: 2,
    status: 'decision',
    publishedAt: '2026-05-19T14:03:00+02:00',
    checksum: '7d3f1e0c9a5b48e2a6d47c0b1f93e85a2c6f4d18b7e09a3c5d2f61804be7ac93',
    software: '0.4.0',
    revision: 476_055,
    municipality: 'GM9999',
    municipalityName: 'Markerwaard',
    fictional: true,
    title: 'Compact centrum: winkels bij elkaar, Oosterstraat om te wonen',
    summary:
      'Het centrum van Markerhaven wordt kleiner en levendiger. Winkels komen samen rond de Markt en de Marktstraat. ' +
      'In de Oosterstraat en de Sint Jansstraat worden lege winkels woningen. De Turfmarkt wordt groener.',
    notSaid:
      'Dit voorstel zegt niets over huren, over afspraken met eigenaren en over winkels buiten het centrum. ' +
      'Verkeer en parkeren zijn niet doorgerekend.',
    amendmentOf: null,
    decision: {
      body: 'Gemeenteraad van Markerwaard',
      number: 'R2026-041',
      date: '2026-06-25',
      amended: false,
    },
    withdrawn: null,
    area: {
      id: PLACES.area.id,
      kind: 'town-centre',
      name: 'Centrum Markerhaven',
      hectares: 23.84,
      coordinates: PLACES.area.coordinates,
      bbox: [5.2575146, 52.588885, 5.2660545, 52.5965438],
    },
    zones: [
      {
        id: PLACES.core.id,
        kind: 'core-shopping',
        name: 'Kernwinkelgebied Markerhaven',
        hectares: 3.13,
        coordinates: PLACES.core.coordinates,
      },
      {
        id: PLACES.haven.id,
        kind: 'transformation-zone',
        name: 'Transformatiegebied Havenkwartier',
        hectares: 8.39,
        coordinates: PLACES.haven.coordinates,
      },
    ],
    series: {
      name: { nl: 'gemeentelijke lijst', en: 'municipal list' },
      definition: {
        nl: 'Panden op de begane grond die bij een rondgang leeg stonden: geen gebruik te zien, geen verbouwing.',
        en: 'Ground-floor premises that stood empty on a round: no use to be seen, no conversion under way.',
      },
      source: 'Gemeente Markerwaard (fictief)',
      evidence: 'own-list',
      profile: 'visible',
      referenceDate: '2026-03-31',
    },
    years: YEARS,
    baseline: {
      mode: 'observed',
      announced: true,
      hardPlans: [
        {
          id: 'h1',
          name: 'Supermarkt Stationsweg',
          function: 'retail',
          year: 2028,
          floorArea: { low: 1400, mid: 1400, high: 1400 },
          premises: 1,
          source: 'Omgevingsvergunning 2025-118 (fictief)',
        },
      ],
    },
    flows: [
      {
        function: 'retail',
        inflow: { low: 0.038, mid: 0.047, high: 0.058 },
        outflow: { low: 0.27, mid: 0.34, high: 0.41 },
        pooled: false,
      },
      {
        function: 'hospitality',
        inflow: { low: 0.031, mid: 0.044, high: 0.06 },
        outflow: { low: 0.27, mid: 0.34, high: 0.41 },
        pooled: true,
      },
    ],
    indicators: [
      { figure: 'vacancy-rate', norm: { value: 8, source: 'Centrumvisie Markerhaven 2030 (fictief)' } },
      { figure: 'vacant', norm: null },
      { figure: 'vacant-area', norm: null },
      { figure: 'homes', norm: { value: 40, source: 'Woonprogramma 2026 (fictief)' } },
      { figure: 'core-share', norm: { value: 70, source: 'Centrumvisie Markerhaven 2030 (fictief)' } },
      { figure: 'green-area', norm: null },
      { figure: 'cost', norm: null },
    ],
    figures: FIGURES,
    measures: MEASURES,
    sides: PLACES.sides.map((_, at) => side(at)),
    buildings: [...changed(3, 'housing', homes), ...changed(1, 'retail', shops)],
    norms: [],
    openAssumptions: [
      { measure: 'm3', parameter: 'suitable', settings: [0.2, 0.4, 0.6], proposed: 1 },
      { measure: 'm3', parameter: 'home-size', settings: [40, 55, 70], proposed: 1 },
    ],
    warnings: [],
  } satisfies PublishedScenario);
}
