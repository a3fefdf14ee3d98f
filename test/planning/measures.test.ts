import { describe, expect, test } from 'vitest';
import type { ScenarioDocument } from '../../server/contract/scenario.ts';
import type { ScenarioBase } from '../../server/contract/scenario-base.ts';
import { recompute } from '../../server/planning/recompute.ts';
import { drawn, flowOf, sampleBase, sampleDocument, sampleMeasure } from '../support/scenario-base.ts';

/** Expected value of a figure in a year: of the proposal unless it says otherwise. */
function figure(
  document: ScenarioDocument,
  base: ScenarioBase,
  id: string,
  year = 2028,
  of: 'proposal' | 'baseline' = 'proposal',
) {
  const { figures, years } = recompute(document, base);
  return figures.find(one => one.id === id)?.[of][years.indexOf(year)]?.mid;
}

describe('doing nothing', () => {
  // Ten shops of 100 m2, two vacant: one for one to three years, one for longer. A tenth empties, half is filled.
  const base = sampleBase(
    [
      ...Array.from({ length: 8 }, (_, index) => ({ id: `s${index}` })),
      { id: 'a', status: 'vacant' as const, duration: '1-to-3' as const },
      { id: 'b', status: 'vacant' as const, duration: 'over-3' as const },
    ],
    [flowOf('retail', 0.1, 0.5)],
  );
  const going = sampleDocument([], { baseline: { mode: 'observed', announced: true, hardPlans: [] } });

  test('carries the observed flows on', () => {
    // 2027: 8 x 0.1 new + 2 x 0.5 left = 1.8. 2028: 8.2 x 0.1 + 1.8 x 0.5 = 1.72.
    expect(figure(going, base, 'vacant', 2026)).toBe(2);
    expect(figure(going, base, 'vacant', 2027)).toBeCloseTo(1.8, 12);
    expect(figure(going, base, 'vacant', 2028)).toBeCloseTo(1.72, 12);
    expect(figure(going, base, 'vacant-area', 2027)).toBeCloseTo(180, 10);
    expect(figure(going, base, 'vacancy-rate', 2027)).toBeCloseTo(18, 10);
  });

  test('lets what stays vacant grow older', () => {
    // 2027: new 0.8. Of the one to three years half (0.5) was in its third year: a quarter stays and is over 3.
    expect(figure(going, base, 'vacant-under-1', 2027)).toBeCloseTo(0.8, 12);
    expect(figure(going, base, 'vacant-1-to-3', 2027)).toBeCloseTo(0.25, 12);
    expect(figure(going, base, 'vacant-over-3', 2027)).toBeCloseTo(0.25 + 0.5, 12);
  });

  test('stands still when it is frozen', () => {
    for (const year of [2026, 2027, 2028]) expect(figure(sampleDocument([]), base, 'vacant', year)).toBe(2);
  });

  test('lets an announced closing happen, and a hard plan come', () => {
    const announced = sampleBase(
      [{ id: 'a', status: 'announced-vacant' }, { id: 'b' }],
      [flowOf('retail', 0, 0)],
    );
    expect(figure(going, announced, 'vacant', 2026)).toBe(0);
    expect(figure(going, announced, 'vacant', 2027)).toBe(1);
    const plan = {
      id: 'p',
      name: 'Supermarkt',
      function: 'retail' as const,
      year: 2028,
      floorArea: { low: 900, mid: 1000, high: 1100 },
      premises: 1,
      source: 'vergunning',
    };
    const planned = sampleDocument([], {
      baseline: { mode: 'observed', announced: false, hardPlans: [plan] },
    });
    expect(figure(planned, announced, 'area-retail', 2027)).toBe(200);
    expect(figure(planned, announced, 'area-retail', 2028)).toBe(1200);
  });

  test('keeps the stated vacant part of a premises apart from its count', () => {
    const partly = sampleBase([{ id: 'a', floorArea: 300, status: 'partly-vacant', partVacant: 120 }]);
    expect(figure(sampleDocument([]), partly, 'vacant')).toBe(0);
    expect(figure(sampleDocument([]), partly, 'vacant-area')).toBe(120);
  });
});

