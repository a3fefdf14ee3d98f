import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { ScenarioDocument, ScenarioMeasure } from '../../server/contract/scenario.ts';
import type { ScenarioBase } from '../../server/contract/scenario-base.ts';
import { ScenarioResult } from '../../server/contract/scenario-result.ts';
import { canonicalText } from '../../server/planning/canonical.ts';
import { MEASURES, measureModel } from '../../server/planning/measures.ts';
import { CASES, type Case } from '../../server/planning/range.ts';
import { recompute } from '../../server/planning/recompute.ts';
import { assumptionSettings, movesVacancy, settingCombinations } from '../../server/planning/settings.ts';
import { anyBase, anyDocument, anyMeasureOf } from '../support/random-scenario.ts';
import { drawn } from '../support/scenario-base.ts';

/** The document in which every parameter has one value: that of a case. */
function collapsed(document: ScenarioDocument, name: Case): ScenarioDocument {
  const one = (measure: ScenarioMeasure): ScenarioMeasure => ({
    ...measure,
    parameters: Object.fromEntries(
      Object.entries(measure.parameters).map(([id, given]) => {
        const value = given[name];
        return [id, { ...given, low: value, mid: value, high: value }];
      }),
    ),
  });
  return { ...document, measures: document.measures.map(one) };
}

const expected = (document: ScenarioDocument, base: ScenarioBase, id: string): number[] =>
  recompute(document, base)
    .figures.find(figure => figure.id === id)!
    .proposal.map(({ mid }) => mid);

describe('every scenario', () => {
  test('keeps its floor area: before = after + demolished - built, in every case and year', () => {
    fc.assert(
      fc.property(anyBase, anyDocument, (base, document) => {
        const before = base.premises.floorAreas.reduce((sum, area) => sum + Math.max(0, area), 0);
        for (const name of CASES) {
          const { figures, years } = recompute(collapsed(document, name), base);
          const of = (id: string, year: number) =>
            figures.find(figure => figure.id === id)!.proposal[year]!.mid;
          const areas = figures.filter(({ id }) => /^area-/.test(id));
          years.forEach((_, year) => {
            const after = areas.reduce((sum, { proposal }) => sum + proposal[year]!.mid, 0);
            expect(after + of('demolished-area', year) - of('built-area', year)).toBe(before);
            expect(of('kept-area', year)).toBe(before - of('demolished-area', year));
          });
        }
      }),
      { numRuns: 150 },
    );
  });

  test('has ranges in order, and vacancy that is neither negative nor more than what is observed', () => {
    fc.assert(
      fc.property(anyBase, anyDocument, (base, document) => {
        const { figures } = recompute(document, base);
        for (const { baseline, proposal, difference, gross } of figures)
          for (const { low, mid, high } of [baseline, proposal, difference, gross ?? []].flat()) {
            expect(low).toBeLessThanOrEqual(mid);
            expect(mid).toBeLessThanOrEqual(high);
          }
        const find = (id: string) => figures.find(figure => figure.id === id)!;
        for (const { low, high } of find('vacancy-rate').proposal) {
          expect(low).toBeGreaterThanOrEqual(-1e-9);
          expect(high).toBeLessThanOrEqual(100 + 1e-9);
        }
        const durations = ['under-1', '1-to-3', 'over-3', 'unknown'].map(
          code => find(`vacant-${code}`).proposal,
        );
        find('vacant').proposal.forEach(({ mid }, year) => {
          expect(durations.reduce((sum, ranges) => sum + ranges[year]!.mid, 0)).toBeCloseTo(mid, 9);
        });
      }),
      { numRuns: 150 },
    );
  });

  test('takes no premises twice, and each within its phase or later', () => {
    fc.assert(
      fc.property(anyBase, anyDocument, (base, document) => {
        const { measures, years } = recompute(document, base);
        const gone = measures.flatMap(({ premises }) =>
          premises.filter(({ becomes }) => becomes === 'demolished'),
        );
        expect(new Set(gone.map(({ id }) => id)).size).toBe(gone.length);
        measures.forEach(({ premises, taken, candidates }, index) => {
          expect(new Set(premises.map(({ id }) => id)).size).toBeLessThanOrEqual(premises.length);
          expect(taken.high).toBeLessThanOrEqual(Math.max(candidates, taken.high));
          for (const { year } of premises) {
            expect(year).toBeGreaterThanOrEqual(
              Math.min(document.measures[index]!.phase.from, years.at(-1)!),
            );
            expect(year).toBeLessThanOrEqual(years.at(-1)!);
          }
        });
      }),
      { numRuns: 100 },
    );
  });

  test('is a result as the contract says, and a pure function', () => {
    fc.assert(
      fc.property(anyBase, anyDocument, (base, document) => {
        const result = recompute(document, base);
        expect(ScenarioResult.parse(result)).toEqual(result);
        const again = recompute(structuredClone(document), structuredClone(base));
        expect(canonicalText(again)).toBe(canonicalText(result));
      }),
      { numRuns: 60 },
    );
  });
});

