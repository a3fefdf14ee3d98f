import { functionIndex } from '#vocabulary/function.ts';
import { RETAIL } from '../case-run.ts';
import { FIRST_VACANT, IN_USE, NO_AREA, startsVacant } from '../holding.ts';
import type { MeasureModel, ParameterTerm } from '../measure.ts';
import type { MeasureRun } from '../measure-run.ts';
import { cost } from '../parameters.ts';
import { wholeShare } from '../range.ts';

const WILLING: ParameterTerm = {
  id: 'willing',
  words: { nl: 'deel van de winkels dat wil verhuizen', en: 'share of shops willing to move' },
  meaning: {
    nl: 'Ondernemers beslissen zelf. Dit deel van de winkels in gebruik op deze plek verhuist, de grootste eerst.',
    en: 'Shopkeepers decide for themselves. This share of the shops in use in the place moves, the largest first.',
  },
  unit: 'share',
  bounds: [0, 1],
  low: 0.1,
  mid: 0.25,
  high: 0.4,
  source: null,
  priceLevel: null,
  effect: 'more',
  optional: false,
};

const FIT: ParameterTerm = {
  id: 'least-area',
  words: { nl: 'kleinste nieuwe pand', en: 'smallest new premises' },
  meaning: {
    nl: 'Een leeg pand in de kern past als het minstens dit deel van de huidige vloer heeft.',
    en: 'Vacant premises in the core fit when they have at least this share of the present floor.',
  },
  unit: 'share',
  bounds: [0.1, 1.5],
  low: 0.7,
  mid: 0.8,
  high: 0.9,
  source: null,
  priceLevel: null,
  effect: 'less',
  optional: false,
};

const MOVE_COST = cost(
  'move-cost',
  'euro-per-premises',
  [25_000, 60_000, 120_000],
  'verplaatsingskosten per winkel',
  'cost of moving one shop',
);

const ROOMS = ['retail', 'hospitality', 'services'].map(code => functionIndex(code as 'retail'));

/** Vacant premises in the target that a shop could move into, the smallest first. */
function roomsOf(run: MeasureRun): number[] {
  const target = run.premisesIn(run.measure.target);
  const { holdings } = run.run;
  return run
    .candidates(
      target,
      holding => ROOMS.includes(holding.func) && startsVacant(holding) && holding.floorArea !== NO_AREA,
    )
    .sort(
      (a, b) =>
        holdings[a]!.floorArea - holdings[b]!.floorArea ||
        holdings[a]!.premises - holdings[b]!.premises ||
        a - b,
    );
}

/** The shop fills its new premises, and leaves its old ones empty: who wants those gone adds a measure for them. */
function move(run: MeasureRun, shop: number, room: number, year: number): void {
  const filled = run.run.holdings[room]!;
  run.run.end(room, year);
  run.deeds.filled.push({ holding: room, year });
  run.makeOf(filled, year, { func: RETAIL, floorArea: filled.floorArea, start: IN_USE });
  const left = run.take(shop, year, 'moved');
  run.makeOf(left, year, { func: RETAIL, floorArea: left.floorArea, start: FIRST_VACANT });
  run.addCost(year, 1, 'move-cost');
}

/** Shops in use outside the core move into vacant premises inside it; what they leave stands empty. */
export const moveShops: MeasureModel = {
  kind: 'move-shops',
  words: { nl: 'winkels naar de kern verplaatsen', en: 'move shops into the core' },
  meaning: {
    nl: 'Winkels in gebruik verhuizen naar lege panden in de kern. Het pand dat zij achterlaten, komt leeg te staan.',
    en: 'Shops in use move into vacant premises in the core. The premises that they leave stand empty.',
  },
  places: ['area', 'polygon', 'street-sides', 'premises'],
  target: { nl: 'kern waar zij naartoe gaan', en: 'core that they go to' },
  takes: ['all'],
  functions: ['retail'],
  choices: [],
  parameters: [WILLING, FIT, MOVE_COST],
  apply(run) {
    if (run.measure.place === null || run.measure.target === null) return;
    const [place, target] = [run.premisesIn(run.measure.place), run.premisesIn(run.measure.target)];
    const { holdings } = run.run;
    const shops = run
      .candidates(
        place,
        holding => holding.func === RETAIL && holding.start === IN_USE && !target.has(holding.premises),
      )
      .filter(shop => run.knowsArea(shop));
    run.deeds.candidates = shops.length;
    const movers = shops.slice(0, wholeShare(run.value('willing') ?? 0, shops.length));
    const rooms = roomsOf(run);
    const least = run.value('least-area') ?? 1;
    movers.forEach((shop, position) => {
      const at = rooms.findIndex(room => holdings[room]!.floorArea >= least * holdings[shop]!.floorArea);
      if (at < 0) {
        run.deeds.tooSmall += 1;
        return;
      }
      const [room] = rooms.splice(at, 1);
      move(run, shop, room!, Math.max(run.yearOf(position, movers.length, shop), holdings[room!]!.from));
    });
  },
};