describe('shops become homes', () => {
  // Four vacant shops; half of them are suitable: the two that have been vacant longest, the larger one first.
  const base = sampleBase([
    { id: 'a', floorArea: 120, status: 'vacant', duration: 'over-3', allowed: 'retail' },
    { id: 'b', floorArea: 60, status: 'vacant', duration: 'over-3', allowed: 'retail' },
    { id: 'c', floorArea: 200, status: 'vacant', duration: 'under-1', allowed: 'retail' },
    { id: 'd', floorArea: 200, status: 'vacant', duration: 'unknown', allowed: 'retail' },
    { id: 'e', floorArea: 100, allowed: 'retail' },
  ]);
  const measure = sampleMeasure('shop-to-homes', {
    suitable: 0.5,
    usable: 0.85,
    'home-size': 50,
    persons: 1.5,
    cost: 1000,
    'home-value': 200_000,
  });
  const document = sampleDocument([measure]);

  test('per premises, and no floor area is lost', () => {
    // a: 0.85 x 120 = 102 m2, two homes of 50, 18 m2 shared. b: 51 m2, one home, 9 m2 shared.
    expect(figure(document, base, 'homes')).toBe(3);
    expect(figure(document, base, 'people')).toBe(4.5);
    expect(figure(document, base, 'area-housing')).toBe(153);
    expect(figure(document, base, 'area-shared')).toBe(27);
    expect(figure(document, base, 'area-retail')).toBe(500);
    expect(figure(document, base, 'vacant')).toBe(2);
    expect(figure(document, base, 'vacant-area')).toBe(400);
    // Two of three observed premises are vacant; homes are none that this series looks at.
    expect(figure(document, base, 'vacancy-rate')).toBeCloseTo(200 / 3, 10);
  });

  test('cost, value and what remains', () => {
    expect(figure(document, base, 'cost')).toBe(180_000);
    expect(figure(document, base, 'value')).toBe(600_000);
    expect(figure(document, base, 'uneconomic-top')).toBe(420_000);
  });

  test('a negative result is shown', () => {
    const dear = sampleMeasure('shop-to-homes', {
      suitable: 0.5,
      usable: 0.85,
      'home-size': 50,
      cost: 5000,
      'home-value': 200_000,
    });
    expect(figure(sampleDocument([dear]), base, 'uneconomic-top')).toBe(-300_000);
    expect(recompute(sampleDocument([dear]), base).faults.map(({ code }) => code)).toContain('below-zero');
  });

  test('the plan follows, or not', () => {
    // The plan allows 680 m2 of shops, of which 100 are in use. Taken: 180 m2.
    expect(figure(document, base, 'plan-capacity', 2028, 'baseline')).toBe(580);
    expect(figure(document, base, 'plan-capacity')).toBe(400);
    const kept = sampleDocument([{ ...measure, choices: { functions: 'shops', plan: 'kept' } }]);
    expect(figure(kept, base, 'plan-capacity')).toBe(580);
  });

  test('what is too small or of unknown size stays, and is said', () => {
    const small = sampleBase([
      { id: 'a', floorArea: 40, status: 'vacant' },
      { id: 'b', floorArea: null, status: 'vacant' },
    ]);
    const all = sampleMeasure('shop-to-homes', { suitable: 1, usable: 0.85, 'home-size': 50 });
    const result = recompute(sampleDocument([all]), small);
    expect(result.measures[0]).toMatchObject({
      tooSmall: 1,
      unknownArea: 1,
      homes: { low: 0, mid: 0, high: 0 },
    });
    expect(figure(sampleDocument([all]), small, 'vacant')).toBe(2);
  });

  test('ground-floor homes in the core are warned for', () => {
    const { faults } = recompute(document, base);
    expect(faults.find(({ code }) => code === 'ground-floor-homes')).toMatchObject({
      values: { count: 2 },
      measure: 'shop-to-homes',
    });
  });

  test('spreads over the phase', () => {
    const phased = sampleDocument([{ ...measure, phase: { from: 2027, until: 2028 } }]);
    // The first of two in the first half of the phase, the second in the second.
    expect(figure(phased, base, 'homes', 2027)).toBe(2);
    expect(figure(phased, base, 'homes', 2028)).toBe(3);
  });
});

