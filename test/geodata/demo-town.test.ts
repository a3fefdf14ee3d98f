import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { DEMO_SEED, generateTown } from '../../geodata/demo/generate.ts';
import type { BaseRow, Polygon, Position } from '../../geodata/demo/town.ts';
import { demoTown } from '../support/demo-town.ts';

const town = demoTown();
const MARKET = [146500, 511500] as const;

/** Square of an index, metres. */
const SQUARE = 50;

interface Shape {
  index: number;
  ring: readonly Position[];
  box: [number, number, number, number];
}

function boxOf(ring: readonly Position[]): Shape['box'] {
  const xs = ring.map(([x]) => x);
  const ys = ring.map(([, y]) => y);
  return [Math.min(...xs), Math.min(...ys), Math.max(...xs), Math.max(...ys)];
}

function squaresOf([west, south, east, north]: Shape['box']): string[] {
  const keys: string[] = [];
  for (let x = Math.floor(west / SQUARE); x <= Math.floor(east / SQUARE); x += 1)
    for (let y = Math.floor(south / SQUARE); y <= Math.floor(north / SQUARE); y += 1) keys.push(`${x} ${y}`);
  return keys;
}

function areaOf(ring: readonly Position[]): number {
  const twice = ring.slice(1).reduce((sum, [x, y], index) => {
    const [px, py] = ring[index]!;
    return sum + px * y - x * py;
  }, 0);
  return Math.abs(twice) / 2;
}

function isInside(ring: readonly Position[], [px, py]: Position): boolean {
  let inside = false;
  ring.slice(1).forEach(([x, y], index) => {
    const [ax, ay] = ring[index]!;
    if (y > py !== ay > py && px < ((ax - x) * (py - y)) / (ay - y) + x) inside = !inside;
  });
  return inside;
}

const inPolygon = ([outer, ...holes]: Polygon, point: Position): boolean =>
  isInside(outer!, point) && !holes.some(hole => isInside(hole, point));

/** Whether two segments cross in a point that is no end of either. */
function cross(a: Position, b: Position, c: Position, d: Position): boolean {
  const side = (p: Position, q: Position, r: Position) =>
    (q[0] - p[0]) * (r[1] - p[1]) - (q[1] - p[1]) * (r[0] - p[0]);
  const slack = 1e-6;
  return side(a, b, c) * side(a, b, d) < -slack && side(c, d, a) * side(c, d, b) < -slack;
}

function edgesCross(a: readonly Position[], b: readonly Position[]): boolean {
  return a.slice(1).some((end, i) => b.slice(1).some((stop, j) => cross(a[i]!, end, b[j]!, stop)));
}

const shapes: Shape[] = town.buildings.map(({ geom }, index) => ({
  index,
  ring: geom[0]!,
  box: boxOf(geom[0]!),
}));
const index = new Map<string, Shape[]>();
for (const shape of shapes)
  for (const key of squaresOf(shape.box)) index.set(key, [...(index.get(key) ?? []), shape]);

const meet = (a: Shape['box'], b: Shape['box']) => a[0] < b[2] && b[0] < a[2] && a[1] < b[3] && b[1] < a[3];

const middleOf = (ring: readonly Position[]): Position => {
  const open = ring.slice(1);
  return [
    open.reduce((sum, [x]) => sum + x, 0) / open.length,
    open.reduce((sum, [, y]) => sum + y, 0) / open.length,
  ];
};

