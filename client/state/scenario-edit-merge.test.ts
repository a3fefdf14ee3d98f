import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ScenarioDocument, ScenarioMeasure } from '#contract/scenario.ts';
import {
  addMeasure,
  type EditCommand,
  moveMeasure,
  removeMeasure,
  setFields,
  setMeasure,
  setNorm,
  setParameter,
} from './scenario-edit-commands.ts';
import { mergeDocuments, mergeYielding, sameValue } from './scenario-edit-merge.ts';

const parameter = (mid: number) => ({ low: mid, mid, high: mid, source: 'raad', priceLevel: null });

const measure = (id: string): ScenarioMeasure => ({
  id,
  kind: 'shop-to-homes',
  name: '',
  remark: '',
  place: { kind: 'area', id: 'centrum' },
  target: null,
  phase: { from: 2027, until: 2030 },
  takes: 'vacant',
  choices: {},
  parameters: { suitable: parameter(0.4), usable: parameter(0.8) },
});

const BASE: ScenarioDocument = {
  title: 'Centrum',
  summary: '',
  notSaid: '',
  horizon: 2036,
  baseline: { mode: 'observed', announced: true, hardPlans: [] },
  measures: ['a', 'b', 'c', 'd'].map(measure),
  norms: [],
  indicators: [{ figure: 'vacant', norm: null }],
  openAssumptions: [],
};

/** Steps that each touch something of their own: any two of them can be done by two planners at once. */
const APART: Record<string, EditCommand> = {
  title: setFields({ title: 'Anders' }),
  summary: setFields({ summary: 'Kort' }),
  horizon: setFields({ horizon: 2040 }),
  mode: document => ({ ...document, baseline: { ...document.baseline, mode: 'frozen' } }),
  nameOfA: setMeasure('a', { name: 'Eerst' }),
  placeOfA: setMeasure('a', { place: { kind: 'premises', ids: ['x'] } }),
  suitableOfA: setParameter('a', 'suitable', parameter(0.1)),
  sourceOfUsable: setParameter('a', 'usable', { ...parameter(0.8), source: 'eigen' }),
  costOfA: setParameter('a', 'cost', parameter(1000)),
  phaseOfB: setMeasure('b', { phase: { from: 2028, until: 2029 } }),
  withoutC: removeMeasure('c'),
  e: addMeasure(measure('e')),
  jobs: setNorm('jobs', {
    kind: 'jobs',
    values: { office: { low: 20, mid: 25, high: 30 } },
    source: 'eigen',
  }),
  order: moveMeasure('b', -1),
};

const names = Object.keys(APART);
const all = (chosen: readonly string[], document: ScenarioDocument) =>
  chosen.reduce((before, name) => APART[name]!(before), document);

/** Every name goes to one planner, to the other, or to neither. */
const shared = fc
  .array(fc.constantFrom('mine', 'theirs', 'neither'), { minLength: names.length, maxLength: names.length })
  .map(sides => ({
    mine: names.filter((_, index) => sides[index] === 'mine'),
    theirs: names.filter((_, index) => sides[index] === 'theirs'),
  }));

describe('putting two drafts together', () => {
  it('loses nothing of either when they touch different things', () => {
    fc.assert(
      fc.property(shared, ({ mine, theirs }) => {
        const merged = mergeDocuments(BASE, all(mine, BASE), all(theirs, BASE));
        expect(merged.clashes).toEqual([]);
        expect(sameValue(merged.document, all([...mine, ...theirs], BASE))).toBe(true);
      }),
    );
  });

  it('is the other’s when I did nothing, mine when they did nothing', () => {
    fc.assert(
      fc.property(shared, ({ mine }) => {
        const changed = all(mine, BASE);
        expect(mergeDocuments(BASE, BASE, changed).document).toEqual(changed);
        expect(mergeDocuments(BASE, changed, BASE).document).toEqual(changed);
        expect(mergeDocuments(BASE, changed, changed)).toEqual({ document: changed, clashes: [], taken: [] });
      }),
    );
  });

  it('keeps mine and names the field when both changed the same', () => {
    const mine = setFields({ title: 'Mijn titel', summary: 'Mijn' })(BASE);
    const theirs = setMeasure('a', { name: 'Hun naam' })(setFields({ title: 'Hun titel' })(BASE));
    const merged = mergeDocuments(BASE, mine, theirs);
    expect(merged.clashes).toEqual(['title']);
    expect(merged.taken).toEqual(['measures.a.name']);
    expect(merged.document).toMatchObject({ title: 'Mijn titel', summary: 'Mijn' });
    expect(merged.document.measures[0]!.name).toBe('Hun naam');
    expect(mergeYielding(BASE, mine, theirs)).toMatchObject({ title: 'Hun titel', summary: 'Mijn' });
  });

  it.each([
    ['a parameter', setParameter('a', 'usable', parameter(0.1)), setParameter('a', 'usable', parameter(0.2))],
    ['a measure that is gone', removeMeasure('a'), setMeasure('a', { name: 'Blijft' })],
    ['a place', setMeasure('a', { place: null }), setMeasure('a', { place: { kind: 'area', id: 'kern' } })],
    ['the order', moveMeasure('a', 1), moveMeasure('d', -1)],
  ] as [string, EditCommand, EditCommand][])('sees a clash about %s', (_, mine, theirs) => {
    expect(mergeDocuments(BASE, mine(BASE), theirs(BASE)).clashes.length).toBeGreaterThan(0);
    expect(mergeYielding(BASE, mine(BASE), theirs(BASE))).toEqual(theirs(BASE));
  });

  it('does not make more of a list than it may hold', () => {
    const open = (name: string) => ({ measure: name, parameter: 'usable', settings: [0.5] });
    const mine = { ...BASE, openAssumptions: [open('a'), open('b')] };
    const theirs = { ...BASE, openAssumptions: [open('c'), open('d')] };
    const merged = mergeDocuments(BASE, mine, theirs);
    expect(merged.clashes).toEqual(['openAssumptions']);
    expect(merged.document.openAssumptions).toEqual(mine.openAssumptions);
  });
});
