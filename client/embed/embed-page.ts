import type { EmbedMap } from '#contract/embed-map.ts';
import { type EmbedWords, embedWords } from '../text/embed.ts';
import { isLanguage, type Language } from '../text/language.ts';

/** The page as the server wrote it: every part may be missing, and then its script has nothing to do. */
export interface EmbedPage {
  language: Language;
  say: EmbedWords;
  /** Origins that may talk to this page. */
  sites: readonly string[];
  /** What the moving map draws; undefined where there is none. */
  data: EmbedMap | undefined;
  section: HTMLElement | null;
  frame: HTMLElement | null;
  actions: HTMLElement | null;
  status: HTMLElement | null;
  finder: HTMLElement | null;
  swipe: HTMLElement | null;
  table: HTMLDetailsElement | null;
}

/** Reads the parts of this page. */
export function readEmbedPage(): EmbedPage {
  const { lang } = document.documentElement;
  const language = isLanguage(lang) ? lang : 'nl';
  const part = <E extends Element = HTMLElement>(selector: string) => document.querySelector<E>(selector);
  const data = part('#embed-map')?.textContent;
  return {
    language,
    say: embedWords[language],
    sites: (document.body.dataset.sites ?? '').split(/\s+/).filter(site => site !== ''),
    data: data ? (JSON.parse(data) as EmbedMap) : undefined,
    section: part('section.map'),
    frame: part('.map-frame'),
    actions: part('.map-actions'),
    status: part('.map-status'),
    finder: part('.finder'),
    swipe: part('.swipe'),
    table: part<HTMLDetailsElement>('details.table'),
  };
}
