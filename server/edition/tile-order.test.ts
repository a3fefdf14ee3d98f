import fc from 'fast-check';
import { zxyToTileId } from 'pmtiles';
import { describe, expect, it } from 'vitest';
import { childrenOf, tileNumber } from './tile-order.ts';

const tile = fc.integer({ min: 0, max: 18 }).chain(z =>
  fc.record({
    z: fc.constant(z),
    x: fc.integer({ min: 0, max: 2 ** z - 1 }),
    y: fc.integer({ min: 0, max: 2 ** z - 1 }),
  }),
);

describe('tileNumber', () => {
  it('is what readers of archives take it for', () => {
    fc.assert(
      fc.property(tile, ({ z, x, y }) => {
        expect(tileNumber({ z, x, y })).toBe(zxyToTileId(z, x, y));
      }),
    );
  });
});

describe('childrenOf', () => {
  it('keeps the order: children of earlier tiles come before children of later ones', () => {
    fc.assert(
      fc.property(tile, address => {
        const numbers = childrenOf(address).map(tileNumber);
        const first = (4 ** (address.z + 1) - 1) / 3 + 4 * (tileNumber(address) - (4 ** address.z - 1) / 3);
        expect(numbers).toEqual([first, first + 1, first + 2, first + 3]);
      }),
    );
  });
});
