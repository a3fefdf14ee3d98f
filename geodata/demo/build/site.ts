import type { Ground } from '../ground.ts';
import type { Random } from '../random.ts';
import type { Structure } from '../structure.ts';

/** What every builder works on: the ground that is taken, the dice, and what stands so far. */
export interface Site {
  ground: Ground;
  random: Random;
  structures: Structure[];
}
