import { clipRing } from '../../geodata/geometry/clip.ts';
import { rdToWgs84, wgs84ToRd } from '../../geodata/geometry/rd.ts';
import type { ScenarioDocument, ScenarioMeasure, ScenarioPlace } from '../contract/scenario.ts';
import type { ScenarioBase } from '../contract/scenario-base.ts';
import { given, type WorkedScenario, worked } from './worked-scenario.ts';

const STUDY = 'Gebiedsverkenning Stationspark, 2026 (fictief)';
const COSTS = 'Grondexploitatie Stationspark, concept 2026 (fictief)';
const JOBS = 'Monitor werkgelegenheid Markerwaard 2025 (fictief)';
const PARKING = 'Nota parkeernormen Markerwaard 2024 (fictief)';

/** Longer than any area: room on the sides that are not cut. */
const FAR = 10_000;

/** The area west of its middle, as somebody would draw it. */
function westernHalf({ area }: ScenarioBase): ScenarioPlace {
  const ring = area.coordinates[0]![0]!.map(wgs84ToRd);
  const [xs, ys] = [ring.map(([x]) => x), ring.map(([, y]) => y)];
  const middle = (Math.min(...xs) + Math.max(...xs)) / 2;
  const south = Math.min(...ys) - FAR / 2;
  const flat = clipRing(
    ring.flatMap(([x, y]) => [x - middle + FAR, y - south]),
    0,
    FAR,
  );
  const cut = Array.from({ length: flat.length / 2 }, (_, index): [number, number] => {
    const [longitude, latitude] = rdToWgs84([flat[index * 2]! + middle - FAR, flat[index * 2 + 1]! + south]);
    return [Number(longitude.toFixed(7)), Number(latitude.toFixed(7))];
  });
  const [first, last] = [cut[0]!, cut.at(-1)!];
  const closed = first[0] === last[0] && first[1] === last[1] ? cut : [...cut, first];
  return { kind: 'polygon', coordinates: [closed] };
}

/** Everything in the two buildings where most stands empty. */
function emptiestBuildings({ premises, buildings }: ScenarioBase): ScenarioPlace {
  const vacantIn = (building: number) =>
    premises.buildings.filter((of, index) => of === building && premises.durations[index]! > 0).length;
  const emptiest = buildings
    .map((_, building) => ({ building, vacant: vacantIn(building) }))
    .sort((a, b) => b.vacant - a.vacant || a.building - b.building)
    .slice(0, 2)
    .map(({ building }) => building);
  const ids = premises.ids.filter((_, index) => emptiest.includes(premises.buildings[index]!));
  return { kind: 'premises', ids };
}

const measures = (base: ScenarioBase): ScenarioMeasure[] => [
  worked('office-to-homes', 'twee-kantoorgebouwen', {
    name: 'Twee kantoorgebouwen worden woongebouwen',
    remark:
      'De gebouwen waar het meest leeg staat. De huurders die er zitten, krijgen hulp bij het verhuizen.',
    place: emptiestBuildings(base),
    takes: 'all',
    choices: { becomes: 'services' },
    phase: { from: 2027, until: 2029 },
    parameters: {
      suitable: given([1, 1, 1], 'Intentieovereenkomst met de eigenaren, 2026 (fictief)'),
      usable: given([0.7, 0.78, 0.84], STUDY),
      'home-size': given([48, 55, 62], STUDY),
      persons: given([1.3, 1.5, 1.8], STUDY),
      cost: given([1700, 1900, 2150], COSTS, '2026'),
      'home-value': given([210_000, 225_000, 240_000], COSTS, '2026'),
    },
  }),
  worked('office-to-homes', 'gemengde-helft', {
    name: 'De westelijke helft wordt een gemengde buurt',
    remark:
      'Wonen aan de stationskant, met werkplekken en voorzieningen ertussen. Huurders houden vijf jaar de tijd.',
    place: westernHalf(base),
    takes: 'all',
    choices: { becomes: 'community' },
    phase: { from: 2030, until: 2035 },
    parameters: {
      suitable: given([0.35, 0.45, 0.55], STUDY),
      usable: given([0.7, 0.78, 0.84], STUDY),
      'home-size': given([54, 60, 68], STUDY),
      mixed: given([0.15, 0.2, 0.25], STUDY),
      'new-floor': given([2500, 4000, 5000], STUDY),
      persons: given([1.3, 1.7, 2], STUDY),
      cost: given([1700, 1900, 2150], COSTS, '2026'),
      'build-cost': given([2600, 2800, 3100], COSTS, '2026'),
      'home-value': given([220_000, 235_000, 250_000], COSTS, '2026'),
    },
  }),
  worked('green-space', 'park', {
    name: 'Parkeerplaatsen worden een stationspark',
    remark: 'Er komt een groene loper van het station naar de singel.',
    place: { kind: 'area', id: base.area.id },
    choices: { demolish: 'kept' },
    phase: { from: 2032, until: 2035 },
    parameters: {
      green: given([0.15, 0.22, 0.28], STUDY),
      trees: given([1, 1.5, 2], STUDY),
      cost: given([80, 110, 150], COSTS, '2026'),
    },
  }),
];

