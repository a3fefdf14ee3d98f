/**
 * What a scenario is judged by. A figure is a number per year, for doing nothing and for the proposal. `good` says
 * which way is better, for sentences and colours; `neutral` figures are neither.
 */
export const SCENARIO_FIGURE_IDS = [
  'vacant',
  'vacant-area',
  'vacancy-rate',
  'vacancy-area-rate',
  'vacant-under-1',
  'vacant-1-to-3',
  'vacant-over-3',
  'vacant-unknown',
  'homes',
  'people',
  'area-retail',
  'area-hospitality',
  'area-services',
  'area-culture',
  'area-community',
  'area-office',
  'area-business',
  'area-housing',
  'area-other',
  'area-unknown',
  'area-shared',
  'core-share',
  'plan-capacity',
  'green-area',
  'paved-area',
  'trees',
  'kept-area',
  'demolished-area',
  'built-area',
  'cost',
  'value',
  'uneconomic-top',
  'jobs',
  'parking',
  'energy',
] as const;

/** Id of a figure of a scenario. */
export type ScenarioFigureId = (typeof SCENARIO_FIGURE_IDS)[number];

/** Unit of a figure: premises, m2, per cent, homes, people, trees, euro, jobs, parking places, kWh a year. */
export type ScenarioUnit =
  | 'premises'
  | 'square-metres'
  | 'per-cent'
  | 'homes'
  | 'people'
  | 'trees'
  | 'euro'
  | 'jobs'
  | 'parking-places'
  | 'kilowatt-hours';

/** One figure in both languages. */
export interface ScenarioFigureTerm {
  id: ScenarioFigureId;
  unit: ScenarioUnit;
  good: 'lower' | 'higher' | 'neutral';
  nl: string;
  en: string;
  /** What exactly is counted, in one sentence. */
  definition: { nl: string; en: string };
}

const area = (code: string, nl: string, en: string): ScenarioFigureTerm => ({
  id: `area-${code}` as ScenarioFigureId,
  unit: 'square-metres',
  good: 'neutral',
  nl: `vloeroppervlakte ${nl}`,
  en: `floor area of ${en}`,
  definition: {
    nl: `Vloeroppervlakte van ${nl} in het gebied, leeg of in gebruik, voor zover de oppervlakte bekend is.`,
    en: `Floor area of ${en} in the area, vacant or in use, as far as the area is known.`,
  },
});

const duration = (code: string, nl: string, en: string): ScenarioFigureTerm => ({
  id: `vacant-${code}` as ScenarioFigureId,
  unit: 'premises',
  good: 'lower',
  nl: `leeg, ${nl}`,
  en: `vacant, ${en}`,
  definition: {
    nl: `Verwacht aantal lege panden met een leegstandsduur: ${nl}.`,
    en: `Expected number of vacant premises by how long: ${en}.`,
  },
});

