import type { Map as MapLibre, StyleSpecification } from 'maplibre-gl';

/** Gives the map the paint of another style with the same layers: a change of theme loads nothing again. */
export function restyle(map: MapLibre, style: StyleSpecification): void {
  for (const layer of style.layers)
    for (const [property, value] of Object.entries(layer.paint ?? {}))
      map.setPaintProperty(layer.id, property as never, value as never);
}
