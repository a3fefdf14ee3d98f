import { z } from 'zod';
import { FUNCTION_CODES } from '#vocabulary/function.ts';
import { Id, IsoDate, MunicipalityCode, Revision } from './primitives.ts';
import { FunctionScope } from './vacancy.ts';

/** Query of the CBS squares of a municipality in one series. Visitors get 500 m, planners 100 m and 500 m. */
export const CellQuery = z.strictObject({
  municipality: MunicipalityCode,
  series: Id,
  size: z.enum(['100', '500']).default('500'),
  function: FunctionScope.optional(),
});

/**
 * Header of the frame of cells. Columns, one entry per row: `x`, `y` (i32, metres RD, south-west
 * corner), `function` (u8: 0 = all, n = FUNCTION_CODES[n - 1]), `tallies` (i32: `CELL_MEASURES` x
 * dates per row; negative numbers are marks).
 */
export const CellHeader = z.object({
  revision: Revision,
  series: Id,
  size: z.number().int(),
  exact: z.boolean(),
  referenceDates: z.array(IsoDate),
});
export type CellHeader = z.infer<typeof CellHeader>;

/** Byte of a function scope in the `function` column. */
export function scopeByte(scope: z.infer<typeof FunctionScope>): number {
  return scope === 'all' ? 0 : FUNCTION_CODES.indexOf(scope) + 1;
}
