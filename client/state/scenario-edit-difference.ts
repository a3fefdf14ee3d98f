import type { ScenarioDocument, ScenarioMeasure, ScenarioParameter } from '#contract/scenario.ts';
import { sameValue } from './scenario-edit-merge.ts';

/** Something that an amendment changed. Numbers of measures are their places in the document they are in, from 1. */
export type DocumentChange =
  | { kind: 'added'; number: number; measure: ScenarioMeasure }
  | { kind: 'removed'; number: number; measure: ScenarioMeasure }
  | { kind: 'moved'; measure: ScenarioMeasure; from: number; to: number }
  | {
      kind: 'parameter';
      number: number;
      measure: ScenarioMeasure;
      parameter: string;
      before: ScenarioParameter | null;
      after: ScenarioParameter | null;
    }
  | {
      kind: 'field';
      number: number;
      measure: ScenarioMeasure;
      field: 'place' | 'target' | 'phase' | 'takes' | 'choices' | 'name' | 'remark';
    }
  | {
      kind: 'whole';
      field: 'summary' | 'notSaid' | 'horizon' | 'baseline' | 'norms' | 'indicators' | 'openAssumptions';
    };

const FIELDS = ['place', 'target', 'phase', 'takes', 'choices', 'name', 'remark'] as const;
const WHOLE = [
  'summary',
  'notSaid',
  'horizon',
  'baseline',
  'norms',
  'indicators',
  'openAssumptions',
] as const;

/** What differs between a document and the one it started from: measure by measure, then the rest; a title of its own is no difference. */
export function documentChanges(before: ScenarioDocument, after: ScenarioDocument): DocumentChange[] {
  const had = new Map(before.measures.map((measure, index) => [measure.id, { measure, index }]));
  const has = new Set(after.measures.map(({ id }) => id));
  const common = before.measures.filter(({ id }) => has.has(id)).map(({ id }) => id);
  const order = after.measures.filter(({ id }) => had.has(id)).map(({ id }) => id);
  const changes = after.measures.flatMap((measure, index): DocumentChange[] => {
    const number = index + 1;
    const old = had.get(measure.id);
    if (old === undefined) return [{ kind: 'added', number, measure }];
    const moved = common.indexOf(measure.id) !== order.indexOf(measure.id);
    return [
      ...(moved ? [{ kind: 'moved' as const, measure, from: old.index + 1, to: number }] : []),
      ...measureChanges(old.measure, measure, number),
    ];
  });
  const removed = before.measures.flatMap((measure, index): DocumentChange[] =>
    has.has(measure.id) ? [] : [{ kind: 'removed', number: index + 1, measure }],
  );
  const whole = WHOLE.filter(field => !sameValue(before[field], after[field]));
  return [...changes, ...removed, ...whole.map((field): DocumentChange => ({ kind: 'whole', field }))];
}

function measureChanges(before: ScenarioMeasure, after: ScenarioMeasure, number: number): DocumentChange[] {
  const fields = FIELDS.filter(field => !sameValue(before[field], after[field]));
  const names = [...new Set([...Object.keys(before.parameters), ...Object.keys(after.parameters)])];
  const parameters = names.filter(name => !sameValue(before.parameters[name], after.parameters[name]));
  return [
    ...fields.map((field): DocumentChange => ({ kind: 'field', number, measure: after, field })),
    ...parameters.map(
      (parameter): DocumentChange => ({
        kind: 'parameter',
        number,
        measure: after,
        parameter,
        before: before.parameters[parameter] ?? null,
        after: after.parameters[parameter] ?? null,
      }),
    ),
  ];
}
