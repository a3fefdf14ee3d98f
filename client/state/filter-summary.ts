import { AREA_KIND_TERMS } from '#vocabulary/area-kind.ts';
import { DURATIONS } from '#vocabulary/duration.ts';
import { FUNCTIONS } from '#vocabulary/function.ts';
import { STATUSES } from '#vocabulary/status.ts';
import type { Wording } from '../text/wording.ts';
import type { Between, View } from './view.ts';

/**
 * The filters that are on, each as a few words: what stands under a table, in its file and on paper.
 * @param planner a visitor's address may carry a planner's filters; they narrow nothing for a visitor
 */
export function filterSummary(view: View, planner: boolean, wording: Wording): string[] {
  const { language, say } = wording;
  const word = (terms: readonly { code: string; nl: string; en: string }[], code: string) =>
    terms.find(term => term.code === code)?.[language] ?? code;
  const words: string[] = [];
  if (view.function !== 'all') words.push(word(FUNCTIONS, view.function));
  if (view.areaKind !== null) words.push(word(AREA_KIND_TERMS, view.areaKind));
  if (!planner) return words;
  const { durations, statuses, floorArea, buildYear } = view.filter;
  words.push(...durations.map(code => word(DURATIONS, code)), ...statuses.map(code => word(STATUSES, code)));
  const between = (title: string, [least, most]: Between) => {
    if (least === null && most === null) return;
    const from = least === null ? [] : [say.filterFrom, String(least)];
    const upTo = most === null ? [] : [say.filterUpTo, String(most)];
    words.push([title.toLowerCase(), ...from, ...upTo].join(' '));
  };
  between(say.filterFloorArea, floorArea);
  between(say.filterBuildYear, buildYear);
  return words;
}
