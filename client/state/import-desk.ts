import type { DataRevision, ImportJob } from '#contract/import-job.ts';
import { ApiError } from '../api/api-error.ts';
import { answerImport, applyImport, cancelImport, getImports, restoreRevision } from '../api/import.ts';
import { Catalogue } from './catalogue.ts';
import { type Draft, faultsOf, optionsOf } from './import-answers.ts';
import { ImportFollow } from './import-follow.ts';
import { ImportUpload } from './import-upload.ts';
import { Kept } from './kept.ts';
import type { ScenarioScreen } from './scenario-screen.ts';
import { sessionOf } from './session.ts';
import { Store, Watched } from './store.ts';

/** What a planner can do with an import, or with a revision. */
export type ImportAct = 'answer' | 'apply' | 'cancel' | 'restore';

/** What is being done, and why the last of it was not. */
export interface Acting {
  act: ImportAct | null;
  failed: { act: ImportAct; error: ApiError } | null;
}

/** What was typed and what is wrong with it. `checked`: faults are shown. */
interface DraftValue {
  values: Draft;
  checked: boolean;
}

const NO_DRAFT: DraftValue = { values: {}, checked: false };

const idOfAddress = (): string | null => new URLSearchParams(location.search).get('import') || null;

/** The page `/data`: what is loaded, the file on its way, and how one follows from the other. The address has the import. */
export class ImportDesk extends Watched {
  readonly screen: ScenarioScreen;
  readonly catalogue: Catalogue;
  readonly upload = new ImportUpload();
  readonly follow = new ImportFollow();
  readonly recent = new Kept<[], readonly ImportJob[]>(
    async (_, signal) => (await getImports(signal)).imports,
  );
  readonly draft = new Store<DraftValue>(NO_DRAFT);
  readonly acting = new Store<Acting>({ act: null, failed: null });
  #last: { id: string; ended: boolean } | undefined;

  constructor(screen: ScenarioScreen) {
    super();
    this.screen = screen;
    this.catalogue = new Catalogue(screen);
    this.follow.watch(() => this.#followed());
    for (const source of [
      screen,
      this.catalogue,
      this.upload,
      this.follow,
      this.recent,
      this.draft,
      this.acting,
    ])
      source.watch(() => this.#told());
    addEventListener('popstate', () => this.#show(idOfAddress()));
    document.addEventListener('visibilitychange', () => {
      if (!document.hidden && screen.session.value.ended) this.signedInAgain();
    });
  }

  /** Begins to load; called before anything is drawn. */
  start(): void {
    this.catalogue.start();
    this.#told();
    if (this.screen.planner) this.follow.show(idOfAddress());
  }

  /** Id of the import that the address names. */
  get asked(): string | null {
    return idOfAddress();
  }

  /** The tools of a planner are shown: also to whoever was signed out in the middle, so that nothing typed is lost. */
  get tools(): boolean {
    return this.screen.planner || this.screen.session.value.ended;
  }

  /** Sends a file in and follows what becomes of it. */
  async load(files: readonly File[]): Promise<void> {
    this.#begun(await this.upload.send(files));
  }

  /** Sends the same file once more. */
  async loadAgain(): Promise<void> {
    this.#begun(await this.upload.again());
  }

  /** Puts the import aside: it stays in the list. */
  close(): void {
    this.#write(null);
    this.#show(null);
  }

  /** Something was typed or chosen in answer to a question. */
  answer(key: string, value: unknown): void {
    this.draft.set({ values: { ...this.draft.value.values, [key]: value } });
  }

  /** Sends the answers. @returns whether they were taken; false where one is wrong */
  async sendAnswers(): Promise<boolean> {
    const { job } = this.follow;
    const { values } = this.draft.value;
    if (job === null) return false;
    this.draft.set({ checked: true });
    if (faultsOf(job, values).length > 0) return false;
    return this.#answered(job, optionsOf(job, values));
  }

  /** Looks at the file as one of another source. */
  async takeAs(source: string): Promise<boolean> {
    const { job } = this.follow;
    return job === null ? false : this.#answered(job, { source });
  }

  /** Loads what was looked at. */
  async apply(): Promise<boolean> {
    const { job } = this.follow;
    return job === null ? false : this.#act('apply', () => applyImport(job.id));
  }

  /** Calls the import off. */
  async cancel(): Promise<boolean> {
    const { job } = this.follow;
    return job === null ? false : this.#act('cancel', () => cancelImport(job.id));
  }

  /** Puts a revision of a municipality back, as an import of its own that is followed. */
  async restore(municipality: string, revision: number): Promise<boolean> {
    return this.#act('restore', () => restoreRevision(municipality, revision));
  }

  /** The revision that an import took the place of; undefined where something came after it, or nothing was kept. */
  before({ result }: ImportJob): DataRevision | undefined {
    const all = this.catalogue.revisions.value ?? [];
    const at = all.findIndex(({ number }) => number === result?.revision);
    const made = all[at];
    const older = all[at + 1];
    return made?.current && older?.restorable ? older : undefined;
  }

  /** Somebody signed in again, in another tab say: everything goes on. */
  signedInAgain(): void {
    const { screen, catalogue, recent, follow, upload } = this;
    const session = sessionOf(document.cookie).value;
    if (session.role !== 'planner') return;
    this.acting.set({ failed: null });
    if (recent.loaded.state === 'failed') recent.retry();
    if (follow.error) follow.again();
    if (upload.now.step === 'failed') upload.forget();
    // What had failed is loading by now: else it would end the session once more.
    catalogue.retryFailed();
    screen.session.set(session);
  }

  async #answered(job: ImportJob, options: ImportJob['options']): Promise<boolean> {
    const done = await this.#act('answer', () => answerImport(job.id, options));
    if (done) this.draft.set(NO_DRAFT);
    return done;
  }

  async #act(act: ImportAct, ask: () => Promise<ImportJob>): Promise<boolean> {
    if (this.acting.value.act !== null) return false;
    this.acting.set({ act, failed: null });
    try {
      this.#begun(await ask());
      this.acting.set({ act: null });
      return true;
    } catch (error) {
      const known = error instanceof ApiError ? error : new ApiError('fault', 'answer', 0, undefined, error);
      // Somebody else went on with it, or this page did not hear that it had gone on.
      if (known.status === 409) await this.follow.ask();
      this.acting.set({ act: null, failed: { act, error: known } });
      return false;
    }
  }

  /** An import was begun, or went on. */
  #begun(job: ImportJob | undefined): void {
    if (job === undefined) return;
    const isOther = job.id !== this.follow.id;
    if (isOther) this.draft.set(NO_DRAFT);
    this.#write(job.id);
    this.follow.know(job);
    if (isOther) void this.#renewRecent();
  }

