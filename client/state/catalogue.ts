import type { Dataset } from '#contract/dataset.ts';
import type { DataRevision } from '#contract/import-job.ts';
import type { Municipalities, Municipality } from '#contract/municipality.ts';
import { getDatasets } from '../api/dataset.ts';
import { getRevisions } from '../api/import.ts';
import { getMunicipalities } from '../api/municipality.ts';
import { Kept } from './kept.ts';
import type { ScenarioScreen } from './scenario-screen.ts';
import { Watched } from './store.ts';

/** Milliseconds after which a server that is still preparing is asked again. */
const PREPARING_AGAIN = 1500;

/** What is loaded of one municipality, and for a planner its revisions. */
export class Catalogue extends Watched {
  readonly screen: ScenarioScreen;
  readonly municipalities = new Kept<[], Municipalities>((_, signal) => getMunicipalities(signal));
  readonly datasets = new Kept<[string], readonly Dataset[]>(
    async ([code], signal) => (await getDatasets(code, signal)).datasets,
  );
  readonly revisions = new Kept<[string], readonly DataRevision[]>(
    async ([code], signal) => (await getRevisions(code, signal)).revisions,
  );

  constructor(screen: ScenarioScreen) {
    super();
    this.screen = screen;
    for (const source of [this.datasets, this.revisions]) source.watch(() => this.changed());
    for (const source of [this.municipalities, screen]) source.watch(() => this.#follow());
    this.municipalities.watch(() => {
      if (this.municipalities.value?.preparing)
        setTimeout(() => this.municipalities.retry(), PREPARING_AGAIN);
    });
  }

  /** Begins to load; called before anything is drawn. */
  start(): void {
    this.municipalities.show([]);
    this.#follow();
  }

  /** The municipality of the address, else the first; undefined until it is known, and where there is none. */
  get municipality(): Municipality | undefined {
    const known = this.municipalities.value?.municipalities ?? [];
    return known.find(({ code }) => code === this.screen.view.value.municipality) ?? known[0];
  }

  /** Something was loaded or put back. What was shown stays until what is there now has come. */
  async renew(): Promise<void> {
    const code = this.municipality?.code;
    await renewed(this.municipalities, () => getMunicipalities());
    // Where the address led to another municipality meanwhile, its lists are loading already.
    const now = this.municipality?.code;
    if (now === undefined || now !== code) return;
    await Promise.all([
      renewed(this.datasets, async () => (await getDatasets(now)).datasets),
      renewed(this.revisions, async () => (await getRevisions(now)).revisions),
    ]);
  }

  /** Loads again what did not come. */
  retryFailed(): void {
    for (const source of [this.municipalities, this.datasets, this.revisions])
      if (source.loaded.state === 'failed') source.retry();
  }

  #follow(): void {
    const { screen, municipality } = this;
    const key = municipality ? ([municipality.code] as [string]) : null;
    this.datasets.show(key);
    // Whoever was signed out in the middle goes on seeing what was there.
    if (!screen.session.value.ended) this.revisions.show(screen.planner ? key : null);
    this.changed();
  }
}

/** Replaces what is shown; where that fails, what was shown stays. */
async function renewed<K extends readonly unknown[], T>(
  source: Kept<K, T>,
  load: () => Promise<T>,
): Promise<void> {
  const value = await load().catch(() => undefined);
  if (value !== undefined) source.put(value);
}
