import { z } from 'zod';
import { Bbox, Position } from './primitives.ts';

/** How a place is drawn: a class of vacancy, nothing vacant, or the mark of what is no number. */
export const VACANCY_LOOKS = [
  'none',
  '1',
  '2',
  '3',
  '4',
  '5',
  'below-five',
  'confidential',
  'not-observed',
] as const;

/** How what a scenario changes is drawn. */
export const DIFFERENCE_LOOKS = ['better', 'worse', 'same', 'unknown', 'unobserved'] as const;

const Look = z.enum([...VACANCY_LOOKS, ...DIFFERENCE_LOOKS]);

/** Outlines in degrees (CRS84). */
const MultiPolygon = z.object({
  type: z.literal('MultiPolygon'),
  coordinates: z.array(z.array(z.array(Position))),
});
const MultiLineString = z.object({
  type: z.literal('MultiLineString'),
  coordinates: z.array(z.array(Position)),
});
const Point = z.object({ type: z.literal('Point'), coordinates: Position });

const drawn = {
  /** Id of what it is: a row of the table has the same in `data-id`; null where the table has no row of it. */
  id: z.string().nullable(),
  /** Name and figure in words, for whoever presses it. */
  words: z.string(),
};

/** One thing that the moving map draws; the still map of the same page draws the same. */
export const EmbedFeature = z.discriminatedUnion('kind', [
  /** Edge of an area: kinds of line as on the other screens. */
  z.object({
    kind: z.literal('outline'),
    line: z.enum(['town-centre', 'village-core', 'work-area', 'policy-zone']),
    geometry: MultiPolygon,
    ...drawn,
  }),
  /** A CBS square of 500 m. */
  z.object({ kind: z.literal('square'), look: Look, geometry: MultiPolygon, ...drawn }),
  /** How much is vacant in a square: `share` is the part of the largest circle's area, 0 to 1. */
  z.object({ kind: z.literal('circle'), share: z.number().min(0).max(1), geometry: Point, ...drawn }),
  /** One side of a street. */
  z.object({ kind: z.literal('side'), look: Look, geometry: MultiLineString, ...drawn }),
  /** Where a measure of a scenario happens, with its number. */
  z.object({ kind: z.literal('measure'), number: z.number().int(), geometry: MultiPolygon, ...drawn }),
]);
export type EmbedFeature = z.infer<typeof EmbedFeature>;

/**
 * Where the tiles of the ground come from: the server that runs, by revision, or one archive per layer (PMTiles) of a
 * static edition.
 */
export const TileOrigin = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('server'), revision: z.number().int() }),
  z.object({ kind: z.literal('archives'), base: z.string(), buildings: z.string() }),
]);
export type TileOrigin = z.infer<typeof TileOrigin>;

/** What stands in an embed page as JSON (`<script type="application/json" id="embed-map">`). */
export const EmbedMap = z.object({
  bounds: Bbox,
  interaction: z.enum(['press', 'visible']),
  tiles: TileOrigin,
  features: z.array(EmbedFeature),
  /** HTML-free text. */
  attribution: z.string(),
});
export type EmbedMap = z.infer<typeof EmbedMap>;
