import type { Map as MapLibre } from 'maplibre-gl';
import type { Explore } from '../../state/explore.ts';
import type { MapCommand } from '../../state/map-status.ts';
import type { Camera } from '../../state/view.ts';

const PADDING = 48;
/** Closest zoom that flying to an area ends at. */
const CLOSEST = 17;

const reducedMotion = (): boolean => matchMedia('(prefers-reduced-motion: reduce)').matches;

/** Where the map looks, as it stands in the address. */
export function cameraOf(map: MapLibre): Camera {
  const { lng, lat } = map.getCenter();
  return { zoom: map.getZoom(), longitude: lng, latitude: lat };
}

const differ = (a: Camera, b: Camera): boolean =>
  Math.abs(a.zoom - b.zoom) > 0.01 ||
  Math.abs(a.longitude - b.longitude) > 1e-5 ||
  Math.abs(a.latitude - b.latitude) > 1e-5;

/** Keeps map and address together: moving the map writes the address, going back in the browser moves the map. */
export function followCamera(map: MapLibre, explore: Explore): void {
  map.on('moveend', () => explore.view.set({ camera: cameraOf(map) }));
  explore.view.watch(() => {
    const { camera } = explore.view.value;
    if (camera === null || map.isMoving() || !differ(camera, cameraOf(map))) return;
    map.jumpTo({ center: [camera.longitude, camera.latitude], zoom: camera.zoom });
  });
}

/** Does what the screen asks; flies only because somebody asked for a place, jumps under reduced motion. */
export function obey(map: MapLibre, command: MapCommand): void {
  const animate = !reducedMotion();
  if (command.kind === 'zoom') map.easeTo({ zoom: map.getZoom() + command.by, animate, duration: 180 });
  else if (command.kind === 'fly')
    map.fitBounds([...command.bounds] as [number, number, number, number], {
      padding: PADDING,
      maxZoom: CLOSEST,
      animate,
      duration: 800,
    });
  else if (command.kind === 'fly-to') {
    const { centre, zoom } = command;
    if (animate) map.flyTo({ center: [...centre] as [number, number], zoom, duration: 800 });
    else map.jumpTo({ center: [...centre] as [number, number], zoom });
  }
}
