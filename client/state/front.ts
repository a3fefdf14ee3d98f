import type { Shown } from '#contract/vacancy.ts';
import { FRONT_MEASURES } from '#figures/front.ts';
import type { FunctionScope } from '#vocabulary/function.ts';
import { type Cube, rateOf, shownOf } from './figure.ts';

/** Metres of front along one side of a street on a reference date, and the vacant share in per cent. */
export interface Front {
  observed: Shown;
  vacant: Shown;
  rate: Shown;
}

/** Rows of the cube's fronts by place and function; made once per cube. */
const rows = new WeakMap<Cube, Map<string, number>>();

function rowsOf(cube: Cube): Map<string, number> {
  const known = rows.get(cube);
  if (known) return known;
  const made = new Map<string, number>();
  cube.columns.frontKeys?.forEach((key, row) => {
    const [place, scope] = cube.header.keys[key]!;
    made.set(`${place} ${scope}`, row);
  });
  rows.set(cube, made);
  return made;
}

/** Decimetres as the cube has them, in metres; marks stay marks. */
const metres = (value: number): Shown => {
  const shown = shownOf(value);
  return typeof shown === 'number' ? shown / 10 : shown;
};

/** Front along one side of a street; undefined where the series says nothing of it. */
export function frontIn(cube: Cube, side: string, scope: FunctionScope, on: string): Front | undefined {
  const row = rowsOf(cube).get(`${side} ${scope}`);
  const date = cube.header.referenceDates.indexOf(on);
  if (row === undefined || date < 0) return undefined;
  const dates = cube.header.referenceDates.length;
  const at = (measure: (typeof FRONT_MEASURES)[number]): number =>
    cube.columns.fronts![(row * FRONT_MEASURES.length + FRONT_MEASURES.indexOf(measure)) * dates + date]!;
  const [observed, vacant] = [at('observedFront'), at('vacantFront')];
  return { observed: metres(observed), vacant: metres(vacant), rate: rateOf(vacant, observed) };
}