describe('the fictional town', () => {
  it('is the same bytes for the same seed', () => {
    const hash = (value: unknown) => createHash('sha256').update(JSON.stringify(value)).digest('hex');
    expect(hash(generateTown(DEMO_SEED))).toBe(hash(town));
  });

  it('has the size of a town of 25,000', () => {
    const uses = Map.groupBy(
      town.periods.filter(({ until }) => until === null),
      period => period.function,
    );
    const count = (use: Parameters<typeof uses.get>[0]) => uses.get(use)?.length ?? 0;
    const within = (value: number, least: number, most: number) => {
      expect(value).toBeGreaterThanOrEqual(least);
      expect(value).toBeLessThanOrEqual(most);
    };
    within(town.buildings.length, 11_000, 13_500);
    within(town.premises.length, 12_500, 15_000);
    within(count('housing'), 10_000, 11_500);
    within(count('retail'), 380, 440);
    within(count('hospitality'), 125, 165);
    within(count('services'), 140, 180);
    within(count('culture') + count('community'), 50, 75);
    within(count('office'), 240, 300);
    within(count('business'), 370, 450);
  });

  it('lies in the Markermeer', () => {
    for (const [x, y] of town.municipality.boundary.flat(2)) {
      expect(x).toBeGreaterThan(140_000);
      expect(x).toBeLessThan(155_000);
      expect(y).toBeGreaterThan(505_000);
      expect(y).toBeLessThan(520_000);
    }
  });
});

describe('its buildings', () => {
  it('are closed, simple and not tiny', () => {
    for (const { ring } of shapes) {
      expect(ring[0]).toEqual(ring.at(-1));
      expect(ring.length).toBeGreaterThan(3);
      expect(areaOf(ring)).toBeGreaterThan(3);
      expect(edgesCross(ring, ring)).toBe(false);
    }
  });

  it('do not overlap', () => {
    const pairs = new Set<string>();
    for (const shape of shapes)
      for (const key of squaresOf(shape.box))
        for (const other of index.get(key)!) {
          if (other.index <= shape.index || !meet(shape.box, other.box)) continue;
          const crosses = edgesCross(shape.ring, other.ring);
          const isWithin = (ring: readonly Position[], points: readonly Position[]) =>
            points.some(point => isInside(ring, point));
          const overlaps = crosses || isWithin(shape.ring, other.ring) || isWithin(other.ring, shape.ring);
          if (overlaps) pairs.add(`${shape.index} ${other.index}`);
        }
    expect([...pairs]).toEqual([]);
  });

  const polygons = (layer: BaseRow['layer']) =>
    town.baseFeatures.flatMap(({ layer: own, geometry }) =>
      own === layer && geometry.kind === 'polygon' ? [geometry.polygon] : [],
    );
  const lines = (layer: BaseRow['layer'], classes: readonly string[]) =>
    town.baseFeatures.flatMap(({ layer: own, featureClass, geometry }) =>
      own === layer && classes.includes(featureClass) && geometry.kind === 'line' ? [geometry.positions] : [],
    );

  it('stand on no water', () => {
    for (const polygon of polygons('water')) {
      const box = boxOf(polygon[0]!);
      for (const shape of shapes) {
        if (!meet(box, shape.box)) continue;
        expect(shape.ring.some(point => inPolygon(polygon, point))).toBe(false);
        expect(polygon.some(ring => edgesCross(ring, shape.ring))).toBe(false);
      }
    }
  });

  it('stand on no road, railway or ditch', () => {
    const all = [
      ...lines('road', ['motorway', 'main', 'local', 'service']),
      ...lines('rail', ['rail']),
      ...lines('water', ['line']),
    ];
    const onThem = all.flatMap(line => {
      const box = boxOf(line);
      return shapes
        .filter(shape => meet(box, shape.box) && edgesCross(line, shape.ring))
        .map(shape => shape.index);
    });
    expect(onThem).toEqual([]);
  });

  it('hold every premises that is said to be in them', () => {
    const outlines = new Map(town.buildings.map(({ id, geom }) => [id, geom]));
    for (const { building, point } of town.premises)
      expect(inPolygon(outlines.get(building)!, point)).toBe(true);
  });
});

