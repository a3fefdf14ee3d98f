import { Map as MapLibre, ScaleControl } from 'maplibre-gl';
import type { ScenarioReading } from '../state/scenario-reading.ts';
import { flownBounds } from '../state/scenario-reading-bounds.ts';
import { scenarioMapWords } from '../text/scenario-reading-map.ts';
import { groundSource } from './edition-tiles.ts';
import { baseGroup } from './layers/base.ts';
import { buildingsGroup } from './layers/buildings.ts';
import type { MapLayer } from './layers/layer.ts';
import type { ScenarioLayer, ScenarioMapReading } from './layers/scenario-layer.ts';
import { scenarioPlacesLayer } from './layers/scenario-places.ts';
import { scenarioSidesLayer } from './layers/scenario-sides.ts';
import { type Palette, readPalette } from './palette.ts';
import { addPatterns } from './pattern.ts';
import { restyle } from './restyle.ts';
import { mapStyle } from './style.ts';

/** Room around the area that is shown, pixels. */
/** At the right the buttons of the map stand over it, pixels. */
const PADDING = { top: 32, right: 76, bottom: 32, left: 32 };

/** One map of a scenario on the base map of the town: the difference, the base date, or the proposal. */
export class ScenarioMapView {
  readonly map: MapLibre;
  readonly #layers: ScenarioLayer[] = [scenarioSidesLayer(), scenarioPlacesLayer()];
  readonly #ground: MapLayer[] = [
    { group: palette => baseGroup(palette, groundSource('base')) },
    { group: palette => buildingsGroup(palette, groundSource('buildings')) },
  ];
  #ready = false;

  /** @throws Error where the browser gives no WebGL2 */
  constructor(container: HTMLElement, host: HTMLElement, reading: ScenarioReading) {
    const palette = readPalette(host);
    this.map = new MapLibre({
      container,
      style: this.#style(palette),
      bounds: [...(flownBounds(reading) ?? [])] as [number, number, number, number],
      fitBoundsOptions: { padding: PADDING },
      minZoom: 9,
      maxZoom: 19.5,
      attributionControl: false,
      dragRotate: false,
      pitchWithRotate: false,
      maxPitch: 0,
      fadeDuration: 120,
      // A page that scrolls must not be caught by its map.
      cooperativeGestures: true,
      locale: scenarioMapWords[reading.screen.language].pan,
    });
    this.map.touchZoomRotate.disableRotation();
    this.map.keyboard.disableRotation();
    this.map.addControl(new ScaleControl({ maxWidth: 120, unit: 'metric' }), 'bottom-right');
    addPatterns(this.map, palette);
  }

  /** Resolves when the style is there and layers can be filled. */
  get loaded(): Promise<void> {
    return new Promise(resolve => {
      this.map.once('load', () => {
        this.#ready = true;
        resolve();
      });
    });
  }

  /** Brings layers in line with what the reader chose. */
  follow(reading: ScenarioReading, shows: ScenarioMapReading): void {
    if (this.#ready) for (const layer of this.#layers) layer.sync(this.map, reading, shows);
  }

  /** Takes on the colours that the page has now. */
  repaint(host: HTMLElement): void {
    const palette = readPalette(host);
    addPatterns(this.map, palette);
    restyle(this.map, this.#style(palette));
  }

  /** Shows what the reader asked for; jumps under reduced motion. */
  fly(reading: ScenarioReading): void {
    const bounds = flownBounds(reading);
    if (bounds === undefined) return;
    this.map.fitBounds([...bounds] as [number, number, number, number], {
      padding: PADDING,
      maxZoom: 17.5,
      animate: !matchMedia('(prefers-reduced-motion: reduce)').matches,
      duration: 800,
    });
  }

  #style(palette: Palette) {
    const own = this.#layers.map(({ group }): MapLayer => ({ group }));
    return mapStyle([...this.#ground, ...own], palette);
  }
}
