import { MOST_VERTICES, type PolygonFault, polygonFault } from '#geometry/polygon.ts';
import { distanceToEdge, isInside } from '#geometry/ring.ts';
import type { ScenarioDocument, ScenarioMeasure, ScenarioPlace } from '../contract/scenario.ts';
import type { ScenarioBase } from '../contract/scenario-base.ts';
import type { ScenarioFault } from '../contract/scenario-result.ts';
import { error, warning } from './fault-severity.ts';
import type { MeasureModel } from './measure.ts';
import { measureModel } from './measures.ts';
import { parameterFaults } from './parameter-fault.ts';
import { areaPlace, baseAreaById, placePolygonsRd, premisesInPlace, premisesSetInPlace } from './place.ts';

/** Where in the document, and of which measure. */
interface At {
  field: string;
  measure: string;
}

const outlines = new WeakMap<object, PolygonFault | 'none'>();

/** Found once per drawing: ten thousand vertices take a second, and places are replaced and never changed. */
function faultOfOutline({
  coordinates,
}: Extract<ScenarioPlace, { kind: 'polygon' }>): PolygonFault | undefined {
  const known = outlines.get(coordinates) ?? polygonFault(coordinates) ?? 'none';
  outlines.set(coordinates, known);
  return known === 'none' ? undefined : known;
}

/** What is wrong with a drawn outline; said in the words of a drawing, not of a ring. */
function outlineFaults(place: ScenarioPlace, at: At): ScenarioFault[] {
  if (place.kind !== 'polygon') return [];
  const fault = faultOfOutline(place);
  if (fault === undefined) return [];
  if (fault === 'crossing') return [error('polygon-crossing', at)];
  if (fault === 'vertices') return [error('polygon-vertices', { ...at, values: { most: MOST_VERTICES } })];
  return [error('polygon-invalid', at)];
}

/** Metres that a corner may lie over the edge: who draws along an outline means the outline. */
const SLACK = 1;

type Extent = 'inside' | 'partly' | 'outside';

const extents = new WeakMap<ScenarioPlace, { base: ScenarioBase; extent: Extent }>();

/** Whether every corner of a place lies in the scenario's area, some do, or none; found once, as outlines are. */
function extentOf(place: ScenarioPlace, base: ScenarioBase): Extent {
  const known = extents.get(place);
  if (known?.base === base) return known.extent;
  const extent = findExtent(place, base);
  extents.set(place, { base, extent });
  return extent;
}

function findExtent(place: ScenarioPlace, base: ScenarioBase): Extent {
  const polygons = placePolygonsRd(place, base) ?? [];
  const area = placePolygonsRd(areaPlace(base, base.area.id), base) ?? [];
  const corners = polygons.flatMap(([shell]) => (shell ?? []).slice(1));
  const isWithin = (x: number, y: number) =>
    area.some(rings => isInside(rings, x, y) || distanceToEdge(rings, x, y) <= SLACK);
  const inside = corners.filter(([x, y]) => isWithin(x, y));
  if (inside.length === corners.length) return 'inside';
  if (inside.length > 0 || premisesInPlace(place, base).length > 0) return 'partly';
  const around = area.some(([shell]) =>
    shell?.some(([x, y]) => polygons.some(rings => isInside(rings, x, y))),
  );
  return around ? 'partly' : 'outside';
}

function drawnFaults(place: ScenarioPlace, base: ScenarioBase, at: At): ScenarioFault[] {
  const faults = outlineFaults(place, at);
  if (faults.length > 0 || place.kind !== 'polygon') return faults;
  const extent = extentOf(place, base);
  const values = { area: base.area.name };
  if (extent === 'outside') return [error('place-outside', { ...at, values })];
  return extent === 'partly' ? [warning('place-partly-outside', { ...at, values })] : [];
}

function knownFaults(place: ScenarioPlace, base: ScenarioBase, at: At): ScenarioFault[] {
  if (place.kind === 'area') return baseAreaById(base, place.id) ? [] : [error('place-unknown', at)];
  if (place.kind === 'street-sides') {
    const known = new Set(base.streetSides.map(({ id }) => id));
    return place.ids.every(id => known.has(id)) ? [] : [error('place-unknown', at)];
  }
  if (place.kind === 'premises') {
    const known = new Set(base.premises.ids);
    const count = place.ids.filter(id => !known.has(id)).length;
    return count === 0 ? [] : [error('premises-gone', { ...at, values: { count } })];
  }
  return [];
}

