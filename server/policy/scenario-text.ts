import type { ScenarioBase } from '../contract/scenario-base.ts';
import type { ScenarioFault } from '../contract/scenario-result.ts';

/** Shorter names than this are words that any text has. */
const LEAST_NAME = 4;

const escaped = (text: string) => text.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&');

/** Whole words: "Kade 1" does not stand in "Kade 12". */
function standsIn(text: string, name: string): boolean {
  return new RegExp(`(?<![\\p{L}\\p{N}])${escaped(name)}(?![\\p{L}\\p{N}])`, 'iu').test(text);
}

/** Label of a premises, its parts (name, address) and its id: what a text may not name it by. */
function namesOf({ premises }: ScenarioBase): string[] {
  const labels = premises.labels.flatMap(label => [label, ...label.split(', ')]);
  return [...new Set([...premises.ids, ...labels])].filter(name => name.trim().length >= LEAST_NAME);
}

/**
 * Tells of a text whether it names a premises of the base: by its id, its name or its address. What a planner writes
 * beside a measure that takes vacant premises would else say which.
 */
export function namesPremises(base: ScenarioBase): (text: string) => boolean {
  const names = namesOf(base);
  // Most texts name none of thousands: a plain search first is hundreds of times faster than as many patterns.
  return text => {
    const lower = text.toLowerCase();
    return names.some(name => lower.includes(name.toLowerCase()) && standsIn(text, name));
  };
}

/**
 * The warnings that readers may see: those that name no premises, and neither count what a measure's grain hides nor
 * say that it found none.
 * @param isExact by id of a measure: whether everything that it did is published as it is
 */
export function publishedWarnings(
  faults: readonly ScenarioFault[],
  base: ScenarioBase,
  isExact: (measure: string | null) => boolean,
): ScenarioFault[] {
  const names = namesPremises(base);
  return faults.filter(({ code, severity, measure, values }) => {
    if (severity !== 'warning') return false;
    const told = Object.values(values);
    if (told.some(value => typeof value === 'string' && names(value))) return false;
    return isExact(measure) || (code !== 'no-premises' && !told.some(value => typeof value === 'number'));
  });
}
