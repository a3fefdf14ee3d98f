import type { LayerSpecification, StyleSpecification } from 'maplibre-gl';
import type { LayerGroup } from './layers/layer.ts';
import type { Palette } from './palette.ts';

/**
 * The style of the whole map in one palette: ground, streets, what stands on it, then names. No glyphs and no
 * sprite: letters come from the page's own font, patterns are drawn at run time.
 */
export function mapStyle(
  layers: readonly { group(palette: Palette): LayerGroup }[],
  palette: Palette,
): StyleSpecification {
  const groups = layers.map(layer => layer.group(palette));
  const at = (height: 'ground' | 'streets' | 'standing' | 'labels'): LayerSpecification[] =>
    groups.flatMap(group => group[height] ?? []);
  return {
    version: 8,
    sources: Object.assign({}, ...groups.map(({ sources }) => sources)),
    layers: [...at('ground'), ...at('streets'), ...at('standing'), ...at('labels')],
    transition: { duration: 0 },
  };
}
