import type { LayerSpecification, StyleSpecification } from 'maplibre-gl';
import { baseLayer } from './layers/base.ts';
import { emptySource, FONT, FONT_SEMIBOLD } from './layers/layer.ts';
import type { Palette } from './palette.ts';

/** Sources that hold what is being made, by name. */
export const EDIT_SOURCES = ['edit-ground', 'edit-premises', 'edit-places', 'edit-numbers'] as const;

const BUILDINGS = { source: 'buildings', 'source-layer': 'building' } as const;

function buildings(palette: Palette): LayerSpecification[] {
  return [
    {
      id: 'building',
      type: 'fill',
      ...BUILDINGS,
      minzoom: 13,
      paint: { 'fill-color': palette['map-building'] },
    },
    {
      id: 'building-outline',
      type: 'line',
      ...BUILDINGS,
      minzoom: 14,
      paint: { 'line-color': palette['map-building-outline'], 'line-width': 1 },
    },
  ];
}

const line = (
  id: string,
  source: string,
  kind: string,
  paint: object,
  dash?: number[],
): LayerSpecification => ({
  id,
  type: 'line',
  source,
  filter: ['==', ['get', 'kind'], kind],
  layout: { 'line-join': 'round', 'line-cap': 'round' },
  paint: { ...paint, ...(dash && { 'line-dasharray': dash }) },
});

const fill = (id: string, kind: string, colour: string, opacity: number): LayerSpecification => ({
  id,
  type: 'fill',
  source: 'edit-places',
  filter: ['all', ['==', ['get', 'kind'], kind], ['==', ['geometry-type'], 'MultiPolygon']],
  paint: { 'fill-color': colour, 'fill-opacity': opacity },
});

/** Outlines: kinds differ by line, never by colour alone. */
function outlines(palette: Palette): LayerSpecification[] {
  return [
    line('edit-zone', 'edit-ground', 'zone', { 'line-color': palette['map-centre'], 'line-width': 1 }),
    line('edit-area', 'edit-ground', 'area', { 'line-color': palette['map-centre'], 'line-width': 2 }),
    line(
      'edit-other',
      'edit-places',
      'other',
      { 'line-color': palette['map-work-area'], 'line-width': 1.5 },
      [4, 2],
    ),
    fill('edit-place-fill', 'place', palette.selected, 0.1),
    fill('edit-target-fill', 'target', palette.selected, 0.06),
    line('edit-place-casing', 'edit-places', 'place', {
      'line-color': palette['selected-casing'],
      'line-width': 7,
    }),
    line('edit-place', 'edit-places', 'place', { 'line-color': palette.selected, 'line-width': 3 }),
    line('edit-target', 'edit-places', 'target', { 'line-color': palette.selected, 'line-width': 3 }, [2, 2]),
  ];
}

function premises(palette: Palette): LayerSpecification[] {
  const radius = (more: number) =>
    ['interpolate', ['linear'], ['zoom'], 13, 1.5 + more, 15, 3 + more, 17, 6 + more, 19, 9 + more] as never;
  return [
    {
      id: 'edit-taken',
      type: 'circle',
      source: 'edit-premises',
      filter: ['get', 'taken'],
      paint: {
        'circle-radius': radius(4),
        'circle-color': palette['selected-casing'],
        'circle-stroke-color': palette.selected,
        'circle-stroke-width': 3,
      },
    },
    {
      id: 'edit-premises',
      type: 'circle',
      source: 'edit-premises',
      minzoom: 13,
      layout: { 'circle-sort-key': ['case', ['get', 'vacant'], 1, 0] },
      paint: {
        'circle-radius': radius(0),
        'circle-color': ['case', ['get', 'vacant'], palette['vacancy-4'], palette.surface],
        'circle-stroke-color': [
          'case',
          ['get', 'inside'],
          palette.selected,
          ['get', 'vacant'],
          palette['vacancy-outline'],
          palette['map-label-minor'],
        ],
        'circle-stroke-width': ['case', ['get', 'inside'], 1.5, 1],
      },
    },
  ];
}

function labels(palette: Palette): LayerSpecification[] {
  const halo = { 'text-halo-color': palette['map-halo'], 'text-halo-width': 1.8 };
  return [
    {
      id: 'edit-ground-name',
      type: 'symbol',
      source: 'edit-ground',
      filter: ['==', ['get', 'kind'], 'zone'],
      minzoom: 14,
      layout: { 'text-field': ['get', 'name'], 'text-font': FONT, 'text-size': 13, 'text-max-width': 8 },
      paint: { 'text-color': palette['map-label-minor'], ...halo },
    },
    {
      id: 'edit-place-number-disc',
      type: 'circle',
      source: 'edit-numbers',
      paint: {
        'circle-color': ['case', ['get', 'open'], palette.selected, palette.ink],
        'circle-radius': 12,
        'circle-stroke-color': palette['map-halo'],
        'circle-stroke-width': 2,
      },
    },
    {
      id: 'edit-place-number',
      type: 'symbol',
      source: 'edit-numbers',
      layout: {
        'text-field': ['get', 'number'],
        'text-font': FONT_SEMIBOLD,
        'text-size': 14,
        'text-allow-overlap': true,
        'text-ignore-placement': true,
      },
      paint: { 'text-color': palette['map-halo'] },
    },
    {
      id: 'edit-becomes',
      type: 'symbol',
      source: 'edit-premises',
      filter: ['get', 'taken'],
      minzoom: 16,
      layout: {
        'text-field': ['get', 'words'],
        'text-font': FONT,
        'text-size': 13,
        'text-anchor': 'left',
        'text-offset': [1.1, 0],
        'text-optional': true,
      },
      paint: { 'text-color': palette['map-label'], ...halo },
    },
  ];
}

/** The style of the map on which a scenario is made: ground, streets, buildings, and what is being made. */
export function editStyle(palette: Palette): StyleSpecification {
  const base = baseLayer.group(palette);
  return {
    version: 8,
    sources: {
      ...base.sources,
      buildings: { type: 'vector', url: '/tiles/buildings.json', promoteId: 'id' },
      ...Object.fromEntries(EDIT_SOURCES.map(name => [name, emptySource()])),
    },
    layers: [
      ...(base.ground ?? []),
      ...(base.streets ?? []),
      ...buildings(palette),
      ...outlines(palette),
      ...premises(palette),
      ...(base.labels ?? []),
      ...labels(palette),
    ],
    transition: { duration: 0 },
  };
}
