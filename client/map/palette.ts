/** Tokens of `client/style/tokens.css` that the map draws with, without their `--kk-`. */
const TOKENS = [
  'ink',
  'surface',
  'accent',
  'vacancy-1',
  'vacancy-2',
  'vacancy-3',
  'vacancy-4',
  'vacancy-5',
  'vacancy-outline',
  'on-vacancy-low',
  'on-vacancy-high',
  'difference-1',
  'difference-5',
  'function-retail',
  'function-hospitality',
  'function-services',
  'function-culture',
  'function-community',
  'function-office',
  'function-business',
  'function-housing',
  'function-other',
  'function-unknown',
  'on-function',
  'unknown',
  'unknown-mark',
  'selected',
  'selected-casing',
  'map-land',
  'map-built-up',
  'map-water',
  'map-green',
  'map-farmland',
  'map-road',
  'map-road-casing',
  'map-rail',
  'map-building',
  'map-building-outline',
  'map-label',
  'map-label-minor',
  'map-water-label',
  'map-halo',
  'map-centre',
  'map-work-area',
] as const;

/** Colours as the style sheet gives them in the present theme, in a form that MapLibre reads. */
export type Palette = Record<(typeof TOKENS)[number], string>;

/** A colour that is not there at all, so that a ramp fades without turning grey. */
export const faded = (colour: string): string => colour.replace(/^rgb\((.+)\)$/, 'rgba($1, 0)');

/**
 * Reads the tokens from the style sheet, so that a municipality's theme reaches the map as well. A probe per
 * token is coloured and asked for its computed colour: only that resolves `var()` and `light-dark()`.
 */
export function readPalette(host: HTMLElement): Palette {
  const box = document.createElement('div');
  box.hidden = true;
  const probes = TOKENS.map(token => {
    const probe = document.createElement('span');
    probe.style.setProperty('forced-color-adjust', 'none');
    probe.style.color = `var(--kk-${token})`;
    return probe;
  });
  box.append(...probes);
  host.append(box);
  const entries = TOKENS.map((token, index) => [token, getComputedStyle(probes[index]!).color]);
  box.remove();
  return Object.fromEntries(entries) as Palette;
}