describe('the other measures', () => {
  test('a compact core: vacant shops outside get another function', () => {
    const base = sampleBase([
      { id: 'in', x: 10, status: 'vacant' },
      { id: 'out', x: 700, status: 'vacant' },
      { id: 'open', x: 710 },
    ]);
    const measure = sampleMeasure(
      'compact-core',
      { suitable: 1 },
      { place: drawn(0, 500), choices: { becomes: 'office' } },
    );
    const document = sampleDocument([measure]);
    expect(figure(document, base, 'vacant')).toBe(1);
    expect(figure(document, base, 'area-office')).toBe(100);
    expect(figure(document, base, 'area-retail')).toBe(200);
    // In use inside: none of 100 m2 that are in use.
    expect(figure(document, base, 'core-share')).toBe(0);
  });

  test('shops move in, and leave what they had empty', () => {
    const base = sampleBase([
      { id: 'room', x: 10, floorArea: 90, status: 'vacant', duration: 'over-3' },
      { id: 'hall', x: 20, floorArea: 400, status: 'vacant', duration: 'over-3' },
      { id: 'shop', x: 700, floorArea: 100 },
      { id: 'stays', x: 710, floorArea: 60 },
    ]);
    const measure = sampleMeasure(
      'move-shops',
      { willing: 0.5, 'least-area': 0.8, 'move-cost': 50_000 },
      {
        place: drawn(500, 1000),
        target: drawn(0, 500),
      },
    );
    const document = sampleDocument([measure]);
    const result = recompute(document, base);
    expect(result.measures[0]!.premises).toEqual([{ id: 'shop', year: 2027, becomes: 'moved' }]);
    // Two were vacant: the room is filled, the shop's own 100 m2 come empty. Net nothing, gross one less.
    expect(figure(document, base, 'vacant')).toBe(2);
    expect(result.figures.find(({ id }) => id === 'vacant')!.gross!.at(-1)!.mid).toBe(-1);
    expect(figure(document, base, 'vacant-area')).toBe(500);
    // In use inside 90 of 150 m2, where it was 0 of 160.
    expect(figure(document, base, 'core-share')).toBeCloseTo(60, 10);
    expect(figure(document, base, 'cost')).toBe(50_000);
    expect(figure(document, base, 'vacant-under-1', 2027)).toBe(1);
  });

  test('what a move leaves behind can be taken by the next measure', () => {
    const base = sampleBase([
      { id: 'room', x: 10, status: 'vacant', duration: 'over-3' },
      { id: 'shop', x: 700 },
    ]);
    const move = sampleMeasure(
      'move-shops',
      { willing: 1, 'least-area': 0.8 },
      { place: drawn(500, 1000), target: drawn(0, 500) },
    );
    const homes = sampleMeasure(
      'shop-to-homes',
      { suitable: 1, usable: 1, 'home-size': 50 },
      { place: drawn(500, 1000) },
    );
    expect(figure(sampleDocument([move, homes]), base, 'vacant')).toBe(0);
    expect(figure(sampleDocument([move, homes]), base, 'homes')).toBe(2);
    // The other way round there is nothing to take yet.
    expect(figure(sampleDocument([homes, move]), base, 'homes')).toBe(0);
  });

  test('homes above shops: the shop stays, with less floor', () => {
    const base = sampleBase([
      { id: 'a', floorArea: 300, building: 'x' },
      { id: 'b', floorArea: 300, building: 'y' },
      { id: 'home', function: 'housing', floorArea: 80, storey: 1, building: 'y' },
    ]);
    const measure = sampleMeasure('homes-above-shops', {
      suitable: 1,
      upper: 0.5,
      usable: 0.8,
      'home-size': 60,
      'home-cost': 100_000,
    });
    const document = sampleDocument([measure]);
    // Only a: 150 m2 upstairs, 120 m2 home: two. Somebody lives above b already.
    expect(figure(document, base, 'homes')).toBe(2);
    expect(figure(document, base, 'area-retail')).toBe(450);
    expect(figure(document, base, 'area-housing')).toBe(200);
    expect(figure(document, base, 'area-shared')).toBe(30);
    expect(figure(document, base, 'cost')).toBe(200_000);
    expect(figure(document, base, 'vacancy-rate')).toBe(0);
  });

  test('offices become homes, partly something else, and something is built', () => {
    const offices = Array.from({ length: 4 }, (_, index) => ({
      id: `k${index}`,
      function: 'office' as const,
      floorArea: 500,
      status: 'vacant' as const,
    }));
    const measure = sampleMeasure(
      'office-to-homes',
      { suitable: 1, usable: 0.8, 'home-size': 50, mixed: 0.25, 'new-floor': 1000, 'build-cost': 2000 },
      { choices: { becomes: 'culture' } },
    );
    const document = sampleDocument([measure]);
    const base = sampleBase(offices);
    // Three of 400 m2: eight homes each; one becomes culture; twenty homes of 50 m2 are built.
    expect(figure(document, base, 'homes')).toBe(3 * 8 + 20);
    expect(figure(document, base, 'area-culture')).toBe(500);
    expect(figure(document, base, 'area-housing')).toBe(1200 + 1000);
    expect(figure(document, base, 'built-area')).toBe(1000);
    expect(figure(document, base, 'cost')).toBe(2_000_000);
    expect(figure(document, base, 'vacant')).toBe(0);
  });

  test('green, and what is demolished for it', () => {
    const base = sampleBase([
      { id: 'a', x: 10, floorArea: 120, status: 'vacant' },
      { id: 'h', x: 12, floorArea: 80, function: 'housing' },
      { id: 'far', x: 900 },
    ]);
    // 100 m x 200 m drawn: a quarter of 20,000 m2.
    const measure = sampleMeasure(
      'green-space',
      { green: 0.25, trees: 2, cost: 100, 'demolition-cost': 50 },
      { place: drawn(0, 100), choices: { demolish: 'demolished' } },
    );
    const document = sampleDocument([measure]);
    expect(figure(document, base, 'green-area')).toBe(5000);
    expect(figure(document, base, 'paved-area')).toBe(-5000);
    expect(figure(document, base, 'trees')).toBe(100);
    expect(figure(document, base, 'demolished-area')).toBe(200);
    expect(figure(document, base, 'kept-area')).toBe(100);
    expect(figure(document, base, 'homes')).toBe(-1);
    expect(figure(document, base, 'cost')).toBeCloseTo(20_000 * 100 + 200 * 50, 0);
    expect(figure(document, base, 'vacant')).toBe(0);
  });

  test('the shop function goes from the plan, and vacancy stays what it is', () => {
    const base = sampleBase([
      { id: 'vacant', status: 'vacant', allowed: 'retail' },
      { id: 'open', allowed: 'retail' },
      { id: 'home', function: 'housing', allowed: 'retail' },
      { id: 'other', function: 'office', allowed: 'office' },
    ]);
    const unused = sampleMeasure('delete-shop-function', { compensation: 100 });
    expect(figure(sampleDocument([unused]), base, 'plan-capacity', 2028, 'baseline')).toBe(200);
    expect(figure(sampleDocument([unused]), base, 'plan-capacity')).toBe(0);
    expect(figure(sampleDocument([unused]), base, 'cost')).toBe(20_000);
    expect(figure(sampleDocument([unused]), base, 'vacant')).toBe(1);
    const all = { ...unused, choices: { which: 'all' } };
    expect(figure(sampleDocument([all]), base, 'cost')).toBe(30_000);
    expect(recompute(sampleDocument([all]), base).faults.map(({ code }) => code)).toContain('shops-in-use');
  });
});

