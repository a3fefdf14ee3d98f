import type { Area } from '#contract/area.ts';
import type { Municipality, Preparing } from '#contract/municipality.ts';
import type { Series } from '#contract/series.ts';
import { ApiError } from '../api/api-error.ts';
import { getArea, getAreas } from '../api/area.ts';
import { getCells } from '../api/cell.ts';
import { getDatasets } from '../api/dataset.ts';
import { getMunicipalities } from '../api/municipality.ts';
import { getPremises, getPremisesFrame } from '../api/premises.ts';
import { getSeries } from '../api/series.ts';
import { getStreetSides } from '../api/street-side.ts';
import { getCube } from '../api/vacancy.ts';
import { preferredLanguage } from '../text/language.ts';
import { type Wording, wordingFor } from '../text/wording.ts';
import { type CellFigure, type Cells, cellFigures } from './cell.ts';
import { CorrectionDesk } from './correction.ts';
import { type Cube, type Figure, figureIn } from './figure.ts';
import { countPlannerFilters, isAsked, type Narrowed, Narrowing } from './filter.ts';
import { Freshness } from './freshness.ts';
import { type Front, frontIn } from './front.ts';
import { MapCommands, newMapStatus } from './map-status.ts';
import { type PremisesPoint, premisesAt } from './premises-frame.ts';
import { Resource, type Source } from './resource.ts';
import type { SessionValue } from './session.ts';
import { type Store, Watched } from './store.ts';
import type { Reading, Selection, View } from './view.ts';

/** Milliseconds after which a server that is still preparing is asked again. */
const PREPARING_AGAIN = 1500;

type Place = readonly [municipality: string];
type InSeries = readonly [municipality: string, series: string, planner: boolean];

/**
 * Everything the explore screen shows, and how one thing follows from another: the address chooses, what is
 * not chosen is the first there is, and each piece of data loads on its own.
 */
export class Explore extends Watched {
  readonly view: Store<View>;
  readonly session: Store<SessionValue>;
  readonly mapStatus = newMapStatus();
  readonly commands = new MapCommands();
  readonly freshness = new Freshness(() => this.revision);
  readonly correction = new CorrectionDesk(() => this.renew());
  readonly municipalities = new Resource((_: readonly [], signal) => getMunicipalities(signal));
  readonly areas = new Resource(async ([place]: Place, signal) =>
    this.#sameRevision(await getAreas(place, signal)),
  );
  readonly seriesList = new Resource(async ([place, planner]: readonly [string, boolean], signal) =>
    this.#sameRevision(await getSeries(place, planner, signal)),
  );
  readonly datasets = new Resource(([place]: Place, signal) => getDatasets(place, signal));
  /** Figures of areas as the server sent them; {@link cube} is what the screen shows. */
  readonly wholeCube = new Resource(async ([place, series, planner]: InSeries, signal) =>
    this.#sameFrame(await getCube(place, series, planner, signal)),
  );
  readonly wholeCells = new Resource(async ([place, series, planner]: InSeries, signal) =>
    this.#sameFrame(await getCells(place, series, planner, signal)),
  );
  readonly premisesFrame = new Resource(async ([place, series]: readonly [string, string], signal) =>
    this.#sameFrame(await getPremisesFrame(place, series, signal)),
  );
  readonly streetSides = new Resource(async ([place]: Place, signal) =>
    this.#sameRevision(await getStreetSides(place, signal)),
  );
  readonly narrowing = new Narrowing();
  #preparing: Preparing | null = null;
  #cellKey: unknown[] = [];
  #cellFigures: CellFigure[] = [];
  #pointKey: unknown[] = [];
  #points: PremisesPoint[] = [];
  readonly areaDetail = new Resource(([id]: readonly [string], signal) => getArea(id, signal));
  readonly premises = new Resource(async ([id]: readonly [string], signal) =>
    this.#sameRevision(await getPremises(id, signal)),
  );

