import { html, LitElement } from 'lit';
import { Map as MapLibre, ScaleControl, setWorkerUrl } from 'maplibre-gl';
import workerUrl from 'maplibre-gl/dist/maplibre-gl-worker.mjs?worker&url';
import { wgs84ToRd } from '#geometry/rd.ts';
import type { Explore } from '../state/explore.ts';
import { MAP_LAYERS, type MapLayerName } from '../state/map-status.ts';
import type { RdBox } from '../state/surface.ts';
import { newLayers } from './explore-layers.ts';
import { type MapLayer, metresPerPixel } from './layers/layer.ts';
import { mapLocale } from './locale.ts';
import { addMarkerImages } from './marker-image.ts';
import { readPalette } from './palette.ts';
import { addPatterns } from './pattern.ts';
import { restyle } from './restyle.ts';
import { mapStyle } from './style.ts';
import { cameraOf, followCamera, obey } from './tools/camera.ts';
import { watchLoading } from './tools/loading.ts';
import { printable } from './tools/print.ts';
import { selectByPress } from './tools/select.ts';

setWorkerUrl(workerUrl);

const DARK = matchMedia('(prefers-color-scheme: dark)');

/** Zooms between the whole country and a doorstep. */
const ZOOMS = { minZoom: 6, maxZoom: 19.5 };

/** The map. It reads the state and draws it, and writes back where it looks and what was pressed. */
class MapElement extends LitElement {
  static override properties = { explore: { attribute: false } };
  declare explore: Explore;
  #map: MapLibre | undefined;
  #layers: MapLayer[] = newLayers();
  #drawn = false;
  #theme: string | undefined;
  #place: string | undefined;

  /** The map itself, for what lies on it or measures it; undefined before there is one. */
  get map(): MapLibre | undefined {
    return this.#map;
  }

  /** Not before: the page set `explore` while this element was still unknown, and it comes with the first update. */
  protected override firstUpdated(): void {
    this.explore.watch(() => this.requestUpdate());
  }

  /** MapLibre's map, for whoever asks what is really drawn; undefined before there is one. */
  get drawing(): MapLibre | undefined {
    return this.#map;
  }

  protected override createRenderRoot(): HTMLElement {
    return this;
  }

  protected override render() {
    const { say } = this.explore.wording;
    return html`<div class="map"></div><div class="aim" aria-hidden="true"></div><p class="north" role="img" aria-label=${say.north} title=${say.north}>N</p><p id="map-help" class="hidden">${say.mapHelp}</p>`;
  }

  /** The map is made once it is known where; from then on it follows. */
  protected override updated(): void {
    if (this.#map === undefined) {
      if (this.explore.municipality && this.explore.mapStatus.value.state === 'loading') this.#begin();
      return;
    }
    this.#follow(this.#map);
  }

