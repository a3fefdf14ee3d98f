import type { ScenarioDocument, ScenarioMeasure, ScenarioPlace } from '../contract/scenario.ts';
import type { ScenarioBase } from '../contract/scenario-base.ts';
import { given, type WorkedScenario, worked } from './worked-scenario.ts';

const STUDY = 'Gebiedsverkenning Stationspark, 2026 (fictief)';
const COSTS = 'Grondexploitatie Stationspark, concept 2026 (fictief)';
const JOBS = 'Monitor werkgelegenheid Markerwaard 2025 (fictief)';
const PARKING = 'Nota parkeernormen Markerwaard 2024 (fictief)';

/** The western half of the park, by its premises: half of them stand west of the middle one. */
function westernHalf({ premises }: ScenarioBase): ScenarioPlace {
  const byWest = premises.ids.map((id, index) => ({ id, x: premises.x[index]! })).sort((a, b) => a.x - b.x);
  const middle = byWest[Math.floor(byWest.length / 2)]?.x ?? 0;
  return { kind: 'premises', ids: byWest.filter(({ x }) => x < middle).map(({ id }) => id) };
}

const measures = (base: ScenarioBase): ScenarioMeasure[] => [
  worked('office-to-homes', 'lege-kantoren', {
    name: 'Lege kantoren worden woningen',
    remark: 'Begonnen wordt met wat het langst leeg staat.',
    place: { kind: 'area', id: base.area.id },
    takes: 'vacant',
    choices: { becomes: 'services' },
    phase: { from: 2027, until: 2029 },
    parameters: {
      suitable: given([0.5, 0.7, 0.9], STUDY),
      usable: given([0.65, 0.78, 0.88], STUDY),
      'home-size': given([45, 55, 70], STUDY),
      persons: given([1.2, 1.5, 1.9], STUDY),
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
      suitable: given([0.4, 0.55, 0.7], STUDY),
      usable: given([0.65, 0.78, 0.88], STUDY),
      'home-size': given([50, 60, 75], STUDY),
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
      'In het kantorenpark bij het station staat bijna een tiende van de kantoren leeg, de meeste al langer dan een jaar. Dit voorstel maakt van lege kantoren woningen en geeft de westelijke helft in tien jaar een gemengde invulling: wonen, voorzieningen en een park waar nu auto’s staan. Kantoren die goed lopen, blijven.',
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
      { figure: 'vacant-over-3', norm: null },
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
      { measure: 'lege-kantoren', parameter: 'home-size', settings: [40, 75] },
    ],
  };
}

/** The office park by the station becomes a mixed quarter; published, and not decided on yet. */
export const mixedQuarter: WorkedScenario = { areaKey: 'Stationspark', document, decision: null };
