import type { CustomLayerInterface, Map as MapLibre } from 'maplibre-gl';
import type { Surface } from '#figures/surface.ts';
import { CLASS_BOUNDS } from '#figures/vacancy-class.ts';
import type { Explore } from '../../state/explore.ts';
import { cellSurface, smoothingOf } from '../../state/surface.ts';
import { channelsOf } from '../colour.ts';
import type { Palette } from '../palette.ts';
import { type SurfaceColours, SurfacePainter } from '../surface-painter.ts';
import { type MapLayer, metresPerPixel } from './layer.ts';

/** Zooms over which the surface gives way to squares. */
const FADE = 0.4;

function coloursOf(palette: Palette): SurfaceColours {
  const classes = ([1, 2, 3, 4, 5] as const).map(step => palette[`vacancy-${step}`]);
  return {
    classes: [palette.surface, ...classes].flatMap(channelsOf),
    outline: channelsOf(palette['vacancy-outline']),
    pale: channelsOf(palette['vacancy-1']),
  };
}

/** The smoothed percentage: a rate and not a density, from the squares; it fades as the squares appear. */
export function surfaceLayer(): MapLayer {
  let colours: SurfaceColours;
  let surface: () => Surface | undefined = () => undefined;
  let smoothing = smoothingOf(500);
  let drawn: unknown[] = [];
  let painter: SurfacePainter | undefined;
  let map: MapLibre;
  const layer: CustomLayerInterface = {
    id: 'surface',
    type: 'custom',
    onAdd(onto, gl) {
      map = onto;
      painter = new SurfacePainter(gl);
    },
    onRemove: () => painter?.remove(),
    render(_gl, input) {
      const opacity = Math.min(1, (smoothing.squaresFrom - map.getZoom()) / FADE);
      const shown = opacity > 0 ? surface() : undefined;
      if (shown === undefined) return;
      const picture = { surface: shown, least: smoothing.least, bounds: CLASS_BOUNDS, ...colours };
      painter?.draw(picture, input, metresPerPixel(map), opacity);
    },
  };
  return {
    group(palette) {
      colours = coloursOf(palette);
      return { sources: {} };
    },
    sync(onto: MapLibre, explore: Explore) {
      if (!onto.getLayer(layer.id)) onto.addLayer(layer, 'cell');
      const { measure } = explore.view.value;
      const cells = explore.reading === 'percentage' ? explore.cellFigures : [];
      const now = [cells, measure, colours];
      if (now.every((part, index) => part === drawn[index])) return;
      drawn = now;
      smoothing = smoothingOf(cells[0]?.size ?? 500);
      // Only where it is seen: zoomed in, the squares say it and this need not be computed.
      surface = () => cellSurface(cells, measure);
      onto.triggerRepaint();
    },
  };
}
