import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { functionIndex } from '#vocabulary/function.ts';
import { type StatusCode, statusIndex } from '#vocabulary/status.ts';
import { CHANGE_KINDS, type ChangeKind, type Changing, changesBetween, countChanges } from './change.ts';
import { membershipColumns } from './place.ts';
import { ABSENT, emptyStock } from './stock.ts';

const RETAIL = functionIndex('retail');
const HOUSING = functionIndex('housing');
const GONE = null;

/** Status per date, null where it does not exist; with another function from date 1 on when `becomes`. */
interface Case {
  story: (StatusCode | null)[];
  becomes?: number;
}

function changing(cases: Case[], methods: string[], successors: Changing['successors'] = []): Changing {
  const dates = methods.length;
  const stock = emptyStock(cases.length, dates);
  cases.forEach(({ story, becomes }, premises) => {
    story.forEach((status, date) => {
      const slot = premises * dates + date;
      stock.functions[slot] = status === GONE ? ABSENT : date > 0 ? (becomes ?? RETAIL) : RETAIL;
      stock.states[slot] = status === GONE ? 0 : statusIndex(status);
    });
  });
  return { stock, methodVersions: methods, days: methods.map((_, date) => date * 100), successors };
}

/** Kind of the change of one premises between two dates. */
const became = (
  story: Case['story'],
  rest: Omit<Case, 'story'> = {},
  successors?: Changing['successors'],
) => {
  const found = changesBetween(changing([{ story, ...rest }], ['1', '1'], successors), 0, 1);
  return 'changes' in found ? found.changes[0]?.kind : found.reason;
};

describe('what changed', () => {
  it.each<[string, Case['story'], ChangeKind | undefined]>([
    ['in use and still', ['in-use', 'in-use'], undefined],
    ['vacant and still', ['vacant', 'vacant'], undefined],
    ['emptied', ['in-use', 'vacant'], 'newly-vacant'],
    ['emptied after temporary use', ['temporary-use', 'vacant'], 'newly-vacant'],
    ['half emptied is in use', ['in-use', 'partly-vacant'], undefined],
    ['filled in part', ['vacant', 'partly-vacant'], 'filled'],
    ['filled for a time', ['vacant', 'temporary-use'], 'filled'],
    ['not looked at before', ['not-observed', 'vacant'], 'newly-observed'],
    ['no answer afterwards', ['vacant', 'unknown'], 'no-longer-observed'],
    ['nobody looked', ['not-observed', 'unknown'], undefined],
    ['pulled down', ['vacant', GONE], 'disappeared'],
    ['built', [GONE, 'in-use'], 'appeared'],
    ['never there', [GONE, GONE], undefined],
  ])('%s', (_, story, kind) => expect(became(story)).toBe(kind));

  it('an office that became homes is converted, vacant or not', () => {
    expect(became(['vacant', 'in-use'], { becomes: HOUSING })).toBe('converted');
    expect(became(['in-use', 'in-use'], { becomes: HOUSING })).toBe('converted');
    expect(became(['vacant', 'not-observed'], { becomes: HOUSING })).toBe('converted');
  });

  it('a store that was split is converted, its parts appeared', () => {
    const cases: Case[] = [
      { story: ['vacant', GONE] },
      { story: [GONE, 'in-use'] },
      { story: [GONE, 'vacant'] },
    ];
    const split = [1, 2].map(successor => ({ premises: 0, successor, day: 50 }));
    expect(changesBetween(changing(cases, ['1', '1'], split), 0, 1)).toEqual({
      changes: [
        { premises: 0, kind: 'converted', wasVacant: true, isVacant: false },
        { premises: 1, kind: 'appeared', wasVacant: false, isVacant: false },
        { premises: 2, kind: 'appeared', wasVacant: false, isVacant: true },
      ],
    });
  });

  it('a succession before or after the two dates does not count; on the later date it does', () => {
    const on = (day: number) => became(['vacant', 'vacant'], {}, [{ premises: 0, successor: 0, day }]);
    expect([on(0), on(1), on(100), on(101)]).toEqual([undefined, 'converted', 'converted', undefined]);
  });

  it('is never told across a change of method, also when the older method came back', () => {
    const story: Case['story'] = ['in-use', 'in-use', 'vacant'];
    const across = (methods: string[], from: number, to: number) =>
      changesBetween(changing([{ story }], methods), from, to);
    expect(across(['1', '1', '2'], 0, 2)).toEqual({ reason: 'method-break' });
    expect(across(['1', '2', '1'], 0, 2)).toEqual({ reason: 'method-break' });
    expect(across(['1', '2', '2'], 1, 2)).toHaveProperty('changes.length', 1);
    expect(across(['1', '1', '1'], 2, 2)).toEqual({ reason: 'same-date' });
    expect(across(['1', '1', '1'], 2, 0)).toEqual(across(['1', '1', '1'], 0, 2));
  });

  it('explains the difference in vacant premises, in every place', () => {
    const status = fc.constantFrom<StatusCode | null>(
      null,
      'not-observed',
      'in-use',
      'vacant',
      'partly-vacant',
      'unknown',
    );
    const one = fc.record({ story: fc.tuple(status, status), becomes: fc.constantFrom(RETAIL, HOUSING) });
    fc.assert(
      fc.property(fc.array(one, { maxLength: 30 }), cases => {
        const input = changing(cases, ['1', '1']);
        const found = changesBetween(input, 0, 1);
        if (!('changes' in found)) throw new Error(found.reason);
        const memberships = cases.flatMap((_, index) => [
          [index, 0] as const,
          [index, 1 + (index % 2)] as const,
        ]);
        const places = {
          keys: ['all', 'even', 'odd'],
          first: { area: 1, side: 3, cell: 3 },
          ...membershipColumns(cases.length, memberships),
        };
        const counts = countChanges(found.changes, places);
        [() => true, (index: number) => index % 2 === 0, (index: number) => index % 2 === 1].forEach(
          (holds, place) => {
            const here = cases.filter((_, index) => holds(index));
            const vacant = (date: number) => here.filter(({ story }) => story[date] === 'vacant').length;
            const changes = found.changes.filter(({ premises }) => holds(premises));
            const sum = changes.reduce(
              (total, change) => total + Number(change.isVacant) - Number(change.wasVacant),
              0,
            );
            expect(sum).toBe(vacant(1) - vacant(0));
            CHANGE_KINDS.forEach((kind, row) => {
              const expected = changes.filter(change => change.kind === kind).length;
              expect(counts[place * CHANGE_KINDS.length + row]).toBe(expected);
            });
          },
        );
      }),
    );
  });
});
