import type { Map as MapLibre } from 'maplibre-gl';
import { type GeoJSONStoreFeatures, TerraDraw, TerraDrawPolygonMode, TerraDrawSelectMode } from 'terra-draw';
import { TerraDrawMapLibreGLAdapter } from 'terra-draw-maplibre-gl-adapter';

type Rings = [number, number][][];
type Hex = `#${string}`;

/** What drawing needs, and whom it tells. Rings are closed, degrees. */
export interface DrawingParts {
  colour: string;
  casing: string;
  /** An outline was closed, or one of its corners moved. */
  done(rings: Rings): void;
  /** Somebody is ready, or gave up. */
  end(): void;
}

/** An outline that is being drawn. */
export interface Drawing {
  /** Makes this the outline to change; null: one must be drawn first. */
  show(rings: Rings | null): void;
  /** Closes what was begun, and ends. */
  finish(): void;
  stop(): void;
}

/** `rgb(11, 92, 107)` as the drawing tool wants it. */
function hex(colour: string): Hex {
  const parts = colour.match(/\d+/g)?.slice(0, 3) ?? ['0', '0', '0'];
  return `#${parts.map(part => Number(part).toString(16).padStart(2, '0')).join('')}`;
}

function toolFor(map: MapLibre, { colour, casing }: DrawingParts): TerraDraw {
  const [line, ground] = [hex(colour), hex(casing)];
  const polygon = new TerraDrawPolygonMode({
    pointerDistance: 24,
    styles: {
      fillColor: line,
      fillOpacity: 0.1,
      outlineColor: line,
      outlineWidth: 3,
      closingPointColor: ground,
      closingPointOutlineColor: line,
      closingPointWidth: 7,
      closingPointOutlineWidth: 3,
    },
  });
  const select = new TerraDrawSelectMode({
    pointerDistance: 24,
    allowManualDeselection: false,
    flags: {
      polygon: {
        feature: { draggable: true, coordinates: { draggable: true, deletable: true, midpoints: true } },
      },
    },
    styles: {
      selectedPolygonColor: line,
      selectedPolygonFillOpacity: 0.1,
      selectedPolygonOutlineColor: line,
      selectedPolygonOutlineWidth: 3,
      selectionPointColor: ground,
      selectionPointOutlineColor: line,
      selectionPointOutlineWidth: 3,
      selectionPointWidth: 8,
      midPointColor: line,
      midPointOutlineColor: ground,
      midPointWidth: 5,
      midPointOutlineWidth: 2,
    },
  });
  return new TerraDraw({
    adapter: new TerraDrawMapLibreGLAdapter({ map, coordinatePrecision: 7 }),
    modes: [polygon, select],
  });
}

/** Draws an outline by pointer, touch or keyboard, and lets its corners be moved. */
export function startDrawing(map: MapLibre, parts: DrawingParts): Drawing {
  const tool = toolFor(map, parts);
  const canvas = map.getCanvas();
  let shown: string | undefined;
  tool.start();
  const polygonOf = () => tool.getSnapshot().find(({ properties }) => properties.mode === 'polygon');
  const tell = (): void => {
    const drawn = polygonOf();
    if (drawn?.geometry.type !== 'Polygon') return;
    const rings = drawn.geometry.coordinates as Rings;
    shown = JSON.stringify(rings);
    parts.done(rings);
  };
  tool.on('finish', (id, { action }) => {
    // Told after the tool has put its own house in order.
    queueMicrotask(() => {
      if (action === 'draw') {
        tool.setMode('select');
        tool.selectFeature(id);
      }
      tell();
    });
  });
  const pressed = (event: KeyboardEvent): void => {
    if (event.key === ' ') {
      event.preventDefault();
      if (tool.getMode() === 'polygon') pressInTheMiddle(canvas);
    } else if (event.key === 'Escape') parts.end();
    else if (event.key === 'Enter' && tool.getMode() === 'select') parts.end();
  };
  canvas.addEventListener('keydown', pressed);
  map.doubleClickZoom.disable();
  return {
    show(rings) {
      const text = JSON.stringify(rings);
      if (text === shown) return;
      shown = text;
      tool.clear();
      if (rings === null) return tool.setMode('polygon');
      tool.setMode('select');
      const [added] = tool.addFeatures([asFeature(rings)]);
      if (added?.valid && added.id !== undefined) tool.selectFeature(added.id);
    },
    finish() {
      if (tool.getMode() === 'polygon')
        canvas.dispatchEvent(new KeyboardEvent('keyup', { key: 'Enter', bubbles: true }));
      queueMicrotask(parts.end);
    },
    stop() {
      canvas.removeEventListener('keydown', pressed);
      map.doubleClickZoom.enable();
      tool.stop();
    },
  };
}

const asFeature = (rings: Rings): GeoJSONStoreFeatures => ({
  type: 'Feature',
  geometry: { type: 'Polygon', coordinates: rings },
  properties: { mode: 'polygon' },
});

/** A corner where the aim is: by keyboard the map moves under it. */
function pressInTheMiddle(canvas: HTMLCanvasElement): void {
  const { left, top, width, height } = canvas.getBoundingClientRect();
  const at = {
    clientX: left + width / 2,
    clientY: top + height / 2,
    button: 0,
    isPrimary: true,
    pointerId: 1,
    bubbles: true,
  };
  for (const name of ['pointermove', 'pointerdown', 'pointerup'])
    canvas.dispatchEvent(new PointerEvent(name, at));
}
