import { z } from 'zod';
import { Revision } from './primitives.ts';

/** Deepest zoom that a tile has an address for. */
const MAX_ZOOM = 18;

const whole = (digits: number) =>
  z
    .string()
    .regex(new RegExp(`^\\d{1,${digits}}$`), 'a whole number')
    .transform(Number);

/** Below the number of tiles on a side at that zoom; the address names what is wrong. */
const onTheMap = (axis: 'x' | 'y') => ({
  path: [axis],
  message: 'below two to the power of z',
  when: ({ issues }: { issues: unknown[] }) => issues.length === 0,
});

/** Parameters of `/tiles/{layer}/{revision}/{z}/{x}/{y}.mvt`; z from 0 to 18, x and y below 2^z (XYZ, y from the north). */
export const TileParameters = z
  .object({
    layer: z.string(),
    revision: whole(10),
    z: whole(2).refine(value => value <= MAX_ZOOM, `from 0 to ${MAX_ZOOM}`),
    x: whole(6),
    y: z
      .string()
      .transform(value => value.replace(/\.mvt$/, ''))
      .pipe(whole(6)),
  })
  .refine(({ z, x }) => x < 2 ** z, onTheMap('x'))
  .refine(({ z, y }) => y < 2 ** z, onTheMap('y'));
export type TileParameters = z.infer<typeof TileParameters>;

/** TileJSON 3.0.0 as served at `/tiles/{layer}.json`. `revision` is ours: the one in the template. */
export const TileJson = z.object({
  tilejson: z.literal('3.0.0'),
  name: z.string(),
  description: z.string(),
  scheme: z.literal('xyz'),
  revision: Revision,
  tiles: z.array(z.string()),
  vector_layers: z.array(
    z.object({
      id: z.string(),
      description: z.string(),
      minzoom: z.number().int(),
      maxzoom: z.number().int(),
      fields: z.record(z.string(), z.enum(['String', 'Number', 'Boolean'])),
    }),
  ),
  minzoom: z.number().int(),
  maxzoom: z.number().int(),
  /** West, south, east, north in degrees; left out while there is no municipality. */
  bounds: z.array(z.number()).length(4).optional(),
  /** Left out while there is no dataset. May be shown as HTML: it is escaped. */
  attribution: z.string().optional(),
});
export type TileJson = z.infer<typeof TileJson>;
