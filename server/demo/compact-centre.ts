import type { ScenarioDocument, ScenarioMeasure, ScenarioPlace } from '../contract/scenario.ts';
import type { ScenarioBase } from '../contract/scenario-base.ts';
import { demoArea, given, plan, type WorkedScenario, worked } from './worked-scenario.ts';

const STUDY = 'Haalbaarheidsstudie Oosterstraat, 2026 (fictief)';
const TALKS = 'Gesprekken met 31 ondernemers, voorjaar 2026 (fictief)';
const COSTS = 'Kostenraming Oosterstraat, 2026 (fictief)';
const PARKING = 'Nota parkeernormen Markerwaard 2024 (fictief)';

const OOSTERSTRAAT = { kind: 'area', id: demoArea('approach-oosterstraat') } as const;
const CORE = { kind: 'area', id: demoArea('core-shopping') } as const;

/** Both sides of some streets, as far as they lie in the area. */
function sidesOf({ streetSides }: ScenarioBase, streets: readonly string[]): ScenarioPlace {
  const ids = streetSides.filter(({ street }) => streets.includes(street)).map(({ id }) => id);
  return { kind: 'street-sides', ids };
}

const measures = (base: ScenarioBase): ScenarioMeasure[] => [
  worked('move-shops', 'verhuizen', {
    name: 'Winkels uit de Oosterstraat naar de kern',
    remark: 'De gemeente betaalt mee aan de verhuizing en zoekt samen met eigenaren een pand.',
    place: OOSTERSTRAAT,
    target: CORE,
    phase: { from: 2027, until: 2028 },
    parameters: {
      willing: given([0.08, 0.15, 0.25], TALKS),
      'least-area': given([0.7, 0.8, 0.9], TALKS),
      'move-cost': given([30_000, 55_000, 90_000], COSTS, '2026'),
    },
  }),
  worked('shop-to-homes', 'woonstraat', {
    name: 'De Oosterstraat wordt een woonstraat',
    remark: 'De gevels blijven; achter de etalage komt een woning met een eigen voordeur.',
    place: OOSTERSTRAAT,
    takes: 'vacant',
    phase: { from: 2028, until: 2031 },
    parameters: {
      suitable: given([0.6, 0.8, 1], STUDY),
      usable: given([0.8, 0.85, 0.9], STUDY),
      'home-size': given([50, 60, 66], STUDY),
      persons: given([1.2, 1.5, 1.9], STUDY),
      cost: given([1500, 1700, 1950], COSTS, '2026'),
      'home-value': given([200_000, 215_000, 230_000], COSTS, '2026'),
    },
  }),
  worked('compact-core', 'andere-functie', {
    name: 'Lege winkels buiten de kern krijgen een andere functie',
    remark: 'Denk aan een fysiotherapeut, een atelier of een buurtkamer.',
    place: CORE,
    takes: 'vacant',
    choices: { becomes: 'services' },
    phase: { from: 2027, until: 2030 },
    parameters: {
      suitable: given([0.2, 0.4, 0.5], 'Colliers: 40 % van de winkelpanden in 70 centra fysiek geschikt'),
      cost: given([300, 500, 800], COSTS, '2026'),
    },
  }),
  worked('homes-above-shops', 'boven-winkels', {
    name: 'Wonen boven winkels',
    remark:
      'In de Breestraat, de Nieuwstraat en de Marktstraat kan een eigen opgang komen. De winkel blijft.',
    place: sidesOf(base, ['Breestraat', 'Nieuwstraat', 'Marktstraat', 'Westerstraat']),
    takes: 'all',
    phase: { from: 2028, until: 2033 },
    parameters: {
      suitable: given([0.3, 0.5, 0.7], STUDY),
      upper: given([0.48, 0.5, 0.52], STUDY),
      usable: given([0.86, 0.88, 0.9], STUDY),
      'home-size': given([42, 45, 50], STUDY),
      persons: given([1.2, 1.4, 1.6], STUDY),
      'home-cost': given([95_000, 115_000, 140_000], COSTS, '2026'),
      'home-value': given([165_000, 185_000, 205_000], COSTS, '2026'),
    },
  }),
  worked('delete-shop-function', 'plan', {
    name: 'Geen nieuwe winkels meer in de Oosterstraat',
    remark: 'Wie nu een winkel heeft, mag blijven. Waar geen winkel is, komt er geen meer.',
    place: OOSTERSTRAAT,
    choices: { which: 'unused' },
    phase: { from: 2027, until: 2027 },
    parameters: { compensation: given([0, 60, 150], COSTS, '2026') },
  }),
  worked('green-space', 'groen', {
    name: 'Bomen en stoepgroen in de Oosterstraat',
    remark: 'De rijbaan wordt smaller; er komt groen voor de gevels.',
    place: OOSTERSTRAAT,
    choices: { demolish: 'kept' },
    phase: { from: 2029, until: 2030 },
    parameters: {
      green: given([0.08, 0.12, 0.15], STUDY),
      trees: given([2, 3, 4], STUDY),
      cost: given([90, 120, 160], COSTS, '2026'),
    },
  }),
];

