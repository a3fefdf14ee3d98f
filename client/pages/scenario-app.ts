import { LitElement } from 'lit';
import type { ScenarioScreen } from '../state/scenario-screen.ts';
import '../style/scenario.css';

/**
 * The root of every page under `/scenarios`. It keeps language and theme of the document right and holds one page.
 *
 * A page is a custom element with a property `screen` (`ScenarioScreen`: which page, language, formats, theme, session;
 * watch it, or extend `ScenarioElement`). `client/scenario.ts` names its element and loads its module lazily:
 * `kk-scenario-page` (list and reading) and `kk-scenario-editor-page` (making). A page renders its own landmarks, with
 * `<kk-scenario-head .screen .municipality .actions>` as its first child for the head that all of them share, and sets
 * `document.title`.
 */
export class ScenarioApp extends LitElement {
  /** Shows a page; called once, at the start. @param parts properties of the page beside `screen` */
  open(screen: ScenarioScreen, tag: string, parts: object = {}): void {
    const follow = () => follows(screen);
    screen.watch(follow);
    follow();
    this.addEventListener('click', jump);
    this.replaceChildren(Object.assign(document.createElement(tag), { screen }, parts));
  }

  protected override createRenderRoot(): HTMLElement {
    return this;
  }
}

/**
 * Goes to a place on the page without writing it in the address: behind the `#` of a shared draft stands its key,
 * and a reload would not find the draft any more.
 */
function jump(event: Event): void {
  const link = (event.target as Element).closest('a[href^="#"]');
  const place = link && document.getElementById(link.getAttribute('href')!.slice(1));
  if (!place) return;
  event.preventDefault();
  if (!place.hasAttribute('tabindex')) place.tabIndex = -1;
  place.scrollIntoView();
  place.focus({ preventScroll: true });
}

/** Language and theme of the document. */
function follows({ language, view }: ScenarioScreen): void {
  const root = document.documentElement;
  const { theme } = view.value;
  root.lang = language;
  if (theme === null) delete root.dataset.theme;
  else root.dataset.theme = theme;
}

/** Shows a page in the root element of the document. */
export function openScenarioApp(screen: ScenarioScreen, tag: string, parts: object = {}): void {
  document.querySelector<ScenarioApp>('kk-scenario-app')!.open(screen, tag, parts);
}

customElements.define('kk-scenario-app', ScenarioApp);
