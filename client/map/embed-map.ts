import { Map as MapLibre, ScaleControl } from 'maplibre-gl';
import type { EmbedFeature, EmbedMap } from '#contract/embed-map.ts';
import { boundsOf } from '../state/scenario-reading-bounds.ts';
import { onPress } from './embed-press.ts';
import { prepareTiles, tileSource } from './embed-tiles.ts';
import { prepareWorker } from './embed-worker.ts';
import { baseGroup } from './layers/base.ts';
import { buildingsGroup } from './layers/buildings.ts';
import { ofKind } from './layers/embed-feature.ts';
import { embedGroups } from './layers/embed-layers.ts';
import { changeMarks } from './layers/embed-sides.ts';
import { featureOf, setFeatures } from './layers/layer.ts';
import { spreadNumbers } from './layers/scenario-numbers.ts';
import { type Palette, readPalette } from './palette.ts';
import { addPatterns } from './pattern.ts';
import { mapStyle } from './style.ts';

/** What the map of an embed needs, and whom it tells. */
export interface EmbedMapParts {
  data: EmbedMap;
  /** MapLibre's own words, by its keys. */
  locale: Record<string, string>;
  /** Name of the map, and the id of the element that says how it is used by keyboard. */
  label: string;
  helpId: string;
  /** Something was pressed; undefined: beside everything. */
  press(feature: EmbedFeature | undefined): void;
  /** The tiles are of data that are not there any more. */
  gone(): void;
  /** Something failed after the map had been drawn; `lost`: the browser took the drawing away. */
  failed(lost: boolean): void;
  /** Calls it off. */
  signal: AbortSignal;
}

/** West, south, east, north in degrees. */
export type EmbedBounds = readonly [number, number, number, number];

const PADDING = 16;
/** Room that the buttons at the right of the map take, pixels. */
const BUTTONS = 60;

/**
 * Makes the moving map in an element and waits until it has drawn.
 * @throws Error where the browser gives no WebGL2, or what the first picture needs does not come; AbortError
 */
export async function openEmbedMap(container: HTMLElement, parts: EmbedMapParts): Promise<EmbedMapView> {
  prepareWorker();
  await prepareTiles(parts.data.tiles, parts.gone);
  parts.signal.throwIfAborted();
  const view = new EmbedMapView(container, parts);
  try {
    await view.drawn;
  } catch (error) {
    view.remove();
    throw error;
  }
  return view;
}

/**
 * The moving map of an embed, in the light colours of the still map and of the legend, whatever the page around it is in.
 * No web font is declared where it stands, so labels are in the device's own letters.
 */
export class EmbedMapView {
  /** Resolves when the first picture is complete. */
  readonly drawn: Promise<void>;
  readonly map: MapLibre;
  readonly #parts: EmbedMapParts;
  readonly #container: HTMLElement;
  #ready = false;