function document(base: ScenarioBase): ScenarioDocument {
  return {
    title: 'Een compact centrum en een Oosterstraat om te wonen',
    summary:
      'Het centrum van Markerhaven heeft meer winkelruimte dan het kan vullen, het meest in de Oosterstraat. Dit voorstel trekt winkels naar de kern rond de Markt, laat lege winkels in de Oosterstraat woning worden en haalt de ongebruikte winkelfunctie uit het omgevingsplan. Boven winkels komen woningen, en de Oosterstraat wordt groener.',
    notSaid:
      'Dit scenario voorspelt geen omzet en geen bezoekers. Het zegt niet welke ondernemer verhuist of stopt. Of een eigenaar meewerkt, is niet zeker; daarom staat bij elk getal een marge. Regels voor monumenten en geluid moeten per pand nog worden bekeken.',
    horizon: 2036,
    baseline: {
      mode: 'observed',
      announced: true,
      staying: given([0.3, 0.5, 0.7], TALKS),
      hardPlans: [
        plan(
          {
            name: 'Uitbreiding supermarkt aan de Westerstraat',
            function: 'retail',
            year: 2028,
            floorArea: { low: 350, mid: 400, high: 400 },
            premises: 0,
            source: 'Omgevingsvergunning 2026-0413 (fictief)',
          },
          'supermarkt',
        ),
      ],
    },
    measures: measures(base),
    norms: [
      {
        kind: 'parking',
        values: {
          retail: { low: 1.5, mid: 1.8, high: 2.3 },
          hospitality: { low: 3, mid: 4, high: 5 },
          services: { low: 1.5, mid: 2, high: 2.5 },
          housing: { low: 0.8, mid: 1, high: 1.2 },
        },
        source: PARKING,
      },
    ],
    indicators: [
      {
        figure: 'vacancy-area-rate',
        norm: { value: 7, source: 'Centrumvisie Markerhaven 2030 (fictief): hooguit 7 %' },
      },
      { figure: 'vacant', norm: null },
      { figure: 'vacant-area', norm: null },
      {
        figure: 'homes',
        norm: { value: 15, source: 'Woonprogramma centrum 2025 (fictief): 15 woningen in bestaande panden' },
      },
      { figure: 'core-share', norm: null },
      { figure: 'plan-capacity', norm: null },
      { figure: 'green-area', norm: null },
    ],
    openAssumptions: [
      { measure: 'woonstraat', parameter: 'suitable', settings: [0.4, 0.6, 1] },
      { measure: 'woonstraat', parameter: 'home-size', settings: [45, 75] },
      { measure: 'verhuizen', parameter: 'willing', settings: [0, 0.3] },
    ],
  };
}

/** The centre made compact, its edge street turned into homes; adopted by the fictional council, after an amendment. */
export const compactCentre: WorkedScenario = {
  areaKey: 'centre',
  document,
  decision: {
    body: 'Gemeenteraad van Markerwaard (fictief)',
    number: '2026-087',
    date: '2026-11-12',
    amended: true,
  },
};
