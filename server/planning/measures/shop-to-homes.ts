import { convertToHomes } from '../conversion.ts';
import type { MeasureModel } from '../measure.ts';
import { cost, HOME_SIZE, HOME_VALUE, PERSONS, SUITABLE_SHOPS, USABLE_SHOP } from '../parameters.ts';
import { wholeShare } from '../range.ts';

const COST = cost(
  'cost',
  'euro-per-square-metre',
  [1000, 1600, 2300],
  'verbouwkosten per m²',
  'conversion cost per m²',
);

/** Shops become homes, ground floor included. */
export const shopToHomes: MeasureModel = {
  kind: 'shop-to-homes',
  words: { nl: 'winkels worden woningen', en: 'shops become homes' },
  meaning: {
    nl: 'Winkels op deze plek worden verbouwd tot woningen, ook op de begane grond.',
    en: 'Shops in the place are converted into homes, on the ground floor too.',
  },
  places: ['area', 'polygon', 'street-sides', 'premises'],
  target: null,
  takes: ['vacant', 'vacant-over-1', 'all'],
  functions: ['retail', 'hospitality', 'services'],
  choices: [
    {
      id: 'functions',
      words: { nl: 'welke functies', en: 'which functions' },
      options: [
        { id: 'shops', words: { nl: 'alleen winkels', en: 'shops only' } },
        { id: 'all', words: { nl: 'winkels, horeca en diensten', en: 'shops, hospitality and services' } },
      ],
    },
    {
      id: 'plan',
      words: { nl: 'omgevingsplan', en: 'plan' },
      options: [
        { id: 'replaced', words: { nl: 'de winkelfunctie vervalt', en: 'the shop function ends' } },
        { id: 'kept', words: { nl: 'de winkelfunctie blijft', en: 'the shop function stays' } },
      ],
    },
  ],
  parameters: [SUITABLE_SHOPS, USABLE_SHOP, HOME_SIZE, PERSONS, COST, HOME_VALUE],
  apply(run) {
    const functions = run.choice('functions') === 'shops' ? (['retail'] as const) : this.functions;
    const found = run.candidatesOf(functions).filter(holding => run.knowsArea(holding));
    const count = wholeShare(run.value('suitable') ?? 0, found.length);
    found.slice(0, count).forEach((holding, position) => {
      const year = run.yearOf(position, count, holding);
      const converted = convertToHomes(run, holding, year);
      if (converted && run.choice('plan') === 'replaced') run.endShopFunction(holding, year);
    });
  },
};