  #begin(): void {
    try {
      this.#map = this.#make();
    } catch {
      // MapLibre throws where the browser gives no WebGL2: everything but the map still works.
      this.explore.mapStatus.set({ state: 'unsupported' });
    }
  }

  #make(): MapLibre {
    const { explore } = this;
    const palette = readPalette(this);
    const { camera } = explore.view.value;
    this.#place = explore.municipality!.code;
    this.#theme = this.#themeNow();
    const map = new MapLibre({
      container: this.querySelector<HTMLElement>('.map')!,
      style: mapStyle(this.#layers, palette),
      ...(camera
        ? { center: [camera.longitude, camera.latitude], zoom: camera.zoom }
        : { bounds: explore.municipality!.bbox, fitBoundsOptions: { padding: 24 } }),
      ...ZOOMS,
      attributionControl: false,
      dragRotate: false,
      pitchWithRotate: false,
      maxPitch: 0,
      fadeDuration: 120,
      locale: mapLocale(this.explore.wording.language),
    });
    map.touchZoomRotate.disableRotation();
    map.keyboard.disableRotation();
    map.addControl(new ScaleControl({ maxWidth: 120, unit: 'metric' }), 'bottom-right');
    map.getCanvas().setAttribute('aria-describedby', 'map-help');
    addPatterns(map, palette);
    this.#listen(map);
    return map;
  }

  #listen(map: MapLibre): void {
    const { explore } = this;
    selectByPress(map, explore);
    followCamera(map, explore);
    explore.commands.watch(() => {
      const command = explore.commands.last!;
      if (command.kind === 'retry') this.#retry(map);
      else obey(map, command);
    });
    DARK.addEventListener('change', () => this.requestUpdate());
    map.on('load', () => void this.#ready(map));
    map.on('error', event => this.#failed((event as { sourceId?: string }).sourceId));
    map.on('moveend', () => this.#measure(map));
    watchLoading(map, explore);
    printable(map, this, explore, () => this.#follow(map));
  }

  async #ready(map: MapLibre): Promise<void> {
    await addMarkerImages(map, readPalette(this));
    this.#drawn = true;
    this.#measure(map);
    this.explore.mapStatus.set({ state: 'ready' });
    this.#follow(map);
  }

  /** So that the legend knows what is drawn at this zoom, and counts what is in view. */
  #measure(map: MapLibre): void {
    const { zoom } = cameraOf(map);
    this.explore.mapStatus.set({
      metresPerPixel: Number(metresPerPixel(map).toPrecision(2)),
      zoom,
      box: boxOf(map),
      bounds: map.getBounds().toArray().flat() as [number, number, number, number],
    });
  }

  #failed(source: string | undefined): void {
    const name = MAP_LAYERS.find(layer => source === layer);
    const { failed } = this.explore.mapStatus.value;
    if (name && !failed.includes(name)) this.explore.mapStatus.set({ failed: [...failed, name] });
  }

  #retry(map: MapLibre): void {
    const again = this.explore.mapStatus.value.failed;
    this.explore.mapStatus.set({ failed: [] });
    for (const name of again) reload(map, name);
  }

  /** Which theme is on; asking for a computed colour instead would lay out the page at every step. */
  #themeNow(): string {
    return this.explore.view.value.theme ?? (DARK.matches ? 'dark' : 'light');
  }

  #follow(map: MapLibre): void {
    if (!this.#drawn) return;
    const theme = this.#themeNow();
    if (theme !== this.#theme) {
      this.#theme = theme;
      const palette = readPalette(this);
      addPatterns(map, palette);
      void addMarkerImages(map, palette);
      restyle(map, mapStyle(this.#layers, palette));
    }
    const { municipality } = this.explore;
    if (municipality && municipality.code !== this.#place) {
      this.#place = municipality.code;
      map.fitBounds(municipality.bbox, { padding: 24, animate: false });
    }
    map.getCanvas().setAttribute('aria-label', mapLocale(this.explore.wording.language)['Map.Title']!);
    for (const layer of this.#layers) layer.sync?.(map, this.explore);
  }
}

/** What is in view, as edges in metres RD: north is up, so what lies outside is a hair along the edges. */
function boxOf(map: MapLibre): RdBox {
  const bounds = map.getBounds();
  const corners = [
    bounds.getSouthWest(),
    bounds.getNorthEast(),
    bounds.getNorthWest(),
    bounds.getSouthEast(),
  ];
  const points = corners.map(({ lng, lat }) => wgs84ToRd([lng, lat]));
  const [xs, ys] = [points.map(([x]) => x), points.map(([, y]) => y)];
  return [Math.min(...xs), Math.min(...ys), Math.max(...xs), Math.max(...ys)];
}

/** Asks for a source's tiles again. */
function reload(map: MapLibre, name: MapLayerName): void {
  const source = map.getSource(name);
  if (source && 'setUrl' in source && 'url' in source)
    (source.setUrl as (url: string) => void)(String(source.url));
}

customElements.define('kk-map', MapElement);
