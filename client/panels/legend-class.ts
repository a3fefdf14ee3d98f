import { html, type TemplateResult } from 'lit';
import { CLASS_BOUNDS, VACANCY_CLASSES, type VacancyClass } from '#figures/vacancy-class.ts';
import type { Wording } from '../text/wording.ts';

/** How many of the things there are of each kind. */
export function tally<T, K>(things: readonly T[], kindOf: (thing: T) => K): Map<K, number> {
  const counts = new Map<K, number>();
  for (const thing of things) {
    const kind = kindOf(thing);
    counts.set(kind, (counts.get(kind) ?? 0) + 1);
  }
  return counts;
}

/** A class of vacancy in words: its bounds, or the mark it is. */
function classWords(drawn: VacancyClass, { say, write }: Wording): string {
  if (drawn === 'none') return say.legendNone;
  if (drawn === 'below-five') return say.belowFiveLong;
  if (drawn === 'confidential') return say.confidential;
  if (drawn === 'not-observed') return say.notKnown;
  const [low, high] = [CLASS_BOUNDS[drawn - 2], CLASS_BOUNDS[drawn - 1]];
  if (low === undefined) return say.legendUpTo(write.count(high ?? 0));
  return high === undefined
    ? say.legendFrom(write.count(low))
    : say.legendBetween(write.count(low), write.count(high));
}

/** The five classes with their bounds, and whatever marks occur, each with how much there is of it. */
export function classList(
  amounts: ReadonlyMap<VacancyClass, number>,
  wording: Wording,
  amountWords: (amount: number) => string,
): TemplateResult {
  const present = VACANCY_CLASSES.filter(drawn => typeof drawn === 'number' || amounts.has(drawn));
  return html`<ul>
    ${present.map(drawn => {
      const hatch = typeof drawn === 'number' ? `hatched-${drawn}` : '';
      return html`<li>
        <span class="swatch vacancy-${drawn} ${hatch}" aria-hidden="true"></span>${classWords(drawn, wording)}
        <span class="number">${amountWords(amounts.get(drawn) ?? 0)}</span>
      </li>`;
    })}
  </ul>`;
}
