import { type Format, formatFor } from '#figures/format.ts';
import { edition } from '../api/edition.ts';
import { type Language, preferredLanguage } from '../text/language.ts';
import {
  placeInSite,
  readScenarioView,
  type ScenarioPlaceInSite,
  type ScenarioView,
  writeScenarioView,
} from './scenario-address.ts';
import { type SessionValue, sessionOf } from './session.ts';
import { Store, Watched } from './store.ts';

/** Choices that the back button undoes one by one; the others only replace the address. */
const STEPS: readonly (keyof ScenarioView)[] = ['municipality', 'compare', 'tour'];

const formats: Partial<Record<Language, Format>> = {};

/**
 * What every page under `/scenarios` shares, reading and making alike: which page it is, what the address chose,
 * language, theme, and who looks. It changes when any of these does.
 */
export class ScenarioScreen extends Watched {
  readonly view: Store<ScenarioView>;
  readonly session: Store<SessionValue>;
  readonly place: ScenarioPlaceInSite;

  constructor(place: ScenarioPlaceInSite, view: Store<ScenarioView>, session: Store<SessionValue>) {
    super();
    this.place = place;
    this.view = view;
    this.session = session;
    view.watch(() => this.changed());
    session.watch(() => this.changed());
  }

  /** Language of the page: the address's, else the browser's. */
  get language(): Language {
    return this.view.value.language ?? preferredLanguage(navigator.languages);
  }

  /** How numbers and dates are written. */
  get write(): Format {
    formats[this.language] ??= formatFor(this.language);
    return formats[this.language]!;
  }

  /** A planner looks, as far as this page knows; the server decides. */
  get planner(): boolean {
    return this.session.value.role === 'planner';
  }
}

/** The screen of this page's address, kept equal to it from now on. */
export function screenOfAddress(): ScenarioScreen {
  const view = new Store<ScenarioView>(readScenarioView(location.search));
  let last = view.value;
  view.watch(() => {
    const step = STEPS.some(key => String(view.value[key]) !== String(last[key]));
    last = view.value;
    const address = `${location.pathname}${writeScenarioView(view.value, location.search)}${location.hash}`;
    if (address === location.pathname + location.search + location.hash) return;
    if (step) history.pushState(null, '', address);
    else history.replaceState(null, '', address);
  });
  addEventListener('popstate', () => {
    last = readScenarioView(location.search);
    view.set(last);
  });
  // What is shared by link is on a server only: of a static edition everything is public.
  const place = placeInSite(location.pathname, edition === null ? location.hash : '');
  return new ScenarioScreen(place, view, sessionOf(document.cookie));
}
