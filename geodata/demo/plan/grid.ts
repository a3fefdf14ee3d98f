import { type Line, lengthOf, pieces } from '../plane/line.ts';
import { add, dot, left, type Point, polar, scale } from '../plane/point.ts';
import { middleOf, type Ring, spanOf } from '../plane/ring.ts';
import type { Random } from '../random.ts';

/** How the streets of a quarter run. */
export interface Grain {
  /** Direction of the long streets, degrees. */
  angle: number;
  /** Metres between long streets: two rows with their gardens back to back. */
  pitch: number;
  /** Metres between cross streets. */
  cross: number;
  /** Metres by which long streets bend over 400 metres. */
  bend: number;
}

/** Long streets and cross streets of a quarter, cut off at its edge. */
export interface Network {
  long: Line[];
  cross: Line[];
}

/** Lines through a quarter by its grain: jittered, bent alike so that blocks keep their depth. */
export function grid(ring: Ring, grain: Grain, random: Random): Network {
  const along: Point = polar([0, 0], grain.angle, 1);
  const across = left(along);
  const middle = middleOf(ring);
  const [u0, u1] = spanOf(ring, along);
  const [v0, v1] = spanOf(ring, across);
  const [mu, phase] = [dot(middle, along), random.between(0, Math.PI)];
  const bow = (u: number) => grain.bend * Math.sin(((u - mu) / 400) * Math.PI + phase);
  const at = (u: number, v: number): Point => add(scale(along, u), scale(across, v + bow(u)));
  const run = (from: number, to: number, place: (t: number) => Point): Line => {
    const steps = Math.max(2, Math.round(Math.abs(to - from) / 16));
    return Array.from({ length: steps + 1 }, (_, step) => place(from + ((to - from) * step) / steps));
  };
  const rows: number[] = [];
  const margin = Math.abs(grain.bend);
  for (
    let v = v0 - margin + grain.pitch * random.between(0.45, 0.6);
    v < v1 + margin;
    v += grain.pitch * random.between(0.96, 1.07)
  )
    rows.push(v);
  const long = rows
    .flatMap(v =>
      pieces(
        run(u0, u1, u => at(u, v)),
        ring,
        true,
      ),
    )
    .filter(line => lengthOf(line) > 45);
  const cross: Line[] = [];
  for (
    let u = u0 + grain.cross * random.between(0.4, 0.7);
    u < u1 - 20;
    u += grain.cross * random.between(0.8, 1.25)
  ) {
    const through = random.chance(0.3) || cross.length === 0;
    const [least, most] = through ? [v0 - margin, v1 + margin] : crossing(rows, random);
    cross.push(
      ...pieces(
        run(least, most, v => at(u, v)),
        ring,
        true,
      ).filter(line => lengthOf(line) > 30),
    );
  }
  return { long, cross };
}

/** From one long street to another, two to five blocks further. */
function crossing(rows: readonly number[], random: Random): [number, number] {
  const from = random.whole(0, Math.max(0, rows.length - 3));
  const to = Math.min(rows.length - 1, from + random.whole(2, 5));
  return [rows[from] ?? 0, rows[to] ?? 0];
}
