import { expect, it } from 'vitest';
import type { PublishedMeasure } from '#contract/published-scenario.ts';
import { amendedMeasures } from './scenario-reading-amendment.ts';

const none = { low: 0, mid: 0, high: 0 };

function measure(number: number): PublishedMeasure {
  return {
    id: `m${number}`,
    number,
    kind: 'shop-to-homes',
    name: '',
    remark: '',
    where: { nl: 'Dorpsstraat', en: 'Dorpsstraat' },
    geometry: null,
    target: null,
    phase: { from: 2028, until: 2034 },
    takes: 'vacant',
    choices: {},
    parameters: [{ id: 'suitable', low: 0.2, mid: 0.4, high: 0.5, source: 'raming', priceLevel: null }],
    candidates: 10,
    taken: none,
    takenArea: none,
    homes: none,
    cost: null,
  };
}

const measures = [1, 2, 3].map(measure);

it('finds nothing between a scenario and itself', () => {
  expect(amendedMeasures(measures, structuredClone(measures))).toEqual({
    added: [],
    removed: [],
    changed: [],
  });
});

it('tells what came, went and became different', () => {
  const amendment = structuredClone(measures);
  amendment.splice(1, 1);
  amendment[1]!.phase = { from: 2030, until: 2034 };
  amendment[1]!.parameters[0]!.mid = 0.3;
  amendment.push({ ...structuredClone(measures[0]!), id: 'new', number: 4 });
  const { added, removed, changed } = amendedMeasures(measures, amendment);
  expect(added.map(({ id }) => id)).toEqual(['new']);
  expect(removed.map(({ id }) => id)).toEqual(['m2']);
  expect(changed.map(({ measure }) => measure.id)).toEqual(['m3']);
  expect(changed[0]!.changes).toMatchObject([
    { what: 'phase', was: { from: 2028, until: 2034 }, is: { from: 2030, until: 2034 } },
    { what: 'parameter', id: 'suitable', was: { mid: 0.4 }, is: { mid: 0.3 } },
  ]);
});

it('tells a parameter that was not filled in from one that is', () => {
  const amendment = structuredClone(measures);
  const [gone] = amendment[0]!.parameters.splice(0, 1);
  const { changed } = amendedMeasures(measures, amendment);
  expect(changed[0]!.changes).toEqual([{ what: 'parameter', id: gone!.id, was: gone, is: null }]);
});

it('tells two measures that changed places', () => {
  const amendment = structuredClone(measures);
  [amendment[0], amendment[1]] = [amendment[1]!, amendment[0]!];
  amendment.forEach((measure, index) => {
    measure.number = index + 1;
  });
  const { changed } = amendedMeasures(measures, amendment);
  expect(changed.map(({ changes }) => changes)).toEqual([
    [{ what: 'order', was: 2, is: 1 }],
    [{ what: 'order', was: 1, is: 2 }],
  ]);
});