describe('an empty scenario', () => {
  test('is doing nothing', () => {
    fc.assert(
      fc.property(anyBase, anyDocument, (base, document) => {
        const { figures, sides } = recompute({ ...document, measures: [] }, base);
        for (const { baseline, proposal, difference } of figures) {
          expect(proposal).toEqual(baseline);
          for (const { low, mid, high } of difference)
            expect([low, mid, high].map(Math.abs)).toEqual([0, 0, 0]);
        }
        for (const { baseline, proposal } of sides) expect(proposal).toEqual(baseline);
      }),
      { numRuns: 80 },
    );
  });
});

describe('measures that share no place', () => {
  const apart = fc
    .tuple(
      fc.constantFrom(...MEASURES.map(({ kind }) => kind)),
      fc.constantFrom(...MEASURES.map(({ kind }) => kind)),
    )
    .filter(kinds => kinds.every(kind => kind !== 'compact-core'))
    .chain(([one, other]) => fc.tuple(anyMeasureOf(one, 'one'), anyMeasureOf(other, 'other')));

  test('may change places: not a digit changes', () => {
    fc.assert(
      fc.property(anyBase, apart, fc.boolean(), (base, [one, other], frozen) => {
        // Buildings are shared between the halves, and living in one of them keeps homes from standing above it.
        const buildings = base.premises.ids.map((_, index) => index);
        const own = {
          ...base,
          premises: { ...base.premises, buildings },
          buildings: base.premises.ids.map(id => `b-${id}`),
        };
        const west = { ...one, place: drawn(0, 480), target: one.target && drawn(0, 240) };
        const east = { ...other, place: drawn(520, 1000), target: other.target && drawn(520, 760) };
        const mode = frozen ? ('frozen' as const) : ('observed' as const);
        const document = (measures: ScenarioMeasure[]): ScenarioDocument => ({
          ...emptyDocument,
          baseline: { mode, announced: true, hardPlans: [] },
          measures,
        });
        const [first, second] = [
          recompute(document([west, east]), own),
          recompute(document([east, west]), own),
        ];
        // Money is added up in the order of the measures; everything that is counted is counted in whole numbers first.
        const counted = ({ figures }: typeof first) =>
          figures.filter(({ id }) => !['cost', 'value', 'uneconomic-top', 'people', 'trees'].includes(id));
        expect(canonicalText(counted(first))).toBe(canonicalText(counted(second)));
        expect(canonicalText(first.sides)).toBe(canonicalText(second.sides));
        for (const { id, proposal } of first.figures)
          proposal.forEach(({ mid }, year) => {
            expect(second.figures.find(figure => figure.id === id)!.proposal[year]!.mid).toBeCloseTo(mid, 4);
          });
      }),
      { numRuns: 120 },
    );
  });
});

const emptyDocument = fc.sample(anyDocument, { seed: 1, numRuns: 1 })[0]!;

describe('more of a parameter', () => {
  /** Figures that must not fall (or rise) when a parameter grows, for one measure alone. */
  const RULES: [kind: string, parameter: string, figure: string, way: 1 | -1][] = [
    ['shop-to-homes', 'suitable', 'homes', 1],
    ['shop-to-homes', 'usable', 'homes', 1],
    ['shop-to-homes', 'home-size', 'homes', -1],
    ['shop-to-homes', 'persons', 'people', 1],
    ['shop-to-homes', 'cost', 'cost', 1],
    ['office-to-homes', 'suitable', 'homes', 1],
    ['office-to-homes', 'usable', 'homes', 1],
    ['office-to-homes', 'new-floor', 'homes', 1],
    ['office-to-homes', 'mixed', 'homes', -1],
    ['homes-above-shops', 'suitable', 'homes', 1],
    ['homes-above-shops', 'usable', 'homes', 1],
    ['homes-above-shops', 'upper', 'homes', 1],
    ['homes-above-shops', 'home-size', 'homes', -1],
    ['compact-core', 'suitable', 'area-retail', -1],
    ['green-space', 'green', 'green-area', 1],
    ['green-space', 'trees', 'trees', 1],
    ['delete-shop-function', 'compensation', 'cost', 1],
  ];

  test.each(RULES)('%s, %s: %s', (kind, parameter, figure, way) => {
    const term = measureModel(kind)!.parameters.find(({ id }) => id === parameter)!;
    const most = Math.min(term.bounds[1], 4 * term.high + 1);
    const value = fc.double({ min: term.bounds[0], max: most, noNaN: true });
    fc.assert(
      fc.property(anyBase, anyMeasureOf(kind, 'm'), value, value, (base, measure, one, other) => {
        const [less, more] = [Math.min(one, other), Math.max(one, other)];
        const withValue = (of: number): ScenarioDocument => ({
          ...emptyDocument,
          measures: [
            {
              ...measure,
              parameters: {
                ...measure.parameters,
                [parameter]: { low: of, mid: of, high: of, source: 'p', priceLevel: '2025' },
              },
            },
          ],
        });
        const [before, after] = [less, more].map(of =>
          expected(collapsed(withValue(of), 'mid'), base, figure),
        );
        after!.forEach((number, year) => {
          expect(way * (number - before![year]!)).toBeGreaterThanOrEqual(-1e-6);
        });
      }),
      { numRuns: 60 },
    );
  });

  test('inflow fills, outflow empties', () => {
    fc.assert(
      fc.property(anyBase, fc.double({ min: 0, max: 0.3, noNaN: true }), (base, more) => {
        const document: ScenarioDocument = {
          ...emptyDocument,
          measures: [],
          baseline: { mode: 'observed', announced: false, hardPlans: [] },
        };
        const raised = (key: 'inflow' | 'outflow'): ScenarioBase => ({
          ...base,
          flows: base.flows.map(flow => ({
            ...flow,
            [key]: { ...flow[key], mid: Math.min(1, flow[key].mid + more) },
          })),
        });
        const vacant = expected(document, base, 'vacant');
        // With inflow and outflow that add up to one at most nothing overshoots.
        const calm = base.flows.every(({ inflow, outflow }) => inflow.mid + outflow.mid + more <= 1);
        if (!calm) return;
        expected(document, raised('inflow'), 'vacant').forEach((number, year) => {
          expect(number).toBeGreaterThanOrEqual(vacant[year]! - 1e-9);
        });
        expected(document, raised('outflow'), 'vacant').forEach((number, year) => {
          expect(number).toBeLessThanOrEqual(vacant[year]! + 1e-9);
        });
      }),
      { numRuns: 80 },
    );
  });
});

