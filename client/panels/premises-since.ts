import type { Premises } from '#contract/premises.ts';
import type { Wording } from '../text/wording.ts';

/** Since when, as an observation states it; null where it states nothing. */
export function sinceWords(
  { sinceEarliest, sinceLatest }: Premises['observations'][number],
  { say, write }: Wording,
): string | null {
  if (sinceLatest === null) return null;
  const latest = write.date(sinceLatest);
  if (sinceEarliest === null) return say.sinceAtLatest(latest);
  const earliest = write.date(sinceEarliest);
  return earliest === latest ? say.sinceExactly(latest) : say.sinceBetween(earliest, latest);
}
