import { describe, expect, it } from 'vitest';
import type { ScenarioDocument, ScenarioMeasure } from '#contract/scenario.ts';
import { moveMeasure, removeMeasure, setFields, setMeasure, setParameter } from './scenario-edit-commands.ts';
import { documentChanges } from './scenario-edit-difference.ts';

const parameter = { low: 1, mid: 2, high: 3, source: 'eigen', priceLevel: null };
const measure = (id: string): ScenarioMeasure => ({
  id,
  kind: 'shop-to-homes',
  name: id,
  remark: '',
  place: null,
  target: null,
  phase: { from: 2027, until: 2030 },
  takes: 'vacant',
  choices: {},
  parameters: { usable: parameter },
});
const BASE: ScenarioDocument = {
  title: 'Voorstel',
  summary: '',
  notSaid: '',
  horizon: 2036,
  baseline: { mode: 'observed', announced: true, hardPlans: [] },
  measures: ['a', 'b', 'c'].map(measure),
  norms: [],
  indicators: [],
  openAssumptions: [],
};

describe('what an amendment changes', () => {
  it('is nothing for the same document under another title', () => {
    expect(documentChanges(BASE, { ...BASE, title: 'Amendement' })).toEqual([]);
  });

  it('names a parameter with before and after', () => {
    const after = setParameter('b', 'usable', { ...parameter, mid: 2.5 })(BASE);
    expect(documentChanges(BASE, after)).toMatchObject([
      { kind: 'parameter', number: 2, parameter: 'usable', before: { mid: 2 }, after: { mid: 2.5 } },
    ]);
  });

  it('counts from the document that a measure is in', () => {
    const after = removeMeasure('a')(setMeasure('c', { phase: { from: 2028, until: 2030 } })(BASE));
    expect(documentChanges(BASE, after)).toMatchObject([
      { kind: 'field', number: 2, field: 'phase', measure: { id: 'c' } },
      { kind: 'removed', number: 1, measure: { id: 'a' } },
    ]);
  });

  it('sees another order, and the rest of the document', () => {
    const after = setFields({ horizon: 2040 })(moveMeasure('c', -1)(BASE));
    expect(documentChanges(BASE, after)).toMatchObject([
      { kind: 'moved', measure: { id: 'c' }, from: 3, to: 2 },
      { kind: 'moved', measure: { id: 'b' }, from: 2, to: 3 },
      { kind: 'whole', field: 'horizon' },
    ]);
  });
});
