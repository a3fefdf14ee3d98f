import { describe, expect, it } from 'vitest';
import type { ImportJob, ImportQuestion } from '#contract/import-job.ts';
import { answerFault, answerOf, columnsOf, faultsOf, isChanged, optionsOf } from './import-answers.ts';

const question = (patch: Partial<ImportQuestion>): ImportQuestion => ({
  key: 'q',
  kind: 'text',
  required: true,
  proposal: null,
  ...patch,
});

const jobOf = (questions: ImportQuestion[], options: ImportJob['options'] = {}): ImportJob => ({
  id: 'i1',
  municipality: null,
  source: 'vacancy-list',
  fileName: 'lijst.csv',
  bytes: 10,
  state: 'asking',
  options,
  preview: {
    source: 'vacancy-list',
    title: '',
    municipality: null,
    referenceDate: null,
    found: [],
    columns: [
      { index: 0, header: 'Straat', field: 'street', examples: [] },
      { index: 1, header: 'Iets', field: null, examples: [] },
    ],
    rows: [],
    changes: [],
    questions,
    notices: [],
  },
  step: null,
  progress: null,
  result: null,
  fault: null,
  madeAt: '2026-03-01T09:00:00Z',
  updatedAt: '2026-03-01T09:00:00Z',
  madeBy: 'test',
});

describe('an answer', () => {
  it('is what was typed, else what was sent, else what is proposed', () => {
    const asked = question({ proposal: 'voorstel' });
    expect(answerOf(asked, jobOf([asked]), {})).toBe('voorstel');
    expect(answerOf(asked, jobOf([asked], { q: 'eerder' }), {})).toBe('eerder');
    expect(answerOf(asked, jobOf([asked], { q: 'eerder' }), { q: '' })).toBe('');
  });

  it.each([
    [{ kind: 'date' }, '2026-02-28', null],
    [{ kind: 'date' }, '2026-02-30', 'date'],
    [{ kind: 'date' }, '', 'missing'],
    [{ kind: 'date', required: false }, null, null],
    [{ kind: 'text' }, '   ', 'missing'],
    [{ kind: 'boolean' }, false, null],
    [{ kind: 'boolean' }, undefined, 'missing'],
    [{ kind: 'municipality' }, { code: 'GM0503', name: 'Delft' }, null],
    [{ kind: 'municipality' }, { code: 'GM0503', name: ' ' }, 'name'],
    [{ kind: 'municipality' }, { code: 'GM503', name: 'Delft' }, 'code'],
    [{ kind: 'municipality' }, null, 'missing'],
    [{ kind: 'municipality', proposal: 'GM0503' }, 'GM0503', null],
    [{ kind: 'municipality', choices: [] }, 'Delft', 'code'],
    [{ kind: 'coverage' }, null, 'missing'],
    [{ kind: 'coverage', required: false }, null, null],
    [{ kind: 'coverage' }, { areas: null, functions: null, leastFloorArea: null }, null],
    [{ kind: 'coverage' }, { areas: [], functions: null, leastFloorArea: null }, 'no-area'],
    [{ kind: 'coverage' }, { areas: null, functions: [], leastFloorArea: null }, 'no-function'],
    [{ kind: 'coverage' }, { areas: null, functions: null, leastFloorArea: -1 }, 'area'],
    [{ kind: 'columns' }, null, null],
  ] as [Partial<ImportQuestion>, unknown, string | null][])('%j with %j: %s', (patch, answer, fault) => {
    expect(answerFault(question(patch), answer)).toBe(fault);
  });

  it('keeps of columns what was recognised until it is said otherwise', () => {
    const job = jobOf([]);
    expect(columnsOf(null, job)).toEqual({ 0: 'street', 1: null });
    expect(columnsOf({ 1: 'number', 9: 'gone' }, job)).toEqual({ 0: 'street', 1: 'number' });
    expect(columnsOf({ 0: null }, job)).toEqual({ 0: null, 1: null });
  });
});

describe('what is sent', () => {
  const asked = [
    question({ key: 'date', kind: 'date', proposal: '2026-01-01' }),
    question({ key: 'columns', kind: 'columns', required: false }),
    question({ key: 'remark', required: false }),
  ];

  it('has what was proposed and left as it was, and nothing of what stayed empty', () => {
    expect(optionsOf(jobOf(asked), {})).toEqual({ date: '2026-01-01', columns: { 0: 'street', 1: null } });
  });

  it('takes back what was answered before', () => {
    expect(optionsOf(jobOf(asked, { remark: 'oud' }), { remark: '' })).toMatchObject({ remark: null });
  });

  it('waits for what is wrong', () => {
    expect(faultsOf(jobOf(asked), { date: 'gisteren' })).toEqual([{ key: 'date', fault: 'date' }]);
    expect(faultsOf(jobOf(asked), {})).toEqual([]);
  });

  it('differs from what was sent only where something else was typed', () => {
    const job = jobOf(asked, { date: '2026-01-01' });
    expect(isChanged(job, {})).toBe(false);
    expect(isChanged(job, { date: '2026-01-01' })).toBe(false);
    expect(isChanged(job, { date: '2026-01-02' })).toBe(true);
    expect(isChanged(job, { gone: 1 })).toBe(false);
  });
});
