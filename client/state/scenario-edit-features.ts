import type { ScenarioPlace } from '#contract/scenario.ts';
import type { ScenarioBase } from '#contract/scenario-base.ts';
import { rdToWgs84 } from '#geometry/rd.ts';
import { placeOutline, premisesInPlace } from '#planning/place.ts';
import { FUNCTIONS } from '#vocabulary/function.ts';
import { STATUSES } from '#vocabulary/status.ts';
import type { Language } from '../text/language.ts';
import { scenarioEditWords } from '../text/scenario-edit.ts';
import type { ScenarioEdit } from './scenario-edit.ts';

type Feature = GeoJSON.Feature<GeoJSON.Geometry, Record<string, string | number | boolean>>;

/** The number of a measure, and whether that measure is open. */
type NumberFeature = GeoJSON.Feature<GeoJSON.Point, { number: string; open: boolean }>;

const feature = (geometry: GeoJSON.Geometry, properties: Feature['properties'] = {}): Feature => ({
  type: 'Feature',
  geometry,
  properties,
});

/** Outline of the area and of the zones in it, degrees. */
export function groundFeatures({ area, zones }: ScenarioBase): Feature[] {
  return [
    ...zones.map(({ coordinates, name }) =>
      feature({ type: 'MultiPolygon', coordinates }, { kind: 'zone', name }),
    ),
    feature({ type: 'MultiPolygon', coordinates: area.coordinates }, { kind: 'area', name: area.name }),
  ];
}

const points = new WeakMap<ScenarioBase, GeoJSON.Position[]>();

function pointsOf(base: ScenarioBase): GeoJSON.Position[] {
  const known = points.get(base);
  if (known) return known;
  const { x, y } = base.premises;
  const made = x.map((east, index) => [...rdToWgs84([east, y[index]!])]);
  points.set(base, made);
  return made;
}

/** What taken premises become, in words. */
function becomesWords(becomes: string, language: Language): string {
  const known: Record<string, string> = scenarioEditWords(language).becomes;
  return known[becomes] ?? FUNCTIONS.find(({ code }) => code === becomes)?.[language] ?? becomes;
}

/**
 * Every premises of the base as a point: vacant or not, in the place of the open measure or not, and what it becomes
 * where that measure takes it (in the expected case).
 */
export function premisesFeatures(edit: ScenarioEdit, language: Language): Feature[] {
  const { base, screen, result } = edit;
  const measure = edit.measure(screen.value.measure);
  const inside = new Set(measure?.place ? premisesInPlace(measure.place, base) : []);
  const taken = new Map(
    (result.measures.find(({ id }) => id === measure?.id)?.premises ?? []).map(one => [one.id, one]),
  );
  return pointsOf(base).map((coordinates, index) => {
    const id = base.premises.ids[index]!;
    const took = taken.get(id);
    return feature(
      { type: 'Point', coordinates },
      {
        index,
        vacant: STATUSES[base.premises.states[index]!]?.vacant ?? false,
        inside: inside.has(index),
        taken: took !== undefined,
        words: took ? `${becomesWords(took.becomes, language)} ${took.year}` : '',
      },
    );
  });
}

/** Outlines of the places of all measures: the open one lit. */
export function placeFeatures(edit: ScenarioEdit): Feature[] {
  const { base, document, screen } = edit;
  const { drawing } = screen.value;
  const outline = (place: ScenarioPlace | null, properties: Feature['properties']): Feature[] => {
    const geometry = place && placeOutline(place, base);
    return geometry ? [feature(geometry as GeoJSON.Geometry, properties)] : [];
  };
  return document.measures.flatMap(({ id, place, target }) => {
    const open = id === screen.value.measure;
    // What is being drawn is drawn by the tool.
    const busy = drawing?.measure === id ? drawing.which : null;
    return [
      ...(busy === 'place' ? [] : outline(place, { kind: open ? 'place' : 'other' })),
      ...(open && busy !== 'target' ? outline(target, { kind: 'target' }) : []),
    ];
  });
}

/** The number of each measure in the middle of what stands in its place. */
export function numberFeatures({ base, document, screen }: ScenarioEdit): NumberFeature[] {
  const { x, y } = base.premises;
  return document.measures.flatMap(({ id, place }, index) => {
    const inside = place === null ? [] : premisesInPlace(place, base);
    if (inside.length === 0) return [];
    const mean = (values: readonly number[]) =>
      inside.reduce((sum, one) => sum + values[one]!, 0) / inside.length;
    const geometry = { type: 'Point' as const, coordinates: [...rdToWgs84([mean(x), mean(y)])] };
    const properties = { number: String(index + 1), open: id === screen.value.measure };
    return [{ type: 'Feature' as const, geometry, properties }];
  });
}
