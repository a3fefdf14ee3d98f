import type { Municipalities, Municipality } from '#contract/municipality.ts';
import type { PlannerScenarios, Scenarios } from '#contract/scenario-version.ts';
import { getMunicipalities } from '../api/municipality.ts';
import { getPlannerScenarios, getScenarios } from '../api/scenario.ts';
import { Resource } from './resource.ts';
import type { ScenarioScreen } from './scenario-screen.ts';
import { Watched } from './store.ts';

/** The list of scenarios of one municipality: what everyone may see, and a planner's drafts. */
export class ScenarioList extends Watched {
  readonly screen: ScenarioScreen;
  readonly municipalities = new Resource<[], Municipalities>((_, signal) => getMunicipalities(signal));
  readonly published = new Resource<[string], Scenarios>(([code], signal) => getScenarios(code, signal));
  readonly drafts = new Resource<[string], PlannerScenarios>(([code], signal) =>
    getPlannerScenarios(code, signal),
  );

  constructor(screen: ScenarioScreen) {
    super();
    this.screen = screen;
    const told = () => this.changed();
    for (const source of [this.municipalities, this.published, this.drafts, screen]) source.watch(told);
    this.municipalities.watch(() => this.#follow());
    screen.watch(() => this.#follow());
    this.drafts.watch(() => this.#signedOut());
  }

  /** Begins to load; called before anything is drawn. */
  start(): void {
    this.municipalities.show([]);
    this.#follow();
  }

  /** The municipality that the list is of: the address's, else the first; undefined until it is known. */
  get municipality(): Municipality | undefined {
    const known = this.municipalities.value?.municipalities ?? [];
    return known.find(({ code }) => code === this.screen.view.value.municipality) ?? known[0];
  }

  #follow(): void {
    const code = this.municipality?.code;
    this.published.show(code === undefined ? null : [code]);
    this.drafts.show(code === undefined || !this.screen.planner ? null : [code]);
  }

  /** The session ended while the page was open: the page goes on as a visitor's. */
  #signedOut(): void {
    const { loaded } = this.drafts;
    if (loaded.state === 'failed' && loaded.error.kind === 'not-signed-in')
      this.screen.session.set({ role: 'visitor', ended: true });
  }
}
