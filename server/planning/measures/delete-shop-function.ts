import { RETAIL } from '../case-run.ts';
import { IN_USE } from '../holding.ts';
import type { MeasureModel } from '../measure.ts';
import { cost } from '../parameters.ts';

const COMPENSATION = cost(
  'compensation',
  'euro-per-square-metre',
  [0, 150, 400],
  'nadeelcompensatie per m²',
  'compensation per m²',
);

/** The plan allows no shop any more: unused room for shops goes, and shops in use may stay until they stop. */
export const deleteShopFunction: MeasureModel = {
  kind: 'delete-shop-function',
  words: { nl: 'winkelfunctie uit het plan halen', en: 'delete the shop function from the plan' },
  meaning: {
    nl: 'Het omgevingsplan staat op deze plek geen winkel meer toe. Een winkel die open is, mag blijven. Er kan nadeelcompensatie nodig zijn.',
    en: 'The plan no longer allows a shop in the place. A shop that is open may stay. Compensation may be due.',
  },
  places: ['area', 'polygon', 'street-sides', 'premises'],
  target: null,
  takes: ['all'],
  functions: [],
  choices: [
    {
      id: 'which',
      words: { nl: 'waar', en: 'where' },
      options: [
        { id: 'unused', words: { nl: 'alleen waar geen winkel open is', en: 'only where no shop is open' } },
        { id: 'all', words: { nl: 'overal op deze plek', en: 'everywhere in the place' } },
      ],
    },
  ],
  parameters: [COMPENSATION],
  apply(run) {
    const place = run.premisesIn(run.measure.place);
    const { allowed } = run.run.base.premises;
    const isOpen = ({ func, start }: { func: number; start: number }) => func === RETAIL && start === IN_USE;
    const everywhere = run.choice('which') === 'all';
    const found = run.candidates(
      place,
      holding => allowed[holding.premises] === RETAIL && (everywhere || !isOpen(holding)),
    );
    const premises = [...new Set(found.map(index => run.run.holdings[index]!.premises))];
    run.deeds.candidates = premises.length;
    premises.forEach((index, position) => {
      const year = run.yearOf(position, premises.length, -1);
      const area = Math.max(0, run.run.base.premises.floorAreas[index]!);
      run.endShopFunctionOf(index, year);
      run.deeds.planned.push({ premises: index, year });
      run.deeds.takenArea += area;
      run.addCost(year, area, 'compensation');
    });
  },
};
