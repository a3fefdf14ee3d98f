import type { Map as MapLibre } from 'maplibre-gl';
import type { Explore } from '../../state/explore.ts';
import { MAP_LAYERS, type MapLayerName } from '../../state/map-status.ts';

/** After this many milliseconds the screen says that a layer takes longer than usual. */
const SLOW_AFTER = 4000;

/** Tells the screen which layers are slow, each on its own, until their tiles are there. */
export function watchLoading(map: MapLibre, { mapStatus }: Explore): void {
  const waiting = new Map<MapLayerName, ReturnType<typeof setTimeout>>();
  const setSlow = (name: MapLayerName, isSlow: boolean) => {
    const { slow } = mapStatus.value;
    if (slow.includes(name) !== isSlow)
      mapStatus.set({ slow: isSlow ? [...slow, name] : slow.filter(other => other !== name) });
  };
  const layerOf = (source: string | undefined) => MAP_LAYERS.find(name => name === source);
  map.on('sourcedataloading', ({ sourceId }) => {
    const name = layerOf(sourceId);
    if (name === undefined || waiting.has(name)) return;
    waiting.set(
      name,
      setTimeout(() => setSlow(name, true), SLOW_AFTER),
    );
  });
  map.on('sourcedata', ({ sourceId }) => {
    const name = layerOf(sourceId);
    if (name === undefined || !waiting.has(name) || !map.isSourceLoaded(name)) return;
    clearTimeout(waiting.get(name));
    waiting.delete(name);
    setSlow(name, false);
  });
}