describe('users who stay', () => {
  // Four shops of 100 m2: two vacant for over three years, two in use. Nothing empties; half is filled each year.
  const base = sampleBase(
    [
      { id: 'a', floorArea: 100, status: 'vacant', duration: 'over-3', side: 'odd' },
      { id: 'b', floorArea: 90, status: 'vacant', duration: 'over-3', side: 'even' },
      { id: 'c' },
      { id: 'd' },
    ],
    [flowOf('retail', 0, 0.5)],
  );
  const homes = sampleMeasure('shop-to-homes', { suitable: 0.5, usable: 1, 'home-size': 50 });
  const share = (value: number) => ({
    low: value,
    mid: value,
    high: value,
    source: 'proef',
    priceLevel: null,
  });
  const document = (staying: number) =>
    sampleDocument([homes], {
      baseline: { mode: 'observed', announced: false, staying: share(staying), hardPlans: [] },
    });

  test('who would have come to premises that are taken fills others, or goes elsewhere', () => {
    // Doing nothing: 2 vacant, then 1, then 0.5. Taken in 2027: a. Left: b, 0.5 in 2027 and 0.25 in 2028.
    expect(figure(document(0), base, 'vacant', 2028, 'baseline')).toBe(0.5);
    expect(figure(document(0), base, 'vacant', 2028)).toBe(0.25);
    // By 2028 0.75 of a user would be in a. A fifth of that fills 0.15 of b.
    expect(figure(document(0.2), base, 'vacant', 2028)).toBeCloseTo(0.1, 12);
    expect(figure(document(0.2), base, 'vacant-area', 2028)).toBeCloseTo(9, 10);
    // All of it would be more than there is: b is filled, and no vacancy is below nothing.
    expect(figure(document(1), base, 'vacant', 2028)).toBe(0);
  });

  test('gross says what was taken, whoever comes in its place', () => {
    const { figures, sides } = recompute(document(0.2), base);
    expect(figures.find(({ id }) => id === 'vacant')!.gross!.map(({ mid }) => mid)).toEqual([-0, -1, -1]);
    expect(sides.map(({ proposal }) => proposal.vacant)).toEqual([0, expect.closeTo(0.1, 12)]);
  });

  test('what came vacant within the year is left to its next user', () => {
    const fresh = sampleBase(
      [
        { id: 'a', floorArea: 200, status: 'vacant', duration: 'over-3' },
        { id: 'b', status: 'vacant', duration: 'under-1' },
      ],
      [flowOf('retail', 0, 0)],
    );
    const frozen = { mode: 'frozen' as const, announced: false, staying: share(1), hardPlans: [] };
    const all = sampleMeasure(
      'green-space',
      { green: 0 },
      { choices: { demolish: 'demolished' }, place: drawn(0, 500) },
    );
    const moved = sampleBase([
      { id: 'in-use', x: 10 },
      { id: 'fresh', x: 700, status: 'vacant', duration: 'under-1' },
    ]);
    // The user of what is demolished finds nothing that has been vacant for long.
    expect(figure(sampleDocument([all], { baseline: frozen }), moved, 'vacant', 2028)).toBe(1);
    expect(figure(sampleDocument([homes], { baseline: frozen }), fresh, 'vacant', 2028)).toBe(1);
  });
});