describe('assumptions that readers may turn', () => {
  test('move vacancy only where their unit is one that can', () => {
    const vacancyIn = (result: ScenarioResult) => result.figures.filter(({ id }) => id.startsWith('vacan'));
    fc.assert(
      fc.property(
        anyBase,
        fc.constantFrom(...MEASURES.map(({ kind }) => kind)).chain(kind => anyMeasureOf(kind, 'm')),
        (base, measure) => {
          for (const { id: parameter, unit, bounds } of measureModel(measure.kind)!.parameters) {
            const given = measure.parameters[parameter];
            const document = { ...emptyDocument, measures: [measure] };
            if (given === undefined || movesVacancy(document, [{ measure: 'm', parameter }])) continue;
            expect(['share', 'square-metres', 'square-metres-per-home']).not.toContain(unit);
            const most = { ...given, low: bounds[1], mid: bounds[1], high: bounds[1] };
            const turned = { ...measure, parameters: { ...measure.parameters, [parameter]: most } };
            expect(vacancyIn(recompute({ ...document, measures: [turned] }, base))).toEqual(
              vacancyIn(recompute(document, base)),
            );
          }
        },
      ),
      { numRuns: 60 },
    );
  });

  test('stand in order with the proposed value among them, and the proposed combination is the scenario itself', () => {
    fc.assert(
      fc.property(
        anyBase,
        anyMeasureOf('shop-to-homes', 'm'),
        fc.array(fc.double({ min: 0.05, max: 1, noNaN: true }), { minLength: 1, maxLength: 4 }),
        (base, measure, settings) => {
          const document: ScenarioDocument = {
            ...emptyDocument,
            measures: [measure],
            openAssumptions: [
              { measure: 'm', parameter: 'suitable', settings },
              { measure: 'm', parameter: 'usable', settings: settings.slice(0, 1) },
            ],
          };
          const open = assumptionSettings(document);
          const combinations = settingCombinations(document);
          expect(combinations).toHaveLength(open.reduce((product, one) => product * one.settings.length, 1));
          for (const { settings: values } of open) expect(values).toEqual(values.toSorted((a, b) => a - b));
          const proposed = combinations.find(({ settings: indexes }) =>
            indexes.every((index, at) => index === open[at]!.proposed),
          )!;
          expect(canonicalText(recompute(proposed.document, base))).toBe(
            canonicalText(recompute(document, base)),
          );
          for (const { document: turned } of combinations)
            for (const { low, mid, high } of Object.values(turned.measures[0]!.parameters)) {
              expect(low).toBeLessThanOrEqual(mid);
              expect(mid).toBeLessThanOrEqual(high);
            }
        },
      ),
      { numRuns: 40 },
    );
  });
});

describe('canonical text', () => {
  test('is the same whatever order keys came in, and reads back', () => {
    fc.assert(
      fc.property(fc.jsonValue(), value => {
        const text = canonicalText(value);
        expect(JSON.parse(text)).toEqual(JSON.parse(JSON.stringify(value)));
        expect(canonicalText(JSON.parse(text))).toBe(text);
      }),
    );
    expect(canonicalText({ b: 1, a: [true, null, 'x'] })).toBe('{"a":[true,null,"x"],"b":1}');
    expect(() => canonicalText({ a: Number.NaN })).toThrow(TypeError);
  });
});
