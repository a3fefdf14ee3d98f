import { areaOfRings } from '#geometry/ring.ts';
import { FUNCTION_CODES } from '#vocabulary/function.ts';
import type { MeasureModel, ParameterTerm } from '../measure.ts';
import type { MeasureRun } from '../measure-run.ts';
import { cost } from '../parameters.ts';
import { placePolygonsRd } from '../place.ts';

const GREEN: ParameterTerm = {
  id: 'green',
  words: { nl: 'deel van de plek dat groen wordt', en: 'share of the place that becomes green' },
  meaning: {
    nl: 'Verharding die wordt vervangen door beplanting, als deel van de hele plek.',
    en: 'Paving that is replaced by planting, as a share of the whole place.',
  },
  unit: 'share',
  bounds: [0, 1],
  low: 0.15,
  mid: 0.25,
  high: 0.35,
  source: null,
  priceLevel: null,
  effect: 'more',
  optional: false,
};

const TREES: ParameterTerm = {
  id: 'trees',
  words: { nl: 'bomen per 100 m² groen', en: 'trees per 100 m² of green' },
  meaning: { nl: 'Nieuwe bomen in het nieuwe groen.', en: 'New trees in the new green.' },
  unit: 'per-hundred-square-metres',
  bounds: [0, 10],
  low: 0.5,
  mid: 1,
  high: 1.5,
  source: null,
  priceLevel: null,
  effect: 'rate',
  optional: true,
};

const COST = cost(
  'cost',
  'euro-per-square-metre',
  [150, 275, 500],
  'kosten van herinrichting per m²',
  'cost of redesign per m²',
);

const DEMOLITION = cost(
  'demolition-cost',
  'euro-per-square-metre',
  [80, 120, 200],
  'sloopkosten per m² vloer',
  'cost of demolition per m² of floor',
);

/** What stands in the place goes; its floor area with it. */
function demolish(run: MeasureRun): void {
  const found = run.candidatesOf([...FUNCTION_CODES]).filter(holding => run.knowsArea(holding));
  found.forEach((holding, position) => {
    const year = run.yearOf(position, found.length, holding);
    const { floorArea, func, homes } = run.take(holding, year, 'demolished');
    run.deeds.demolished[year]! += floorArea;
    if (FUNCTION_CODES[func] === 'housing') run.deeds.homes[year]! -= homes === 0 ? 1 : homes;
    run.addCost(year, floorArea, 'demolition-cost');
  });
}

/** Paving becomes green in equal parts over the phase. */
function plant(run: MeasureRun): void {
  const { place, phase } = run.measure;
  const polygons = (place && placePolygonsRd(place, run.run.base)) ?? [];
  const area = polygons.reduce((sum, rings) => sum + areaOfRings(rings), 0);
  const years = Math.max(1, phase.until - phase.from + 1);
  const green = Math.round(area * (run.value('green') ?? 0));
  for (let position = 0; position < years; position++) {
    const year = run.yearOf(position, years, -1);
    // Whole square metres each year, and all of them together.
    const part = Math.round((green * (position + 1)) / years) - Math.round((green * position) / years);
    run.deeds.green[year]! += part;
    run.deeds.paved[year]! -= part;
    run.deeds.trees[year]! += (part * (run.value('trees') ?? 0)) / 100;
    run.addCost(year, area / years, 'cost');
  }
}

/** Public space is redesigned and becomes greener; buildings in it can be taken away. */
export const greenSpace: MeasureModel = {
  kind: 'green-space',
  words: { nl: 'groen en openbare ruimte', en: 'green and public space' },
  meaning: {
    nl: 'De openbare ruimte wordt opnieuw ingericht en een deel van de verharding wordt groen. Panden kunnen gesloopt worden om ruimte te maken.',
    en: 'Public space is redesigned and part of the paving becomes green. Premises can be demolished to make room.',
  },
  places: ['polygon', 'area'],
  target: null,
  takes: ['all', 'vacant', 'vacant-over-1'],
  functions: [...FUNCTION_CODES],
  choices: [
    {
      id: 'demolish',
      words: { nl: 'panden in de plek', en: 'premises in the place' },
      options: [
        { id: 'kept', words: { nl: 'blijven staan', en: 'stay' } },
        { id: 'demolished', words: { nl: 'worden gesloopt', en: 'are demolished' } },
      ],
    },
  ],
  parameters: [GREEN, TREES, COST, DEMOLITION],
  apply(run) {
    if (run.measure.place === null) return;
    if (run.choice('demolish') === 'demolished') demolish(run);
    plant(run);
  },
};
