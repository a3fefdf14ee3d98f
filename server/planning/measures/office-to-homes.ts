import { functionIndex } from '#vocabulary/function.ts';
import { HOUSING, isFunction } from '../case-run.ts';
import { convertToHomes } from '../conversion.ts';
import type { MeasureModel, ParameterTerm } from '../measure.ts';
import type { MeasureRun } from '../measure-run.ts';
import { cost, HOME_SIZE, HOME_VALUE, PERSONS, SUITABLE_OFFICES, USABLE_OFFICE } from '../parameters.ts';
import { wholeShare } from '../range.ts';

const MIXED: ParameterTerm = {
  id: 'mixed',
  words: { nl: 'deel dat werkplek wordt', en: 'share that becomes workplace' },
  meaning: {
    nl: 'In een gemengd gebied wordt niet alles woning. Dit deel van de panden krijgt de gekozen andere functie.',
    en: 'In a mixed quarter not everything becomes home. This share of the premises gets the other function that was chosen.',
  },
  unit: 'share',
  bounds: [0, 1],
  low: 0,
  mid: 0,
  high: 0,
  source: { nl: 'keuze in het plan', en: 'a choice of the plan' },
  priceLevel: null,
  effect: 'rate',
  optional: true,
};

const NEW_FLOOR: ParameterTerm = {
  id: 'new-floor',
  words: { nl: 'nieuwbouw van woningen', en: 'new homes built' },
  meaning: {
    nl: 'Vloeroppervlakte van woningen die op deze plek worden bijgebouwd.',
    en: 'Floor area of homes that are built in the place.',
  },
  unit: 'square-metres',
  bounds: [0, 1_000_000],
  low: 0,
  mid: 0,
  high: 0,
  source: { nl: 'keuze in het plan', en: 'a choice of the plan' },
  priceLevel: null,
  effect: 'more',
  optional: true,
};

const COST = cost(
  'cost',
  'euro-per-square-metre',
  [1200, 1800, 2600],
  'verbouwkosten per m²',
  'conversion cost per m²',
);

const BUILD_COST = cost(
  'build-cost',
  'euro-per-square-metre',
  [2200, 2800, 3600],
  'bouwkosten van nieuwbouw per m²',
  'cost of new building per m²',
);

/** New homes on the site: floor area that was not there, in the last year of the phase. */
function build(run: MeasureRun): void {
  const floorArea = Math.round(run.value('new-floor') ?? 0);
  const homes = Math.floor(floorArea / (run.value('home-size') ?? Number.POSITIVE_INFINITY) + 1e-9);
  if (homes === 0) return;
  const year = run.lastYear;
  const start = run.run.startInUse(HOUSING);
  run.run.add({
    premises: -1,
    func: HOUSING,
    floorArea,
    partVacant: 0,
    start,
    since: year,
    from: year,
    homes,
  });
  run.deeds.built[year]! += floorArea;
  run.addHomes(year, homes);
  run.addCost(year, floorArea, 'build-cost');
}

/** Offices become homes, or part of them something else: a work area turns into a mixed quarter. */
export const officeToHomes: MeasureModel = {
  kind: 'office-to-homes',
  words: { nl: 'kantoren worden woningen', en: 'offices become homes' },
  meaning: {
    nl: 'Kantoren op deze plek worden woningen. Een deel kan een andere functie krijgen, zodat een gemengd gebied ontstaat.',
    en: 'Offices in the place become homes. A share can get another function, so that a mixed quarter comes about.',
  },
  places: ['area', 'polygon', 'street-sides', 'premises'],
  target: null,
  takes: ['vacant', 'vacant-over-1', 'all'],
  functions: ['office'],
  choices: [
    {
      id: 'becomes',
      words: { nl: 'andere functie', en: 'other function' },
      options: [
        { id: 'services', words: { nl: 'diensten', en: 'services' } },
        { id: 'business', words: { nl: 'bedrijfsruimte', en: 'business premises' } },
        { id: 'culture', words: { nl: 'cultuur en vrije tijd', en: 'culture and leisure' } },
        { id: 'community', words: { nl: 'maatschappelijk', en: 'community' } },
        { id: 'hospitality', words: { nl: 'horeca', en: 'hospitality' } },
      ],
    },
  ],
  parameters: [
    SUITABLE_OFFICES,
    USABLE_OFFICE,
    HOME_SIZE,
    MIXED,
    NEW_FLOOR,
    PERSONS,
    COST,
    BUILD_COST,
    HOME_VALUE,
  ],
  apply(run) {
    if (run.measure.place === null) return;
    const found = run.candidatesOf(this.functions).filter(holding => run.knowsArea(holding));
    const count = wholeShare(run.value('suitable') ?? 0, found.length);
    const mixed = wholeShare(run.value('mixed') ?? 0, count);
    const choice = run.choice('becomes');
    const func = functionIndex(isFunction(choice) ? choice : 'services');
    found.slice(0, count).forEach((holding, position) => {
      const year = run.yearOf(position, count, holding);
      if (position < count - mixed) {
        convertToHomes(run, holding, year);
        return;
      }
      const taken = run.take(holding, year, choice);
      run.makeOf(taken, year, { func, floorArea: taken.floorArea });
      run.addCost(year, taken.floorArea, 'cost');
    });
    build(run);
  },
};
