import type { ScenarioParameter } from '../contract/scenario.ts';
import type { ScenarioFault } from '../contract/scenario-result.ts';
import { error } from './fault-severity.ts';
import type { ParameterTerm } from './measure.ts';

/** Where in the document, and of which measure; null for what belongs to none. */
interface At {
  field: string;
  measure: string | null;
}

const inWords = ({ words }: ParameterTerm): string => `${words.nl}|${words.en}`;

/** Shares are shown as per cent, so their bounds are said so. */
function bound(value: number, { unit }: ParameterTerm): string | number {
  return unit === 'share' ? `${Math.round(value * 100)} %` : value;
}

/**
 * What is wrong with one parameter as it was filled in; an optional one that was not is fine.
 * @param at field of the parameter itself
 */
export function parameterFaults(
  term: ParameterTerm,
  given: ScenarioParameter | undefined,
  at: At,
): ScenarioFault[] {
  const place = { ...at, values: { parameter: inWords(term) } };
  if (given === undefined) return term.optional ? [] : [error('parameter-missing', place)];
  const [least, most] = term.bounds;
  const values = [given.low, given.mid, given.high];
  return [
    ...(values.every(value => value >= least && value <= most)
      ? []
      : [
          error('parameter-bounds', {
            ...place,
            values: { ...place.values, least: bound(least, term), most: bound(most, term) },
          }),
        ]),
    ...(given.low <= given.mid && given.mid <= given.high ? [] : [error('parameter-order', place)]),
    ...(given.source.trim() === ''
      ? [error('parameter-source', { ...place, field: `${place.field}.source` })]
      : []),
    ...(term.unit.startsWith('euro') && !given.priceLevel?.trim()
      ? [error('price-level', { ...place, field: `${place.field}.priceLevel` })]
      : []),
  ];
}
