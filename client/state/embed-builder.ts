import type { Embed, EmbedDocument } from '#contract/embed.ts';
import { ApiError } from '../api/api-error.ts';
import { getEmbed, getEmbeds } from '../api/embed.ts';
import { readEmbedChoice, writeEmbedChoice } from './embed-address.ts';
import {
  choiceOf,
  differing,
  documentOf,
  type EmbedChoice,
  type EmbedField,
  type EmbedSetting,
  PLAIN_EMBED,
  settingsOf,
} from './embed-choice.ts';
import { EmbedPlace } from './embed-place.ts';
import { EmbedSaving } from './embed-saving.ts';
import { EmbedSites } from './embed-sites.ts';
import { Kept } from './kept.ts';
import { Resource } from './resource.ts';
import type { ScenarioScreen } from './scenario-screen.ts';
import { Store, Watched } from './store.ts';

/** Choices that the back button undoes one by one; the others only replace the address. */
const STEPS: readonly EmbedField[] = ['show', 'area', 'scenario'];

const storedId = (): string | null => new URLSearchParams(location.search).get('embed');

/** Everything the builder shows, and how one thing follows from another. All that is chosen stands in the address. */
export class EmbedBuilder extends Watched {
  readonly screen: ScenarioScreen;
  readonly choice = new Store<EmbedChoice>(readEmbedChoice(location.search));
  readonly place: EmbedPlace;
  /** Pixels: how high the content is in each width of the preview that was seen. */
  readonly heights = new Store<Partial<Record<number, number>>>({});
  readonly saving = new EmbedSaving();
  readonly sites = new EmbedSites();
  /** The embed that the address names. */
  readonly stored = new Resource<[string], Embed>(([id], signal) => getEmbed(id, signal));
  readonly embeds = new Kept<[string], readonly Embed[]>(
    async ([code], signal) => (await getEmbeds(code, signal)).embeds,
  );
  #last = this.choice.value;

  constructor(screen: ScenarioScreen) {
    super();
    this.screen = screen;
    this.place = new EmbedPlace(screen, this.choice);
    this.choice.watch(() => this.#written());
    this.stored.watch(() => this.#fetched());
    for (const source of [this.place, this.stored, this.embeds, this.sites, this.saving, this.heights])
      source.watch(() => this.#follow());
    addEventListener('popstate', () => {
      this.#last = readEmbedChoice(location.search, this.base);
      this.choice.set(this.#last);
    });
  }

  /** Begins to load; called before anything is drawn. */
  start(): void {
    this.place.start();
    this.#follow();
  }

  /** Id of a stored embed that the address names. */
  get asked(): string | null {
    return storedId();
  }

  /** What the choice started from: the stored embed, else plain settings. */
  get base(): EmbedChoice {
    const { embed } = this.saving;
    return embed ? choiceOf(embed.document) : PLAIN_EMBED;
  }

  /** What the choice is about; undefined while that is not known. */
  get setting(): EmbedSetting | undefined {
    const municipality = this.saving.embed?.document.municipality ?? this.place.municipality?.code;
    return municipality === undefined ? undefined : { municipality, reading: this.place.reading };
  }

  /** What is chosen, as a document; null while it is not complete or not known. */
  get document(): EmbedDocument | null {
    const { setting, place } = this;
    return setting && place.settled ? documentOf(this.choice.value, setting) : null;
  }

  /** Something differs from what is stored. */
  get unsaved(): boolean {
    return this.saving.embed !== null && differing(this.choice.value, this.base).length > 0;
  }

  /** Changes a setting. */
  set(patch: Partial<EmbedChoice>): void {
    this.saving.forget();
    this.choice.set(patch);
  }

  /** Stores what is chosen. @returns whether it was stored */
  async save(over: 'check' | 'over-theirs' = 'check'): Promise<boolean> {
    const { document, saving } = this;
    if (document === null) return false;
    const done = await (over === 'check' ? saving.save(document) : saving.keepMine(document));
    if (done) {
      this.choice.set(settingsOf(saving.embed!.document));
      this.#write('replace', saving.embed?.id);
      this.#listed(saving.embed!);
    }
    return done;
  }

  /** Goes on with what somebody else made of the stored embed. */
  takeTheirs(): void {
    const document = this.saving.takeTheirs();
    if (document) this.choice.set(choiceOf(document));
  }

  /** Withdraws a stored embed. @throws ApiError */
  async withdraw(id: string, reason: string): Promise<void> {
    this.#listed(await this.saving.withdraw(id, reason));
  }

  /** Goes on with the same settings as an embed of its own. */
  startAnew(): void {
    this.saving.know(null);
    this.stored.show(null);
    this.#write('replace', null);
    this.#follow();
  }

  /** The session ended while the page was open: it goes on as a visitor's, with everything that was chosen. */
  signedOut(): void {
    this.screen.session.set({ role: 'visitor', ended: true });
  }

  /** The list of stored embeds has this one as it is now, in front. */
  #listed(embed: Embed): void {
    const others = this.embeds.value?.filter(({ id }) => id !== embed.id);
    if (others) this.embeds.put([embed, ...others]);
  }

  /** Something else was refused: where the session has ended, everything goes on as a visitor's. */
  refused(error: unknown): void {
    if (error instanceof ApiError && error.kind === 'not-signed-in') this.signedOut();
  }

  /** @param embed undefined: the id in the address stays; null: it goes */
  #write(how: 'push' | 'replace', embed?: string | null): void {
    const query = new URLSearchParams(location.search);
    if (embed === null) query.delete('embed');
    else if (embed !== undefined) query.set('embed', embed);
    const search = writeEmbedChoice(this.choice.value, this.base, String(query));
    if (search === location.search) return;
    const address = `${location.pathname}${search}${location.hash}`;
    if (how === 'push') history.pushState(null, '', address);
    else history.replaceState(null, '', address);
  }

  #written(): void {
    const { value } = this.choice;
    const step = STEPS.some(field => value[field] !== this.#last[field]);
    this.#last = value;
    this.#write(step ? 'push' : 'replace');
  }

  /** A stored embed came: what the address says beside it are changes that are not saved yet. */
  #fetched(): void {
    const embed = this.stored.value;
    if (!embed || this.saving.embed?.id === embed.id) return;
    this.saving.know(embed);
    this.place.settle(embed.document.municipality);
    this.#last = readEmbedChoice(location.search, this.base);
    this.choice.set(this.#last);
  }

  #follow(): void {
    const { screen, place, saving, asked } = this;
    const code = place.municipality?.code;
    const forPlanner = screen.planner && code !== undefined ? ([code] as [string]) : null;
    this.embeds.show(forPlanner);
    this.sites.show(forPlanner);
    // One that this page stored itself need not be fetched.
    if (saving.embed === null) this.stored.show(screen.planner && asked !== null ? [asked] : null);
    if (screen.planner && this.#refused()) this.signedOut();
    this.changed();
  }

  #refused(): boolean {
    const { now } = this.saving;
    const failed = [this.stored, this.embeds, this.sites].some(
      ({ loaded }) => loaded.state === 'failed' && loaded.error.kind === 'not-signed-in',
    );
    return failed || (now.step === 'failed' && now.error.kind === 'not-signed-in');
  }
}
