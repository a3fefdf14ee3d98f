import type {
  ExpressionSpecification,
  FilterSpecification,
  LayerSpecification,
  SourceSpecification,
} from 'maplibre-gl';
import type { Palette } from '../palette.ts';
import { FONT, FONT_SEMIBOLD, type LayerGroup, type MapLayer, widthAt } from './layer.ts';

type Stops = readonly [zoom: number, pixels: number][];

/** Classes of road from the least to the most important, as they lie on each other. */
const ROADS: readonly { name: string; minzoom: number; stops: Stops }[] = [
  {
    name: 'path',
    minzoom: 15,
    stops: [
      [15, 1],
      [18, 4],
    ],
  },
  {
    name: 'service',
    minzoom: 14,
    stops: [
      [14, 0.8],
      [16, 3.5],
      [18, 13],
    ],
  },
  {
    name: 'local',
    minzoom: 11.5,
    stops: [
      [11.5, 0.5],
      [14, 2.6],
      [16, 8],
      [18, 26],
    ],
  },
  {
    name: 'main',
    minzoom: 8,
    stops: [
      [8, 0.6],
      [12, 2.4],
      [14, 4.5],
      [16, 12],
      [18, 34],
    ],
  },
  {
    name: 'motorway',
    minzoom: 6,
    stops: [
      [6, 0.8],
      [12, 4],
      [14, 6.5],
      [16, 16],
      [18, 42],
    ],
  },
];

const area: ExpressionSpecification = ['match', ['geometry-type'], ['Polygon', 'MultiPolygon'], true, false];
const line: ExpressionSpecification = [
  'match',
  ['geometry-type'],
  ['LineString', 'MultiLineString'],
  true,
  false,
];

function flat(id: string, layer: string, colour: string, filter?: FilterSpecification): LayerSpecification {
  return {
    id,
    type: 'fill',
    source: 'base',
    'source-layer': layer,
    ...(filter && { filter }),
    paint: { 'fill-color': colour, 'fill-antialias': true },
  };
}

function road(name: string, minzoom: number, stops: Stops, colour: string, more: number): LayerSpecification {
  return {
    id: more > 0 ? `road-${name}-casing` : `road-${name}`,
    type: 'line',
    source: 'base',
    'source-layer': 'road',
    minzoom,
    filter: ['==', ['get', 'class'], name],
    layout: { 'line-cap': 'round', 'line-join': 'round' },
    paint: {
      'line-color': colour,
      'line-width': widthAt(stops, more),
      'line-opacity': ['case', ['boolean', ['get', 'tunnel'], false], 0.3, 1],
    },
  };
}

function ground(palette: Palette): LayerSpecification[] {
  return [
    { id: 'background', type: 'background', paint: { 'background-color': palette['map-land'] } },
    flat('built-up', 'built_up', palette['map-built-up']),
    flat('farmland', 'green', palette['map-farmland'], ['==', ['get', 'class'], 'farmland']),
    flat('green', 'green', palette['map-green'], ['!=', ['get', 'class'], 'farmland']),
    flat('water', 'water', palette['map-water'], area),
    {
      id: 'water-line',
      type: 'line',
      source: 'base',
      'source-layer': 'water',
      filter: line,
      layout: { 'line-cap': 'round', 'line-join': 'round' },
      paint: {
        'line-color': palette['map-water'],
        'line-width': widthAt([
          [10, 0.6],
          [14, 2],
          [18, 10],
        ]),
      },
    },
  ];
}

function streets(palette: Palette): LayerSpecification[] {
  return [
    ...ROADS.filter(({ name }) => name !== 'path').map(({ name, minzoom, stops }) =>
      road(name, minzoom, stops, palette['map-road-casing'], 1.5),
    ),
    ...ROADS.map(({ name, minzoom, stops }) => road(name, minzoom, stops, palette['map-road'], 0)),
    {
      id: 'rail',
      type: 'line',
      source: 'base',
      'source-layer': 'rail',
      minzoom: 10,
      paint: {
        'line-color': palette['map-rail'],
        'line-width': widthAt([
          [10, 1],
          [14, 1.6],
          [18, 4],
        ]),
        'line-dasharray': [4, 2],
      },
    },
  ];
}

function labels(palette: Palette): LayerSpecification[] {
  const halo = { 'text-halo-color': palette['map-halo'], 'text-halo-width': 1.6 };
  return [
    {
      id: 'street-name',
      type: 'symbol',
      source: 'base',
      'source-layer': 'road',
      minzoom: 15,
      filter: ['has', 'name'],
      layout: {
        'symbol-placement': 'line',
        'symbol-spacing': 320,
        'text-field': ['get', 'name'],
        'text-font': FONT,
        'text-size': ['interpolate', ['linear'], ['zoom'], 15, 12, 18, 15],
        'text-padding': 6,
      },
      paint: { 'text-color': palette['map-label-minor'], ...halo },
    },
    {
      id: 'water-name',
      type: 'symbol',
      source: 'base',
      'source-layer': 'water',
      minzoom: 13,
      filter: ['all', ['has', 'name'], line],
      layout: {
        'symbol-placement': 'line',
        'symbol-spacing': 400,
        'text-field': ['get', 'name'],
        'text-font': FONT,
        'text-size': 13,
        'text-letter-spacing': 0.06,
      },
      paint: { 'text-color': palette['map-water-label'], ...halo },
    },
    {
      id: 'place-name',
      type: 'symbol',
      source: 'base',
      'source-layer': 'place',
      maxzoom: 16,
      // Zoomed in, the name of the town would stand among its own areas.
      filter: ['case', ['==', ['get', 'class'], 'quarter'], ['>=', ['zoom'], 12.5], ['<', ['zoom'], 14]],
      layout: {
        'text-field': ['get', 'name'],
        'text-font': FONT_SEMIBOLD,
        'text-size': ['match', ['get', 'class'], 'city', 19, 'town', 17, 'village', 15, 12.5],
        'text-letter-spacing': ['match', ['get', 'class'], 'quarter', 0.08, 0],
        'symbol-sort-key': ['match', ['get', 'class'], 'city', 0, 'town', 1, 'village', 2, 3],
        'text-max-width': 8,
      },
      paint: {
        'text-color': [
          'match',
          ['get', 'class'],
          'quarter',
          palette['map-label-minor'],
          palette['map-label'],
        ],
        ...halo,
      },
    },
  ];
}

/** How the base map is drawn, from whatever source its tiles come. */
export const baseGroup = (palette: Palette, source: SourceSpecification): LayerGroup => ({
  sources: { base: source },
  ground: ground(palette),
  streets: streets(palette),
  labels: labels(palette),
});

/** The base map: paper, water, green, streets and their names. */
export const baseLayer: MapLayer = {
  group: palette => baseGroup(palette, { type: 'vector', url: '/tiles/base.json' }),
};
