import { DEMO_SEED, generateTown } from '../../geodata/demo/generate.ts';
import type { Town } from '../../geodata/demo/town.ts';

let town: Town | undefined;

/** The fictional town that everybody sees; grown once for all tests of a worker, so nobody changes it. */
export function demoTown(): Town {
  town ??= generateTown(DEMO_SEED);
  return town;
}