function isEmpty(place: ScenarioPlace): boolean {
  return (place.kind === 'premises' || place.kind === 'street-sides') && place.ids.length === 0;
}

function placeFaults(
  place: ScenarioPlace | null,
  model: MeasureModel,
  base: ScenarioBase,
  at: At,
): ScenarioFault[] {
  if (place === null || isEmpty(place)) return [error('place-missing', at)];
  if (!model.places.includes(place.kind)) return [error('place-kind', at)];
  return [...drawnFaults(place, base, at), ...knownFaults(place, base, at)];
}

function targetFaults(
  measure: ScenarioMeasure,
  model: MeasureModel,
  base: ScenarioBase,
  at: At,
): ScenarioFault[] {
  if (model.target === null) return [];
  if (measure.target === null || isEmpty(measure.target)) return [error('target-missing', at)];
  return [...drawnFaults(measure.target, base, at), ...knownFaults(measure.target, base, at)];
}

function phaseFaults(
  { phase, id }: ScenarioMeasure,
  field: string,
  baseYear: number,
  horizon: number,
): ScenarioFault[] {
  const at = { field: `${field}.phase`, measure: id };
  if (phase.until < phase.from) return [error('phase-order', at)];
  if (phase.from > baseYear && phase.until <= horizon) return [];
  return [error('phase-outside', { ...at, values: { first: String(baseYear + 1), last: String(horizon) } })];
}

/** Whether a measure may take premises in use, and vacant ones; nothing where it takes none. */
function reachOf({ kind, takes, choices }: ScenarioMeasure): { inUse: boolean; vacant: boolean } {
  if (kind === 'green-space' && choices.demolish !== 'demolished') return { inUse: false, vacant: false };
  if (kind === 'move-shops') return { inUse: true, vacant: false };
  return { inUse: takes === 'all', vacant: true };
}

/** Whether two measures could want the same premises, wherever they act. */
function couldShare(one: ScenarioMeasure, other: ScenarioMeasure): boolean {
  const [functions, others] = [one, other].map(({ kind }) => measureModel(kind)?.functions ?? []);
  const [reach, reached] = [reachOf(one), reachOf(other)];
  const state = (reach.inUse && reached.inUse) || (reach.vacant && reached.vacant);
  return state && functions!.some(code => others!.includes(code));
}

/** Measures before this one that could take the same premises. */
function overlaps({ measures }: ScenarioDocument, index: number, base: ScenarioBase): ScenarioFault[] {
  const measure = measures[index]!;
  // The place of a compact core is what it leaves alone.
  if (measure.place === null || measure.kind === 'compact-core') return [];
  const own = premisesSetInPlace(measure.place, base);
  const other = measures.slice(0, index).findIndex(before => {
    if (before.place === null || before.kind === 'compact-core' || !couldShare(before, measure)) return false;
    return premisesInPlace(before.place, base).some(premises => own.has(premises));
  });
  if (other < 0) return [];
  return [
    warning('places-overlap', {
      field: `measures.${index}.place`,
      measure: measure.id,
      values: { other: other + 1 },
    }),
  ];
}

/** What is wrong with one measure as it was filled in. */
export function measureFaults(
  document: ScenarioDocument,
  index: number,
  base: ScenarioBase,
  baseYear: number,
): ScenarioFault[] {
  const measure = document.measures[index]!;
  const field = `measures.${index}`;
  const at: At = { field, measure: measure.id };
  const model = measureModel(measure.kind);
  if (model === undefined) return [error('unknown-measure', at)];
  const terms = new Set(model.parameters.map(({ id }) => id));
  const strange = Object.keys(measure.parameters).filter(id => !terms.has(id));
  return [
    ...placeFaults(measure.place, model, base, { ...at, field: `${field}.place` }),
    ...targetFaults(measure, model, base, { ...at, field: `${field}.target` }),
    ...phaseFaults(measure, field, baseYear, document.horizon),
    ...model.parameters.flatMap(term =>
      parameterFaults(term, measure.parameters[term.id], { ...at, field: `${field}.parameters.${term.id}` }),
    ),
    ...strange.map(id =>
      error('parameter-unknown', { ...at, field: `${field}.parameters.${id}`, values: { parameter: id } }),
    ),
    ...overlaps(document, index, base),
  ];
}
