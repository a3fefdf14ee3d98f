import type { MeasureModel } from './measure.ts';
import { compactCore } from './measures/compact-core.ts';
import { deleteShopFunction } from './measures/delete-shop-function.ts';
import { greenSpace } from './measures/green-space.ts';
import { homesAboveShops } from './measures/homes-above-shops.ts';
import { moveShops } from './measures/move-shops.ts';
import { officeToHomes } from './measures/office-to-homes.ts';
import { shopToHomes } from './measures/shop-to-homes.ts';

/** Every measure that there is, in the order in which they are offered. A new one is a file in `measures/` and a line here. */
export const MEASURES: readonly MeasureModel[] = [
  compactCore,
  moveShops,
  shopToHomes,
  homesAboveShops,
  officeToHomes,
  greenSpace,
  deleteShopFunction,
];

const BY_KIND = new Map(MEASURES.map(model => [model.kind, model]));

/** The measure of a kind; undefined for one that this version does not have. */
export function measureModel(kind: string): MeasureModel | undefined {
  return BY_KIND.get(kind);
}
