import type { Stock } from '#figures/stock.ts';
import { stockOf } from '#figures/stock-frame.ts';
import type { PremisesFrame } from './premises-frame.ts';

const stocks = new WeakMap<PremisesFrame, Stock>();

/** The stock of a frame of premises, made once. */
export function stockFor(frame: PremisesFrame): Stock {
  const known = stocks.get(frame);
  if (known) return known;
  const stock = stockOf(frame);
  stocks.set(frame, stock);
  return stock;
}
