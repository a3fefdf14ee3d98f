import fc from 'fast-check';
import { DURATION_CODES } from '../../geodata/vocabulary/duration.ts';
import { FUNCTION_CODES } from '../../geodata/vocabulary/function.ts';
import type { ScenarioDocument, ScenarioMeasure, ScenarioPlace } from '../../server/contract/scenario.ts';
import type { ObservedFlow, ScenarioBase } from '../../server/contract/scenario-base.ts';
import { MEASURES } from '../../server/planning/measures.ts';
import { newMeasure } from '../../server/planning/new-document.ts';
import { drawn, type SamplePremises, sampleBase, sampleDocument } from './scenario-base.ts';

/** Three numbers in order. */
const ordered = (least: number, most: number) =>
  fc
    .tuple(...Array.from({ length: 3 }, () => fc.double({ min: least, max: most, noNaN: true })))
    .map(values => {
      const [low, mid, high] = values.toSorted((a, b) => a - b) as [number, number, number];
      return { low, mid, high };
    });

const premises = (id: string): fc.Arbitrary<SamplePremises> =>
  fc.record({
    id: fc.constant(id),
    x: fc.integer({ min: 1, max: 999 }),
    function: fc.constantFrom('retail' as const, 'retail' as const, ...FUNCTION_CODES),
    floorArea: fc.option(fc.integer({ min: 10, max: 900 }), { freq: 9 }),
    status: fc.constantFrom(
      'in-use' as const,
      'in-use' as const,
      'vacant' as const,
      'vacant' as const,
      'announced-vacant' as const,
      'not-observed' as const,
      'temporary-use' as const,
    ),
    duration: fc.constantFrom(...DURATION_CODES),
    storey: fc.constantFrom(-1, 0, 1),
    allowed: fc.constantFrom('retail' as const, 'office' as const),
    building: fc.constantFrom('x', 'y', 'z', `b-${id}`),
    side: fc.constantFrom('odd' as const, 'even' as const),
  });

const flow: fc.Arbitrary<ObservedFlow> = fc
  .record({
    code: fc.constantFrom('retail' as const, 'office' as const, 'services' as const),
    inflow: ordered(0, 0.4),
    outflow: ordered(0, 0.9),
  })
  .map(({ code, inflow, outflow }) => ({
    function: code,
    inflow,
    outflow,
    inUseYears: 30,
    vacantYears: 30,
    pooled: false,
  }));

/** A base of up to sixty premises, with or without flows. */
export const anyBase: fc.Arbitrary<ScenarioBase> = fc
  .tuple(fc.integer({ min: 0, max: 60 }), fc.array(flow, { maxLength: 3 }))
  .chain(([count, flows]) =>
    fc
      .tuple(...Array.from({ length: count }, (_, index) => premises(`p${String(index).padStart(3, '0')}`)))
      .map(rows =>
        sampleBase(
          rows,
          flows.filter((one, index) => flows.findIndex(other => other.function === one.function) === index),
        ),
      ),
  );

const place: fc.Arbitrary<ScenarioPlace> = fc.oneof(
  fc
    .tuple(fc.integer({ min: 0, max: 900 }), fc.integer({ min: 20, max: 600 }))
    .map(([west, width]) => drawn(west, west + width)),
  fc.constant({ kind: 'area', id: 'kern' } as ScenarioPlace),
  fc.constant({ kind: 'street-sides', ids: ['side-odd'] } as ScenarioPlace),
  fc
    .uniqueArray(fc.integer({ min: 0, max: 59 }), { maxLength: 20 })
    .map(
      ids => ({ kind: 'premises', ids: ids.map(id => `p${String(id).padStart(3, '0')}`) }) as ScenarioPlace,
    ),
);

/** A measure of a kind with possible values, somewhere. */
export const anyMeasureOf = (kind: string, id: string): fc.Arbitrary<ScenarioMeasure> => {
  const model = MEASURES.find(one => one.kind === kind)!;
  const parameters = Object.fromEntries(
    model.parameters.map(term => [
      term.id,
      ordered(term.bounds[0], Math.min(term.bounds[1], 4 * term.high + 1)).map(range => ({
        ...range,
        source: 'proef',
        priceLevel: '2025',
      })),
    ]),
  );
  return fc
    .record({
      place,
      target: place,
      phase: fc.tuple(fc.integer({ min: 2027, max: 2031 }), fc.integer({ min: 0, max: 3 })),
      takes: fc.constantFrom(...model.takes),
      choices: fc.record(
        Object.fromEntries(
          model.choices.map(({ id, options }) => [id, fc.constantFrom(...options.map(one => one.id))]),
        ),
      ),
      parameters: fc.record(parameters),
    })
    .map(({ phase: [from, years], ...rest }) => ({
      ...newMeasure(kind, { id, from, until: from + years }),
      ...rest,
      target: model.target === null ? null : rest.target,
      choices: rest.choices as Record<string, string>,
    }));
};

/** Up to five measures of any kind. */
export const anyMeasures: fc.Arbitrary<ScenarioMeasure[]> = fc
  .array(fc.constantFrom(...MEASURES.map(({ kind }) => kind)), { maxLength: 5 })
  .chain(kinds => fc.tuple(...kinds.map((kind, index) => anyMeasureOf(kind, `m${index}`))));

/** A scenario of five years. */
export const anyDocument: fc.Arbitrary<ScenarioDocument> = fc
  .record({
    measures: anyMeasures,
    mode: fc.constantFrom('observed' as const, 'frozen' as const),
    announced: fc.boolean(),
  })
  .map(({ measures, mode, announced }) =>
    sampleDocument(measures, { horizon: 2031, baseline: { mode, announced, hardPlans: [] } }),
  );
