/** A stream of numbers that depends on its seed only, so that the town is the same on every machine. */
export interface Random {
  /** A number in [0, 1). */
  next(): number;
  /** A number in [least, most). */
  between(least: number, most: number): number;
  /** A whole number from `least` up to and including `most`. */
  whole(least: number, most: number): number;
  /** True in `share` of the cases. */
  chance(share: number): boolean;
  /** One of a list that is not empty. */
  pick<T>(list: readonly T[]): T;
  /** The list in another order; the list itself stays as it is. */
  shuffled<T>(list: readonly T[]): T[];
}

/** 32-bit FNV-1a: spreads a purpose's name over the seed. */
function hash(text: string): number {
  let value = 0x811c9dc5;
  for (let index = 0; index < text.length; index += 1)
    value = Math.imul(value ^ text.charCodeAt(index), 0x01000193);
  return value >>> 0;
}

/** The generator sfc32 (public domain, PractRand's author): small state, no visible pattern, 32-bit integers only. */
function sfc32(a: number, b: number, c: number): () => number {
  let [x, y, z, counter] = [a, b, c, 1];
  return () => {
    const sum = (((x + y) | 0) + counter) | 0;
    counter = (counter + 1) | 0;
    x = y ^ (y >>> 9);
    y = (z + (z << 3)) | 0;
    z = (((z << 21) | (z >>> 11)) + sum) | 0;
    return (sum >>> 0) / 4294967296;
  };
}

/**
 * A stream for one purpose. Every part of the town has its own, so that a change in one part leaves the
 * others as they were.
 */
export function createRandom(seed: number, purpose: string): Random {
  const next = sfc32(seed | 0, hash(purpose), hash(`${seed}:${purpose}`));
  for (let turn = 0; turn < 15; turn += 1) next();
  const between = (least: number, most: number) => least + next() * (most - least);
  const whole = (least: number, most: number) => least + Math.floor(next() * (most - least + 1));
  return {
    next,
    between,
    whole,
    chance: share => next() < share,
    pick: list => list[Math.floor(next() * list.length)]!,
    shuffled: list => {
      const copy = [...list];
      for (let index = copy.length - 1; index > 0; index -= 1) {
        const other = whole(0, index);
        [copy[index], copy[other]] = [copy[other]!, copy[index]!];
      }
      return copy;
    },
  };
}
