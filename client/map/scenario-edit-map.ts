import { html, LitElement } from 'lit';
import { type LngLatBoundsLike, Map as MapLibre, ScaleControl, setWorkerUrl } from 'maplibre-gl';
import workerUrl from 'maplibre-gl/dist/maplibre-gl-worker.mjs?worker&url';
import type { ScenarioEdit } from '../state/scenario-edit.ts';
import {
  groundFeatures,
  numberFeatures,
  placeFeatures,
  premisesFeatures,
} from '../state/scenario-edit-features.ts';
import { toggled } from '../state/scenario-edit-premises.ts';
import type { ScenarioScreen } from '../state/scenario-screen.ts';
import { scenarioEditWords } from '../text/scenario-edit.ts';
import { setFeatures } from './layers/layer.ts';
import { spreadNumbers } from './layers/scenario-numbers.ts';
import { mapLocale } from './locale.ts';
import { readPalette } from './palette.ts';
import { restyle } from './restyle.ts';
import { editStyle } from './scenario-edit-map-layers.ts';
import { obey } from './tools/camera.ts';
import type { Drawing } from './tools/draw.ts';

setWorkerUrl(workerUrl);

const DARK = matchMedia('(prefers-color-scheme: dark)');

/** The map on which a scenario is made: it shows what the open measure takes, and a place can be drawn on it. */
class ScenarioEditMap extends LitElement {
  static override properties = { screen: { attribute: false }, edit: { attribute: false } };
  declare screen: ScenarioScreen;
  declare edit: ScenarioEdit;
  #map: MapLibre | undefined;
  #stops: (() => void)[] = [];
  #drawn: { key: readonly unknown[]; theme: string } | undefined;
  #drawing: Drawing | undefined;
  #drawingOf: string | undefined;

  /** MapLibre's map, for whoever asks what is really drawn; undefined before there is one. */
  get drawing(): MapLibre | undefined {
    return this.#map;
  }

  protected override createRenderRoot(): HTMLElement {
    return this;
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    for (const stop of this.#stops) stop();
    this.#drawing?.stop();
    this.#map?.remove();
    this.#map = undefined;
  }

  protected override render() {
    const say = scenarioEditWords(this.screen.language);
    return html`<div class="map"></div>
      <div class="aim" aria-hidden="true"></div>
      <p id="edit-map-help" class="hidden">${say.mapHelp}</p>`;
  }

  protected override firstUpdated(): void {
    try {
      this.#map = this.#make();
    } catch {
      // MapLibre throws where the browser gives no WebGL2: everything but the map still works.
      this.edit.screen.set({ map: 'unsupported' });
      return;
    }
    const follow = () => this.#follow();
    DARK.addEventListener('change', follow);
    this.#stops = [
      this.edit.watch(follow),
      this.screen.watch(follow),
      this.edit.commands.watch(() => this.#map && obey(this.#map, this.edit.commands.last!)),
      () => DARK.removeEventListener('change', follow),
    ];
  }

  #make(): MapLibre {
    const map = new MapLibre({
      container: this.querySelector<HTMLElement>('.map')!,
      style: editStyle(readPalette(this)),
      bounds: boundsOf(this.edit),
      fitBoundsOptions: { padding: { top: 32, right: 76, bottom: 32, left: 32 } },
      minZoom: 6,
      maxZoom: 19.5,
      attributionControl: false,
      dragRotate: false,
      pitchWithRotate: false,
      maxPitch: 0,
      fadeDuration: 120,
      locale: mapLocale(this.screen.language),
    });
    map.touchZoomRotate.disableRotation();
    map.keyboard.disableRotation();
    map.addControl(new ScaleControl({ maxWidth: 120, unit: 'metric' }), 'bottom-right');
    map.getCanvas().setAttribute('aria-describedby', 'edit-map-help');
    map.on('click', ({ point }) => this.#press(map, point));
    map.on('zoomend', () => this.#drawn && this.#number(map));
    map.on('load', () => {
      setFeatures(map, 'edit-ground', groundFeatures(this.edit.base));
      this.#drawn = { key: [], theme: this.#theme() };
      this.edit.screen.set({ map: 'ready' });
      this.#follow();
    });
    return map;
  }

  #theme(): string {
    return this.screen.view.value.theme ?? (DARK.matches ? 'dark' : 'light');
  }

  /** Brings the map in line with the state; does only what changed. */
  #follow(): void {
    const map = this.#map;
    if (!map || !this.#drawn) return;
    const theme = this.#theme();
    if (theme !== this.#drawn.theme) {
      this.#drawn.theme = theme;
      restyle(map, editStyle(readPalette(this)));
    }
    const { edit } = this;
    const { measure, drawing } = edit.screen.value;
    const key = [edit.base, edit.document, edit.result, measure, drawing, this.screen.language];
    const before = this.#drawn.key;
    if (key.some((part, index) => part !== before[index])) {
      if (edit.base !== before[0]) setFeatures(map, 'edit-ground', groundFeatures(edit.base));
      this.#drawn.key = key;
      setFeatures(map, 'edit-premises', premisesFeatures(edit, this.screen.language));
      setFeatures(map, 'edit-places', placeFeatures(edit));
      this.#number(map);
    }
    map.getCanvas().setAttribute('aria-label', mapLocale(this.screen.language)['Map.Title']!);
    void this.#draw(map);
  }

  /** Numbers of the measures, apart from each other at the zoom that the map has now. */
  #number(map: MapLibre): void {
    const features = numberFeatures(this.edit);
    const points = spreadNumbers(
      map,
      features.map(({ geometry }) => [geometry.coordinates as [number, number]]),
    );
    const spread = features.map((feature, index) => ({
      ...feature,
      geometry: { ...feature.geometry, coordinates: points[index]! },
    }));
    setFeatures(map, 'edit-numbers', spread);
  }