  /** @throws Error where the browser gives no WebGL2 */
  constructor(container: HTMLElement, parts: EmbedMapParts) {
    this.#container = container;
    this.#parts = parts;
    const palette = readPalette(container);
    this.map = new MapLibre({
      container,
      style: this.#style(palette),
      ...this.#around(parts.data.bounds),
      minZoom: 6,
      maxZoom: 19.5,
      attributionControl: false,
      boxZoom: false,
      dragRotate: false,
      pitchWithRotate: false,
      maxPitch: 0,
      // What takes the place of the still map is whole at once.
      fadeDuration: 0,
      // A page that scrolls must not be caught by a map in it.
      cooperativeGestures: true,
      locale: parts.locale,
    });
    this.map.touchZoomRotate.disableRotation();
    this.map.keyboard.disableRotation();
    this.map.addControl(new ScaleControl({ maxWidth: 90, unit: 'metric' }), 'bottom-right');
    this.#name();
    addPatterns(this.map, palette);
    this.drawn = this.#firstPicture();
    onPress(this.map, parts.data.features, parts.press);
    this.map.on('zoomend', () => this.#number());
  }

  /** Draws an edge around features; none: around nothing. */
  choose(features: readonly EmbedFeature[]): void {
    const shapes = features.map((feature, index) => {
      const properties = feature.kind === 'circle' ? { share: feature.share } : {};
      return featureOf(String(index), feature.geometry as GeoJSON.Geometry, properties);
    });
    setFeatures(this.map, 'chosen', shapes);
  }

  /** Moves so that a box or features are in view; without either: everything. Jumps under reduced motion. */
  show(box: EmbedBounds | undefined, features: readonly EmbedFeature[] = []): void {
    const shapes = features.flatMap(({ geometry }) => (geometry.type === 'Point' ? [] : [geometry]));
    const { bounds, fitBoundsOptions } = this.#around(box ?? boundsOf(shapes) ?? this.#parts.data.bounds);
    this.map.fitBounds(bounds, { ...fitBoundsOptions, maxZoom: 17, ...motion(600) });
  }

  /** Zooms in or out by steps. */
  zoom(by: number): void {
    this.map.easeTo({ zoom: this.map.getZoom() + by, ...motion(180) });
  }

  /** In full screen nothing can be scrolled past, so one finger or the wheel alone may move the map. */
  setAlone(alone: boolean): void {
    this.map.cooperativeGestures[alone ? 'disable' : 'enable']();
  }

  /** Gives everything back. */
  remove(): void {
    this.map.remove();
  }

  #style(palette: Palette) {
    const groups = [
      baseGroup(palette, tileSource('base')),
      buildingsGroup(palette, tileSource('buildings')),
      ...embedGroups(this.#parts.data.features, palette),
    ];
    return mapStyle(
      groups.map(group => ({ group: () => group })),
      palette,
    );
  }

  #around(bounds: EmbedBounds) {
    const right = this.#container.clientWidth > 400 ? BUTTONS : PADDING;
    const padding = { top: PADDING, bottom: PADDING, left: PADDING, right };
    return { bounds: [...bounds] as [number, number, number, number], fitBoundsOptions: { padding } };
  }

  #name(): void {
    const canvas = this.map.getCanvas();
    canvas.setAttribute('aria-label', this.#parts.label);
    canvas.setAttribute('aria-describedby', this.#parts.helpId);
  }

  #firstPicture(): Promise<void> {
    return new Promise((resolve, reject) => {
      const { signal } = this.#parts;
      signal.addEventListener('abort', () => reject(signal.reason), { once: true });
      this.map.on('webglcontextlost', () => {
        if (this.#ready) this.#parts.failed(true);
        else reject(new Error('the browser took WebGL away'));
      });
      this.map.on('error', ({ error }) => {
        if (this.#ready) this.#parts.failed(false);
        else reject(error);
      });
      this.map.once('load', () => {
        this.#ready = true;
        this.#number();
        resolve();
      });
    });
  }

  /** Numbers of measures that share a place stand beside each other: what is apart at one zoom is not at another. */
  #number(): void {
    const measures = ofKind(this.#parts.data.features, 'measure');
    if (measures.length === 0) return;
    const points = spreadNumbers(
      this.map,
      measures.map(({ feature }) => middlesOf(feature.geometry.coordinates)),
      changeMarks(this.#parts.data.features).map(({ at }) => at),
    );
    const numbers = measures.flatMap(({ feature, index }, at) => {
      const point = points[at];
      const properties = { number: String(feature.number), index, chosen: false };
      return point ? [featureOf(String(index), { type: 'Point', coordinates: point }, properties)] : [];
    });
    setFeatures(this.map, 'measure-number', numbers);
  }
}

const motion = (duration: number) => ({
  animate: !matchMedia('(prefers-reduced-motion: reduce)').matches,
  duration,
});

/** The middle of each polygon, degrees. */
const middlesOf = (polygons: readonly unknown[]): [number, number][] =>
  polygons.flatMap(polygon => {
    const bounds = boundsOf([{ type: 'MultiPolygon', coordinates: [polygon] } as never]);
    return bounds ? [[(bounds[0] + bounds[2]) / 2, (bounds[1] + bounds[3]) / 2] as [number, number]] : [];
  });
