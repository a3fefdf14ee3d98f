import type { Datasets } from '#contract/dataset.ts';
import type {
  PublishedFigure,
  PublishedMeasure,
  PublishedScenario,
  PublishedSide,
  ScenarioSettings,
} from '#contract/published-scenario.ts';
import type { Scenarios, ScenarioVersion } from '#contract/scenario-version.ts';
import type { ScenarioFigureId } from '#vocabulary/scenario-figure.ts';
import { getDatasets } from '../api/dataset.ts';
import {
  getScenario,
  getScenarioSettings,
  getScenarios,
  getSharedScenario,
  type StillReading,
  stillMapAddress,
} from '../api/scenario.ts';
import { MapCommands } from './map-status.ts';
import { Resource } from './resource.ts';
import type { ScenarioPlaceInSite } from './scenario-address.ts';
import { MOST_COMPARED } from './scenario-address.ts';
import { ScenarioNews } from './scenario-reading-news.ts';
import type { ScenarioScreen } from './scenario-screen.ts';
import { Store, Watched } from './store.ts';

/** How far the moving map is; without one there are still maps and tables. */
export type ScenarioMapState = 'waiting' | 'wanted' | 'ready' | 'failed' | 'unsupported';

/** What a reader chose on the page, and what does not stand in the address. */
export interface ReadingChoice {
  map: ScenarioMapState;
  /** How the map is read. */
  reading: 'difference' | 'swipe';
  /** Where the handle of the swipe is: per cent from the left that is "before". */
  swipe: number;
  /** Number of the measure that is chosen, in the list and on the map. */
  measure: number | null;
  /** Id of the street side that is chosen. */
  side: string | null;
  /** Index in `years`: null is the last one. */
  year: number | null;
  /** Where the reader asked the map to be: at a measure by number, or (null) at the whole area. A new object flies again. */
  flown: { measure: number | null };
  /** The page goes to paper, or may: the pictures of the map that stand in its place there are wanted. */
  printing: boolean;
}

/** A version of a scenario as a page reads it, with everything that a reader can turn on it. */
export class ScenarioReading extends Watched {
  readonly screen: ScenarioScreen;
  readonly version: Resource<[ScenarioPlaceInSite], ScenarioVersion>;
  readonly settings: Resource<[string, number], ScenarioSettings>;
  /** Other scenarios of the municipality, for the choice of what to compare with. */
  readonly others: Resource<[string], Scenarios>;
  readonly compared: readonly Resource<[string], ScenarioVersion>[];
  /** What an amendment amends. */
  readonly amended: Resource<[string, number], ScenarioVersion>;
  /** Whose data the map is drawn from. */
  readonly datasets: Resource<[string], Datasets>;
  readonly choice: Store<ReadingChoice>;
  readonly commands = new MapCommands();
  readonly news: ScenarioNews;

