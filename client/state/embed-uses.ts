import type { EmbedUse } from '#contract/embed.ts';
import type { Municipalities, Municipality } from '#contract/municipality.ts';
import { getEmbedUses } from '../api/embed.ts';
import { getMunicipalities } from '../api/municipality.ts';
import { EmbedSites } from './embed-sites.ts';
import { Kept } from './kept.ts';
import { Resource } from './resource.ts';
import type { ScenarioScreen } from './scenario-screen.ts';
import { Watched } from './store.ts';

/** What is wrong comes first, then what was seen last. */
export const byUrgency = (uses: readonly EmbedUse[]): EmbedUse[] =>
  uses.toSorted(
    (a, b) =>
      Number(b.fault !== null) - Number(a.fault !== null) ||
      b.last.localeCompare(a.last) ||
      b.recently - a.recently,
  );

/** Where maps of one municipality stand, as a planner sees it. */
export class EmbedUsesOverview extends Watched {
  readonly screen: ScenarioScreen;
  readonly municipalities = new Resource<[], Municipalities>((_, signal) => getMunicipalities(signal));
  readonly uses = new Kept<[string], EmbedUse[]>(async ([code], signal) =>
    byUrgency((await getEmbedUses(code, signal)).uses),
  );
  readonly sites = new EmbedSites();

  constructor(screen: ScenarioScreen) {
    super();
    this.screen = screen;
    for (const source of [this.municipalities, this.uses, screen]) source.watch(() => this.#follow());
  }

  /** Begins to load; called before anything is drawn. */
  start(): void {
    this.municipalities.show([]);
    this.#follow();
  }

  /** The municipality of the address, else the first; undefined until it is known. */
  get municipality(): Municipality | undefined {
    const known = this.municipalities.value?.municipalities ?? [];
    return known.find(({ code }) => code === this.screen.view.value.municipality) ?? known[0];
  }

  /** Lets a site show maps, and looks again at what is wrong. @throws ApiError */
  async allow(site: string): Promise<void> {
    const { municipality } = this;
    if (!municipality) return;
    await this.sites.allow(municipality.code, site);
    await this.#renew(municipality.code);
  }

  /** What was shown stays until the new list is there. */
  async #renew(municipality: string): Promise<void> {
    try {
      this.uses.put(byUrgency((await getEmbedUses(municipality)).uses));
    } catch {
      this.uses.retry();
    }
  }

  /** The session ended while the page was open. */
  signedOut(): void {
    this.screen.session.set({ role: 'visitor', ended: true });
  }

  #follow(): void {
    const { screen, municipality, uses } = this;
    uses.show(screen.planner && municipality ? [municipality.code] : null);
    if (screen.planner && uses.loaded.state === 'failed' && uses.loaded.error.kind === 'not-signed-in')
      this.signedOut();
    this.changed();
  }
}
