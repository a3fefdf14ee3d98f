import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ScenarioDocument, ScenarioMeasure } from '#contract/scenario.ts';
import {
  addMeasure,
  duplicateMeasure,
  type EditCommand,
  moveMeasure,
  removeMeasure,
  setChoice,
  setFields,
  setHardPlans,
  setIndicators,
  setMeasure,
  setNorm,
  setParameter,
} from './scenario-edit-commands.ts';
import { newHistory, rebased, redone, sealed, stepped, undone } from './scenario-edit-history.ts';

const EMPTY: ScenarioDocument = {
  title: '',
  summary: '',
  notSaid: '',
  horizon: 2036,
  baseline: { mode: 'observed', announced: true, hardPlans: [] },
  measures: [],
  norms: [],
  indicators: [],
  openAssumptions: [],
};

const measure = (id: string): ScenarioMeasure => ({
  id,
  kind: 'green-space',
  name: '',
  remark: '',
  place: null,
  target: null,
  phase: { from: 2027, until: 2030 },
  takes: 'all',
  choices: {},
  parameters: {},
});

const id = fc.constantFrom('a', 'b', 'c');
const text = fc.string({ maxLength: 5 });
const number = { low: 1, mid: 2, high: 3, source: '', priceLevel: null };

const command: fc.Arbitrary<EditCommand> = fc.oneof(
  text.map(title => setFields({ title })),
  id.map(name => addMeasure(measure(name))),
  id.map(name => removeMeasure(name)),
  id.map(name => duplicateMeasure(name, { id: `${name}2`, name: '' })),
  fc.tuple(id, fc.constantFrom(1 as const, -1 as const)).map(([name, by]) => moveMeasure(name, by)),
  fc.tuple(id, text).map(([name, remark]) => setMeasure(name, { remark })),
  fc.tuple(id, fc.boolean()).map(([name, on]) => setParameter(name, 'trees', on ? number : null)),
  fc.tuple(id, text).map(([name, option]) => setChoice(name, 'soil', option)),
  fc.constant(setNorm('jobs', { kind: 'jobs', values: {}, source: '' })),
  fc.constant(setNorm('jobs', null)),
  fc.constant(setIndicators(list => [...list, { figure: 'vacant', norm: null }])),
  fc.constant(setHardPlans(plans => plans.slice(1))),
);

const steps = fc.array(fc.tuple(command, fc.option(fc.constantFrom('title', 'remark'))), { maxLength: 40 });

describe('taking steps back', () => {
  it('undoing all gives the first document, redoing all the last', () => {
    fc.assert(
      fc.property(steps, list => {
        let history = newHistory(EMPTY);
        for (const [change, field] of list) history = stepped(history, change(history.present), field);
        const last = history.present;
        for (const _ of list) history = undone(history);
        expect(history.present).toBe(EMPTY);
        expect(history.past).toEqual([]);
        for (const _ of list) history = redone(history);
        expect(history.present).toBe(last);
        expect(history.future).toEqual([]);
      }),
    );
  });

  it('a step after going back forgets what was taken back', () => {
    const there = stepped(stepped(newHistory(1), 2, null), 3, null);
    expect(stepped(undone(there), 9, null)).toMatchObject({ past: [1, 2], present: 9, future: [] });
  });

  it('typing in one field is one step, until the field is left', () => {
    let history = newHistory('');
    for (const typed of ['a', 'ab', 'abc']) history = stepped(history, typed, 'title');
    history = stepped(sealed(history), 'abcd', 'title');
    expect(undone(history).present).toBe('abc');
    expect(undone(undone(history)).present).toBe('');
  });

  it('nothing changed is no step', () => {
    expect(stepped(newHistory(1), 1, null).past).toEqual([]);
    expect(undone(newHistory(1)).present).toBe(1);
    expect(redone(newHistory(1)).present).toBe(1);
  });

  it('what somebody else did is in every step', () => {
    const history = undone(stepped(stepped(newHistory([1]), [2], null), [3], null));
    const mixed = rebased(history, list => [...list, 9]);
    expect(mixed).toMatchObject({ past: [[1, 9]], present: [2, 9], future: [[3, 9]] });
  });
});