  #show(id: string | null): void {
    if (id !== this.follow.id) {
      this.draft.set(NO_DRAFT);
      this.acting.set({ failed: null });
    }
    this.follow.show(this.tools ? id : null);
  }

  #write(id: string | null): void {
    const query = new URLSearchParams(location.search);
    if (query.get('import') === id) return;
    if (id === null) query.delete('import');
    else query.set('import', id);
    const search = query.size === 0 ? '' : `?${query}`;
    history.pushState(null, '', `${location.pathname}${search}`);
  }

  /** An import that ended while it was looked at: what is loaded is another thing now. */
  #followed(): void {
    const { job, ended } = this.follow;
    if (job === null) return;
    const justEnded = ended && this.#last?.id === job.id && !this.#last.ended;
    this.#last = { id: job.id, ended };
    if (!justEnded) return;
    void this.#renewRecent();
    if (job.state === 'done') void this.#loaded(job);
  }

  async #loaded({ result }: ImportJob): Promise<void> {
    await this.catalogue.renew();
    if (result) this.screen.view.set({ municipality: result.municipality });
  }

  async #renewRecent(): Promise<void> {
    const jobs = await getImports().catch(() => undefined);
    if (jobs) this.recent.put(jobs.imports);
  }

  #told(): void {
    const { screen, recent } = this;
    if (!screen.session.value.ended) recent.show(screen.planner ? [] : null);
    if (!this.tools) this.follow.show(null);
    if (screen.planner && this.#refused()) screen.session.set({ role: 'visitor', ended: true });
    this.changed();
  }

  /** The server does not know this planner any more. */
  #refused(): boolean {
    const { now } = this.upload;
    const failures = [
      ...[this.recent, this.catalogue.revisions].map(({ loaded }) =>
        loaded.state === 'failed' ? loaded.error : null,
      ),
      this.follow.error,
      this.acting.value.failed?.error ?? null,
      now.step === 'failed' ? now.error : null,
    ];
    return failures.some(error => error?.kind === 'not-signed-in');
  }
}
