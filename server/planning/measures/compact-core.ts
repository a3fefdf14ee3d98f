import { functionIndex } from '#vocabulary/function.ts';
import { isFunction, RETAIL } from '../case-run.ts';
import { startsVacant } from '../holding.ts';
import type { MeasureModel } from '../measure.ts';
import { cost, SUITABLE_SHOPS } from '../parameters.ts';
import { areaPlace } from '../place.ts';
import { wholeShare } from '../range.ts';

const COST = cost(
  'cost',
  'euro-per-square-metre',
  [300, 600, 1000],
  'kosten van het ombouwen per m²',
  'cost of refitting per m²',
);

/** Vacant shops outside the core get another function; inside it nothing changes. */
export const compactCore: MeasureModel = {
  kind: 'compact-core',
  words: { nl: 'kern compacter maken', en: 'make the core compact' },
  meaning: {
    nl: 'Lege winkels buiten de gekozen kern krijgen een andere functie. Binnen de kern verandert niets.',
    en: 'Vacant shops outside the chosen core get another function. Nothing changes inside the core.',
  },
  places: ['area', 'polygon'],
  target: null,
  takes: ['vacant', 'vacant-over-1'],
  functions: ['retail'],
  choices: [
    {
      id: 'becomes',
      words: { nl: 'wordt', en: 'becomes' },
      options: [
        { id: 'services', words: { nl: 'diensten', en: 'services' } },
        { id: 'community', words: { nl: 'maatschappelijk', en: 'community' } },
        { id: 'culture', words: { nl: 'cultuur en vrije tijd', en: 'culture and leisure' } },
        { id: 'office', words: { nl: 'kantoor', en: 'office' } },
        { id: 'business', words: { nl: 'bedrijfsruimte', en: 'business premises' } },
      ],
    },
  ],
  parameters: [SUITABLE_SHOPS, COST],
  apply(run) {
    if (run.measure.place === null) return;
    const core = run.premisesIn(run.measure.place);
    const only = run.measure.takes;
    const outside = run
      .candidates(
        run.premisesIn(areaPlace(run.run.base, run.run.base.area.id)),
        holding => holding.func === RETAIL && startsVacant(holding) && !core.has(holding.premises),
      )
      .filter(index => only === 'vacant' || run.isOverOne(index));
    run.deeds.candidates = outside.length;
    const choice = run.choice('becomes');
    const func = functionIndex(isFunction(choice) ? choice : 'services');
    const count = wholeShare(run.value('suitable') ?? 0, outside.length);
    outside.slice(0, count).forEach((holding, position) => {
      const year = run.yearOf(position, count, holding);
      const taken = run.take(holding, year, choice);
      run.makeOf(taken, year, { func, floorArea: taken.floorArea });
      run.addCost(year, Math.max(0, taken.floorArea), 'cost');
    });
  },
};
