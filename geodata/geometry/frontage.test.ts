import { expect, test } from 'vitest';
import { edgeLength, frontEdges, type Position } from './frontage.ts';

// A street along y = 0, from west to east.
const street: Position[][] = [
  [
    [-100, 0],
    [200, 0],
  ],
];
const box = (west: number, south: number, east: number, north: number): Position[] => [
  [west, south],
  [east, south],
  [east, north],
  [west, north],
  [west, south],
];
const metres = (ring: Position[], lines = street) =>
  frontEdges(ring, lines).reduce((sum, edge) => sum + edgeLength(edge), 0);

test('a house in a row fronts with its front wall only, whichever way its outline runs', () => {
  const house = box(0, 8, 6, 20);
  expect(frontEdges(house, street)).toEqual([[house[0], house[1]]]);
  expect(metres([...house].reverse())).toBe(6);
  // Across the street the front is the north wall.
  expect(metres(box(0, -20, 6, -8))).toBe(6);
});

test('a wall fronts a street within 30 m, also at the head of a dead end', () => {
  expect(metres(box(0, 30, 6, 40))).toBe(6);
  expect(metres(box(0, 30.5, 6, 40))).toBe(0);
  expect(metres(box(215, -3, 220, 3))).toBe(6);
  expect(metres(box(231, -3, 240, 3))).toBe(0);
});

test('a wing that stands back behind the building itself is no front', () => {
  // A U that opens to the west: its inner south-facing wall (y = 25) looks at the back of the front wing.
  const u: Position[] = [
    [0, 8],
    [20, 8],
    [20, 28],
    [0, 28],
    [0, 25],
    [15, 25],
    [15, 12],
    [0, 12],
    [0, 8],
  ];
  expect(metres(u)).toBe(20);
});

test('a bay in the facade counts, its flanks do not', () => {
  const bay: Position[] = [
    [0, 10],
    [4, 10],
    [4, 9],
    [6, 9],
    [6, 10],
    [10, 10],
    [10, 20],
    [0, 20],
    [0, 10],
  ];
  expect(metres(bay)).toBe(10);
});

test('a corner building fronts the street of its address, and both when asked for both', () => {
  const corner = box(5, 8, 15, 20);
  const side: Position[] = [
    [0, 0],
    [0, 100],
  ];
  expect(metres(corner)).toBe(10);
  expect(metres(corner, [side])).toBe(12);
});

test('without a street there is no front', () => {
  expect(frontEdges(box(0, 8, 6, 20), [])).toEqual([]);
});