function document(base: ScenarioBase): ScenarioDocument {
  return {
    title: 'Stationspark: van kantorenpark naar gemengde buurt',
    summary:
      'In het kantorenpark bij het station staat bijna een tiende van de kantoren leeg, de meeste al langer dan een jaar. Dit voorstel maakt van de twee leegste gebouwen woningen en geeft de westelijke helft in tien jaar een gemengde invulling: wonen, voorzieningen en een park waar nu auto’s staan. Kantoren die goed lopen, blijven.',
    notSaid:
      'Dit scenario zegt niets over de markt voor nieuwe kantoren en niets over afzonderlijke eigenaren of huurders. Geluid van het spoor en de ruimte op het stroomnet zijn niet meegerekend. De kosten zijn een eerste raming; er is nog geen grondexploitatie vastgesteld.',
    horizon: 2036,
    baseline: { mode: 'observed', announced: true, staying: given([0.1, 0.2, 0.3], STUDY), hardPlans: [] },
    measures: measures(base),
    norms: [
      {
        kind: 'jobs',
        values: {
          office: { low: 18, mid: 22, high: 28 },
          services: { low: 30, mid: 40, high: 50 },
          community: { low: 30, mid: 50, high: 70 },
        },
        source: JOBS,
      },
      {
        kind: 'parking',
        values: {
          office: { low: 1, mid: 1.5, high: 2.2 },
          community: { low: 1.5, mid: 2, high: 2.5 },
          housing: { low: 0.6, mid: 0.8, high: 1 },
        },
        source: PARKING,
      },
    ],
    indicators: [
      {
        figure: 'vacancy-area-rate',
        norm: { value: 8, source: 'Kantorenbeleid Markerwaard 2024 (fictief): hooguit 8 %' },
      },
      { figure: 'vacant-area', norm: null },
      {
        figure: 'homes',
        norm: { value: 150, source: 'Woondeal regio 2025 (fictief): 150 woningen bij het station' },
      },
      { figure: 'people', norm: null },
      { figure: 'area-office', norm: null },
      { figure: 'jobs', norm: null },
      { figure: 'green-area', norm: null },
    ],
    openAssumptions: [
      { measure: 'gemengde-helft', parameter: 'suitable', settings: [0.3, 0.8] },
      { measure: 'gemengde-helft', parameter: 'new-floor', settings: [0, 8000] },
      { measure: 'twee-kantoorgebouwen', parameter: 'home-size', settings: [45, 75] },
    ],
  };
}

/** The office park by the station becomes a mixed quarter; published, and not decided on yet. */
export const mixedQuarter: WorkedScenario = { areaKey: 'Stationspark', document, decision: null };