  constructor(screen: ScenarioScreen) {
    super();
    this.screen = screen;
    this.version = new Resource(([place], signal) => load(place, signal));
    this.settings = new Resource(([id, version], signal) => getScenarioSettings(id, version, signal));
    this.others = new Resource(([municipality], signal) => getScenarios(municipality, signal));
    this.compared = Array.from(
      { length: MOST_COMPARED },
      () => new Resource<[string], ScenarioVersion>(([id], signal) => getScenario(id, undefined, signal)),
    );
    this.amended = new Resource(([id, version], signal) => getScenario(id, version, signal));
    this.datasets = new Resource(([municipality], signal) => getDatasets(municipality, signal));
    this.choice = new Store<ReadingChoice>({
      map: 'waiting',
      reading: 'difference',
      swipe: 50,
      measure: null,
      side: null,
      year: null,
      flown: { measure: null },
      printing: false,
    });
    this.news = new ScenarioNews(() => this.version.value);
    const told = () => this.changed();
    const sources = [this.version, this.settings, this.others, ...this.compared, this.amended, this.datasets];
    for (const source of [...sources, this.choice, this.news, screen]) source.watch(told);
    this.version.watch(() => this.#follow());
    screen.view.watch(() => this.#follow());
  }

  /** Begins to load; called before anything is drawn. */
  start(): void {
    this.version.show([this.screen.place]);
    this.news.start();
  }

  /** The scenario as it was published; undefined while there is none. */
  get scenario(): PublishedScenario | undefined {
    return this.version.value?.scenario;
  }

  /** Setting per open assumption that is on: the proposed ones, or what the reader turned to. */
  get turned(): readonly number[] {
    const open = this.scenario?.openAssumptions ?? [];
    const turn = this.screen.view.value.turn;
    return open.map(({ settings, proposed }, index) => {
      const asked = turn?.[index];
      return asked !== undefined && asked < settings.length ? asked : proposed;
    });
  }

  /** The reader looks at another setting than the proposed one, and it is there. */
  get isTurned(): boolean {
    return this.#combination !== undefined;
  }

  /** The settings that are on hide vacancy that is shown as proposed. */
  get hidesVacancy(): boolean {
    const hides = ({ id, proposal }: PublishedFigure) =>
      proposal.at(-1)?.mid === 'confidential' &&
      this.scenario?.figures.some(one => one.id === id && one.proposal.at(-1)?.mid !== 'confidential');
    return this.isTurned && this.figures.some(hides);
  }

  /** Every figure, in the settings that are on. */
  get figures(): readonly PublishedFigure[] {
    return this.#combination?.figures ?? this.scenario?.figures ?? [];
  }

  /** A figure in the settings that are on; undefined where this scenario does not have it. */
  figure(id: ScenarioFigureId): PublishedFigure | undefined {
    return this.figures.find(figure => figure.id === id);
  }

  /** Street sides, in the settings that are on. */
  get sides(): readonly PublishedSide[] {
    const sides = this.scenario?.sides ?? [];
    const turned = this.#combination?.sides;
    if (turned === undefined) return sides;
    const byId = new Map(turned.map(side => [side.id, side]));
    return sides.map(side => ({ ...side, ...byId.get(side.id) }));
  }

  /** The measure that is chosen; undefined when none is. */
  get measure(): PublishedMeasure | undefined {
    return this.scenario?.measures.find(({ number }) => number === this.choice.value.measure);
  }

  /** Index of the year that is shown: the last one unless another was chosen. */
  get year(): number {
    const last = (this.scenario?.years.length ?? 1) - 1;
    return Math.min(this.choice.value.year ?? last, last);
  }

  /** Turns one open assumption; turning all back to what is proposed leaves nothing in the address. */
  turn(assumption: number, setting: number): void {
    const turn = this.turned.map((now, index) => (index === assumption ? setting : now));
    const proposed = this.scenario?.openAssumptions.map(open => open.proposed) ?? [];
    const same = turn.every((setting, index) => setting === proposed[index]);
    this.screen.view.set({ turn: same ? null : turn });
  }

  /** Asks for the moving map: when the reader comes near it, not before. */
  wantMap(): void {
    if (this.choice.value.map !== 'waiting' || this.scenario === undefined) return;
    this.datasets.show([this.scenario.municipality]);
    this.choice.set({ map: 'wanted' });
  }

  /** Chooses a measure, or none; choosing the chosen one again lets go of it. */
  chooseMeasure(number: number | null): void {
    this.choice.set({ measure: number === this.choice.value.measure ? null : number });
  }

  /** Address of a still map; null for what is shared by link, of which the server draws none. */
  still(reading: StillReading): string | null {
    const { scenario, screen } = this;
    if (scenario === undefined || scenario.version === 0) return null;
    return stillMapAddress(scenario.id, scenario.version, reading, screen.language);
  }

  get #combination(): ScenarioSettings['combinations'][number] | undefined {
    const { turned, scenario } = this;
    const proposed = scenario?.openAssumptions.map(open => open.proposed) ?? [];
    if (turned.every((setting, index) => setting === proposed[index])) return undefined;
    const key = turned.join();
    return this.settings.value?.combinations.find(({ settings }) => settings.join() === key);
  }

  /** What the address asks for beside the version itself. */
  #follow(): void {
    const { scenario, screen } = this;
    if (scenario === undefined) return;
    const { turn, compare } = screen.view.value;
    if (turn !== null) this.wantSettings();
    for (const [index, resource] of this.compared.entries()) {
      const id = compare.filter(id => id !== scenario.id)[index];
      resource.show(id === undefined ? null : [id]);
    }
    const from = scenario.amendmentOf;
    this.amended.show(from === null ? null : [from.scenario, from.version]);
  }

  /** Loads what the open assumptions give: when the reader opens them, not before. */
  wantSettings(): void {
    const { scenario } = this;
    if (scenario === undefined || scenario.version === 0 || scenario.openAssumptions.length === 0) return;
    this.settings.show([scenario.id, scenario.version]);
  }

  /** Loads the list to choose from. */
  wantOthers(): void {
    if (this.scenario) this.others.show([this.scenario.municipality]);
  }
}

function load(place: ScenarioPlaceInSite, signal: AbortSignal): Promise<ScenarioVersion> {
  if (place.page === 'version') return getScenario(place.id, place.version, signal);
  if (place.page === 'shared') return getSharedScenario(place.key);
  if (place.page === 'latest') return getScenario(place.id, undefined, signal);
  throw new Error(`no scenario is read at a page "${place.page}"`);
}
