import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Geometry } from '#geometry/wkb.ts';
import { BUFFER, EXTENT, tileWindow } from './grid.ts';
import { FINE_TOLERANCE, ringArea, shapeOf, TOLERANCE } from './shape.ts';

const WINDOW = tileWindow({ z: 14, x: 8420, y: 5400 });

/** A ring given in units of the tile, as the metres that are stored. */
function metres(units: readonly number[]): Float64Array<ArrayBuffer> {
  return Float64Array.from(units, (value, index) =>
    index % 2 === 0 ? WINDOW.west + value * WINDOW.unit : WINDOW.north - value * WINDOW.unit,
  );
}

const box = (left: number, top: number, right: number, bottom: number) =>
  metres([left, top, right, top, right, bottom, left, bottom, left, top]);

const polygon = (...polygons: Float64Array<ArrayBuffer>[][]): Geometry => ({ kind: 'polygon', polygons });

const areas = (geometry: Geometry) =>
  shapeOf(geometry, WINDOW, FINE_TOLERANCE)?.parts.map(part => ringArea(part));

describe('shapeOf a polygon', () => {
  it('turns outer rings clockwise on the screen and holes the other way, however they came', () => {
    const outer = box(0, 0, 1000, 1000);
    const hole = box(200, 200, 400, 400);
    const turned = (ring: Float64Array<ArrayBuffer>) =>
      Float64Array.from(ring, (_, index) => ring[ring.length - 2 - index + 2 * (index % 2)]!);
    expect(areas(polygon([outer.slice(), hole.slice()]))).toEqual([1_000_000, -40_000]);
    expect(areas(polygon([turned(outer), turned(hole)]))).toEqual([1_000_000, -40_000]);
  });

  it('keeps every part of a multipolygon with its holes behind it', () => {
    const geometry = polygon([box(0, 0, 100, 100), box(10, 10, 50, 50)], [box(500, 500, 600, 600)]);
    expect(areas(geometry)).toEqual([10_000, -1600, 10_000]);
  });

  it('leaves out parts and holes smaller than a pixel', () => {
    expect(areas(polygon([box(0, 0, 100, 100), box(10, 10, 16, 16)], [box(500, 500, 507, 507)]))).toEqual([
      10_000,
    ]);
    expect(areas(polygon([box(500, 500, 507, 507)]))).toBeUndefined();
  });

  it('clips at the buffer', () => {
    const side = EXTENT + 2 * BUFFER;
    expect(areas(polygon([box(-9000, -9000, 9000, 9000)]))).toEqual([side * side]);
    expect(areas(polygon([box(4000, 0, 9000, 100)]))).toEqual([(EXTENT + BUFFER - 4000) * 100]);
    expect(areas(polygon([box(5000, 0, 9000, 100)]))).toBeUndefined();
  });

  it('shows nothing where the whole tile lies in a hole', () => {
    expect(areas(polygon([box(-9000, -9000, 9000, 9000), box(-8000, -8000, 8000, 8000)]))).toBeUndefined();
  });

  it('survives degenerate rings', () => {
    expect(areas(polygon([metres([5, 5, 5, 5, 5, 5, 5, 5])]))).toBeUndefined();
    expect(areas(polygon([metres([0, 0, 900, 0, 0, 0, 0, 0])]))).toBeUndefined();
    expect(areas(polygon([new Float64Array(0)]))).toBeUndefined();
    expect(areas(polygon())).toBeUndefined();
  });

  it('shows a narrow ring that would fold up with its corners', () => {
    const narrow = shapeOf(polygon([box(0, 0, 3000, 3)]), WINDOW, TOLERANCE);
    expect(narrow?.parts.map(part => ringArea(part))).toEqual([9000]);
  });

  it('writes whole numbers inside the buffer, outer rings positive, for any star', () => {
    const radii = fc.array(fc.integer({ min: 1, max: 6000 }), { minLength: 3, maxLength: 30 });
    fc.assert(
      fc.property(
        fc.integer({ min: -3000, max: 7000 }),
        fc.integer({ min: -3000, max: 7000 }),
        radii,
        (x, y, all) => {
          const ring = all.flatMap((radius, index) => {
            const angle = (2 * Math.PI * index) / all.length;
            return [x + radius * Math.cos(angle), y + radius * Math.sin(angle)];
          });
          const shape = shapeOf(polygon([metres([...ring, ring[0]!, ring[1]!])]), WINDOW, TOLERANCE);
          for (const part of shape?.parts ?? []) {
            expect(
              part.every(value => Number.isInteger(value) && value >= -BUFFER && value <= EXTENT + BUFFER),
            ).toBe(true);
            expect(ringArea(part)).toBeGreaterThan(0);
            expect(part.length).toBeGreaterThanOrEqual(6);
          }
        },
      ),
    );
  });
});

describe('shapeOf a line', () => {
  it('is cut at the buffer and simplified to a pixel', () => {
    const line: Geometry = { kind: 'line', lines: [metres([-500, 100, 1000, 101, 5000, 100])] };
    expect(shapeOf(line, WINDOW, TOLERANCE)).toEqual({ type: 2, parts: [[-64, 100, 4160, 100]] });
  });

  it('is left out when it rounds to one position', () => {
    const line: Geometry = { kind: 'line', lines: [metres([10, 10, 10.2, 10.1])] };
    expect(shapeOf(line, WINDOW, TOLERANCE)).toBeUndefined();
  });
});

describe('shapeOf a point', () => {
  it('is in exactly one of two neighbouring tiles', () => {
    const next = tileWindow({ z: 14, x: 8421, y: 5400 });
    for (const x of [4095.2, 4095.6, 4096, 4096.4, -0.4]) {
      const point = (): Geometry => ({ kind: 'point', points: metres([x, 7]) });
      const found = [WINDOW, next].filter(window => shapeOf(point(), window, 0) !== undefined);
      expect(found).toHaveLength(1);
    }
  });
});
