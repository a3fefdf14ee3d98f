import { beforeAll, describe, expect, test } from 'vitest';
import { CELL_MEASURES, MEASURES, measureIndex } from '../../geodata/figures/measure.ts';
import { rdToWgs84 } from '../../geodata/geometry/rd.ts';
import { Analysis } from '../../server/contract/analysis.ts';
import { CellHeader, scopeByte } from '../../server/contract/cell.ts';
import { CubeHeader, Vacancy } from '../../server/contract/vacancy.ts';
import { describeOnEachEngine } from '../support/database.ts';
import { answerOf, frameOf, openApi, posting, type TestApi } from './api-client.ts';
import { loadSmallTown, OPEN_SERIES, PLANNER_SERIES, TOWN } from './small-town.ts';

const LATEST = '2026-01-01';

/** A rectangle along the streets, whose premises stand on y = 500000; metres RD to degrees. */
function ringAround(west: number, east: number, halfWidth: number): (readonly [number, number])[] {
  const [south, north] = [500_000 - halfWidth, 500_000 + halfWidth];
  const corners = [
    [west, south],
    [east, south],
    [east, north],
    [west, north],
    [west, south],
  ] as const;
  return corners.map(corner => rdToWgs84(corner));
}

describeOnEachEngine('vacancy figures', get => {
  let api: TestApi;
  let revision: number;
  beforeAll(async () => {
    revision = await loadSmallTown(get().database);
    api = openApi(get().database);
  });

  const exact = async (place: string, query = `series=${OPEN_SERIES}&referenceDate=${LATEST}`) =>
    answerOf(await api.asPlanner(`/api/v1/planner/areas/${place}/vacancy?${query}`), Vacancy);
  const published = async (place: string, query = `series=${OPEN_SERIES}&referenceDate=${LATEST}`) =>
    answerOf(await api.get(`/api/v1/areas/${place}/vacancy?${query}`), Vacancy);
  const of = (vacancy: Vacancy | Analysis, scope: string) =>
    vacancy.figures.find(figure => figure.function === scope);

  test('a planner sees the exact figures of an area', async () => {
    const vacancy = await exact('centrum');
    expect(vacancy).toMatchObject({ area: 'centrum', series: OPEN_SERIES, revision, exact: true });
    expect(of(vacancy, 'retail')).toMatchObject({
      observed: 24,
      vacant: 5,
      rate: 20.8,
      areaKnown: 24,
      observedFloorArea: 2400,
      vacantFloorArea: 500,
      floorAreaRate: 20.8,
    });
    // Nobody asked how large the hotels are: unknown, not 0.
    expect(of(vacancy, 'hospitality')).toMatchObject({
      observed: 8,
      vacant: 2,
      rate: 25,
      observedFloorArea: null,
      vacantFloorArea: null,
      floorAreaRate: null,
    });
    expect(of(vacancy, 'all')).toMatchObject({ observed: 32, vacant: 7 });
    expect(of(vacancy, 'housing')).toBeUndefined();
  });

  test('a visitor sees what passed the policy', async () => {
    const vacancy = await published('centrum');
    expect(vacancy).toMatchObject({ exact: false, revision });
    // 32 premises, 7 of them vacant, rounded to five; the rate is that of the rounded numbers.
    expect(of(vacancy, 'all')).toMatchObject({ observed: 30, vacant: 5, rate: 17 });
    // Eight are too few; and the shops would give them away by subtraction.
    for (const scope of ['hospitality', 'retail'])
      expect(of(vacancy, scope)).toMatchObject({ observed: 'confidential', vacant: 'confidential' });
  });

  test('six shops are too few for anybody but the planner', async () => {
    expect(of(await exact('oost'), 'retail')).toMatchObject({ observed: 6, vacant: 1 });
    for (const figure of (await published('oost')).figures) {
      expect(figure.observed).toBe('confidential');
      expect(figure.vacant).toBe('confidential');
    }
  });

  test('the municipality is asked for by its code', async () => {
    expect(of(await exact(TOWN), 'all')).toMatchObject({ observed: 50, vacant: 8, rate: 16 });
    expect(of(await published(TOWN), 'all')).toMatchObject({ observed: 50, vacant: 10, rate: 20 });
  });

  test('a list without coverage gives counts and no rate', async () => {
    const all = of(await exact('centrum', `series=${PLANNER_SERIES}`), 'all');
    expect(all).toMatchObject({ observed: null, vacant: 7, rate: null });
  });

  test('every reference date, and only one when one is asked for', async () => {
    const dates = (vacancy: Vacancy) => vacancy.figures.map(figure => figure.referenceDate);
    const all = await exact('centrum', `series=${OPEN_SERIES}&function=retail`);
    expect(dates(all)).toEqual(['2025-01-01', LATEST]);
    expect(all.figures.map(figure => figure.vacant)).toEqual([2, 5]);
    expect(
      dates(await exact('centrum', `series=${OPEN_SERIES}&function=retail&referenceDate=${LATEST}`)),
    ).toEqual([LATEST]);
  });

  test('durations: two were vacant a year before, of three nobody can say since when', async () => {
    const { durations } = of(await exact('centrum'), 'retail')!;
    expect(durations['1-to-3']).toBe(2);
    expect(Number(durations['under-1']) + Number(durations.unknown)).toBe(3);
  });

  describe('as cubes', () => {
    test.each(['vacancy', 'planner/vacancy'])('%s has what the area pages show', async path => {
      const query = `municipality=${TOWN}&series=${OPEN_SERIES}`;
      const { header, columns } = await frameOf(await api.asPlanner(`/api/v1/${path}?${query}`), CubeHeader);
      const dates = header.referenceDates.length;
      const stride = MEASURES.length * dates;
      expect(header.keys.length).toBeGreaterThan(5);
      expect(columns.tallies!.length).toBe(header.keys.length * stride);
      for (const [index, [area, scope]] of header.keys.entries()) {
        const vacancy = await (header.exact ? exact : published)(area);
        const vacant = columns.tallies![index * stride + measureIndex('vacant') * dates + dates - 1]!;
        const shown = of(vacancy, scope)!.vacant;
        const word = { [-1]: 'confidential', [-2]: '<5', [-3]: null }[vacant];
        expect(word === undefined ? vacant : word, `${area} ${scope}`).toBe(shown);
      }
    });
  });

  describe('on CBS squares', () => {
    const query = `municipality=${TOWN}&series=${OPEN_SERIES}`;
    const at = (tallies: ArrayLike<number>, row: number, measure: 'observed' | 'vacant') =>
      tallies[(row * CELL_MEASURES.length + measureIndex(measure)) * 2 + 1]!;

    test.each([100, 500])('squares of %i m add up to the municipality', async size => {
      const path = `/api/v1/planner/cells?${query}&size=${size}`;
      const { header, columns } = await frameOf(await api.asPlanner(path), CellHeader);
      expect(header).toMatchObject({ size, exact: true, revision });
      const { x, y, function: scope, tallies } = columns;
      const rows = [...scope!.keys()].filter(row => scope![row] === scopeByte('all'));
      const sum = (measure: 'observed' | 'vacant') =>
        rows.reduce((total, row) => total + Math.max(0, at(tallies!, row, measure)), 0);
      expect([sum('observed'), sum('vacant')]).toEqual([50, 8]);
      for (const row of rows) expect([x![row]! % size, y![row]! % size]).toEqual([0, 0]);
    });

    test('visitors get squares of 500 m, only of one function when asked', async () => {
      const { header, columns } = await frameOf(
        await api.get(`/api/v1/cells?${query}&function=retail`),
        CellHeader,
      );
      expect(header).toMatchObject({ size: 500, exact: false });
      expect(new Set(columns.function)).toEqual(new Set([scopeByte('retail')]));
    });
  });

  describe('of a drawn place', () => {
    const analyse = async (body: object) =>
      answerOf(
        await api.asPlanner('/api/v1/planner/analyses', posting({ series: OPEN_SERIES, ...body })),
        Analysis,
      );

    test('equal those of the area when the area is drawn', async () => {
      const area = await (await api.get('/api/v1/areas/centrum')).json();
      const [coordinates] = area.geometry.coordinates;
      const analysis = await analyse({ geometry: { type: 'Polygon', coordinates } });
      expect(analysis.premises).toBe(40);
      expect(analysis.hectares).toBeCloseTo(12, 1);
      const { figures } = await exact('centrum', `series=${OPEN_SERIES}`);
      const key = (figure: Vacancy['figures'][number]) => `${figure.function} ${figure.referenceDate}`;
      const sorted = (list: Vacancy['figures']) => list.toSorted((a, b) => key(a).localeCompare(key(b)));
      expect(sorted(analysis.figures)).toEqual(sorted(figures));
    });

    test('count what stands inside, leaving out what stands in a hole', async () => {
      const shops = ringAround(120_005, 120_245, 50);
      const selection = { function: 'retail', referenceDate: LATEST };
      const all = await analyse({ geometry: { type: 'Polygon', coordinates: [shops] }, ...selection });
      expect(all.premises).toBe(24);
      expect(all.figures).toHaveLength(1);
      expect(all.figures[0]).toMatchObject({ observed: 24, vacant: 5 });
      // Numbers 1 to 10, of which 2, 5 and 9 are vacant.
      const hole = ringAround(120_006, 120_105, 40);
      const rest = await analyse({ geometry: { type: 'Polygon', coordinates: [shops, hole] }, ...selection });
      expect(rest.premises).toBe(14);
      expect(rest.figures[0]).toMatchObject({ observed: 14, vacant: 2 });
    });

    test('nothing stands in the water: no figures, not zeros', async () => {
      const ring = [
        [5.2, 52.5],
        [5.21, 52.5],
        [5.21, 52.51],
        [5.2, 52.5],
      ];
      const analysis = await analyse({ geometry: { type: 'Polygon', coordinates: [ring] } });
      expect(analysis).toMatchObject({ premises: 0, figures: [] });
    });
  });
});