describe('its addresses', () => {
  it('are unique, also by postcode and number', () => {
    const key = (row: (typeof town.addresses)[number]) =>
      `${row.place}|${row.street}|${row.number}${row.letter}`;
    expect(new Set(town.addresses.map(key)).size).toBe(town.addresses.length);
    const postal = town.addresses.map(({ postcode, number, letter }) => `${postcode} ${number}${letter}`);
    expect(new Set(postal).size).toBe(town.addresses.length);
  });

  it('have postcodes that nobody has, one side of a street apart from the other', () => {
    const sides = new Map<string, string>();
    for (const { postcode, street, number } of town.addresses) {
      expect(postcode).toMatch(/^0\d{3}[A-Z]{2}$/);
      const side = `${street} ${number % 2}`;
      expect(sides.get(postcode) ?? side).toBe(side);
      sides.set(postcode, side);
    }
  });

  it('are on streets that exist', () => {
    const streets = new Set(town.streets.map(({ name, place }) => `${name}|${place}`));
    for (const { street, place } of town.addresses) expect(streets.has(`${street}|${place}`)).toBe(true);
  });
});

describe('its shape, beside a measured town of half its size', () => {
  const distance = (ring: readonly Position[]) => {
    const [x, y] = middleOf(ring);
    return Math.hypot(x - MARKET[0], y - MARKET[1]);
  };
  const SHED = 25;
  // From BAG Doesburg 2020: buildings per ha, share built over, median year, median main building (m2), sheds (%).
  // The further out, the more room twice the inhabitants take.
  const RINGS = [
    {
      from: 0,
      to: 200,
      density: [45, 0.65, 1.35],
      built: [45, 0.7, 1.15],
      year: [1884, 45],
      main: [88, 0.7, 1.2],
      sheds: [17, 12],
    },
    {
      from: 200,
      to: 400,
      density: [19, 0.8, 1.6],
      built: [18, 0.7, 1.3],
      year: [1950, 40],
      main: [73, 0.75, 1.2],
      sheds: [16, 15],
    },
    {
      from: 400,
      to: 800,
      density: [10, 0.9, 2.1],
      built: [11.5, 0.7, 1.3],
      year: [1960, 40],
      main: [54, 0.85, 1.25],
      sheds: [37, 12],
    },
    {
      from: 800,
      to: 1600,
      density: [6, 0.9, 2.1],
      built: [3.5, 0.8, 2],
      year: [1975, 15],
      main: [54, 0.85, 1.25],
      sheds: [36, 8],
    },
    {
      from: 1600,
      to: 2200,
      density: [1.5, 0.6, 1.7],
      built: [2, 0.5, 1.7],
      year: [1998, 15],
      main: [100, 0.65, 1.25],
      sheds: [22, 10],
    },
  ] as const;

  it.each(RINGS)('$from to $to m from the market', ({ from, to, density, built, year, main, sheds }) => {
    const here = town.buildings.filter(({ geom }) => {
      const away = distance(geom[0]!);
      return away >= from && away < to;
    });
    const hectares = (Math.PI * (to ** 2 - from ** 2)) / 10_000;
    const areas = here.map(({ geom }) => areaOf(geom[0]!));
    const large = here.filter(({ use }) => !['shed', 'barn', 'garages'].includes(use));
    const median = (values: number[]) => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)]!;
    const near = (value: number, [target, least, most]: readonly [number, number, number]) => {
      expect(value).toBeGreaterThan(target * least);
      expect(value).toBeLessThan(target * most);
    };
    near(here.length / hectares, density);
    near(areas.reduce((sum, area) => sum + area, 0) / hectares / 100, built);
    near(median(large.map(({ geom }) => areaOf(geom[0]!))), main);
    expect(Math.abs(median(large.map(({ buildYear }) => buildYear)) - year[0])).toBeLessThanOrEqual(year[1]);
    expect(
      Math.abs((100 * areas.filter(area => area < SHED).length) / here.length - sheds[0]),
    ).toBeLessThanOrEqual(sheds[1]);
  });
});
