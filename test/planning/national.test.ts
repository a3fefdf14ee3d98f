import { expect, test } from 'vitest';
import { newMeasure } from '../../server/planning/new-document.ts';
import { recompute } from '../../server/planning/recompute.ts';
import { drawn, type SamplePremises, sampleBase, sampleDocument } from '../support/scenario-base.ts';

/** Homes that the defaults make of so many premises, scaled up to the published volume. */
function homesOf(kind: string, premises: SamplePremises[], scale: number, suitable?: number) {
  const measure = { ...newMeasure(kind, { id: 'm', from: 2027, until: 2027 }), place: drawn(0, 1000) };
  if (suitable !== undefined)
    measure.parameters.suitable = {
      ...measure.parameters.suitable!,
      low: suitable,
      mid: suitable,
      high: suitable,
    };
  const { figures } = recompute(sampleDocument([measure]), sampleBase(premises));
  const { low, mid, high } = figures.find(({ id }) => id === 'homes')!.proposal.at(-1)!;
  return { low: low * scale, mid: mid * scale, high: high * scale };
}

const many = (count: number, one: Omit<SamplePremises, 'id'>): SamplePremises[] =>
  Array.from({ length: count }, (_, index) => ({ id: `p${index}`, status: 'vacant', ...one }));

test('8.7 million m2 of vacant offices give 25,000 homes (Deloitte) within the defaults', () => {
  // 870 offices of 1,000 m2, ten times.
  const { low, high } = homesOf('office-to-homes', many(870, { function: 'office', floorArea: 1000 }), 10);
  expect(low).toBeLessThanOrEqual(25_000);
  expect(high).toBeGreaterThanOrEqual(25_000);
});

test('2 million m2 that are converted give 35,000 homes (Rabobank) within the defaults', () => {
  const { low, high } = homesOf('office-to-homes', many(200, { function: 'office', floorArea: 1000 }), 10, 1);
  expect(low).toBeLessThanOrEqual(35_000);
  expect(high).toBeGreaterThanOrEqual(35_000);
});

test('4.5 million m2 of empty floors above shops give 70,000 homes within the defaults', () => {
  // The floors themselves, so that the whole of each is upstairs: 450 of 100 m2, a hundred times.
  const measure = newMeasure('homes-above-shops', { id: 'm', from: 2027, until: 2027 });
  const whole = (id: string, value: number) => ({
    ...measure.parameters[id]!,
    low: value,
    mid: value,
    high: value,
  });
  const document = sampleDocument([
    {
      ...measure,
      place: drawn(0, 1000),
      parameters: { ...measure.parameters, suitable: whole('suitable', 1), upper: whole('upper', 0.9) },
    },
  ]);
  // 1,000 m2 premises of which 900 m2 lie upstairs, so that homes are not lost in the rounding of small floors.
  const { figures } = recompute(document, sampleBase(many(50, { floorArea: 1000, status: 'in-use' })));
  const { low, high } = figures.find(({ id }) => id === 'homes')!.proposal.at(-1)!;
  expect(low * 100).toBeLessThanOrEqual(70_000);
  expect(high * 100).toBeGreaterThanOrEqual(70_000);
});
