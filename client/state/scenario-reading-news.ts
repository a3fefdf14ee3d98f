import type { ScenarioVersion, VersionSummary } from '#contract/scenario-version.ts';
import { getScenario } from '../api/scenario.ts';
import { Watched } from './store.ts';

/** Milliseconds between two looks while the page is in sight; a meeting leaves it open for hours. */
const LOOK_EVERY = 180_000;

/** What happened since the version was loaded: newer versions, newer data. It announces, and changes nothing shown. */
export class ScenarioNews extends Watched {
  #shown: () => ScenarioVersion | undefined;
  #latest: ScenarioVersion | undefined;

  constructor(shown: () => ScenarioVersion | undefined) {
    super();
    this.#shown = shown;
  }

  /** The newest version when it is not the one that is shown; never for what a link shares. */
  get newer(): VersionSummary | undefined {
    const shown = this.#shown();
    if (shown === undefined || shown.scenario.version === 0) return undefined;
    const newest = (this.#latest ?? shown).versions.at(-1);
    return newest !== undefined && newest.version > shown.scenario.version ? newest : undefined;
  }

  /** The municipality's data are newer than what the scenario was computed with. */
  get newerData(): boolean {
    const shown = this.#shown();
    const revision = (this.#latest ?? shown)?.currentRevision ?? null;
    return shown !== undefined && revision !== null && revision > shown.scenario.revision;
  }

  /** The version was withdrawn while somebody read it. */
  get withdrawn(): ScenarioVersion['scenario']['withdrawn'] {
    return (this.#latest ?? this.#shown())?.scenario.withdrawn ?? null;
  }

  /** Begins to look now and then. */
  start(): void {
    setInterval(() => this.#lookIfSeen(), LOOK_EVERY);
    document.addEventListener('visibilitychange', () => this.#lookIfSeen());
  }

  #lookIfSeen(): void {
    const shown = this.#shown()?.scenario;
    if (document.hidden || shown === undefined || shown.version === 0) return;
    getScenario(shown.id, shown.version).then(
      latest => {
        this.#latest = latest;
        this.changed();
      },
      // A look that fails says nothing: what is shown stays, and the next look comes.
      () => undefined,
    );
  }
}
