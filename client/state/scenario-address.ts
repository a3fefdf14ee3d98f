import { isLanguage, type Language } from '../text/language.ts';
import type { Theme } from './view.ts';

/** What an address under `/scenarios` asks for. `key`: of a link that shares a draft; it stands behind the `#`. */
export type ScenarioPlaceInSite =
  | { page: 'list' }
  | { page: 'latest'; id: string }
  | { page: 'version'; id: string; version: number }
  | { page: 'shared'; id: string; key: string }
  | { page: 'edit'; id: string }
  | { page: 'unknown' };

/** What a reader of scenarios chose. It all stands in the address, and nothing of it anywhere else. */
export interface ScenarioView {
  /** Null: the browser's. */
  language: Language | null;
  /** Null: the device's. */
  theme: Theme | null;
  /** Which municipality the list is of; null: the first. */
  municipality: string | null;
  /** Setting of every open assumption, as indexes; null: as proposed. */
  turn: readonly number[] | null;
  /** Ids of the scenarios that stand beside this one. */
  compare: readonly string[];
  /** Step of the tour, from 1; null: the page. */
  tour: number | null;
}

/** Scenarios that can stand beside the one that is read. */
export const MOST_COMPARED = 2;

/** Which page an address is. @param hash with its `#`: the key of a shared link stands in it */
export function placeInSite(path: string, hash: string): ScenarioPlaceInSite {
  const [root, id, what, number, ...more] = path.split('/').filter(part => part !== '');
  if (root !== 'scenarios' || more.length > 0) return { page: 'unknown' };
  if (id === undefined) return { page: 'list' };
  const key = /^#key=(.{20,100})$/.exec(hash)?.[1];
  if (what === undefined) return key === undefined ? { page: 'latest', id } : { page: 'shared', id, key };
  if (what === 'edit' && number === undefined) return { page: 'edit', id };
  const version = /^\d{1,6}$/.test(number ?? '') ? Number(number) : 0;
  return what === 'versions' && version > 0 ? { page: 'version', id, version } : { page: 'unknown' };
}

const wholeNumber = (text: string | null): number | null =>
  /^\d{1,3}$/.test(text ?? '') ? Number(text) : null;

/** What the query of an address says; unknown words are as good as none. */
export function readScenarioView(search: string): ScenarioView {
  const query = new URLSearchParams(search);
  const [language, theme, turn] = [query.get('language'), query.get('theme'), query.get('turn')];
  const tour = wholeNumber(query.get('tour'));
  return {
    language: isLanguage(language) ? language : null,
    theme: theme === 'light' || theme === 'dark' ? theme : null,
    municipality: query.get('municipality'),
    turn: /^\d(\.\d){0,2}$/.test(turn ?? '') ? turn!.split('.').map(Number) : null,
    compare: [...new Set((query.get('compare') ?? '').split(','))]
      .filter(id => id !== '')
      .slice(0, MOST_COMPARED),
    tour: tour === null ? null : Math.max(1, tour),
  };
}

/** The query of a view, after another query: what is not ours in it stays. Empty, or with its `?`. */
export function writeScenarioView(view: ScenarioView, search: string): string {
  const query = new URLSearchParams(search);
  const parts: [string, string | null][] = [
    ['language', view.language],
    ['theme', view.theme],
    ['municipality', view.municipality],
    ['turn', view.turn === null ? null : view.turn.join('.')],
    ['compare', view.compare.length === 0 ? null : view.compare.join(',')],
    ['tour', view.tour === null ? null : String(view.tour)],
  ];
  for (const [name, value] of parts)
    if (value === null) query.delete(name);
    else query.set(name, value);
  const text = query.toString().replaceAll('%2C', ',');
  return text === '' ? '' : `?${text}`;
}