describe('own norms', () => {
  test('jobs, parking and energy follow what was filled in', () => {
    const base = sampleBase([{ id: 'a' }, { id: 'b', status: 'vacant' }]);
    const same = (value: number) => ({ low: value, mid: value, high: value });
    const norms: ScenarioDocument['norms'] = [
      { kind: 'jobs', values: { retail: { low: 40, mid: 50, high: 80 } }, source: 'nota' },
      { kind: 'parking', values: { retail: same(2), housing: same(1.2) }, source: 'nota' },
      { kind: 'energy', values: { retail: same(90) }, source: 'nota' },
    ];
    const measure = sampleMeasure('shop-to-homes', { suitable: 1, usable: 1, 'home-size': 50 });
    const { figures } = recompute(sampleDocument([measure], { norms }), base);
    const of = (id: string) => figures.find(one => one.id === id)!;
    // 100 m2 in use: 2 jobs (1.25 to 2.5), 2 places, 9,000 kWh; two homes add 2.4 places.
    expect(of('jobs').proposal.at(-1)).toEqual({ low: 1.25, mid: 2, high: 2.5 });
    expect(of('parking').baseline.at(-1)!.mid).toBe(2);
    expect(of('parking').proposal.at(-1)!.mid).toBeCloseTo(4.4, 10);
    expect(of('energy').proposal.at(-1)!.mid).toBe(9000);
  });
});
