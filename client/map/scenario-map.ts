import { html, LitElement } from 'lit';
import { type MapMouseEvent, type PointLike, setWorkerUrl } from 'maplibre-gl';
import workerUrl from 'maplibre-gl/dist/maplibre-gl-worker.mjs?worker&url';
import type { ScenarioReading } from '../state/scenario-reading.ts';
import { scenarioMapWords } from '../text/scenario-reading-map.ts';
import { ScenarioMapView } from './scenario-map-view.ts';
import { Swipe } from './tools/swipe.ts';

setWorkerUrl(workerUrl);

const DARK = matchMedia('(prefers-color-scheme: dark)');

/** A finger is wider than a mouse: half a target around the point. */
const REACH = 8;

/** The moving map of a scenario. The second map, of the base date, is made when the swipe is first asked for. */
class ScenarioMap extends LitElement {
  static override properties = { reading: { attribute: false } };
  declare reading: ScenarioReading;
  #upper: ScenarioMapView | undefined;
  #lower: ScenarioMapView | undefined;
  #swipe: Swipe | undefined;
  #theme = '';
  #flown: object | undefined;
  #stops: (() => void)[] = [];

  /** MapLibre's maps, for whoever asks what is really drawn; undefined before there are any. */
  get drawings() {
    return { upper: this.#upper?.map, lower: this.#lower?.map };
  }

  protected override createRenderRoot(): HTMLElement {
    return this;
  }

  protected override render() {
    const say = scenarioMapWords[this.reading.screen.language];
    return html`<div class="map lower-map"></div>
      <div class="map upper-map"></div>
      <p class="north" role="img" aria-label=${say.north} title=${say.north}>N</p>
      <p id="scenario-map-help" class="hidden">${say.help}</p>`;
  }

  /** Not before: the page set `reading` while this element was still unknown. */
  protected override firstUpdated(): void {
    const { commands } = this.reading;
    const draw = () => this.requestUpdate();
    DARK.addEventListener('change', draw);
    this.#stops = [
      this.reading.watch(draw),
      commands.watch(() => {
        const command = commands.last;
        if (command?.kind === 'zoom')
          this.#upper?.map.easeTo({ zoom: this.#upper.map.getZoom() + command.by, duration: 180 });
      }),
      () => DARK.removeEventListener('change', draw),
    ];
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    for (const stop of this.#stops) stop();
    this.#upper?.map.remove();
    this.#lower?.map.remove();
    this.#upper = undefined;
    // Another element may take its place: a tour has a map of its own.
    if (this.reading.choice.value.map === 'ready') this.reading.choice.set({ map: 'wanted' });
  }

  protected override updated(): void {
    // What is told while it is taken away is drawn once more, and there is no style to read colours from then.
    if (!this.isConnected) return;
    if (this.#upper === undefined) {
      if (this.reading.scenario && this.reading.choice.value.map === 'wanted') this.#begin();
      return;
    }
    this.#follow();
  }

  #begin(): void {
    this.#theme = this.#themeNow();
    try {
      this.#upper = this.#make('.upper-map', () => this.reading.choice.set({ map: 'ready' }));
    } catch {
      // MapLibre throws where the browser gives no WebGL2: still maps and tables say the same.
      this.reading.choice.set({ map: 'unsupported' });
    }
  }

  #make(container: string, then: () => void): ScenarioMapView {
    const view = new ScenarioMapView(this.querySelector<HTMLElement>(container)!, this, this.reading);
    const { map } = view;
    map.getCanvas().setAttribute('aria-describedby', 'scenario-map-help');
    map.on('click', event => this.#press(event, view));
    this.#flown = this.reading.choice.value.flown;
    void view.loaded.then(() => {
      then();
      this.#follow();
    });
    return view;
  }

  #themeNow(): string {
    return this.reading.screen.view.value.theme ?? (DARK.matches ? 'dark' : 'light');
  }

  #follow(): void {
    const upper = this.#upper!;
    const { reading: how, swipe, flown } = this.reading.choice.value;
    const theme = this.#themeNow();
    if (theme !== this.#theme) {
      this.#theme = theme;
      upper.repaint(this);
      this.#lower?.repaint(this);
    }
    upper.follow(this.reading, how === 'swipe' ? 'after' : 'difference');
    if (how === 'swipe') this.#swiping(upper, swipe);
    else this.#still();
    if (flown !== this.#flown) {
      this.#flown = flown;
      upper.fly(this.reading);
    }
    this.#name();
  }

  #swiping(upper: ScenarioMapView, percent: number): void {
    this.#lower ??= this.#make('.lower-map', () => undefined);
    this.#lower.follow(this.reading, 'before');
    this.#swipe ??= new Swipe(upper.map, this.#lower.map);
    this.#swipe.cutAt(percent);
    // One map to reach by keyboard is enough: the other one goes along.
    this.#lower.map.getCanvas().tabIndex = -1;
  }

  #still(): void {
    this.#swipe?.end();
    this.#swipe = undefined;
  }

  #name(): void {
    const { scenario, screen } = this.reading;
    const say = scenarioMapWords[screen.language];
    const name = say.mapOf(scenario?.area.name ?? '');
    this.#upper!.map.getCanvas().setAttribute('aria-label', name);
    this.#lower?.map.getCanvas().setAttribute('aria-label', `${name}: ${say.before}`);
  }

  /** Chooses the measure or the street side that is pressed; a press beside everything lets go. */
  #press({ point }: MapMouseEvent, { map }: ScenarioMapView): void {
    const around: [PointLike, PointLike] = [
      [point.x - REACH, point.y - REACH],
      [point.x + REACH, point.y + REACH],
    ];
    const find = (layers: string[]) => map.queryRenderedFeatures(around, { layers })[0]?.properties;
    const number = find(['place-number-disc'])?.number;
    const side = find([
      'side-changed',
      'side-same',
      'side-unknown',
      'side-unobserved',
      'side-vacancy',
      'side-vacancy-hidden',
    ])?.id;
    if (number !== undefined) {
      this.reading.choice.set({ side: null });
      this.reading.chooseMeasure(Number(number));
    } else if (side !== undefined) this.reading.choice.set({ side: String(side), measure: null });
    else {
      const place = find(['place-fill', 'place-street'])?.number;
      this.reading.choice.set({ side: null, measure: place === undefined ? null : Number(place) });
    }
  }
}

customElements.define('kk-scenario-map', ScenarioMap);
