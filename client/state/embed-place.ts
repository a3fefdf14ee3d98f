import type { Area, AreaDetail, Areas } from '#contract/area.ts';
import type { EmbedReading } from '#contract/embed.ts';
import type { Municipalities, Municipality } from '#contract/municipality.ts';
import type { Scenarios, ScenarioVersion } from '#contract/scenario-version.ts';
import type { Series, SeriesList } from '#contract/series.ts';
import { WALKED_AREA_KINDS } from '#vocabulary/area-kind.ts';
import { getArea, getAreas } from '../api/area.ts';
import { getMunicipalities } from '../api/municipality.ts';
import { getScenario, getScenarios } from '../api/scenario.ts';
import { getSeries } from '../api/series.ts';
import type { EmbedChoice } from './embed-choice.ts';
import { type Loaded, Resource } from './resource.ts';
import type { ScenarioScreen } from './scenario-screen.ts';
import { type Store, Watched } from './store.ts';

/** Milliseconds after which a server that is still preparing is asked again. */
const PREPARING_AGAIN = 1500;

/**
 * Which municipality it is about, and what of it can be chosen. An address may name an area or a scenario only: the
 * municipality follows from it.
 */
export class EmbedPlace extends Watched {
  readonly screen: ScenarioScreen;
  readonly choice: Store<EmbedChoice>;
  readonly municipalities = new Resource<[], Municipalities>((_, signal) => getMunicipalities(signal));
  readonly areas = new Resource<[string], Areas>(([code], signal) => getAreas(code, signal));
  /** What visitors see: nothing else is ever embedded. */
  readonly series = new Resource<[string], SeriesList>(([code], signal) => getSeries(code, false, signal));
  readonly scenarios = new Resource<[string], Scenarios>(([code], signal) => getScenarios(code, signal));
  /** The chosen scenario with its versions. */
  readonly scenario = new Resource<[string], ScenarioVersion>(([id], signal) =>
    getScenario(id, undefined, signal),
  );
  /** An area that the address names and this municipality does not have. */
  readonly elsewhere = new Resource<[string], AreaDetail>(([id], signal) => getArea(id, signal));
  /** Code of the municipality that what is chosen belongs to; null: nothing says. */
  #home: string | null = null;

  constructor(screen: ScenarioScreen, choice: Store<EmbedChoice>) {
    super();
    this.screen = screen;
    this.choice = choice;
    const { municipalities, areas, series, scenarios, scenario, elsewhere } = this;
    for (const source of [municipalities, areas, series, scenarios, scenario, elsewhere, screen, choice])
      source.watch(() => this.#follow());
    municipalities.watch(() => {
      if (municipalities.value?.preparing) setTimeout(() => municipalities.retry(), PREPARING_AGAIN);
    });
  }

  /** Begins to load. */
  start(): void {
    this.municipalities.show([]);
    this.#follow();
  }

  /** The municipality of what is chosen, else the address's, else the first; undefined until it is known. */
  get municipality(): Municipality | undefined {
    const known = this.municipalities.value?.municipalities ?? [];
    const wanted = this.#home ?? this.screen.view.value.municipality;
    return known.find(({ code }) => code === wanted) ?? known[0];
  }

  /** What is worked on belongs to this municipality, whatever the address says. */
  settle(municipality: string): void {
    if (this.#home === municipality) return;
    this.#home = municipality;
    this.#follow();
  }

  /** Goes to another municipality: nothing that was chosen in this one is there. */
  move(municipality: string): void {
    this.#home = null;
    this.choice.set({ area: null, scenario: null, version: null, series: null, referenceDate: null });
    this.screen.view.set({ municipality });
  }

  /** The chosen area; undefined for the whole municipality, and while it is not known. */
  get area(): Area | undefined {
    return this.areas.value?.areas.find(({ id }) => id === this.choice.value.area);
  }

  /** Reading that says most about the chosen place; what the place's own address shows. */
  get reading(): EmbedReading {
    return this.area && WALKED_AREA_KINDS.includes(this.area.kind) ? 'streets' : 'percentage';
  }

  /** The chosen series, else the first; undefined while it is not known, and where there is none. */
  get chosenSeries(): Series | undefined {
    const known = this.series.value?.series ?? [];
    return known.find(({ id }) => id === this.choice.value.series) ?? known[0];
  }

  /** Title of the chosen scenario. */
  get scenarioTitle(): string | undefined {
    const { scenario } = this.choice.value;
    const line = this.scenarios.value?.scenarios.find(({ id }) => id === scenario);
    return line?.title ?? this.scenario.value?.scenario.title;
  }

  /** The address names an area or a scenario that is not there. */
  get unknown(): 'area' | 'scenario' | null {
    const absent = ({ loaded }: { loaded: Loaded<unknown> }) =>
      loaded.state === 'failed' && ['absent', 'refused'].includes(loaded.error.kind);
    const { show, area, scenario } = this.choice.value;
    if (show === 'scenario') return scenario !== null && absent(this.scenario) ? 'scenario' : null;
    return area !== null && absent(this.elsewhere) ? 'area' : null;
  }

  /** There is nothing to show: the municipality has no series that visitors see. */
  get unseen(): boolean {
    return this.choice.value.show !== 'scenario' && this.series.value?.series.length === 0;
  }

  /** What is chosen is there, as far as that is known. */
  get settled(): boolean {
    const { show, area } = this.choice.value;
    if (this.unknown !== null || this.unseen || this.municipality === undefined) return false;
    return show === 'scenario' || area === null || this.area !== undefined;
  }

  #follow(): void {
    const code = this.municipality?.code;
    const { show, area, scenario } = this.choice.value;
    for (const resource of [this.areas, this.series, this.scenarios])
      resource.show(code === undefined ? null : [code]);
    this.scenario.show(scenario === null ? null : [scenario]);
    const { elsewhere } = this;
    const strange = this.areas.value !== undefined || elsewhere.loaded.state !== 'idle';
    elsewhere.show(area !== null && this.area === undefined && strange ? [area] : null);
    const home =
      show === 'scenario' ? this.scenario.value?.scenario.municipality : this.elsewhere.value?.municipality;
    if (home !== undefined) this.settle(home);
    this.changed();
  }
}