  /** Starts or stops drawing, and keeps what is drawn equal to the document. */
  async #draw(map: MapLibre): Promise<void> {
    const { edit } = this;
    const { drawing } = edit.screen.value;
    const name = drawing ? `${drawing.measure} ${drawing.which}` : undefined;
    if (name !== this.#drawingOf) {
      this.#drawing?.stop();
      this.#drawing = undefined;
      this.#drawingOf = name;
      edit.draw = { finish: () => edit.screen.set({ drawing: null }) };
      if (!drawing) return;
      // A drawing tool is large, and most of the time nobody draws.
      const { startDrawing } = await import('./tools/draw.ts');
      if (this.#drawingOf !== name) return;
      this.#drawing = startDrawing(map, {
        colour: readPalette(this).selected,
        casing: readPalette(this)['selected-casing'],
        done: coordinates => edit.setPlace(drawing.measure, drawing.which, { kind: 'polygon', coordinates }),
        end: () => edit.screen.set({ drawing: null }),
      });
      edit.draw = { finish: () => this.#drawing?.finish() };
      map.getCanvas().focus();
    }
    const place = drawing && edit.measure(drawing.measure)?.[drawing.which];
    if (drawing) this.#drawing?.show(place?.kind === 'polygon' ? place.coordinates : null);
  }

  /** A press on a premises chooses it, where the open measure is about chosen premises. */
  #press(map: MapLibre, { x, y }: { x: number; y: number }): void {
    const { edit } = this;
    const measure = edit.measure(edit.screen.value.measure);
    if (edit.screen.value.drawing || measure?.place?.kind !== 'premises') return;
    const box: [[number, number], [number, number]] = [
      [x - 6, y - 6],
      [x + 6, y + 6],
    ];
    const found = map.queryRenderedFeatures(box, { layers: ['edit-premises'] })[0];
    const id = found && edit.base.premises.ids[Number(found.properties.index)];
    if (id === undefined) return;
    const ids = toggled(measure.place.ids, id);
    edit.setPlace(measure.id, 'place', ids.length > 0 ? { kind: 'premises', ids } : null);
  }
}

function boundsOf({ base }: ScenarioEdit): LngLatBoundsLike {
  const points = base.area.coordinates.flat(2);
  const xs = points.map(([x]) => x);
  const ys = points.map(([, y]) => y);
  return [Math.min(...xs), Math.min(...ys), Math.max(...xs), Math.max(...ys)];
}

customElements.define('kk-scenario-edit-map', ScenarioEditMap);