/** Every figure, in the order in which tables list them. */
export const SCENARIO_FIGURES: readonly ScenarioFigureTerm[] = [
  {
    id: 'vacant',
    unit: 'premises',
    good: 'lower',
    nl: 'lege panden',
    en: 'vacant premises',
    definition: {
      nl: 'Verwacht aantal lege panden onder de panden die de bron waarneemt.',
      en: 'Expected number of vacant premises among those that the source observes.',
    },
  },
  {
    id: 'vacant-area',
    unit: 'square-metres',
    good: 'lower',
    nl: 'lege vloeroppervlakte',
    en: 'vacant floor area',
    definition: {
      nl: 'Verwachte lege vloeroppervlakte onder de waargenomen panden met een bekende oppervlakte.',
      en: 'Expected vacant floor area among observed premises whose floor area is known.',
    },
  },
  {
    id: 'vacancy-rate',
    unit: 'per-cent',
    good: 'lower',
    nl: 'leegstand (aantal panden)',
    en: 'vacancy (number of premises)',
    definition: {
      nl: 'Lege panden gedeeld door alle waargenomen panden.',
      en: 'Vacant premises divided by all observed premises.',
    },
  },
  {
    id: 'vacancy-area-rate',
    unit: 'per-cent',
    good: 'lower',
    nl: 'leegstand (vloeroppervlakte)',
    en: 'vacancy (floor area)',
    definition: {
      nl: 'Lege vloeroppervlakte gedeeld door alle waargenomen vloeroppervlakte.',
      en: 'Vacant floor area divided by all observed floor area.',
    },
  },
  duration('under-1', 'korter dan 1 jaar', 'under 1 year'),
  duration('1-to-3', '1 tot 3 jaar', '1 to 3 years'),
  duration('over-3', '3 jaar of langer', '3 years or longer'),
  duration('unknown', 'duur onbekend', 'duration unknown'),
  {
    id: 'homes',
    unit: 'homes',
    good: 'higher',
    nl: 'woningen erbij',
    en: 'homes added',
    definition: {
      nl: 'Woningen die de maatregelen toevoegen, min woningen die verdwijnen. Per pand naar beneden afgerond.',
      en: 'Homes that the measures add, less homes that go. Rounded down per premises.',
    },
  },
  {
    id: 'people',
    unit: 'people',
    good: 'higher',
    nl: 'bewoners erbij',
    en: 'residents added',
    definition: {
      nl: 'Woningen erbij maal het ingevulde aantal personen per woning.',
      en: 'Homes added times the number of persons per home that was filled in.',
    },
  },
  area('retail', 'winkels', 'shops'),
  area('hospitality', 'horeca', 'hospitality'),
  area('services', 'diensten', 'services'),
  area('culture', 'cultuur en vrije tijd', 'culture and leisure'),
  area('community', 'maatschappelijke functies', 'community functions'),
  area('office', 'kantoren', 'offices'),
  area('business', 'bedrijfsruimten', 'business premises'),
  area('housing', 'woningen', 'homes'),
  area('other', 'overige functies', 'other functions'),
  area('unknown', 'onbekende functies', 'unknown functions'),
  area(
    'shared',
    'gangen, trappen en bergingen bij verbouwing',
    'corridors, stairs and storage of conversions',
  ),
  {
    id: 'core-share',
    unit: 'per-cent',
    good: 'higher',
    nl: 'winkels binnen de kern',
    en: 'shops inside the core',
    definition: {
      nl: 'Vloeroppervlakte van winkels in gebruik binnen het kernwinkelgebied, als deel van die in het hele gebied.',
      en: 'Floor area of shops in use inside the core shopping area, as a share of that in the whole area.',
    },
  },
  {
    id: 'plan-capacity',
    unit: 'square-metres',
    good: 'lower',
    nl: 'onbenutte winkelruimte in het plan',
    en: 'unused shop capacity in the plan',
    definition: {
      nl: 'Vloeroppervlakte waar het omgevingsplan een winkel toestaat en waar geen winkel in gebruik is.',
      en: 'Floor area where the plan allows a shop and where no shop is in use.',
    },
  },
  {
    id: 'green-area',
    unit: 'square-metres',
    good: 'higher',
    nl: 'groen erbij',
    en: 'green added',
    definition: {
      nl: 'Verharding die groen wordt, in vierkante meters.',
      en: 'Paving that becomes green, in square metres.',
    },
  },
  {
    id: 'paved-area',
    unit: 'square-metres',
    good: 'lower',
    nl: 'verharding (verandering)',
    en: 'paving (change)',
    definition: {
      nl: 'Verandering van de verharde oppervlakte door de maatregelen.',
      en: 'Change of the paved area by the measures.',
    },
  },
  {
    id: 'trees',
    unit: 'trees',
    good: 'higher',
    nl: 'bomen erbij',
    en: 'trees added',
    definition: {
      nl: 'Nieuwe bomen volgens het ingevulde aantal per 100 m² groen.',
      en: 'New trees by the number per 100 m² of green that was filled in.',
    },
  },
  {
    id: 'kept-area',
    unit: 'square-metres',
    good: 'neutral',
    nl: 'vloeroppervlakte die blijft',
    en: 'floor area kept',
    definition: {
      nl: 'Vloeroppervlakte van voor het plan die niet gesloopt wordt, verbouwd of niet.',
      en: 'Floor area from before the plan that is not demolished, converted or not.',
    },
  },
  {
    id: 'demolished-area',
    unit: 'square-metres',
    good: 'neutral',
    nl: 'gesloopte vloeroppervlakte',
    en: 'floor area demolished',
    definition: { nl: 'Vloeroppervlakte die verdwijnt.', en: 'Floor area that goes.' },
  },
  {
    id: 'built-area',
    unit: 'square-metres',
    good: 'neutral',
    nl: 'nieuwe vloeroppervlakte',
    en: 'new floor area',
    definition: { nl: 'Vloeroppervlakte die wordt bijgebouwd.', en: 'Floor area that is built.' },
  },
  {
    id: 'cost',
    unit: 'euro',
    good: 'lower',
    nl: 'kosten',
    en: 'cost',
    definition: {
      nl: 'Som van de ingevulde kosten van de maatregelen, exclusief btw.',
      en: 'Sum of the costs filled in for the measures, without VAT.',
    },
  },
  {
    id: 'value',
    unit: 'euro',
    good: 'higher',
    nl: 'waarde na afloop',
    en: 'value afterwards',
    definition: {
      nl: 'Som van de ingevulde waarde van wat de maatregelen maken.',
      en: 'Sum of the value filled in for what the measures make.',
    },
  },
  {
    id: 'uneconomic-top',
    unit: 'euro',
    good: 'higher',
    nl: 'waarde min kosten',
    en: 'value less cost',
    definition: {
      nl: 'Waarde na afloop min kosten. Onder nul is er een onrendabele top; die wordt niet op nul afgekapt.',
      en: 'Value afterwards less cost. Below zero there is an uneconomic top; it is not cut off at zero.',
    },
  },
  {
    id: 'jobs',
    unit: 'jobs',
    good: 'higher',
    nl: 'banen (volgens eigen norm)',
    en: 'jobs (by own norm)',
    definition: {
      nl: 'Vloeroppervlakte in gebruik gedeeld door de ingevulde vierkante meters per baan.',
      en: 'Floor area in use divided by the square metres per job that were filled in.',
    },
  },
  {
    id: 'parking',
    unit: 'parking-places',
    good: 'neutral',
    nl: 'parkeervraag (volgens eigen norm)',
    en: 'parking demand (by own norm)',
    definition: {
      nl: 'Plaatsen volgens de ingevulde norm per 100 m² en per woning; zonder dubbelgebruik.',
      en: 'Places by the norm filled in per 100 m² and per home; without shared use.',
    },
  },
  {
    id: 'energy',
    unit: 'kilowatt-hours',
    good: 'lower',
    nl: 'energievraag (volgens eigen norm)',
    en: 'energy demand (by own norm)',
    definition: {
      nl: 'Kilowattuur per jaar volgens de ingevulde norm per vierkante meter.',
      en: 'Kilowatt-hours a year by the norm per square metre that was filled in.',
    },
  },
];

const BY_ID = new Map(SCENARIO_FIGURES.map(term => [term.id, term]));

/** Words and unit of a figure. */
export function scenarioFigure(id: ScenarioFigureId): ScenarioFigureTerm {
  return BY_ID.get(id)!;
}
