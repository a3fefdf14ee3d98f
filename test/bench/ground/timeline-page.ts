import type { LitElement } from 'lit';
import type { GeoJSONSource, Map as MapLibre } from 'maplibre-gl';
import type { Explore } from '../../../client/state/explore.ts';

/** Milliseconds of each step: until its scripts are done, and until its frame is drawn. */
export interface Steps {
  script: number[];
  paint: number[];
}

type MapElement = LitElement & { map: MapLibre; explore: Explore };

/**
 * Steps through the latest reference dates by the page's own state. It runs in the page, so it can use nothing of this
 * module but types.
 */
export async function measureSteps(count: number): Promise<Steps> {
  const element = document.querySelector<MapElement>('kk-map')!;
  const { map, explore } = element;
  const settled = () =>
    new Promise<void>(done => {
      map.once('idle', () => done());
      map.triggerRepaint();
    });
  while (explore.cube.value === undefined || explore.premisesFrame.value === undefined)
    await new Promise(done => setTimeout(done, 100));
  await settled();
  const dates = explore.series!.referenceDates.map(({ date }) => date).slice(-count);
  const steps: Steps = { script: [], paint: [] };
  for (const referenceDate of dates) {
    const started = performance.now();
    explore.view.set({ referenceDate });
    await element.updateComplete;
    steps.script.push(performance.now() - started);
    await new Promise<void>(done => {
      map.once('render', () => done());
      map.triggerRepaint();
    });
    map.getCanvas().getContext('webgl2')?.finish();
    steps.paint.push(performance.now() - started);
    // Letters follow a step; they must not fall into the next one.
    await new Promise(done => setTimeout(done, 200));
    await settled();
  }
  return steps;
}

/**
 * The same steps made by `setFilter`: the features carry a class for every date, and each of five layers shows one
 * class. A step is drawn when its tiles have been laid out again. Runs in the page.
 */
export async function measureFilters([kind, count]: ['squares' | 'points', number]): Promise<Steps> {
  const { map } = document.querySelector<MapElement>('kk-map')!;
  const from = kind === 'squares' ? 'cells' : 'premises';
  const data = await map.getSource<GeoJSONSource>(from)!.getData();
  const features = (data as GeoJSON.FeatureCollection).features.map((feature, index) => ({
    ...feature,
    properties: Object.fromEntries(
      Array.from({ length: count + 1 }, (_, date) => [`d${date}`, (index + date) % 5] as const),
    ),
  }));
  map.addSource('yardstick', { type: 'geojson', data: { type: 'FeatureCollection', features } });
  const filterOf = (date: number, step: number) => ['==', ['get', `d${date}`], step] as never;
  for (let step = 0; step < 5; step += 1) {
    const layer = { id: `yardstick-${step}`, source: 'yardstick', filter: filterOf(0, step) };
    map.addLayer(kind === 'squares' ? { ...layer, type: 'fill' } : { ...layer, type: 'circle' });
  }
  await new Promise<void>(done => map.once('idle', () => done()));
  const steps: Steps = { script: [], paint: [] };
  for (let date = 1; date <= count; date += 1) {
    const started = performance.now();
    for (let step = 0; step < 5; step += 1) map.setFilter(`yardstick-${step}`, filterOf(date, step));
    steps.script.push(performance.now() - started);
    do await new Promise<void>(done => map.once('render', () => done()));
    while (!map.isSourceLoaded('yardstick'));
    map.getCanvas().getContext('webgl2')?.finish();
    steps.paint.push(performance.now() - started);
  }
  return steps;
}