  constructor(view: Store<View>, session: Store<SessionValue>) {
    super();
    this.view = view;
    this.session = session;
    for (const resource of this.#resources()) resource.watch(() => this.#follow());
    this.municipalities.watch(() => {
      if (this.municipalities.value?.preparing)
        setTimeout(() => this.municipalities.retry(), PREPARING_AGAIN);
    });
    this.narrowing.watch(() => this.changed());
    view.watch(() => this.#follow());
    session.watch(() => this.#follow());
    this.freshness.watch(() => this.#reachedAgain());
    this.mapStatus.watch(() => this.#mapChanged());
  }

  /** Starts loading. */
  start(): void {
    this.municipalities.show([]);
    this.freshness.start();
  }

  /** What the server is busy with before there is anything to show; stays while it is asked again. */
  get preparing(): Preparing | null {
    const { loaded } = this.municipalities;
    if (loaded.state === 'ready') this.#preparing = loaded.value.preparing;
    return loaded.state === 'failed' ? null : this.#preparing;
  }

  /** Something could not be fetched because the server cannot be reached. */
  get offline(): boolean {
    const failed = this.#resources().some(
      ({ loaded }) => loaded.state === 'failed' && loaded.error.kind === 'offline',
    );
    return !navigator.onLine || !this.freshness.reached || failed;
  }

  /** Fetches what failed once more, the map's layers too. */
  retryFailed(): void {
    for (const resource of this.#resources()) if (resource.loaded.state === 'failed') resource.retry();
    if (this.mapStatus.value.failed.length > 0) this.commands.give({ kind: 'retry' });
    void this.freshness.look();
  }

  /** This page changed the data itself: everything is fetched as it is now, and the reader stays where they are. */
  renew(): void {
    // The list of municipalities says which revision all others must be of: it is the first.
    for (const resource of this.#resources()) if (resource.loaded.state !== 'idle') resource.retry();
    this.freshness.renewed();
    // The addresses of the map's tiles carry the revision.
    if (this.mapStatus.value.state !== 'ready') return;
    this.mapStatus.set({ failed: ['base', 'areas', 'buildings'] });
    this.commands.give({ kind: 'retry' });
  }

  get wording(): Wording {
    return wordingFor(this.view.value.language ?? preferredLanguage(navigator.languages));
  }

  get planner(): boolean {
    return this.session.value.role === 'planner';
  }

  /** The chosen reading, as far as the reader's rights go: single premises are for planners. */
  get reading(): Reading {
    const { reading } = this.view.value;
    return reading === 'premises' && !this.planner ? 'percentage' : reading;
  }

  /** Revision that every tile on the screen is from. */
  get revision(): number | undefined {
    return this.municipalities.value?.revision;
  }

  get municipality(): Municipality | undefined {
    const known = this.municipalities.value?.municipalities ?? [];
    return known.find(({ code }) => code === this.view.value.municipality) ?? known[0];
  }

  get series(): Series | undefined {
    const known = this.seriesList.value?.series ?? [];
    return known.find(({ id }) => id === this.view.value.series) ?? known[0];
  }

  /** The chosen reference date, else the latest. */
  get referenceDate(): string | undefined {
    const dates = this.series?.referenceDates.map(({ date }) => date) ?? [];
    return dates.find(date => date === this.view.value.referenceDate) ?? dates.at(-1);
  }

  /** A planner's filter narrows what is counted. */
  get narrows(): boolean {
    return this.planner && countPlannerFilters(this.view.value.filter) > 0;
  }

  /** What the filter gave; undefined while nothing narrows, and until it is worked out. */
  get narrowed(): Narrowed | undefined {
    return this.narrows ? this.narrowing.value : undefined;
  }

  /** Figures of areas as the screen shows them: the server's, or what a planner's filter makes of the premises. */
  get cube(): Source<Cube> {
    return this.#unlessNarrowed(this.wholeCube, ({ cube }) => cube);
  }

  /** Squares as the screen shows them, see {@link cube}. */
  get cells(): Source<Cells> {
    return this.#unlessNarrowed(this.wholeCells, ({ cells }) => cells);
  }

  /** Areas of the chosen kind. */
  get shownAreas(): Area[] {
    const { areaKind } = this.view.value;
    return (this.areas.value?.areas ?? []).filter(({ kind }) => areaKind === null || kind === areaKind);
  }

  /** Premises that the reader asked for, on the chosen date; the same array until one of these changes. */
  get premisesPoints(): PremisesPoint[] {
    const [frame, date, scope] = [this.premisesFrame.value, this.referenceDate, this.view.value.function];
    const { narrows, narrowed } = this;
    const key = [frame, date, scope, narrows, narrowed];
    if (key.every((part, index) => part === this.#pointKey[index])) return this.#points;
    this.#pointKey = key;
    if (!frame || !date || (narrows && !narrowed)) this.#points = [];
    else if (!narrowed) this.#points = premisesAt(frame, date, scope);
    else {
      const at = frame.header.referenceDates.indexOf(date);
      this.#points = premisesAt(frame, date, narrowed.scope).filter(({ index }) =>
        isAsked(narrowed, index, at),
      );
    }
    return this.#points;
  }

  get selectedArea(): Area | undefined {
    const selection = this.view.value.selection;
    if (selection?.kind !== 'area') return undefined;
    return this.areas.value?.areas.find(({ id }) => id === selection.id);
  }

  get selectedCell(): CellFigure | undefined {
    const selection = this.view.value.selection;
    return selection?.kind === 'cell' ? this.cellFigures.find(({ id }) => id === selection.id) : undefined;
  }

  /** Squares for the chosen function and date; the same array until one of these changes. */
  get cellFigures(): CellFigure[] {
    const scope = this.narrowed?.scope ?? this.view.value.function;
    const [cells, date] = [this.cells.value, this.referenceDate];
    const key = [cells, date, scope];
    if (key.some((part, index) => part !== this.#cellKey[index])) {
      this.#cellKey = key;
      this.#cellFigures = cells && date ? cellFigures(cells, scope, date) : [];
    }
    return this.#cellFigures;
  }

  /** Figure of an area, or of the municipality by its code, for the chosen function and date. */
  figure(area: string): Figure | undefined {
    const [cube, date] = [this.cube.value, this.referenceDate];
    const scope = this.narrowed?.scope ?? this.view.value.function;
    return cube && date ? figureIn(cube, area, scope, date) : undefined;
  }

  /** Front along a side of a street for the chosen function and date. */
  front(side: string): Front | undefined {
    const [cube, date] = [this.cube.value, this.referenceDate];
    const scope = this.narrowed?.scope ?? this.view.value.function;
    return cube && date ? frontIn(cube, side, scope, date) : undefined;
  }

  /** Figures are as counted; false where a policy rounded them, and until they are known. */
  get exact(): boolean {
    return this.cube.value?.header.exact ?? false;
  }

  /** Writes a rate as precisely as the numbers behind it are. */
  get writeRate(): (value: number) => string {
    const { write } = this.wording;
    return this.exact ? write.percent : write.wholePercent;
  }

  /** Chooses a thing, or nothing. */
  select(selection: Selection | null): void {
    this.view.set({ selection });
  }

  #resources(): (Watched & Source<unknown>)[] {
    const { municipalities, areas, areaDetail, seriesList, datasets, premisesFrame, premises } = this;
    return [
      municipalities,
      areas,
      areaDetail,
      seriesList,
      datasets,
      this.wholeCube,
      this.wholeCells,
      premisesFrame,
      premises,
      this.streetSides,
    ];
  }

  /** Code of what to load; what the address names need not wait for the list of municipalities. */
  #placeToLoad(): string | undefined {
    const named = this.view.value.municipality;
    if (this.municipalities.loaded.state === 'loading' && named !== null) return named;
    return this.municipality?.code;
  }

  /** Asks for whatever follows from the view; what is there already is not asked for again. */
  #follow(): void {
    if (this.#sessionEnded()) {
      this.session.set({ role: 'visitor', ended: true });
      return;
    }
    const place = this.#placeToLoad();
    const series = this.series?.id;
    const { reading } = this;
    const { selection } = this.view.value;
    for (const resource of [this.areas, this.datasets]) resource.show(place ? [place] : null);
    this.seriesList.show(place ? [place, this.planner] : null);
    const inSeries = place && series ? ([place, series, this.planner] as const) : null;
    this.wholeCube.show(inSeries);
    this.wholeCells.show(reading === 'premises' || reading === 'streets' ? null : inSeries);
    this.streetSides.show(place && reading === 'streets' ? [place] : null);
    // Everything a planner can ask of a series is counted from its premises; they come after the first figures.
    const asPlanner = inSeries !== null && this.planner && (this.narrows || this.#figuresAreThere);
    this.premisesFrame.show(asPlanner ? [inSeries[0], inSeries[1]] : null);
    const { function: scope, filter } = this.view.value;
    this.narrowing.show(this.narrows ? this.premisesFrame.value : undefined, scope, filter);
    this.areaDetail.show(selection?.kind === 'area' ? [selection.id] : null);
    this.premises.show(this.planner && selection?.kind === 'premises' ? [selection.id] : null);
    this.changed();
  }

  get #figuresAreThere(): boolean {
    const { state } = this.wholeCube.loaded;
    return state === 'ready' || state === 'failed';
  }

  /** A piece of data, or what the filter makes of it: there only when all that it is made of is there. */
  #unlessNarrowed<T>(whole: Source<T>, part: (narrowed: Narrowed) => T): Source<T> {
    if (!this.narrows) return whole;
    const { narrowed, premisesFrame } = this;
    if (narrowed === undefined && premisesFrame.loaded.state !== 'ready')
      return { loaded: premisesFrame.loaded, value: undefined, retry: () => premisesFrame.retry() };
    const value = narrowed && part(narrowed);
    const loaded = value
      ? ({ state: 'ready', value } as const)
      : ({ state: 'loading', slow: false } as const);
    return { loaded, value, retry: () => premisesFrame.retry() };
  }

  /** An answer may come before the list that says which revision it must be of. */
  #municipalitiesSettled(): Promise<void> {
    const { municipalities } = this;
    if (municipalities.loaded.state !== 'loading') return Promise.resolve();
    return new Promise(resolve => {
      const stop = municipalities.watch(() => {
        if (municipalities.loaded.state === 'loading') return;
        stop();
        resolve();
      });
    });
  }

  /** @throws ApiError `outdated` when the answer is of another revision than what is on the screen */
  async #sameRevision<T extends { revision: number }>(answer: T): Promise<T> {
    await this.#municipalitiesSettled();
    const known = this.municipality?.revision;
    if (known === undefined || answer.revision === known) return answer;
    this.freshness.foundNewer();
    throw new ApiError('outdated', 'answer');
  }

  async #sameFrame<T extends { header: { revision: number } }>(frame: T): Promise<T> {
    await this.#sameRevision(frame.header);
    return frame;
  }

  /** The connection came back, or newer data were found. */
  #reachedAgain(): void {
    if (this.freshness.reached && navigator.onLine && !this.freshness.outdated) this.retryFailed();
    this.changed();
  }

  /** A layer that fails may be one of a revision that is gone. */
  #mapChanged(): void {
    if (this.mapStatus.value.failed.length > 0) void this.freshness.look();
    this.changed();
  }

  #sessionEnded(): boolean {
    if (!this.planner) return false;
    return [this.seriesList, this.wholeCube, this.wholeCells, this.premisesFrame, this.premises].some(
      ({ loaded }) => loaded.state === 'failed' && loaded.error.kind === 'not-signed-in',
    );
  }
}
