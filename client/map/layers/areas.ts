import type {
  ExpressionSpecification,
  FilterSpecification,
  LayerSpecification,
  Map as MapLibre,
} from 'maplibre-gl';
import { AREA_KIND_TERMS, type AreaKind } from '#vocabulary/area-kind.ts';
import type { Explore } from '../../state/explore.ts';
import type { Palette } from '../palette.ts';
import { FONT, FONT_SEMIBOLD, type MapLayer } from './layer.ts';
import { Selected } from './selected.ts';

const AREAS = { source: 'areas', 'source-layer': 'area' } as const;
const ZONES = AREA_KIND_TERMS.filter(({ policyZone }) => policyZone).map(({ code }) => code);

/** Before, an outline would be wider than what it encloses. */
const OUTLINED_FROM = 11;

const ofKinds = (...kinds: string[]): FilterSpecification => ['in', ['get', 'kind'], ['literal', kinds]];
const CENTRES = ['town-centre', 'neighbourhood-centre', 'shopping-area'];
const selected: ExpressionSpecification = ['boolean', ['feature-state', 'selected'], false];
const whenSelected: ExpressionSpecification = ['case', selected, 1, 0];

function outline(
  id: string,
  kinds: string[],
  colour: string,
  width: number,
  dash?: number[],
): LayerSpecification {
  return {
    id,
    type: 'line',
    ...AREAS,
    minzoom: OUTLINED_FROM,
    filter: ofKinds(...kinds),
    layout: { 'line-join': 'round' },
    paint: { 'line-color': colour, 'line-width': width, ...(dash && { 'line-dasharray': dash }) },
  };
}

function accent(id: string, colour: string, width: number): LayerSpecification {
  return {
    id,
    type: 'line',
    ...AREAS,
    layout: { 'line-join': 'round' },
    paint: { 'line-color': colour, 'line-width': width, 'line-opacity': whenSelected },
  };
}

/** Outlines: kinds differ by line, never by colour alone. The fill is what can be pressed. */
function standing(palette: Palette): LayerSpecification[] {
  return [
    {
      id: 'area-fill',
      type: 'fill',
      ...AREAS,
      minzoom: OUTLINED_FROM,
      paint: {
        'fill-color': ['case', selected, palette.selected, palette['map-centre']],
        'fill-opacity': ['case', selected, 0.06, ['in', ['get', 'kind'], ['literal', CENTRES]], 0.05, 0],
      },
    },
    outline('area-zone', ZONES, palette['map-centre'], 1),
    outline('area-work', ['work-area'], palette['map-work-area'], 2, [6, 3]),
    outline('area-village', ['village-core'], palette['map-centre'], 2, [2, 1.5]),
    outline('area-centre', CENTRES, palette['map-centre'], 2),
    accent('area-selected-casing', palette['selected-casing'], 7),
    accent('area-selected', palette.selected, 3),
  ];
}

/** Areas are named at every zoom at which they can be told apart. */
function labels(palette: Palette): LayerSpecification[] {
  return [
    {
      id: 'area-name',
      type: 'symbol',
      source: 'areas',
      'source-layer': 'area_label',
      minzoom: 11,
      layout: {
        'text-field': ['get', 'name'],
        'text-font': [
          'case',
          ofKinds(...CENTRES, 'village-core') as never,
          ['literal', FONT_SEMIBOLD],
          ['literal', FONT],
        ] as never,
        'text-size': ['interpolate', ['linear'], ['zoom'], 11, 12, 16, 15],
        'text-max-width': 9,
        'symbol-sort-key': [
          'case',
          ofKinds(...CENTRES, 'village-core') as never,
          0,
          ofKinds('work-area') as never,
          1,
          2,
        ],
      },
      paint: {
        'text-color': [
          'case',
          ofKinds('work-area') as never,
          palette['map-label-minor'],
          palette['map-label'],
        ],
        'text-halo-color': palette['map-halo'],
        'text-halo-width': 2,
      },
    },
  ];
}

/** Filter of a layer that shows one kind of area only; without a kind what it always shows. */
function onlyKind(always: FilterSpecification | undefined, kind: AreaKind | null) {
  if (kind === null) return always ?? null;
  const only = ofKinds(kind);
  return (always ? ['all', always, only] : only) as FilterSpecification;
}

/** What each layer of areas always shows: by its own kinds, or everything. */
const FILTERS = new Map<string, FilterSpecification | undefined>([
  ['area-fill', undefined],
  ['area-zone', ofKinds(...ZONES)],
  ['area-work', ofKinds('work-area')],
  ['area-village', ofKinds('village-core')],
  ['area-centre', ofKinds(...CENTRES)],
  ['area-name', undefined],
]);
const FILTERED = [...FILTERS.keys()];

/** Areas with their names; the chosen one is drawn in the accent. */
export function areasLayer(): MapLayer {
  let kind: AreaKind | null = null;
  const chosen = new Selected({ source: 'areas', sourceLayer: 'area' });
  return {
    group: palette => ({
      sources: { areas: { type: 'vector', url: '/tiles/areas.json', promoteId: 'id' } },
      standing: standing(palette),
      labels: labels(palette),
    }),
    sync(map: MapLibre, explore: Explore) {
      const { selection, areaKind } = explore.view.value;
      chosen.set(map, selection?.kind === 'area' ? selection.id : undefined);
      if (areaKind === kind) return;
      kind = areaKind;
      for (const id of FILTERED) map.setFilter(id, onlyKind(FILTERS.get(id), kind));
    },
  };
}
