import type { ScenarioBase } from '../../contract/scenario-base.ts';
import { HOUSING } from '../case-run.ts';
import { convertToHomes } from '../conversion.ts';
import type { MeasureModel, ParameterTerm } from '../measure.ts';
import type { MeasureRun } from '../measure-run.ts';
import { cost, HOME_SIZE, HOME_VALUE, PERSONS, SUITABLE_SHOPS, USABLE_SHOP } from '../parameters.ts';
import { wholeShare } from '../range.ts';

const UPPER: ParameterTerm = {
  id: 'upper',
  words: { nl: 'deel van de vloer op de verdiepingen', en: 'share of the floor that is upstairs' },
  meaning: {
    nl: 'Een winkel is in de BAG één verblijfsobject met de verdiepingen erbij. Dit deel van zijn vloer ligt boven en kan woning worden.',
    en: 'In the building register a shop is one unit with its upper floors. This share of its floor lies upstairs and can become home.',
  },
  unit: 'share',
  bounds: [0, 0.9],
  low: 0.2,
  mid: 0.35,
  high: 0.5,
  source: null,
  priceLevel: null,
  effect: 'more',
  optional: false,
};

const ABOVE_SIZE: ParameterTerm = {
  ...HOME_SIZE,
  low: 50,
  mid: 65,
  high: 80,
  source: {
    nl: 'praktijkcijfer wonen boven winkels: 60–80 m²',
    en: 'practice of living above shops: 60–80 m²',
  },
};

const HOME_COST = cost(
  'home-cost',
  'euro-per-home',
  [75_000, 110_000, 175_000],
  'kosten per woning boven de winkel',
  'cost per home above the shop',
);

const livedIn = new WeakMap<ScenarioBase, ReadonlySet<number>>();

/** Buildings of a base in which somebody lives; found once. */
function inhabitedBefore(base: ScenarioBase): ReadonlySet<number> {
  const known = livedIn.get(base);
  if (known) return known;
  const { functions, buildings } = base.premises;
  const made = new Set(buildings.filter((building, index) => building >= 0 && functions[index] === HOUSING));
  livedIn.set(base, made);
  return made;
}

/** Whether somebody lives in a building already: then its upper floors are not empty. */
function lived({ run }: MeasureRun): (building: number) => boolean {
  const { base, holdings } = run;
  const before = inhabitedBefore(base);
  const since = holdings
    .slice(base.premises.ids.length)
    .filter(({ func, premises }) => func === HOUSING && premises >= 0);
  const homes = new Set(since.map(({ premises }) => base.premises.buildings[premises]!));
  return building => before.has(building) || (building >= 0 && homes.has(building));
}

/** The upper floors of shops become homes; the shop stays, with less floor. */
export const homesAboveShops: MeasureModel = {
  kind: 'homes-above-shops',
  words: { nl: 'wonen boven winkels', en: 'homes above shops' },
  meaning: {
    nl: 'Verdiepingen boven winkels worden woningen, met een eigen ingang. De winkel blijft. Panden waar al iemand boven woont, doen niet mee.',
    en: 'Floors above shops become homes, with an entrance of their own. The shop stays. Buildings in which somebody lives already are left out.',
  },
  places: ['area', 'polygon', 'street-sides', 'premises'],
  target: null,
  takes: ['all', 'vacant', 'vacant-over-1'],
  functions: ['retail', 'hospitality', 'services'],
  choices: [],
  parameters: [SUITABLE_SHOPS, UPPER, USABLE_SHOP, ABOVE_SIZE, PERSONS, HOME_COST, HOME_VALUE],
  apply(run) {
    const isLivedIn = lived(run);
    const { holdings, base } = run.run;
    const { buildings, storeys } = base.premises;
    const isFree = (holding: number): boolean => {
      const { premises } = holdings[holding]!;
      return !isLivedIn(buildings[premises]!) && storeys[premises]! <= 0;
    };
    const found = run
      .candidatesOf(this.functions)
      .filter(holding => isFree(holding) && run.knowsArea(holding));
    run.deeds.candidates = found.length;
    const count = wholeShare(run.value('suitable') ?? 0, found.length);
    found.slice(0, count).forEach((holding, position) => {
      const upper = wholeShare(run.value('upper') ?? 0, holdings[holding]!.floorArea);
      if (upper > 0) convertToHomes(run, holding, run.yearOf(position, count, holding), upper);
      else run.deeds.tooSmall += 1;
    });
  },
};
